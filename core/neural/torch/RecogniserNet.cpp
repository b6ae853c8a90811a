#include "core/neural/torch/RecogniserNet.h"

#include <ATen/autocast_mode.h>

#include "core/neural/DrawingInput.h"

namespace sketchwalk::neural {
namespace {

namespace nn = torch::nn;

constexpr double kDropout = 0.3;                                // of features (Srivastava et al., 2014)
constexpr int64_t kFold = 2;                                    // so many pixels each way become channels
constexpr auto kChannelsLast = at::MemoryFormat::ChannelsLast;  // as convolutions on processors like it

nn::Conv2d conv(int64_t in, int64_t out, int64_t side, int64_t stride) {
    return nn::Conv2d(nn::Conv2dOptions(in, out, side).stride(stride).padding(side / 2).bias(false));
}

void addPointLayer(nn::Sequential& branch, int64_t in, int64_t out, int64_t side, int64_t stride) {
    // A row is a picture of height one: in what torch calls 1-D, channels cannot lie last.
    branch->push_back(
        nn::Conv2d(nn::Conv2dOptions(in, out, {1, side}).stride({1, stride}).padding({0, side / 2}).bias(false)));
    branch->push_back(Norm(out));
    branch->push_back(nn::ReLU());
}

// Four pixels as one of sixteen channels, so that no convolution works with few channels.
torch::Tensor folded(const torch::Tensor& raster) {
    constexpr int64_t kNewSide = kSide / kFold;
    return raster.view({raster.size(0), kPlanes, kNewSide, kFold, kNewSide, kFold})
        .permute({0, 1, 3, 5, 2, 4})
        .reshape({raster.size(0), kPlanes * kFold * kFold, kNewSide, kNewSide})
        .contiguous(kChannelsLast);
}

torch::Tensor dropped(const torch::Tensor& x, RecogniserRows* rows) {
    if (!rows) return x;
    const torch::Tensor kept =
        torch::rand({rows->all, x.size(1)}, rows->dice) >= kDropout;  // on the CPU: as everywhere
    return x * kept.narrow(0, rows->first, x.size(0)).to(x.device(), x.scalar_type()) / (1 - kDropout);
}

// torch 2.4 replaced the functions that name a device by some that take it.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
void setShortened(torch::DeviceType device, bool on) {
    at::autocast::set_autocast_dtype(device, torch::kBFloat16);
    at::autocast::set_autocast_enabled(device, on);
}
#else
void setShortened(torch::DeviceType device, bool on) {
    if (device == torch::kCUDA) {
        at::autocast::set_autocast_gpu_dtype(torch::kBFloat16);
        at::autocast::set_enabled(on);
    } else {
        at::autocast::set_autocast_cpu_dtype(torch::kBFloat16);
        at::autocast::set_cpu_enabled(on);
    }
}
#endif

// While it lives, convolutions on the device compute in bfloat16.
class Shortened {
  public:
    Shortened(torch::DeviceType device, bool wanted) : m_device(device), m_wanted(wanted) {
        if (m_wanted) setShortened(m_device, true);
    }
    ~Shortened() {
        if (!m_wanted) return;
        at::autocast::clear_cache();
        setShortened(m_device, false);
    }
    Shortened(const Shortened&) = delete;
    Shortened& operator=(const Shortened&) = delete;

  private:
    torch::DeviceType m_device;
    bool m_wanted;
};

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
    rasterBranch->push_back(conv(kPlanes * kFold * kFold, w, 3, 1));
    rasterBranch->push_back(Norm(w));
    rasterBranch->push_back(nn::ReLU());
    rasterBranch->push_back(nn::MaxPool2d(nn::MaxPool2dOptions(3).stride(2).padding(1)));
    rasterBranch->push_back(ResidualBlock(w, 2 * w, 1));
    rasterBranch->push_back(ResidualBlock(2 * w, 6 * w, 2));
    rasterBranch->push_back(ResidualBlock(6 * w, 6 * w, 1));
    rasterBranch->push_back(ResidualBlock(6 * w, shape.features, 2));
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
    for (torch::Tensor& weights : parameters()) {
        if (weights.dim() == 4) weights.set_data(weights.data().contiguous(kChannelsLast));
    }
}

void RecogniserNetImpl::join(const std::shared_ptr<const Peers>& all) {
    for (const auto& part : modules(false)) {
        if (auto* norm = dynamic_cast<NormImpl*>(part.get())) norm->peers = all;
    }
}

RecogniserOutput RecogniserNetImpl::forward(torch::Tensor raster, torch::Tensor points, RecogniserRows* rows) {
    torch::Tensor seen, followed;
    {
        const Shortened convolutions(raster.device().type(), shortened);
        seen = rasterBranch->forward(folded(raster)).mean({2, 3});
        followed = std::get<0>(pointBranch->forward(points.unsqueeze(2).contiguous(kChannelsLast)).flatten(2).max(2));
    }
    seen = seen.to(rasterHead->weight.scalar_type());
    followed = followed.to(rasterHead->weight.scalar_type());
    RecogniserOutput out;
    out.features = torch::cat({seen, followed}, 1);
    out.logits = head(dropped(out.features, rows));
    if (is_training()) {
        out.rasterLogits = rasterHead(dropped(seen, rows));
        out.pointLogits = pointHead(dropped(followed, rows));
    }
    return out;
}

}  // namespace sketchwalk::neural
