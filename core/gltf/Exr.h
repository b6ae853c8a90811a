// Heights as OpenEXR: one 32-bit float channel in scanlines, uncompressed, which every reader of the format knows.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Grid.h"

namespace sketchwalk::gltf {

// The file's bytes (OpenEXR file layout, version 2, single-part scanline image); channel "Y", row 0 on top. Values are
// written as they are. The same raster gives the same bytes.
std::vector<uint8_t> encodeExr(const Grid<float>& values);

}  // namespace sketchwalk::gltf
