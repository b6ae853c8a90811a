SEMANTIC_IN(0) vec3 vertexPosition;
SEMANTIC_IN(1) vec3 vertexNormal;
SEMANTIC_IN(2) vec4 vertexColour;   // sRGB; a openness
SEMANTIC_IN(3) vec4 vertexGlow;     // sRGB; a how far wind and light go through it (leaves)
SEMANTIC_IN(4) vec4 instancePlace;  // xyz where it stands, w scale
SEMANTIC_IN(5) vec4 instanceTurn;   // xyz of a unit quaternion whose w >= 0; w its own number and mark (InstanceTable.h)
VARYING_OUT(0) vec3 position;
VARYING_OUT(1) vec3 normal;
VARYING_OUT(2) vec3 albedo;
VARYING_OUT(3) vec4 glow;           // rgb; a selected
VARYING_OUT(4) vec2 nature;         // x leaf; y share of its pixels that shows: 0 all, below 0 the rest of that share
#ifdef TEXTURED
SEMANTIC_IN(6) vec2 vertexTexCoord;
VARYING_OUT(5) vec2 place;
#endif

vec3 turned(vec3 v) {
    vec3 q = instanceTurn.xyz;
    return v + 2.0 * cross(q, cross(q, v) + sqrt(max(1.0 - dot(q, q), 0.0)) * v);
}

void main() {
    vec3 p = instancePlace.xyz + turned(vertexPosition) * instancePlace.w;
    float bend = vertexGlow.a * max(vertexPosition.y, 0.0) * instancePlace.w;
    float gust = sunDirection.w * 1.3 + instancePlace.x * 0.11 + instancePlace.z * 0.07;
    p.xz += bend * 0.012 * vec2(sin(gust) + 0.5 * sin(gust * 2.7 + p.y), cos(gust * 0.8 + p.y * 0.7));
    position = p;
    normal = turned(vertexNormal);
    vec3 shade = mix(vec3(0.44, 0.47, 0.56), vec3(1.0), vertexColour.a);
    albedo = toLinear(vertexColour.rgb) * shade;
    float leaf = vertexGlow.a, mark = floor(instanceTurn.w), selected = step(64.0, mark);
    float part = mark - 64.0 * selected;  // in sixteenths, sixteen more where it is the rest
    nature = vec2(leaf, (part > 16.0 ? 16.0 - part : part) / 16.0);
    // No two plants have quite the same green.
    albedo *= 1.0 + leaf * 0.16 * (fract(instanceTurn.w) - 0.5);
#ifdef TEXTURED
    place = vertexTexCoord;
#endif
    glow = vec4(toLinear(vertexGlow.rgb), selected);
    gl_Position = viewProjectionMatrix * vec4(p, 1.0);
}
