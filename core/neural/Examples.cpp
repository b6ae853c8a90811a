#include "core/neural/Examples.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/Check.h"
#include "core/neural/Safetensors.h"

namespace sketchwalk::neural {
namespace {

constexpr float kFinest = 127;  // of a row's largest number, in a file

// Sixteen sums side by side, so that the processor adds several at a time: there are thousands of rows a drawing.
double product(std::span<const float> a, std::span<const float> b) {
    using Four = float __attribute__((vector_size(16)));
    constexpr size_t kAtOnce = 16;
    const auto four = [](const float* from) {
        Four numbers;
        std::memcpy(&numbers, from, sizeof numbers);
        return numbers;
    };
    Four s0{}, s1{}, s2{}, s3{};
    const size_t whole = a.size() / kAtOnce * kAtOnce;
    for (size_t i = 0; i < whole; i += kAtOnce) {
        const float *x = a.data() + i, *y = b.data() + i;
        s0 += four(x) * four(y);
        s1 += four(x + 4) * four(y + 4);
        s2 += four(x + 8) * four(y + 8);
        s3 += four(x + 12) * four(y + 12);
    }
    const Four all = (s0 + s1) + (s2 + s3);
    double sum = static_cast<double>(all[0]) + all[1] + all[2] + all[3];
    for (size_t i = whole; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

template <class T>
TensorToWrite plain(Number number, const std::vector<T>& values) {
    TensorToWrite out{number, {static_cast<int64_t>(values.size())}, std::vector<uint8_t>(values.size() * sizeof(T))};
    std::memcpy(out.bytes.data(), values.data(), out.bytes.size());
    return out;
}

}  // namespace

void Examples::add(std::span<const float> features, int label, double weight) {
    CHECK(features.size() == m_width, "examples are all as wide as the network's features");
    for (const float value : features) m_features.push_back(static_cast<float>(value * weight));
    m_labels.push_back(label);
}

Examples::Nearest Examples::nearest(std::span<const float> features, size_t labels) const {
    CHECK(features.size() == m_width, "a drawing is as wide as the examples");
    Nearest found{std::vector<double>(labels, kNowhere), kNowhere};
    for (size_t i = 0; i < m_labels.size(); ++i) {
        const auto label = static_cast<size_t>(m_labels[i]);
        if (m_labels[i] != kOther && label >= labels) continue;
        double& nearest = m_labels[i] == kOther ? found.ofOthers : found.ofLabel[label];
        nearest = std::max(nearest, product(features, {m_features.data() + i * m_width, m_width}));
    }
    return found;
}

Result<void> Examples::write(const std::filesystem::path& path) const {
    const auto rows = static_cast<int64_t>(size());
    std::map<std::string, TensorToWrite> tensors;
    TensorToWrite& features = tensors["features"];
    features = {Number::i8, {rows, static_cast<int64_t>(m_width)}, {}};
    std::vector<float> scales;
    for (size_t i = 0; i < size(); ++i) {
        const std::span<const float> row(m_features.data() + i * m_width, m_width);
        float largest = 1e-6F;
        for (const float value : row) largest = std::max(largest, std::abs(value));
        scales.push_back(largest / kFinest);
        for (const float value : row) {
            features.bytes.push_back(static_cast<uint8_t>(static_cast<int8_t>(std::lround(value / scales.back()))));
        }
    }
    tensors["scales"] = plain<float>(Number::f32, scales);
    tensors["classes"] = plain<int64_t>(Number::i64, {m_labels.begin(), m_labels.end()});
    return writeSafetensors(path, tensors);
}

Result<Examples> Examples::load(const std::filesystem::path& path, size_t width, std::span<const int> labelOfClass) {
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, path.string() + ": " + what + ". Install the program's models again.");
    };
    const auto file = Safetensors::open(path);
    if (!file) return tl::make_unexpected(file.error());
    const auto features = numbersOf<int8_t>(*file, "features", {-1, static_cast<int64_t>(width)});
    const auto scales = numbersOf<float>(*file, "scales", {-1});
    const auto classes = numbersOf<int64_t>(*file, "classes", {-1});
    const size_t rows = scales.size();
    if (rows == 0 || classes.size() != rows || features.size() != rows * width) {
        return wrong(
            "tensor \"features\", \"scales\" or \"classes\" is missing, has another shape, or holds no finite numbers");
    }
    Examples made(width);
    std::vector<float> row(width);
    for (size_t i = 0; i < rows; ++i) {
        if (!(scales[i] > 0 && scales[i] < 1)) return wrong("tensor \"scales\" holds impossible numbers");
        if (classes[i] < 0 || classes[i] >= static_cast<int64_t>(labelOfClass.size())) {
            return wrong("names unknown classes");
        }
        for (size_t k = 0; k < width; ++k) {
            row[k] = static_cast<float>(features[i * width + k]) * scales[i];
        }
        made.add(row, labelOfClass[static_cast<size_t>(classes[i])]);
    }
    return made;
}

}  // namespace sketchwalk::neural
