VARYING_IN(0) vec3 direction;
layout(location = 0) out vec4 picture;

PICTURE(4) sampler2D cloudPicture;  // r cover, tiles

void main() {
    vec3 d = normalize(direction);
    vec3 colour = skyIn(vec3(d.x, max(d.y, 0.0), d.z), 1.0);
    if (d.y > 0.0) {
        float toward = dot(d, sunDirection.xyz);
        colour = mix(colour, mix(sunDisc.rgb, vec3(1.0), 0.6 * (1.0 - horizon.w)),
                     smoothstep(sunDisc.w, sunDisc.w + 0.0003, toward));
        if (d.y > 0.02) {  // a thin sheet of fair-weather clouds far above, seen in perspective
            vec2 at = d.xz / (d.y + 0.08) * 0.11 + vec2(0.0009, 0.0004) * sunDirection.w;
            float cover = texture(cloudPicture, at).r;
            cover = smoothstep(0.52, 0.74, cover) * smoothstep(0.02, 0.25, d.y) * cloudLight.w;
            colour = mix(colour, cloudLight.rgb, cover);
        }
        // Stars come out as the day goes.
        if (zenith.w > 0.05 && d.y > 0.02) {
            vec2 cell = floor(d.xz / (1.0 + d.y) * 260.0);
            vec3 p = fract(vec3(cell.xyx) * 0.1031);
            p += dot(p, p.yzx + 33.33);
            float star = fract((p.x + p.y) * p.z);
            colour += vec3(0.9, 0.95, 1.0) * smoothstep(0.9965, 1.0, star) * zenith.w * smoothstep(0.02, 0.3, d.y) * 0.9;
        }
    } else {  // land beyond the map, going over into the horizon's haze
        vec3 land = mix(fogColour.rgb, horizon.rgb, 0.5);
        colour = mix(colour, land * (1.0 - 0.12 * smoothstep(0.0, 0.6, -d.y)), smoothstep(0.0, 0.12, -d.y));
    }
    picture = vec4(toScreen(colour), 1.0);
}
