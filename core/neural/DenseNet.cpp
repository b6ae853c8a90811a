#include "core/neural/DenseNet.h"

#include <algorithm>

#include "core/base/Check.h"

namespace sketchwalk::neural {
namespace {

constexpr size_t kMostLayers = 8;

}  // namespace

Result<DenseNet> DenseNet::read(const Safetensors& file, const std::string& prefix, size_t inputs, size_t outputs,
                                const std::string& name) {
    const auto wrong = [&](const std::string& key) {
        return fail(ErrorKind::resource,
                    name + ": tensor \"" + key +
                        "\" is missing, has another shape, or holds no finite numbers. Install the "
                        "program's models again.");
    };
    DenseNet net;
    net.m_mean = numbersOf<float>(file, prefix + ".mean", {static_cast<int64_t>(inputs)});
    net.m_scale = numbersOf<float>(file, prefix + ".scale", {static_cast<int64_t>(inputs)});
    if (net.m_mean.empty() || net.m_scale.empty()) return wrong(prefix + ".mean or .scale");
    size_t width = inputs;
    for (size_t i = 0; i < kMostLayers; ++i) {
        const std::string key = prefix + "." + std::to_string(i);
        if (i > 0 && !file.tensors().contains(key + ".weight")) break;
        Layer layer;
        layer.bias = numbersOf<float>(file, key + ".bias", {-1});
        layer.weights = numbersOf<float>(file, key + ".weight",
                                         {static_cast<int64_t>(layer.bias.size()), static_cast<int64_t>(width)});
        if (layer.bias.empty() || layer.weights.empty()) return wrong(key);
        width = layer.bias.size();
        net.m_layers.push_back(std::move(layer));
    }
    if (width != outputs) return wrong(prefix + ".*");
    return net;
}

std::vector<float> DenseNet::operator()(std::span<const float> numbers) const {
    CHECK(numbers.size() == inputs(), "the caller gives as many numbers as the net takes");
    std::vector<float> now(numbers.size());
    for (size_t i = 0; i < now.size(); ++i) now[i] = (numbers[i] - m_mean[i]) * m_scale[i];
    for (size_t l = 0; l < m_layers.size(); ++l) {
        const Layer& layer = m_layers[l];
        std::vector<float> next = layer.bias;
        for (size_t o = 0; o < next.size(); ++o) {
            const float* row = layer.weights.data() + o * now.size();
            for (size_t i = 0; i < now.size(); ++i) next[o] += row[i] * now[i];
            if (l + 1 < m_layers.size()) next[o] = std::max(next[o], 0.0F);
        }
        now = std::move(next);
    }
    return now;
}

}  // namespace sketchwalk::neural
