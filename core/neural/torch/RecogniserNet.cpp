#include "core/neural/torch/RecogniserNet.h"

#include "core/neural/DrawingInput.h"

namespace sketchwalk::neural {
namespace {

namespace nn = torch::nn;

constexpr double kDropout = 0.3;  // of features (Srivastava et al., 2014)

nn::Conv2d conv(int64_t in, int64_t out, int64_t side, int64_t stride) {
    return nn::Conv2d(nn::Conv2dOptions(in, out, side).stride(stride).padding(side / 2).bias(false));
}

void addPointLayer(nn::Sequential& branch, int64_t in, int64_t out, int64_t side, int64_t stride) {
    branch->push_back(nn::Conv1d(nn::Conv1dOptions(in, out, side).stride(stride).padding(side / 2).bias(false)));
    branch->push_back(Norm(out));
    branch->push_back(nn::ReLU());
}

}  // namespace

ResidualBlockImpl::ResidualBlockImpl(int64_t in, int64_t out, int64_t stride) {
    first = register_module("first", conv(in, out, 3, stride));
    firstNorm = register_module("firstNorm", Norm(out));
    second = register_module("second", conv(out, out, 3, 1));
    secondNorm = register_module("secondNorm", Norm(out));
    if (in != out || stride != 1) skip = register_module("skip", conv(in, out, 1, stride));
}

torch::Tensor ResidualBlockImpl::forward(torch::Tensor x) {
    const torch::Tensor inner = secondNorm(second(torch::relu(firstNorm(first(x)))));
    return torch::relu(inner + (skip.is_empty() ? x : skip(x)));
}

RecogniserNetImpl::RecogniserNetImpl(const RecogniserShape& wanted) : shape(wanted) {
    const int64_t w = shape.width;
    rasterBranch->push_back(conv(kPlanes, w, 5, 2));
    rasterBranch->push_back(Norm(w));
    rasterBranch->push_back(nn::ReLU());
    rasterBranch->push_back(nn::MaxPool2d(nn::MaxPool2dOptions(3).stride(2).padding(1)));
    rasterBranch->push_back(ResidualBlock(w, 2 * w, 1));
    rasterBranch->push_back(ResidualBlock(2 * w, 4 * w, 2));
    rasterBranch->push_back(ResidualBlock(4 * w, 4 * w, 1));
    rasterBranch->push_back(ResidualBlock(4 * w, shape.features, 2));
    register_module("raster", rasterBranch);
    addPointLayer(pointBranch, kPointChannels, 48, 5, 1);
    addPointLayer(pointBranch, 48, 96, 5, 2);
    addPointLayer(pointBranch, 96, 128, 5, 2);
    addPointLayer(pointBranch, 128, 128, 3, 2);
    addPointLayer(pointBranch, 128, shape.features, 3, 1);
    register_module("points", pointBranch);
    rasterHead = register_module("rasterHead", nn::Linear(shape.features, shape.classes));
    pointHead = register_module("pointHead", nn::Linear(shape.features, shape.classes));
    head = register_module("head", nn::Linear(2 * shape.features, shape.classes));
}

void RecogniserNetImpl::join(const std::shared_ptr<const Peers>& all) {
    m_peers = all;
    for (const auto& part : modules(false)) {
        if (auto* norm = dynamic_cast<NormImpl*>(part.get())) norm->peers = all;
    }
}

// Where several processes train, each takes its rows of the mask for the whole batch.
torch::Tensor RecogniserNetImpl::dropped(const torch::Tensor& x) const {
    if (!is_training()) return x;
    const int64_t parts = m_peers ? m_peers->count() : 1, part = m_peers ? m_peers->rank() : 0;
    const torch::Tensor kept =
        torch::rand({parts * x.size(0), x.size(1)}) >= kDropout;  // drawn on the CPU: the same everywhere
    return x * kept.narrow(0, part * x.size(0), x.size(0)).to(x.device(), x.scalar_type()) / (1 - kDropout);
}

RecogniserOutput RecogniserNetImpl::forward(torch::Tensor raster, torch::Tensor points) {
    const torch::Tensor seen = rasterBranch->forward(raster).mean({2, 3});
    const torch::Tensor followed = std::get<0>(pointBranch->forward(points).max(2));
    RecogniserOutput out;
    out.features = torch::cat({seen, followed}, 1);
    out.logits = head(dropped(out.features));
    if (is_training()) {
        out.rasterLogits = rasterHead(dropped(seen));
        out.pointLogits = pointHead(dropped(followed));
    }
    return out;
}

}  // namespace sketchwalk::neural
