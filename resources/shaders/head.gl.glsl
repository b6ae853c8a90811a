#version 330 core
// Put before every stage where Qt 3D draws through OpenGL itself.
#define SEMANTIC_IN(place) in
#define VARYING_OUT(place) out
#define VARYING_IN(place) in
#define PICTURE(place) uniform
uniform mat4 viewProjectionMatrix;
uniform vec3 eyePosition;
UNIFORMS
