VARYING_IN(0) vec3 position;
VARYING_IN(1) vec3 normal;
VARYING_IN(2) vec2 place;
layout(location = 0) out vec4 picture;

PICTURE(4) sampler2D groundMap;      // r depth of water, g shore, b heat of lava, a openness
PICTURE(5) sampler2D chunkColour;
#if QUALITY > 0
PICTURE(6) sampler2D chunkNormal;
PICTURE(7) sampler2D splatWeights0;
PICTURE(8) sampler2D splatWeights1;
PICTURE(9) sampler2D layerPicture0;   // rgb colour, a height
PICTURE(10) sampler2D layerPicture1;
PICTURE(11) sampler2D layerPicture2;
PICTURE(12) sampler2D layerPicture3;
PICTURE(13) sampler2D layerPicture4;
PICTURE(14) sampler2D layerPicture5;
PICTURE(15) sampler2D layerPicture6;
PICTURE(16) sampler2D layerPicture7;

// One layer's part: its colour against its own mean, so that what is baked keeps its tone, and its height.
void addLayer(sampler2D layer, vec4 info, float weight, vec2 dx, vec2 dy, inout vec4 sum, inout float total) {
    if (weight < 0.02) return;
    vec4 texel = textureGrad(layer, position.xz * info.w, dx * info.w, dy * info.w);
    float share = weight * (0.15 + texel.a * texel.a);  // crests reach over where two kinds of ground meet
    sum += vec4(toLinear(texel.rgb) / max(info.rgb, 0.02), texel.a) * share;
    total += share;
}

vec4 detailAt(vec2 dx, vec2 dy) {
    vec2 at = position.xz * mapScale.xy;
    vec4 w0 = texture(splatWeights0, at), w1 = texture(splatWeights1, at);
    vec4 sum = vec4(0.0);
    float total = 0.0;
    addLayer(layerPicture0, layer0, w0.x, dx, dy, sum, total);
    addLayer(layerPicture1, layer1, w0.y, dx, dy, sum, total);
    addLayer(layerPicture2, layer2, w0.z, dx, dy, sum, total);
    addLayer(layerPicture3, layer3, w0.w, dx, dy, sum, total);
    addLayer(layerPicture4, layer4, w1.x, dx, dy, sum, total);
    addLayer(layerPicture5, layer5, w1.y, dx, dy, sum, total);
    addLayer(layerPicture6, layer6, w1.z, dx, dy, sum, total);
    addLayer(layerPicture7, layer7, w1.w, dx, dy, sum, total);
    return total > 0.0 ? sum / total : vec4(1.0, 1.0, 1.0, 0.5);
}
#endif

void main() {
    vec3 n = normalize(normal);
    vec4 ground = texture(groundMap, position.xz * mapScale.xy);
    vec3 albedo = toLinear(texture(chunkColour, place).rgb);
    float metres = distance(position, eyePosition);
#if QUALITY > 0
    vec2 dx = dFdx(position.xz), dy = dFdy(position.xz);
    if (chunkInfo.x > 0.5) {
        vec3 bump = texture(chunkNormal, place).xyz * 2.0 - 1.0;
        vec3 east = normalize(vec3(n.y, -n.x, 0.0));
        n = normalize(east * bump.x + cross(n, east) * bump.y + n * bump.z);
    }
    float near = chunkInfo.y * (1.0 - smoothstep(0.25 * chunkInfo.z, chunkInfo.z, metres));
    if (near > 0.0) {
        vec4 detail = detailAt(dx, dy);
        albedo *= mix(vec3(1.0), clamp(detail.rgb, 0.35, 1.9), near);
#if QUALITY > 1
        // Crests catch the light: the height's slope over the picture tilts the normal (Mikkelsen, 2010).
        float hx = dFdx(detail.a), hy = dFdy(detail.a);
        vec3 px = dFdx(position), py = dFdy(position);
        vec3 r1 = cross(py, n), r2 = cross(n, px);
        float area = dot(px, r1);
        vec3 slope = (r1 * hx + r2 * hy) * sign(area) * 0.05;
        n = normalize(mix(n, normalize(abs(area) * n - slope), near * 0.8 * step(1e-9, abs(area))));
#endif
    }
#endif
    float open = ground.a * 1.12;
    float facing = max(dot(n, sunDirection.xyz), 0.0);
    float sun = facing > 0.0 ? facing * sunAt(position, normalize(normal)) : 0.0;
    vec3 light = heatColour.rgb * ground.b + sunColour.rgb * (sun * (0.5 + 0.5 * open)) + skyLight(n.y) * open;
    picture = vec4(toScreen(fogged(albedo * light, metres)), 1.0);
}
