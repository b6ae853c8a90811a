// What of an asset one bumps into, stands on or pushes.
#pragma once

#include <optional>
#include <string_view>

#include "core/play/Space.h"
#include "core/scene/Scene.h"

namespace sketchwalk::play {

// Trunks and single stones are their collider (core/assets/Collider.h). What was built is its drawn triangles, so that
// one stands exactly on the steps and decks that one sees and walks through every opening; upright leaves of doors and
// grilles are left out where a thing is there to be walked into: its doors are open. Null: one walks through. Pure.
SharedShape shapeOf(const scene::Asset& asset);

// What lies about loose; nothing for what stands fast.
std::optional<Looseness> loosenessOf(const scene::Asset& asset);

}  // namespace sketchwalk::play
