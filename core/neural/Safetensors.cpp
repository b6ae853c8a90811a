#include "core/neural/Safetensors.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>

#include "core/base/Check.h"
#include "core/base/File.h"

namespace sketchwalk::neural {
namespace {

using nlohmann::json;

constexpr uint64_t kLargestHeader = 16 << 20;
constexpr int64_t kMostNumbers = 1LL << 34;

struct NumberKind {
    const char* name;
    size_t size;  // bytes
};
constexpr std::array<NumberKind, 4> kNumbers = {{{"I8", 1}, {"F16", 2}, {"F32", 4}, {"I64", 8}}};  // as the enum

std::string nameOf(Number number) {
    return kNumbers[static_cast<size_t>(number)].name;
}

std::optional<Number> numberOf(const json& name) {
    for (size_t i = 0; i < kNumbers.size(); ++i) {
        if (name == kNumbers[i].name) return static_cast<Number>(i);
    }
    return {};
}

// The product of a shape; nothing where it is no shape or too large.
std::optional<int64_t> countOf(const json& shape) {
    if (!shape.is_array() || shape.size() > 8) return {};
    int64_t count = 1;
    for (const json& side : shape) {
        if (!side.is_number_unsigned() || side.get<uint64_t>() > static_cast<uint64_t>(kMostNumbers)) return {};
        const auto n = static_cast<int64_t>(side.get<uint64_t>());
        if (n > 0 && count > kMostNumbers / n) return {};
        count *= n;
    }
    return count;
}

// Fills in a view; returns what is wrong, or nothing.
std::string readTensor(const json& entry, std::span<const uint8_t> data, TensorView& view, uint64_t& begin) {
    if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") || !entry.contains("data_offsets")) {
        return "lacks dtype, shape or data_offsets";
    }
    const auto number = numberOf(entry["dtype"]);
    if (!number) return "has a number type that is not F16, F32 or I64";
    const auto count = countOf(entry["shape"]);
    if (!count) return "has an impossible shape";
    const json& offsets = entry["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
        !offsets[1].is_number_unsigned()) {
        return "has impossible data_offsets";
    }
    begin = offsets[0].get<uint64_t>();
    const uint64_t end = offsets[1].get<uint64_t>();
    if (begin > end || end > data.size()) return "lies outside of the file; it may be truncated";
    if (end - begin != static_cast<uint64_t>(*count) * sizeOf(*number))
        return "has a shape that does not fit its bytes";
    view.number = *number;
    for (const json& side : entry["shape"]) view.shape.push_back(side.get<int64_t>());
    view.bytes = data.subspan(begin, end - begin);
    return {};
}

}  // namespace

size_t sizeOf(Number number) {
    return kNumbers[static_cast<size_t>(number)].size;
}

int64_t TensorView::count() const {
    int64_t count = 1;
    for (int64_t side : shape) count *= side;
    return count;
}

class Safetensors::Map {
  public:
    explicit Map(const std::filesystem::path& path) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return;
        struct stat facts {};
        if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
            m_size = static_cast<size_t>(facts.st_size);
            m_data = ::mmap(nullptr, m_size, PROT_READ, MAP_PRIVATE, file, 0);
            if (m_data == MAP_FAILED) m_data = nullptr;
        }
        ::close(file);
    }
    ~Map() {
        if (m_data) ::munmap(m_data, m_size);
    }
    Map(const Map&) = delete;
    Map& operator=(const Map&) = delete;
    std::span<const uint8_t> bytes() const { return {static_cast<const uint8_t*>(m_data), m_data ? m_size : 0}; }

  private:
    void* m_data = nullptr;
    size_t m_size = 0;
};

std::span<const uint8_t> Safetensors::bytes() const {
    return m_map->bytes();
}

Result<Safetensors> Safetensors::open(const std::filesystem::path& path) {
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, path.string() + ": " + what + ". Install the program's models again.");
    };
    Safetensors file;
    file.m_map = std::make_shared<Map>(path);
    const std::span<const uint8_t> all = file.m_map->bytes();
    if (all.empty()) return wrong("the weights are missing, empty or cannot be read");
    if (all.size() < 8) return wrong("the weights are truncated");
    uint64_t headerSize = 0;
    for (size_t i = 0; i < 8; ++i) headerSize |= static_cast<uint64_t>(all[i]) << (8 * i);
    if (headerSize > kLargestHeader || headerSize > all.size() - 8) return wrong("the header's size is impossible");
    const std::span<const uint8_t> header = all.subspan(8, headerSize);
    const json root = json::parse(header.begin(), header.end(), nullptr, false);
    if (!root.is_object()) return wrong("the header is no JSON object");
    const std::span<const uint8_t> data = all.subspan(8 + headerSize);

    std::vector<std::pair<uint64_t, uint64_t>> places;
    for (const auto& [name, entry] : root.items()) {
        if (name == "__metadata__") {
            if (!entry.is_object()) return wrong("__metadata__ is no object");
            for (const auto& [key, value] : entry.items()) {
                if (value.is_string()) file.m_notes[key] = value.get<std::string>();
            }
            continue;
        }
        TensorView view;
        uint64_t begin = 0;
        if (const std::string what = readTensor(entry, data, view, begin); !what.empty()) {
            return wrong("tensor \"" + name.substr(0, 100) + "\" " + what);
        }
        places.emplace_back(begin, begin + view.bytes.size());
        file.m_tensors[name] = std::move(view);
    }
    std::sort(places.begin(), places.end());
    uint64_t at = 0;
    for (const auto& [begin, end] : places) {
        if (begin != at) return wrong("tensors overlap or leave a gap");
        at = end;
    }
    if (at != data.size()) return wrong("bytes follow the last tensor");
    return file;
}

template <class T>
std::vector<T> numbersOf(const Safetensors& file, const std::string& key, const std::vector<int64_t>& shape) {
    constexpr Number kKind = std::is_same_v<T, int8_t>  ? Number::i8
                             : std::is_same_v<T, float> ? Number::f32
                                                        : Number::i64;
    const auto found = file.tensors().find(key);
    if (found == file.tensors().end() || found->second.number != kKind) return {};
    const TensorView& view = found->second;
    const auto fits = [](int64_t wanted, int64_t is) { return wanted < 0 || wanted == is; };
    if (!std::equal(shape.begin(), shape.end(), view.shape.begin(), view.shape.end(), fits)) return {};
    std::vector<T> numbers(static_cast<size_t>(view.count()));
    std::memcpy(numbers.data(), view.bytes.data(), view.bytes.size());
    const auto finite = [](T value) { return std::isfinite(static_cast<double>(value)); };
    return std::all_of(numbers.begin(), numbers.end(), finite) ? numbers : std::vector<T>();
}

template std::vector<int8_t> numbersOf(const Safetensors&, const std::string&, const std::vector<int64_t>&);
template std::vector<float> numbersOf(const Safetensors&, const std::string&, const std::vector<int64_t>&);
template std::vector<int64_t> numbersOf(const Safetensors&, const std::string&, const std::vector<int64_t>&);

Result<void> writeSafetensors(const std::filesystem::path& path, const std::map<std::string, TensorToWrite>& tensors,
                              const std::map<std::string, std::string>& notes) {
    json header = json::object();
    if (!notes.empty()) header["__metadata__"] = notes;
    uint64_t at = 0;
    for (const auto& [name, tensor] : tensors) {
        header[name] = {{"dtype", nameOf(tensor.number)},
                        {"shape", tensor.shape},
                        {"data_offsets", {at, at + tensor.bytes.size()}}};
        at += tensor.bytes.size();
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');
    std::vector<uint8_t> bytes;
    bytes.reserve(8 + text.size() + at);
    for (size_t i = 0; i < 8; ++i) bytes.push_back(static_cast<uint8_t>(text.size() >> (8 * i)));
    bytes.insert(bytes.end(), text.begin(), text.end());
    for (const auto& [name, tensor] : tensors) {
        const TensorView view{tensor.number, tensor.shape, tensor.bytes};
        CHECK(static_cast<size_t>(view.count()) * sizeOf(tensor.number) == tensor.bytes.size(),
              "the shape fits the bytes");
        bytes.insert(bytes.end(), tensor.bytes.begin(), tensor.bytes.end());
    }
    return writeFile(path, bytes);
}

}  // namespace sketchwalk::neural
