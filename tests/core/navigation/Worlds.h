// What the worlds of these tests are made of by hand.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::navigation {

inline const catalogue::Catalogue& things() {
    static const auto loaded = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    return *loaded;
}

inline std::shared_ptr<const assets::Mesh> finished(std::vector<assets::Primitive> primitives) {
    auto mesh = preview::meshOf(std::move(primitives));
    assets::finish(*mesh);
    return mesh;
}

}  // namespace sketchwalk::navigation
