SEMANTIC_IN(0) vec3 vertexPosition;
#ifdef INSTANCED
SEMANTIC_IN(4) vec4 instancePlace;
SEMANTIC_IN(5) vec4 instanceTurn;
#endif

void main() {
    vec3 p = vertexPosition;
#ifdef INSTANCED
    p = vec3(p.x * instanceTurn.x + p.z * instanceTurn.y, p.y, p.z * instanceTurn.x - p.x * instanceTurn.y);
    p = instancePlace.xyz + p * instancePlace.w;
#endif
    gl_Position = viewProjectionMatrix * vec4(p, 1.0);
}
