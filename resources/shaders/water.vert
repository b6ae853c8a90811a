SEMANTIC_IN(0) vec3 vertexPosition;
SEMANTIC_IN(1) vec3 vertexNormal;
SEMANTIC_IN(2) vec2 vertexTexCoord;
VARYING_OUT(0) vec3 position;
VARYING_OUT(1) vec2 place;

void main() {
    position = vertexPosition;
    place = vertexTexCoord;
    gl_Position = viewProjectionMatrix * vec4(vertexPosition, 1.0);
}
