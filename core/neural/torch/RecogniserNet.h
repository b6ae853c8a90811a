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
    int64_t width = 16;            // channels of the first raster stage; 2x and 6x follow
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

// In a training: which rows of the whole batch a net is given, and the dice that are thrown for all of them, so that it
// does not matter how many share the batch.
struct RecogniserRows {
    torch::Generator dice;
    int64_t first = 0, all = 0;
};

struct RecogniserNetImpl : torch::nn::Module {
    explicit RecogniserNetImpl(const RecogniserShape& shape);
    // raster: N x kPlanes x kSide x kSide; points: N x kPointChannels x kPoints
    RecogniserOutput forward(torch::Tensor raster, torch::Tensor points, RecogniserRows* rows = nullptr);
    void join(const std::shared_ptr<const Peers>& all);  // trains with these processes from now on

    RecogniserShape shape;
    bool shortened = false;  // trains in bfloat16 where there is most to compute
    torch::nn::Sequential rasterBranch, pointBranch;
    torch::nn::Linear rasterHead{nullptr}, pointHead{nullptr}, head{nullptr};
};
TORCH_MODULE(RecogniserNet);

}  // namespace sketchwalk::neural
