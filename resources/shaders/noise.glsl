// Smooth value noise of place alone, feature size 1.
float scatterOf(vec2 cell) {
    vec3 p = fract(vec3(cell.xyx) * 0.1031);
    p += dot(p, p.yzx + 33.33);
    return fract((p.x + p.y) * p.z);
}
vec3 noiseSlope(vec2 p) {  // value 0..1 and its slope
    vec2 i = floor(p), f = p - i;
    float a = scatterOf(i), b = scatterOf(i + vec2(1, 0)), c = scatterOf(i + vec2(0, 1)), d = scatterOf(i + vec2(1, 1));
    vec2 s = f * f * (3.0 - 2.0 * f), ds = 6.0 * f * (1.0 - f);
    float north = a + (b - a) * s.x, south = c + (d - c) * s.x;
    return vec3(north + (south - north) * s.y, ((b - a) + ((d - c) - (b - a)) * s.y) * ds.x, (south - north) * ds.y);
}
float noise(vec2 p) { return noiseSlope(p).x; }
