// The network that names a drawing: a small residual network over the raster (He et al., 2016) beside 1-D convolutions
// over the points, joined late. One definition, for training and reading. Includes torch: only core/neural/torch
// sources may include this header.
#pragma once

#include <torch/torch.h>

#include "core/neural/RecogniserTraining.h"
#include "core/neural/torch/Peers.h"

namespace sketchwalk::neural {

struct RecogniserShape {
    int64_t classes = 0;
    int64_t width = 16;            // channels of the first raster stage; 2x, 4x, 8x follow
    int64_t features = kFeatures;  // of each branch
};

struct ResidualBlockImpl : torch::nn::Module {
    ResidualBlockImpl(int64_t in, int64_t out, int64_t stride);
    torch::Tensor forward(torch::Tensor x);
    torch::nn::Conv2d first{nullptr}, second{nullptr}, skip{nullptr};
    Norm firstNorm{nullptr}, secondNorm{nullptr};
};
TORCH_MODULE(ResidualBlock);

struct RecogniserOutput {
    torch::Tensor logits;        // N x classes
    torch::Tensor rasterLogits;  // of the raster branch alone; help the training only
    torch::Tensor pointLogits;
    torch::Tensor features;  // N x 2 features
};

struct RecogniserNetImpl : torch::nn::Module {
    explicit RecogniserNetImpl(const RecogniserShape& shape);
    // raster: N x kPlanes x kSide x kSide; points: N x kPointChannels x kPoints
    RecogniserOutput forward(torch::Tensor raster, torch::Tensor points);
    void join(const std::shared_ptr<const Peers>& all);  // trains with these processes from now on

    RecogniserShape shape;
    torch::nn::Sequential rasterBranch, pointBranch;
    torch::nn::Linear rasterHead{nullptr}, pointHead{nullptr}, head{nullptr};

  private:
    torch::Tensor dropped(const torch::Tensor& x) const;

    std::shared_ptr<const Peers> m_peers;
};
TORCH_MODULE(RecogniserNet);

}  // namespace sketchwalk::neural
