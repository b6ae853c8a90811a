VARYING_IN(0) vec3 position;
VARYING_IN(1) vec3 normal;
VARYING_IN(2) vec3 albedo;
VARYING_IN(3) vec4 glow;
VARYING_IN(4) vec2 nature;
layout(location = 0) out vec4 picture;

PICTURE(4) sampler2D groundMap;
#ifdef TEXTURED
VARYING_IN(5) vec2 place;
PICTURE(5) sampler2D ownPicture;
PICTURE(6) sampler2D ownGlowPicture;
#endif

void main() {
#if QUALITY > 0
    // Levels of detail are drawn into each other: each pixel shows one of two. (Jimenez' interleaved gradient noise, 2014.)
    if (nature.y != 0.0) {
        float at = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715))));
        if (nature.y > 0.0 ? at >= nature.y : at < -nature.y) discard;
    }
#endif
    float leaf = nature.x;
    vec3 n = normalize(normal);
    vec3 base = albedo, lamp = glow.rgb;
#ifdef TEXTURED
    vec4 texel = texture(ownPicture, place);
    if (texel.a < 0.5) discard;
    base *= toLinear(texel.rgb);
    lamp *= toLinear(texture(ownGlowPicture, place).rgb);
#endif
    float facing = dot(n, sunDirection.xyz);
    facing = mix(facing, (facing + 0.25) * 0.8, leaf);  // light seeps round and through leaves
    float sun = facing > 0.0 ? facing * sunAt(position, n) : 0.0;
    vec2 onMap = position.xz * mapScale.xy;
    float heat = texture(groundMap, onMap).b * 0.6 * step(max(abs(onMap.x - 0.5), abs(onMap.y - 0.5)), 0.5);
    vec3 light = heatColour.rgb * heat + sunColour.rgb * sun + skyLight(n.y);
    vec3 toEye = eyePosition - position;
    float metres = length(toEye);
    vec3 colour = base * light + lamp * sunColour.w;
    if (glow.a > 0.5) {  // selected: a warm sheen, brightest at the outline
        float rim = 1.0 - abs(dot(n, toEye / metres));
        colour = mix(colour, vec3(1.0, 0.55, 0.08), 0.28 + 0.6 * rim * rim);
    }
    picture = vec4(toScreen(fogged(colour, metres)), ownColour.a);
}
