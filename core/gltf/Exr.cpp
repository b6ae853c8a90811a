#include "core/gltf/Exr.h"

#include <cstring>
#include <string_view>

namespace sketchwalk::gltf {
namespace {

constexpr uint32_t kMagic = 20000630;
constexpr uint32_t kVersion = 2;
constexpr int32_t kFloatPixels = 2;

class Bytes {  // little-endian, as OpenEXR wants it
  public:
    explicit Bytes(size_t size) { m_bytes.reserve(size); }
    template <class T>
    void put(T value) {
        uint8_t raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        m_bytes.insert(m_bytes.end(), raw, raw + sizeof(T));
    }
    void text(std::string_view value) {  // with its closing zero
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
        m_bytes.push_back(0);
    }
    void attribute(std::string_view name, std::string_view type, int32_t size) {
        text(name);
        text(type);
        put(size);
    }
    void raw(const void* data, size_t size) {
        const auto* from = static_cast<const uint8_t*>(data);
        m_bytes.insert(m_bytes.end(), from, from + size);
    }
    size_t size() const { return m_bytes.size(); }
    std::vector<uint8_t> take() { return std::move(m_bytes); }

  private:
    std::vector<uint8_t> m_bytes;
};

void putWindow(Bytes& out, std::string_view name, int width, int height) {
    out.attribute(name, "box2i", 16);
    for (const int32_t corner : {0, 0, width - 1, height - 1}) out.put(corner);
}

void putHeader(Bytes& out, int width, int height) {
    out.put(kMagic);
    out.put(kVersion);
    out.attribute("channels", "chlist", 2 + 16 + 1);
    out.text("Y");
    out.put(kFloatPixels);
    out.put(uint32_t{0});  // not perceptually linear, and three reserved bytes
    out.put(int32_t{1});   // no subsampling
    out.put(int32_t{1});
    out.put(uint8_t{0});  // end of the channels
    out.attribute("compression", "compression", 1);
    out.put(uint8_t{0});
    putWindow(out, "dataWindow", width, height);
    putWindow(out, "displayWindow", width, height);
    out.attribute("lineOrder", "lineOrder", 1);
    out.put(uint8_t{0});  // increasing y
    out.attribute("pixelAspectRatio", "float", 4);
    out.put(1.0f);
    out.attribute("screenWindowCenter", "v2f", 8);
    out.put(0.0f);
    out.put(0.0f);
    out.attribute("screenWindowWidth", "float", 4);
    out.put(1.0f);
    out.put(uint8_t{0});  // end of the header
}

}  // namespace

std::vector<uint8_t> encodeExr(const Grid<float>& values) {
    const int width = values.width(), height = values.height();
    const size_t line = static_cast<size_t>(width) * sizeof(float);
    Bytes out(512 + static_cast<size_t>(height) * (line + 16));
    putHeader(out, width, height);
    const uint64_t first = out.size() + static_cast<uint64_t>(height) * 8;
    for (int y = 0; y < height; ++y) out.put(first + static_cast<uint64_t>(y) * (8 + line));
    for (int y = 0; y < height; ++y) {
        out.put(static_cast<int32_t>(y));
        out.put(static_cast<int32_t>(line));
        out.raw(values.row(y), line);
    }
    return out.take();
}

}  // namespace sketchwalk::gltf
