// What the module gives to the program: core/neural/Backend.h.
#include <cstring>

#include "core/neural/Backend.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/torch/DenseTraining.h"
#include "core/neural/torch/RecogniserNet.h"
#include "core/neural/torch/Training.h"
#include "core/neural/torch/Weights.h"

namespace sketchwalk::neural {
namespace {

constexpr int kMostAtOnce = 64;  // drawings a pass: bounds memory

class Runner {
  public:
    Runner(const RecogniserModel& model, torch::Device device)
        : m_device(device),
          m_threads(model.threads),
          m_net(RecogniserShape{model.classes, model.width, model.features}) {}

    Result<void> load(const RecogniserModel& model) {
        const auto file = Safetensors::open(model.weights);
        if (!file) return tl::make_unexpected(file.error());
        if (auto done = loadWeights(*m_net, *file, model.weights.string()); !done) return done;
        m_net->eval();
        m_net->to(m_device, m_device.is_cuda() ? torch::kHalf : torch::kFloat);
        return {};
    }

    Result<RecogniserPass> run(std::span<const float> raster, std::span<const float> points, int count) {
        if (at::get_num_threads() != m_threads) at::set_num_threads(m_threads);
        const torch::InferenceMode guard;
        RecogniserPass pass;
        for (int from = 0; from < count; from += kMostAtOnce) {
            const int n = std::min(kMostAtOnce, count - from);
            const auto input = [&](std::span<const float> all, int size, std::vector<int64_t> shape) {
                float* data = const_cast<float*>(all.data()) + static_cast<ptrdiff_t>(from) * size;  // torch only reads
                torch::Tensor tensor = torch::from_blob(data, shape);
                return m_device.is_cuda() ? tensor.to(m_device, torch::kHalf) : tensor;
            };
            const RecogniserOutput out = m_net->forward(input(raster, kRasterSize, {n, kPlanes, kSide, kSide}),
                                                        input(points, kPointsSize, {n, kPointChannels, kPoints}));
            append(out.logits, pass.logits);
            append(out.features, pass.features);
        }
        return pass;
    }

  private:
    static void append(const torch::Tensor& tensor, std::vector<float>& to) {
        const torch::Tensor plain = tensor.to(torch::kCPU, torch::kFloat).contiguous();
        const float* data = plain.data_ptr<float>();
        to.insert(to.end(), data, data + plain.numel());
    }

    torch::Device m_device;
    int m_threads;
    RecogniserNet m_net;
};

Result<RunRecogniser> openRecogniser(const RecogniserModel& model) {
    try {
        const auto device = deviceNamed(model.device);
        if (!device) return tl::make_unexpected(device.error());
        const auto runner = std::make_shared<Runner>(model, *device);
        if (auto done = runner->load(model); !done) return tl::make_unexpected(done.error());
        return [runner](std::span<const float> raster, std::span<const float> points,
                        int count) -> Result<RecogniserPass> {
            try {
                return runner->run(raster, points, count);
            } catch (const std::exception& failure) {
                return fail(ErrorKind::resource, std::string("The network could not run: ") + failure.what());
            }
        };
    } catch (const std::exception& failure) {
        return fail(ErrorKind::resource, std::string("The network could not be made: ") + failure.what());
    }
}

}  // namespace
}  // namespace sketchwalk::neural

extern "C" __attribute__((visibility("default"))) const sketchwalk::neural::Backend sketchwalkTorchBackend = {
    sketchwalk::neural::openRecogniser, sketchwalk::neural::torchTraining, sketchwalk::neural::torchDenseTraining};
