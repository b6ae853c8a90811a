SEMANTIC_IN(0) vec3 vertexPosition;
#ifdef INSTANCED
SEMANTIC_IN(4) vec4 instancePlace;
SEMANTIC_IN(5) vec4 instanceTurn;  // as in object.vert
#endif

void main() {
    vec3 p = vertexPosition;
#ifdef INSTANCED
    vec3 q = instanceTurn.xyz;
    p += 2.0 * cross(q, cross(q, p) + sqrt(max(1.0 - dot(q, q), 0.0)) * p);
    p = instancePlace.xyz + p * instancePlace.w;
#endif
    gl_Position = viewProjectionMatrix * vec4(p, 1.0);
}
