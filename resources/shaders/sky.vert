SEMANTIC_IN(0) vec3 vertexPosition;  // unit: a dome about the eye
VARYING_OUT(0) vec3 direction;

void main() {
    direction = vertexPosition;
    vec4 p = viewProjectionMatrix * vec4(eyePosition + vertexPosition * ownColour.x, 1.0);
    gl_Position = p;
}
