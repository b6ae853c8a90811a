#include "core/neural/torch/DenseTraining.h"

#include <cmath>
#include <cstring>

#include "core/base/Hash.h"
#include "core/neural/torch/Weights.h"

namespace sketchwalk::neural {
namespace {

namespace nn = torch::nn;

constexpr double kDenseRate = 2e-3;
constexpr int64_t kDenseBatch = 256;

TensorToWrite plainNumbers(const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.detach().to(torch::kCPU, torch::kFloat).contiguous();
    TensorToWrite out;
    out.number = Number::f32;
    out.shape.assign(plain.sizes().begin(), plain.sizes().end());
    out.bytes.resize(static_cast<size_t>(plain.numel()) * sizeof(float));
    std::memcpy(out.bytes.data(), plain.data_ptr(), out.bytes.size());
    return out;
}

class DenseTraining {
  public:
    explicit DenseTraining(const DensePlan& plan) : m_plan(plan) {
        const auto count = static_cast<int64_t>(plan.labels.size());
        const auto inputs = static_cast<int64_t>(plan.inputs);
        m_rows = torch::from_blob(const_cast<float*>(plan.rows.data()), {count, inputs}).clone();
        m_labels = torch::tensor(plan.labels, torch::kLong);
        m_mean = m_rows.mean(0);
        m_scale = 1 / (m_rows.std(0, false) + 1e-6);
        m_rows = (m_rows - m_mean) * m_scale;
        int64_t width = inputs;
        for (const int hidden : plan.hidden) {
            m_layers.push_back(nn::Linear(width, hidden));
            width = hidden;
        }
        m_layers.push_back(nn::Linear(width, plan.outputs));
    }

    Result<DenseTrained> run(const Job& job) {
        std::vector<torch::Tensor> parameters;
        for (const auto& layer : m_layers) {
            for (const torch::Tensor& p : layer->parameters()) parameters.push_back(p);
        }
        torch::optim::AdamW optimizer(parameters, torch::optim::AdamWOptions(kDenseRate).weight_decay(m_plan.decay));
        const int64_t count = m_rows.size(0), steps = m_plan.epochs * ((count + kDenseBatch - 1) / kDenseBatch);
        int64_t step = 0;
        DenseTrained trained;
        for (int epoch = 0; epoch < m_plan.epochs; ++epoch) {
            if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped.");
            const torch::Tensor order = torch::randperm(count);
            double sum = 0;
            for (int64_t from = 0; from < count; from += kDenseBatch, ++step) {
                const double rate =
                    kDenseRate * 0.5 * (1 + std::cos(M_PI * static_cast<double>(step) / static_cast<double>(steps)));
                for (auto& group : optimizer.param_groups()) group.options().set_lr(rate);
                const torch::Tensor some = order.narrow(0, from, std::min(kDenseBatch, count - from));
                const torch::Tensor loss =
                    nn::functional::cross_entropy(forward(m_rows.index({some})), m_labels.index({some}));
                optimizer.zero_grad();
                loss.backward();
                optimizer.step();
                sum += loss.item<double>() * static_cast<double>(some.size(0));
            }
            trained.loss = sum / static_cast<double>(count);
            job.progress("train", static_cast<double>(epoch + 1) / m_plan.epochs);
        }
        trained.tensors["mean"] = plainNumbers(m_mean);
        trained.tensors["scale"] = plainNumbers(m_scale);
        for (size_t i = 0; i < m_layers.size(); ++i) {
            trained.tensors[std::to_string(i) + ".weight"] = plainNumbers(m_layers[i]->weight);
            trained.tensors[std::to_string(i) + ".bias"] = plainNumbers(m_layers[i]->bias);
        }
        return trained;
    }

  private:
    torch::Tensor forward(torch::Tensor x) {
        for (size_t i = 0; i < m_layers.size(); ++i) {
            x = m_layers[i](x);
            if (i + 1 < m_layers.size()) x = torch::dropout(torch::relu(x), m_plan.dropout, true);
        }
        return x;
    }

    const DensePlan& m_plan;
    torch::Tensor m_rows, m_labels, m_mean, m_scale;
    std::vector<nn::Linear> m_layers;
};

}  // namespace

Result<DenseTrained> torchDenseTraining(const DensePlan& plan, const Job& job) {
    try {
        at::set_num_threads(job.threads);
        torch::manual_seed(plan.seed);
        return DenseTraining(plan).run(job);
    } catch (const std::exception& failure) {  // torch's own
        return fail(ErrorKind::resource, std::string("The training ended: ") + failure.what());
    }
}

}  // namespace sketchwalk::neural
