#include "core/library/Pictures.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "core/base/Hash.h"

namespace sketchwalk::library {
namespace {

int64_t big(std::span<const uint8_t> bytes, size_t at, size_t count) {
    int64_t value = 0;
    for (size_t i = 0; i < count; ++i) value = value << 8 | bytes[at + i];
    return value;
}

int64_t pixelsOfJpeg(std::span<const uint8_t> bytes) {
    size_t at = 2;
    while (at + 9 < bytes.size() && bytes[at] == 0xff) {
        const uint8_t mark = bytes[at + 1];
        const bool frame = mark >= 0xc0 && mark <= 0xcf && mark != 0xc4 && mark != 0xc8 && mark != 0xcc;
        if (frame) return big(bytes, at + 5, 2) * big(bytes, at + 7, 2);
        at += 2 + static_cast<size_t>(big(bytes, at + 2, 2));
    }
    return 0;
}

// Half as wide and high, each pixel the mean of four.
Image halved(const Image& image) {
    Image half(std::max(1, image.width / 2), std::max(1, image.height / 2), image.channels);
    for (int y = 0; y < half.height; ++y) {
        for (int x = 0; x < half.width; ++x) {
            const int x1 = std::min(2 * x + 1, image.width - 1), y1 = std::min(2 * y + 1, image.height - 1);
            for (int c = 0; c < image.channels; ++c) {
                half.at(x, y)[c] = static_cast<uint8_t>((image.at(2 * x, 2 * y)[c] + image.at(x1, 2 * y)[c] +
                                                         image.at(2 * x, y1)[c] + image.at(x1, y1)[c] + 2) /
                                                        4);
            }
        }
    }
    return half;
}

Image withoutAlpha(const Image& rgba) {
    for (size_t i = 3; i < rgba.pixels.size(); i += 4) {
        if (rgba.pixels[i] != 255) return rgba;
    }
    Image rgb(rgba.width, rgba.height, 3);
    for (size_t i = 0, n = rgb.pixels.size() / 3; i < n; ++i) {
        std::copy_n(rgba.pixels.begin() + static_cast<std::ptrdiff_t>(i * 4), 3,
                    rgb.pixels.begin() + static_cast<std::ptrdiff_t>(i * 3));
    }
    return rgb;
}

Result<std::shared_ptr<const Image>> decoded(std::span<const uint8_t> bytes) {
    if (pixelsOf(bytes) > kMostPicturePixels) {
        return fail(ErrorKind::input,
                    "a picture of more than " + std::to_string(kMostPicturePixels / 1'000'000) + " megapixels");
    }
    Result<Image> image = decodeImage(bytes);
    if (!image) return fail(ErrorKind::input, "a picture cannot be read: " + image.error().text);
    if (image->width < 1 || image->height < 1) return fail(ErrorKind::input, "an empty picture");
    Image small = std::move(*image);
    while (std::max(small.width, small.height) > kPictureSide) small = halved(small);
    return std::make_shared<const Image>(small.channels == 4 ? withoutAlpha(small) : std::move(small));
}

}  // namespace

int64_t pixelsOf(std::span<const uint8_t> bytes) {
    constexpr uint8_t kPng[8] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    if (bytes.size() >= 24 && std::memcmp(bytes.data(), kPng, 8) == 0) {
        return std::min(big(bytes, 16, 4), int64_t{1} << 31) * std::min(big(bytes, 20, 4), int64_t{1} << 31);
    }
    if (bytes.size() > 3 && bytes[0] == 0xff && bytes[1] == 0xd8) return pixelsOfJpeg(bytes);
    return 0;
}

Result<std::shared_ptr<const Image>> PictureShelf::decode(std::span<const uint8_t> bytes) {
    ContentHash hash;
    hash.add(bytes.data(), bytes.size());
    const Key key{hash.value(), bytes.size()};
    const std::lock_guard held(m_lock);  // while it decodes, too: whoever asks for the same picture must wait anyway
    if (const auto known = m_images.find(key); known != m_images.end()) return known->second;
    return m_images.emplace(key, decoded(bytes)).first->second;
}

std::shared_ptr<const assets::Pictures> PictureShelf::share(const assets::Pictures& pictures) {
    const std::lock_guard held(m_lock);
    for (const auto& known : m_sets) {
        if (known->colour == pictures.colour && known->normal == pictures.normal &&
            known->surface == pictures.surface && known->glow == pictures.glow && known->tiles == pictures.tiles) {
            return known;
        }
    }
    return m_sets.emplace_back(std::make_shared<const assets::Pictures>(pictures));
}

}  // namespace sketchwalk::library
