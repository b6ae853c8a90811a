// The same scene the plain way, to measure against: one Qt 3D entity for every object, Qt 3D's own materials and frame
// graph, no levels of detail.
#pragma once

#include "core/scene/Scene.h"
#include "render/camera/Pose.h"

namespace sketchwalk::bench {

struct EntityTime {
    double wallMs = 0, processorMs = 0;  // a picture
};

// Mean while the camera turns about its target.
EntityTime entityFrameTime(const scene::Scene& scene, int width, int height, const render::CameraPose& pose,
                           int frames);

}  // namespace sketchwalk::bench
