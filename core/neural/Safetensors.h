// Weights in files: safetensors (Hugging Face, 2022): 8 bytes of header size (little endian), a JSON header, then the
// tensors' bytes. Read through a memory map, so that a file is paged in as its tensors are used; never trusted: sizes,
// shapes and places are checked before anything is touched. Knows no torch.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::neural {

enum class Number { i8, f16, f32, i64 };
size_t sizeOf(Number number);  // bytes

struct TensorView {
    Number number = Number::f32;
    std::vector<int64_t> shape;      // empty: one number
    std::span<const uint8_t> bytes;  // row-major, little endian; valid as long as its Safetensors
    int64_t count() const;           // product of the shape
};

class Safetensors {
  public:
    // ErrorKind::resource, naming the file and what is wrong: missing, empty, truncated, a header over 16 MiB or no
    // JSON, unknown number types, shapes that do not fit their bytes, tensors that overlap, leave the file, or leave a
    // gap.
    static Result<Safetensors> open(const std::filesystem::path& path);

    const std::map<std::string, TensorView>& tensors() const { return m_tensors; }
    const std::map<std::string, std::string>& notes() const { return m_notes; }  // the header's __metadata__
    std::span<const uint8_t> bytes() const;                                      // the whole file

  private:
    class Map;
    std::shared_ptr<const Map> m_map;
    std::map<std::string, TensorView> m_tensors;
    std::map<std::string, std::string> m_notes;
};

// A tensor's numbers: int8_t, float or int64_t. Empty where there is none of this kind and shape (a side of -1 may be
// any), or where not all of them are finite.
template <class T>
std::vector<T> numbersOf(const Safetensors& file, const std::string& key, const std::vector<int64_t>& shape);

struct TensorToWrite {
    Number number = Number::f32;
    std::vector<int64_t> shape;
    std::vector<uint8_t> bytes;
};

// Same tensors, same bytes. ErrorKind::output where the file cannot be written.
Result<void> writeSafetensors(const std::filesystem::path& path, const std::map<std::string, TensorToWrite>& tensors,
                              const std::map<std::string, std::string>& notes = {});

}  // namespace sketchwalk::neural
