// Pictures of a scene without a GPU: a small software rasteriser (z-buffer, sun with shadows, sky, fog, water,
// anti-aliasing).
#pragma once

#include <optional>

#include "core/base/Error.h"
#include "core/base/Image.h"
#include "core/base/Job.h"
#include "core/scene/Scene.h"

namespace sketchwalk::preview {

enum class View { isometric, map, walk };  // walk: at eye height from the spawn

struct PictureOptions {
    View view = View::isometric;
    int width = 1024, height = 1024;                     // pixels, 16..8192
    double seconds = 0;                                  // when: everybody who goes along a route is there
    std::optional<scene::TrackPose> eye = std::nullopt;  // View::walk: from there instead
};

// RGB. Pure; any number of threads gives the same bytes. ErrorKind::interrupted when stopped.
Result<Image> render(const scene::Scene& scene, const PictureOptions& options, const Job& job);

}  // namespace sketchwalk::preview
