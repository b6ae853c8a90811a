#include "core/neural/torch/Peers.h"

#ifdef USE_C10D_GLOO
#include <torch/csrc/distributed/c10d/FileStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif

namespace sketchwalk::neural {
namespace {

struct SumOverPeers : torch::autograd::Function<SumOverPeers> {
    static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                                 const Peers* peers) {
        context->saved_data["peers"] = reinterpret_cast<int64_t>(peers);
        torch::Tensor sum = x.detach().clone();
        peers->sum(sum);
        return sum;
    }
    static torch::autograd::tensor_list backward(torch::autograd::AutogradContext* context,
                                                 const torch::autograd::tensor_list& gradients) {
        torch::Tensor sum = gradients[0].contiguous().clone();
        reinterpret_cast<const Peers*>(context->saved_data["peers"].toInt())->sum(sum);
        return {sum, torch::Tensor()};
    }
};

#ifdef USE_C10D_GLOO
constexpr auto kPatience = std::chrono::minutes(5);

class GlooPeers : public Peers {
  public:
    GlooPeers(const c10::intrusive_ptr<c10d::Store>& store, int rank, int count) : Peers(rank, count), m_store(store) {
        auto options = c10d::ProcessGroupGloo::Options::create(kPatience);
        options->devices.push_back(c10d::ProcessGroupGloo::createDefaultDevice());
        m_group = c10::make_intrusive<c10d::ProcessGroupGloo>(store, rank, count, options);
    }
    void sum(torch::Tensor& tensor) const override {
        std::vector<at::Tensor> tensors{tensor.to(torch::kCPU)};
        m_group->allreduce(tensors)->wait();
        tensor.copy_(tensors[0]);
    }

  private:
    c10::intrusive_ptr<c10d::Store> m_store;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> m_group;
};

c10::intrusive_ptr<c10d::Store> storeAt(const std::string& meeting, int rank, int count) {
    const size_t colon = meeting.rfind(':');
    if (colon == std::string::npos) return c10::make_intrusive<c10d::FileStore>(meeting, count);
    c10d::TCPStoreOptions options;
    options.port = static_cast<std::uint16_t>(std::stoi(meeting.substr(colon + 1)));
    options.isServer = rank == 0;
    options.numWorkers = static_cast<size_t>(count);
    options.timeout = kPatience;
    return c10::make_intrusive<c10d::TCPStore>(meeting.substr(0, colon), options);
}
#endif

}  // namespace

torch::Tensor Peers::summed(const torch::Tensor& tensor) const {
    return SumOverPeers::apply(tensor, this);
}

void Peers::meanGradients(const std::vector<torch::Tensor>& parameters) const {
    std::vector<torch::Tensor> flat;
    for (const torch::Tensor& p : parameters) {
        if (p.grad().defined()) flat.push_back(p.grad().flatten());
    }
    torch::Tensor all = torch::cat(flat);
    sum(all);
    all.div_(count());
    int64_t at = 0;
    for (const torch::Tensor& p : parameters) {
        if (!p.grad().defined()) continue;
        p.mutable_grad().copy_(all.narrow(0, at, p.numel()).view(p.sizes()));
        at += p.numel();
    }
}

Result<std::shared_ptr<const Peers>> Peers::meet(const std::string& meeting, int rank, int count) {
    if (rank < 0 || rank >= count) return fail(ErrorKind::usage, "--rank must lie between 0 and --processes less one.");
    if (meeting.empty()) return fail(ErrorKind::usage, "Processes that train together need a --rendezvous.");
#ifdef USE_C10D_GLOO
    try {
        return std::make_shared<const GlooPeers>(storeAt(meeting, rank, count), rank, count);
    } catch (const std::exception& failure) {  // torch's and gloo's own; a port that is no number
        return fail(ErrorKind::resource,
                    "The " + std::to_string(count) + " processes could not meet at " + meeting + ": " + failure.what());
    }
#else
    return fail(ErrorKind::resource, "This program was built without Gloo: it trains in one process only.");
#endif
}

NormImpl::NormImpl(int64_t channels) {
    weight = register_parameter("weight", torch::ones({channels}));
    bias = register_parameter("bias", torch::zeros({channels}));
    mean = register_buffer("running_mean", torch::zeros({channels}));
    variance = register_buffer("running_var", torch::ones({channels}));
}

torch::Tensor NormImpl::forward(const torch::Tensor& input) {
    constexpr double kMomentum = 0.1, kEpsilon = 1e-5;
    if (!is_training() || !peers) {
        return torch::batch_norm(input, weight, bias, mean, variance, is_training(), kMomentum, kEpsilon, false);
    }
    const torch::Tensor x = input.to(torch::kFloat);
    const int64_t channels = x.size(1);
    std::vector<int64_t> others{0}, shape{1, channels};
    for (int64_t d = 2; d < x.dim(); ++d) {
        others.push_back(d);
        shape.push_back(1);
    }
    const auto count = static_cast<double>(x.numel() / channels * peers->count());
    const torch::Tensor centre = peers->summed(x.sum(others)) / count;
    const torch::Tensor off = x - centre.view(shape);
    const torch::Tensor spread = peers->summed(off.square().sum(others)) / count;
    {
        const torch::NoGradGuard frozen;
        mean.lerp_(centre, kMomentum);
        variance.lerp_(spread * (count / (count - 1)), kMomentum);
    }
    return off * (weight * torch::rsqrt(spread + kEpsilon)).view(shape) + bias.view(shape);
}

}  // namespace sketchwalk::neural
