// What every surface shares: sRGB, the picture's tone, sun, sky, shadow, fog. Linear light throughout; 1 is the white of
// the picture. The same look as core/preview.

vec3 toLinear(vec3 c) {  // sRGB; a cubic close to the exact curve
    return c * (c * (c * 0.305306011 + 0.682171111) + 0.012522878);
}

vec3 toScreen(vec3 c) {  // bends only bright light over, then sRGB
    vec3 over = max(c - 0.75, 0.0) * 4.0;
    c = min(max(c, 0.0), 0.75) + 0.25 * over / (1.0 + over);
    vec3 s1 = sqrt(c), s2 = sqrt(s1), s3 = sqrt(s2);
    return clamp(0.662002687 * s1 + 0.684122060 * s2 - 0.323583601 * s3 - 0.0225411470 * c, 0.0, 1.0);
}

vec3 skyIn(vec3 direction, float withSun) {
    float up = clamp(direction.y, 0.0, 1.0);
    float low = 1.0 - up, low2 = low * low;
    // The pale air lies low: from it the colour deepens quickly, then slowly up to the zenith.
    float pale = 0.72 * exp(-7.0 * up) + 0.28 * low2 * low;
    vec3 colour = mix(zenith.rgb * mix(0.78, 1.0, low2), horizon.rgb, pale);
    float toward = max(dot(direction, sunDirection.xyz), 0.0);
    float t2 = toward * toward, t4 = t2 * t2, t8 = t4 * t4, t32 = t8 * t8 * t8 * t8;
    colour += sunDisc.rgb * (0.09 * t8 + 0.10 * t32 + withSun * (0.16 * pow(t32, 4.0) + 0.30 * pow(t32, 40.0)));
    // At dawn and dusk a warm band lies along the horizon on the sun's side.
    float band = low2 * low2 * low2 * low2 * (0.25 + 0.75 * t4);
    return mix(colour, sunDisc.rgb * vec3(1.0, 0.55, 0.32), band * horizon.w);
}

vec3 fogged(vec3 colour, float metres) {
    float t = clamp((metres - skyAbove.w) / (skyBelow.w - skyAbove.w), 0.0, 1.0);
    return mix(colour, fogColour.rgb, t * t * (3.0 - 2.0 * t) * fogColour.w);
}

vec3 skyLight(float up) { return mix(skyBelow.rgb, skyAbove.rgb, 0.5 + 0.5 * up); }

#ifdef WITH_SHADOW
PICTURE(3) sampler2DShadow shadowMap;

float sunAt(vec3 position, vec3 normal) {
    float facing = dot(normal, sunDirection.xyz);
    float slant = clamp(1.0 - facing, 0.0, 1.0);
    vec3 p = position + normal * (shadowInfo.x * (0.7 + 1.8 * slant) + 0.01);
    vec4 q = shadowMatrix * vec4(p, 1.0);
    vec3 at = q.xyz * 0.5 + 0.5;
    float rim = max(abs(q.x), abs(q.y));
    if (rim > 0.995 || at.z > 1.0) return 1.0;
    at.z -= 0.0004;
    float lit;
#if QUALITY == 0
    lit = texture(shadowMap, at);
#elif QUALITY == 1
    vec2 d = vec2(0.75, 0.25) * shadowInfo.y;
    lit = 0.25 * (texture(shadowMap, vec3(at.xy + d, at.z)) + texture(shadowMap, vec3(at.xy - d, at.z)) +
                  texture(shadowMap, vec3(at.xy + vec2(-d.y, d.x), at.z)) +
                  texture(shadowMap, vec3(at.xy + vec2(d.y, -d.x), at.z)));
#else
    lit = 0.0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) lit += texture(shadowMap, vec3(at.xy + vec2(x, y) * shadowInfo.y, at.z));
    lit /= 9.0;
#endif
    float share = shadowInfo.z * (1.0 - smoothstep(0.9, 0.995, rim));
    return 1.0 - share * (1.0 - lit);
}
#endif
