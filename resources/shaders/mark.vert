SEMANTIC_IN(0) vec3 vertexPosition;

void main() { gl_Position = viewProjectionMatrix * vec4(vertexPosition, 1.0); }
