// A small dense network with rectified linear units between its layers, in plain C++: for so few numbers that a pass of
// libtorch would cost more. Trained by core/neural/torch/DenseTraining.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/neural/Safetensors.h"

namespace sketchwalk::neural {

class DenseNet {
  public:
    // Tensors PREFIX.mean and PREFIX.scale (inputs are shifted and scaled by them), PREFIX.0.weight (outputs x inputs),
    // PREFIX.0.bias, PREFIX.1.weight, ... as f32. ErrorKind::resource, naming the file and the tensor, where one is
    // missing, has another shape, or holds a number that is not finite; or where the net has not these ends.
    static Result<DenseNet> read(const Safetensors& file, const std::string& prefix, size_t inputs, size_t outputs,
                                 const std::string& name);

    size_t inputs() const { return m_mean.size(); }
    std::vector<float> operator()(std::span<const float> numbers) const;  // outputs of the last layer

  private:
    struct Layer {
        std::vector<float> weights, bias;  // bias.size() outputs; row-major
    };
    std::vector<float> m_mean, m_scale;
    std::vector<Layer> m_layers;
};

}  // namespace sketchwalk::neural
