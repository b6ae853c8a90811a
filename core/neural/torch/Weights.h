// Between a network and its files, and where it computes. Includes torch: only core/neural/torch sources may include
// this header.
#pragma once

#include <torch/torch.h>

#include <map>
#include <string>

#include "core/neural/Safetensors.h"

namespace sketchwalk::neural {

// "auto" (CUDA where there is one), "cpu" or "cuda". ErrorKind::usage where it is another word, or where there is none.
Result<torch::Device> deviceNamed(const std::string& name);

// Parameters and buffers by name, on the CPU, floats as fp16.
std::map<std::string, TensorToWrite> halfWeights(const torch::nn::Module& net);

// Copies every parameter and buffer of the net out of the file. ErrorKind::resource where one is missing, has another
// shape, holds a number that is not finite, or where the file holds more than the net.
// rowOfClass: where not empty, the last layers' rows (their first dimension is that of the classes) are taken from
// these rows of the file, and those of -1 stay as they are; the file may then have other classes than the net.
Result<void> loadWeights(torch::nn::Module& net, const Safetensors& file, const std::string& name,
                         const std::vector<int>& rowOfClass = {});

}  // namespace sketchwalk::neural
