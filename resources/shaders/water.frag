VARYING_IN(0) vec3 position;
VARYING_IN(1) vec2 place;
layout(location = 0) out vec4 picture;

PICTURE(4) sampler2D groundMap;
PICTURE(5) sampler2D sheetColour;
PICTURE(6) sampler2D sheetNormal;
PICTURE(7) sampler2D sheetGlow;

float power5(float x) { float y = x * x; return y * y * x; }

vec3 rippled(float footprint, float seconds) {
    vec2 tilt;
    if (waterInfo.y == 1.0) {  // a river: its ripples run along v, two sheets of them at different speeds
        vec2 at = place, flow = vec2(0.0, seconds * 0.9 / max(waterInfo.z, 1.0));
        tilt = (texture(sheetNormal, at - flow).xy - 0.5) + (texture(sheetNormal, at * 1.63 - flow * 1.9 + 0.37).xy - 0.5) * 0.7;
        tilt *= 0.55;
    } else {
        vec2 at = position.xz / max(waterInfo.z, 1.0), drift = vec2(0.7071, -0.7071) * seconds / max(waterInfo.z, 1.0);
        tilt = (texture(sheetNormal, at + drift * 0.55).xy - 0.5) +
               (texture(sheetNormal, at * 0.43 - vec2(drift.y, drift.x) * 0.4 + 0.21).xy - 0.5) * 0.9;
#if QUALITY > 0
        tilt += (texture(sheetNormal, at * 2.7 + vec2(drift.x, -drift.y) * 1.3).xy - 0.5) * 0.5;
#endif
        tilt *= 0.55;
    }
    // The picture's y runs north, the scene's z south. Far off a pixel covers many waves.
    tilt *= 1.0 / (1.0 + footprint * 0.5);
    return normalize(vec3(tilt.x, 1.0, -tilt.y));
}

float foamAt(float inside, float footprint, float seconds) {
    float wobble = noise(position.xz * 0.45 + seconds * 0.05) - 0.5;
    float line = max(0.45, 0.9 * footprint);
    float at = inside + wobble * 0.7 + 0.12 * sin(seconds * 0.9 + position.x * 0.13 + position.z * 0.09);
    float foam = 1.0 - smoothstep(line * 0.3, line * 1.8, at);
    if (waterInfo.y == 0.0) {  // waves run in behind it
        float second = 1.0 - smoothstep(0.0, line * 0.9, abs(at - 3.4 + 1.5 * fract(seconds * 0.11) + wobble));
        float fade = sin(fract(seconds * 0.11) * 3.14159);
        foam = max(foam, second * fade * 0.6 * smoothstep(0.42, 0.62, noise(position.xz * 0.23 + 7.3)));
    }
#if QUALITY > 0
    float close = 1.0 - smoothstep(0.02, 0.12, footprint);
    float bubbles = noise(position.xz * 3.1) * 0.6 + noise(position.xz * 9.7 + seconds * 0.4) * 0.4;
    foam *= 1.0 - close * smoothstep(foam * 0.55 + 0.1, foam * 0.55 + 0.4, bubbles);
#endif
    return foam * waterInfo.x * (1.0 - smoothstep(0.9, 2.5, footprint));
}

void main() {
    vec4 ground = texture(groundMap, position.xz * mapScale.xy);
    float signedShore = ground.g * 2.0 - 1.0;
    float inside = -sign(signedShore) * signedShore * signedShore * 32.0;
    float depth = ground.r * ground.r * 25.0;
    vec3 toEye = eyePosition - position;
    float metres = length(toEye);
    toEye /= metres;
    float seconds = sunDirection.w;
    vec3 up = vec3(0.0, 1.0, 0.0);
    float sun = sunAt(position, up);
    float level = sun * max(sunDirection.y, 0.0);
    vec3 colour;
    float alpha = 1.0;
    if (waterInfo.y == 3.0) {  // ice: cracks and drifts; snow gathers by the bank
        vec3 own = waterInfo.w > 0.5 ? toLinear(texture(sheetColour, place).rgb) : waterColour.rgb;
        float snow = smoothstep(0.62, 0.82, dot(own, vec3(0.2126, 0.7152, 0.0722)));
        float rim = 1.0 - smoothstep(-0.2, 2.5, inside);
        own = mix(own, vec3(0.84, 0.90, 0.94), rim * 0.8);
        colour = own * (sunColour.rgb * level + skyAbove.rgb);
        float mirror = (0.05 + 0.6 * power5(1.0 - clamp(toEye.y, 0.0, 1.0))) * (1.0 - snow) * (1.0 - rim);
        colour = mix(colour, skyIn(vec3(-toEye.x, toEye.y, -toEye.z), 0.0), mirror);
    } else if (waterInfo.y == 4.0) {  // lava: dark plates drift, the melt between them glows; cooler by the bank
        vec2 at = place + vec2(0.004, 0.006) * seconds;
        float rim = 1.0 - smoothstep(-0.3, 1.6, inside);
        vec3 crust = waterInfo.w > 0.5 ? toLinear(texture(sheetColour, at).rgb) : waterColour.rgb;
        vec3 melt = waterInfo.w > 0.5 ? toLinear(texture(sheetGlow, at).rgb) : ownGlow.rgb;
        float pulse = 1.0 + 0.18 * sin(seconds * 0.8 + noise(position.xz * 0.15) * 9.0);
        colour = crust * (sunColour.rgb * level + skyAbove.rgb) + melt * (1.35 * pulse * (1.0 - 0.6 * rim));
    } else {
        float footprint = metres * 0.0012 / max(sqrt(toEye.y), 0.15);  // metres that a pixel covers, about
        vec3 n = rippled(footprint, seconds);
        if (waterInfo.x > 0.0) depth *= 0.15 + 0.85 * smoothstep(-1.0, 22.0, inside);
        float brightest = max(max(waterColour.r, waterColour.g), max(waterColour.b, 0.001));
        float facing = max(dot(n, sunDirection.xyz), 0.0);
        vec3 own = waterInfo.y == 2.0 && waterInfo.w > 0.5 ? toLinear(texture(sheetColour, place).rgb) : waterColour.rgb;
        own *= 0.94 + 0.12 * noise(position.xz * vec2(0.021, 0.035));
        vec3 body = own * (sunColour.rgb * (facing * (0.25 + 0.75 * sun)) + skyAbove.rgb * 0.9);
        // What lies under the water pales with its depth (Beer's law), red first: one blend factor stands for three.
        vec3 absorbed = waterColour.w * (0.30 + 0.95 * (1.0 - waterColour.rgb / brightest));
        vec3 through = 0.80 * exp(-absorbed * depth);
        float clear = dot(through, vec3(0.35, 0.45, 0.20));
        float mirror = 0.035 + 0.80 * power5(1.0 - clamp(dot(n, toEye), 0.0, 1.0));
        vec3 bounced = reflect(-toEye, n);
        vec3 surface = skyIn(vec3(bounced.x, abs(bounced.y), bounced.z), 0.0);
        vec3 halfway = normalize(toEye + sunDirection.xyz);
        float glint = pow(max(dot(n, halfway), 0.0), 90.0) * 0.55 * sun;
        colour = mix(body, surface, mirror) + sunColour.rgb * glint;
        alpha = 1.0 - clear * (1.0 - mirror);
        // Where red is drunk first the bed shows bluer: tint what shines through by lending the body its colour.
        colour = mix(colour, colour * mix(vec3(1.0), through / max(clear, 0.01), 0.25), clear);
        float foam = foamAt(inside, footprint, seconds);
        vec3 white = sunColour.rgb * (0.55 * sun) + skyAbove.rgb * 0.95;
        colour = mix(colour, white * 0.92, foam * 0.85);
        alpha = clamp(max(alpha, foam * 0.9) + glint, 0.0, 1.0);
        // Over the very rim the sheet thins out, so that no hard line is drawn where it meets the bank.
        alpha *= smoothstep(-0.9, 0.15, inside + 0.5 * depth);
    }
    picture = vec4(toScreen(fogged(colour, metres)), alpha);
}
