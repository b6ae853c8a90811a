#include "core/neural/torch/Weights.h"

#include <cstring>

namespace sketchwalk::neural {
namespace {

// What a net keeps: its parameters and the buffers of its layers.
std::map<std::string, torch::Tensor> partsOf(const torch::nn::Module& net) {
    std::map<std::string, torch::Tensor> parts;
    for (const auto& item : net.named_parameters()) parts[item.key()] = item.value();
    for (const auto& item : net.named_buffers()) {
        if (item.value().is_floating_point()) parts[item.key()] = item.value();  // not the batches that a norm has seen
    }
    return parts;
}

torch::ScalarType typeOf(Number number) {
    switch (number) {
        case Number::i8:
            return torch::kChar;
        case Number::f16:
            return torch::kHalf;
        case Number::f32:
            return torch::kFloat;
        case Number::i64:
            break;
    }
    return torch::kLong;
}

}  // namespace

Result<torch::Device> deviceNamed(const std::string& name) {
    if (name == "cpu") return torch::Device(torch::kCPU);
    if (name == "auto" || name == "cuda") {
        if (torch::cuda::is_available()) return torch::Device(torch::kCUDA);
        if (name == "auto") return torch::Device(torch::kCPU);
        return fail(ErrorKind::usage, "No CUDA device is to be had here; use --device cpu.");
    }
    return fail(ErrorKind::usage, "\"" + name + "\" is no device: auto, cpu or cuda.");
}

std::map<std::string, TensorToWrite> halfWeights(const torch::nn::Module& net) {
    std::map<std::string, TensorToWrite> weights;
    for (const auto& [name, tensor] : partsOf(net)) {
        const torch::Tensor half = tensor.detach().to(torch::kCPU, torch::kHalf).contiguous();
        TensorToWrite& out = weights[name];
        out.number = Number::f16;
        out.shape.assign(half.sizes().begin(), half.sizes().end());
        out.bytes.resize(static_cast<size_t>(half.numel()) * 2);
        std::memcpy(out.bytes.data(), half.data_ptr(), out.bytes.size());
    }
    return weights;
}

Result<void> loadWeights(torch::nn::Module& net, const Safetensors& file, const std::string& name,
                         const std::vector<int>& rowOfClass) {
    const torch::NoGradGuard frozen;
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, name + ": " + what + ". Install the program's models again.");
    };
    const auto parts = partsOf(net);
    for (const auto& [key, tensor] : parts) {
        const auto found = file.tensors().find(key);
        if (found == file.tensors().end()) return wrong("tensor \"" + key + "\" is missing");
        const TensorView& view = found->second;
        const bool ofClasses = !rowOfClass.empty() && (key.starts_with("head.") || key.starts_with("rasterHead.") ||
                                                       key.starts_with("pointHead."));
        std::vector<int64_t> wanted = tensor.sizes().vec();
        if (ofClasses && !view.shape.empty()) wanted[0] = view.shape[0];
        if (view.shape != wanted) return wrong("tensor \"" + key + "\" has another shape");
        // The map may lie at any address: copied, not wrapped.
        torch::Tensor raw = torch::empty(view.shape, typeOf(view.number));
        std::memcpy(raw.data_ptr(), view.bytes.data(), view.bytes.size());
        raw = raw.to(torch::kFloat);
        if (!torch::isfinite(raw).all().item<bool>()) return wrong("tensor \"" + key + "\" holds no finite numbers");
        if (!ofClasses) {
            tensor.detach().copy_(raw);
            continue;
        }
        for (size_t row = 0; row < rowOfClass.size(); ++row) {
            if (rowOfClass[row] >= 0 && rowOfClass[row] < raw.size(0)) {
                tensor.detach()[static_cast<int64_t>(row)].copy_(raw[rowOfClass[row]]);
            }
        }
    }
    if (file.tensors().size() != parts.size()) return wrong("holds tensors that the network does not know");
    return {};
}

}  // namespace sketchwalk::neural
