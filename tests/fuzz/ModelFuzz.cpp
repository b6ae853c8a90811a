// Any bytes as weights, or as a model card where they begin with a brace: an error that says why, or what keeps the
// reader's promises and survives writing and reading.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/neural/Examples.h"
#include "core/neural/ModelCard.h"
#include "core/neural/Safetensors.h"

using namespace sketchwalk;

namespace {

void expect(bool held) {
    if (!held) std::abort();
}

// A file in memory, at a path of its own.
class MemoryFile {
  public:
    MemoryFile(const uint8_t* data, size_t size) : m_file(::memfd_create("model", 0)) {
        expect(m_file >= 0);
        expect(::write(m_file, data, size) == static_cast<ssize_t>(size));
    }
    ~MemoryFile() { ::close(m_file); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_file); }

  private:
    int m_file;
};

void checkWeights(const std::string& path) {
    const auto file = neural::Safetensors::open(path);
    if (!file) {
        expect(file.error().kind == ErrorKind::resource && !file.error().text.empty());
        return;
    }
    const auto all = file->bytes();
    uint64_t sum = 0;
    for (const auto& [name, tensor] : file->tensors()) {
        expect(tensor.count() >= 0 &&
               tensor.bytes.size() == static_cast<size_t>(tensor.count()) * neural::sizeOf(tensor.number));
        expect(tensor.bytes.empty() || (tensor.bytes.data() >= all.data() &&
                                        tensor.bytes.data() + tensor.bytes.size() <= all.data() + all.size()));
        for (uint8_t byte : tensor.bytes) sum += byte;  // every byte can be read
    }
    expect(sum <= 255 * all.size());
}

void checkExamples(const std::string& path) {
    const std::array<int, 3> labels = {0, -1, 1};
    const std::array<float, 4> features = {0.5F, 0.5F, 0.5F, 0.5F};
    const auto examples = neural::Examples::load(path, features.size(), labels);
    if (!examples) {
        expect(examples.error().kind == ErrorKind::resource && !examples.error().text.empty());
        return;
    }
    for (const double near : examples->nearest(features, 2).ofLabel) expect(std::isfinite(near));
}

void checkCard(std::string_view text) {
    const auto card = neural::ModelCard::parse(text, "fuzz");
    if (!card) {
        expect(card.error().kind == ErrorKind::resource && !card.error().text.empty());
        return;
    }
    expect(card->classes.size() >= 2 && card->width > 0 && card->features > 0);
    const auto& fitted = card->calibration;
    expect(fitted.temperature > 0 && fitted.noneTemperature > 0 && fitted.noneScale > 0 &&
           std::isfinite(fitted.noneShift));
    expect(card->weights.find('/') == std::string::npos);
    const auto again = neural::ModelCard::parse(card->text(), "fuzz");
    expect(again && again->text() == card->text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size > 0 && data[0] == '{') checkCard({reinterpret_cast<const char*>(data), size});
    const MemoryFile file(data, size);
    checkWeights(file.path());
    checkExamples(file.path());
    return 0;
}
