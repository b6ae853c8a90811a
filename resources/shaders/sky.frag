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
            vec2 at = d.xz / (1.0 + d.y) * 150.0, cell = floor(at);
            float size = scatterOf(cell);
            vec2 place = 0.25 + 0.5 * vec2(scatterOf(cell + 71.3), scatterOf(cell + 17.9));
            float star = (1.0 - smoothstep(0.0, 0.12, length(at - cell - place))) * smoothstep(0.94, 1.0, size);
            colour += vec3(0.9, 0.95, 1.0) * (star * zenith.w * smoothstep(0.02, 0.3, d.y));
        }
    } else {  // land beyond the map, going over into the haze of the horizon
        float metres = max(eyePosition.y - beyondInfo.x, 1.0) / max(-d.y, 0.0005);
        vec3 land = beyondColour.rgb * (sunColour.rgb * max(sunDirection.y, 0.0) + skyAbove.rgb);
        land = mix(fogged(land, metres), colour, smoothstep(150.0, 1500.0, metres));
        // The studio: paper under the light of the hour.
        vec3 lit = sunColour.rgb * max(sunDirection.y, 0.25) + skyAbove.rgb;
        vec3 paper = mix(horizon.rgb, vec3(0.80, 0.79, 0.765), 0.55) * min(dot(lit, vec3(0.3333)) * 1.1, 1.0);
        paper *= 1.0 - 0.22 * smoothstep(0.0, 0.9, -d.y);
        colour = mix(land, mix(colour, paper, smoothstep(0.0, 0.25, -d.y)), beyondColour.w);
    }
    // Half a step of noise, so that wide soft tones show no bands.
    colour += (scatterOf(gl_FragCoord.xy) - 0.5) * 0.004;
    picture = vec4(toScreen(colour), 1.0);
}
