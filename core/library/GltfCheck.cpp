#include "core/library/GltfCheck.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>

#include "core/library/Model.h"

namespace sketchwalk::library {
namespace {

using nlohmann::json;

constexpr uint32_t kJsonChunk = 0x4E4F534A, kBinChunk = 0x004E4942;
constexpr size_t kMostInList = 100'000;
constexpr std::array kKnown{"KHR_materials_unlit", "KHR_texture_transform", "KHR_mesh_quantization",
                            "KHR_lights_punctual", "KHR_materials_emissive_strength"};

// Counts values and depth without building anything: a small file must not become gigabytes of objects.
class Counter : public nlohmann::json_sax<json> {
  public:
    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(size_t) override { return deeper(); }
    bool key(string_t&) override { return value(); }
    bool end_object() override { return --m_depth, true; }
    bool start_array(size_t) override { return deeper(); }
    bool end_array() override { return --m_depth, true; }
    bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
        m_wrong = "its JSON breaks off or is wrong at character " + std::to_string(at);
        return false;
    }
    const std::string& wrong() const { return m_wrong; }

  private:
    bool value() {
        if (++m_values > kMostJsonValues) m_wrong = "its JSON holds more than two million values";
        return m_wrong.empty();
    }
    bool deeper() {
        if (++m_depth > kMostJsonDepth) m_wrong = "its JSON is nested deeper than 64 levels";
        return value();
    }
    size_t m_values = 0;
    int m_depth = 0;
    std::string m_wrong;
};

uint32_t word(std::span<const uint8_t> bytes, size_t at) {
    uint32_t value = 0;
    std::memcpy(&value, bytes.data() + at, 4);
    return value;  // little-endian, as every machine this runs on
}

// A whole number of an object, 0 where it has none; -1 where it is something else.
int64_t whole(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return 0;
    if (!found->is_number_integer()) return -1;
    const auto value = found->get<int64_t>();
    return value < 0 ? -1 : value;
}

const json* list(const json& root, const char* key) {
    const auto found = root.find(key);
    return found != root.end() && found->is_array() ? &*found : nullptr;
}

const json* item(const json& root, const char* key, int64_t index) {
    const json* all = list(root, key);
    if (all == nullptr || index < 0 || index >= static_cast<int64_t>(all->size())) return nullptr;
    const json& one = (*all)[static_cast<size_t>(index)];
    return one.is_object() ? &one : nullptr;
}

Result<void> checkLists(const json& root) {
    for (const char* key : {"accessors", "bufferViews", "buffers", "meshes", "nodes", "scenes", "materials", "textures",
                            "images", "samplers", "animations", "skins", "cameras"}) {
        const auto found = root.find(key);
        if (found == root.end()) continue;
        if (!found->is_array()) return wrong(std::string("'") + key + "' is no list");
        const size_t most = key == std::string_view("nodes")       ? kMostNodes
                            : key == std::string_view("materials") ? kMostMaterials
                                                                   : kMostInList;
        if (found->size() > most) {
            return wrong("it has " + std::to_string(found->size()) + " " + key + ", more than " + std::to_string(most));
        }
        for (const json& one : *found) {
            if (!one.is_object()) return wrong(std::string("'") + key + "' holds something that is no object");
        }
    }
    return {};
}

Result<void> checkViews(const json& root) {
    const json* views = list(root, "bufferViews");
    for (size_t i = 0; views != nullptr && i < views->size(); ++i) {
        const json& view = (*views)[i];
        const json* buffer = item(root, "buffers", whole(view, "buffer"));
        const int64_t offset = whole(view, "byteOffset"), length = whole(view, "byteLength");
        const int64_t room = buffer != nullptr ? whole(*buffer, "byteLength") : -1;
        const auto limit = static_cast<int64_t>(kMostFileBytes);
        if (offset < 0 || length < 1 || room < 1 || room > limit || offset > limit || length > limit ||
            offset + length > room) {
            return wrong("buffer view " + std::to_string(i) + " reaches out of its buffer");
        }
    }
    const json* images = list(root, "images");
    for (size_t i = 0; images != nullptr && i < images->size(); ++i) {
        if (!(*images)[i].contains("bufferView")) continue;
        if (item(root, "bufferViews", whole((*images)[i], "bufferView")) == nullptr) {
            return wrong("picture " + std::to_string(i) + " lies in a buffer view that is not there");
        }
    }
    return {};
}

Result<void> checkExtensions(const json& root) {
    const json* required = list(root, "extensionsRequired");
    if (required == nullptr) return {};
    for (const json& name : *required) {
        const std::string text = name.is_string() ? name.get<std::string>() : name.dump();
        if (std::find(kKnown.begin(), kKnown.end(), text) == kKnown.end()) {
            return wrong("it needs the extension " + text.substr(0, 60) +
                         ", which is not read here; export it without");
        }
    }
    return {};
}

}  // namespace

bool isGlb(std::span<const uint8_t> bytes) {
    return bytes.size() >= 4 && std::memcmp(bytes.data(), "glTF", 4) == 0;
}

Result<std::string_view> gltfJson(std::span<const uint8_t> bytes) {
    const auto text = [&](size_t at, size_t length) {
        return std::string_view(reinterpret_cast<const char*>(bytes.data()) + at, length);
    };
    if (!isGlb(bytes)) return text(0, bytes.size());
    if (bytes.size() < 20) return wrong("it breaks off inside its header");
    if (word(bytes, 4) != 2) return wrong("it is binary glTF version " + std::to_string(word(bytes, 4)) + ", not 2");
    const uint64_t length = word(bytes, 8), head = word(bytes, 12);
    if (length > bytes.size()) {
        return wrong("it breaks off: " + std::to_string(bytes.size()) + " of " + std::to_string(length) + " bytes");
    }
    if (word(bytes, 16) != kJsonChunk || 20 + head > length) return wrong("its JSON chunk is not where it should be");
    if (20 + head == length) return text(20, head);
    if (28 + head > length || word(bytes, 24 + head) != kBinChunk || 28 + head + word(bytes, 20 + head) > length) {
        return wrong("its binary chunk reaches past the end of the file");
    }
    return text(20, head);
}

Result<void> checkGltfJson(std::string_view text) {
    Counter counter;
    if (!json::sax_parse(text, &counter)) {
        return wrong(counter.wrong().empty() ? "its JSON cannot be read" : counter.wrong());
    }
    const json root = json::parse(text, nullptr, false);
    if (!root.is_object()) return wrong("its JSON is no object");
    if (auto good = checkLists(root); !good) return good;
    if (auto good = checkViews(root); !good) return good;
    return checkExtensions(root);
}

}  // namespace sketchwalk::library
