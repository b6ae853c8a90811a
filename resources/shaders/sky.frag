VARYING_IN(0) vec3 direction;
layout(location = 0) out vec4 picture;

PICTURE(4) sampler2D cloudPicture;  // r cover, tiles

// Heaps of a sheet of clouds, 0..1: large ones, and what is torn off their edges.
float heaps(vec2 at) {
    float torn = texture(cloudPicture, at * 3.1 + 0.37).r * 0.62 + texture(cloudPicture, at * 8.7 + 0.11).r * 0.38;
    return texture(cloudPicture, at).r * 0.62 + torn * 0.38;
}

// Fair-weather clouds far above, seen in perspective: lit from the sun's side, grey below; thin streaks above them.
vec3 clouded(vec3 clear, vec3 d, float toward) {
    float above = smoothstep(0.015, 0.17, d.y);
    if (above <= 0.0) return clear;
    vec2 drift = vec2(0.0009, 0.0004) * sunDirection.w;
    float share = cloudLight.w;
    float shine = max(toward, 0.0);
    shine *= shine;
    shine *= shine;
    vec2 high = d.xz / (d.y + 0.22);
    float streak = texture(cloudPicture, vec2(high.x * 0.05 + high.y * 0.02, high.y * 0.21) + drift * 0.6).r;
    streak *= texture(cloudPicture, high * 0.33 + 0.5).r;
    clear = mix(clear, cloudLight.rgb, smoothstep(0.22, 0.46, streak) * 0.34 * above * min(share * 1.6, 1.0));
    vec2 at = d.xz / (d.y + 0.13) * 0.11 + drift;
    float limit = mix(0.60, 0.44, share);
    float here = heaps(at);
    float cover = smoothstep(limit, limit + 0.07, here) * above;
    if (cover <= 0.0) return clear;
    vec2 sunward = sunDirection.xz / max(length(sunDirection.xz), 0.05) * 0.011;
    float lit = clamp(0.62 + (here - heaps(at + sunward)) * 5.5, 0.0, 1.0);
    float thick = smoothstep(limit + 0.02, limit + 0.18, here);
    vec3 shade = mix(zenith.rgb, cloudLight.rgb, 0.55) * 0.86;
    vec3 cloud = mix(shade, cloudLight.rgb * 1.06, lit * (1.0 - 0.45 * thick));
    cloud += sunDisc.rgb * (shine * shine * 0.30 * (1.0 - thick));  // light comes through thin rims near the sun
    cloud = mix(cloud, horizon.rgb, 0.62 * (1.0 - smoothstep(0.04, 0.42, d.y)));  // far ones stand in the haze
    return mix(clear, cloud, cover * 0.94);
}

void main() {
    vec3 d = normalize(direction);
    vec3 colour = skyIn(vec3(d.x, max(d.y, 0.0), d.z), 1.0);
    if (d.y > 0.0) {
        float toward = dot(d, sunDirection.xyz);
        colour = mix(colour, mix(sunDisc.rgb, vec3(1.0), 0.6 * (1.0 - horizon.w)),
                     smoothstep(sunDisc.w, sunDisc.w + 0.0003, toward));
        colour = clouded(colour, d, toward);
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
        // The studio: a table of paper under the light of the hour, with the soft shadow of what stands on it.
        vec3 lit = sunColour.rgb * max(sunDirection.y, 0.25) + skyAbove.rgb;
        vec3 paper = mix(mix(horizon.rgb, zenith.rgb, 0.45), vec3(0.80, 0.79, 0.765), smoothstep(0.02, 0.55, -d.y));
        paper *= min(dot(lit, vec3(0.3333)) * 1.1, 1.0);
        vec2 at = eyePosition.xz + d.xz * (max(eyePosition.y - beyondInfo.y, 1.0) / max(-d.y, 0.0005));
        vec2 outside = max(abs(at - mapScale.zw * 0.5) - mapScale.zw * 0.5, 0.0);
        float away = length(outside) / max(mapScale.z, mapScale.w);
        paper *= 1.0 - 0.34 * exp(-60.0 * away) - 0.20 * exp(-9.0 * away);
        colour = mix(land, mix(colour, paper, smoothstep(0.0, 0.25, -d.y)), beyondColour.w);
    }
    // Half a step of noise, so that wide soft tones show no bands.
    colour += (scatterOf(gl_FragCoord.xy) - 0.5) * 0.004;
    picture = vec4(toScreen(colour), 1.0);
}
