#version 450
// Put before every stage where Qt 3D draws through RHI. The names of the first block are Qt 3D's own.
#define SEMANTIC_IN(place) layout(location = place) in
#define VARYING_OUT(place) layout(location = place) out
#define VARYING_IN(place) layout(location = place) in
#define PICTURE(place) layout(binding = place) uniform
layout(std140, binding = 0) uniform qt3d_render_view_uniforms {
    mat4 viewMatrix;
    mat4 projectionMatrix;
    mat4 uncorrectedProjectionMatrix;
    mat4 clipCorrectionMatrix;
    mat4 viewProjectionMatrix;
    mat4 inverseViewMatrix;
    mat4 inverseProjectionMatrix;
    mat4 inverseViewProjectionMatrix;
    mat4 viewportMatrix;
    mat4 inverseViewportMatrix;
    vec4 textureTransformMatrix;
    vec3 eyePosition;
    float aspectRatio;
    float gamma;
    float exposure;
    float time;
    float yUpInNDC;
    float yUpInFBO;
};
layout(std140, binding = 2) uniform sketchwalk_uniforms {
UNIFORMS
};
