// The pictures of a library's materials: each is decoded once, however many models share it, and made small enough for
// a scene. Any number of threads may ask.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <utility>

#include "core/assets/Mesh.h"
#include "core/base/Error.h"
#include "core/base/Image.h"

namespace sketchwalk::library {

constexpr int64_t kMostPicturePixels = 64'000'000;  // of one picture as the file holds it
constexpr int kPictureSide = 1024;                  // pixels: larger ones are halved until they fit

class PictureShelf {
  public:
    // RGB, or RGBA where something is transparent. ErrorKind::input says why it cannot be used.
    Result<std::shared_ptr<const Image>> decode(std::span<const uint8_t> bytes);
    // The same object for the same pictures, so that materials compare equal across files.
    std::shared_ptr<const assets::Pictures> share(const assets::Pictures& pictures);

  private:
    using Key = std::pair<uint64_t, size_t>;  // of the encoded bytes: hash and length
    std::mutex m_lock;
    std::map<Key, Result<std::shared_ptr<const Image>>> m_images;
    std::vector<std::shared_ptr<const assets::Pictures>> m_sets;
};

// Width times height as the file's head says, 0 where it does not say: known before any pixel is decoded.
int64_t pixelsOf(std::span<const uint8_t> bytes);

}  // namespace sketchwalk::library
