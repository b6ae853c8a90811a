layout(location = 0) out vec4 picture;

void main() { picture = vec4(ownGlow.rgb, ownColour.a); }
