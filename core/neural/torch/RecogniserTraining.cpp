#include "core/neural/torch/Training.h"

#include <chrono>
#include <cmath>
#include <future>

#include "core/base/Hash.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/LossCurve.h"
#include "core/neural/torch/RecogniserNet.h"
#include "core/neural/torch/Weights.h"

namespace sketchwalk::neural {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr double kWarmUp = 0.04;         // part of the schedule
constexpr double kDecay = 0.03;          // AdamW's weight decay
constexpr double kSmoothing = 0.1;       // of labels (Szegedy et al., 2016)
constexpr double kLongestStep = 3;       // seconds that count; a paused process does not spend its minutes
constexpr int64_t kStepsPerPoint = 50;   // of the curve
constexpr double kSecondsPerSave = 120;  // between checkpoints

struct Batch {
    torch::Tensor raster, points, labels;
};

// This process's part of a step's drawings.
Batch batchOf(const Lesson& lesson, uint64_t step, const TrainingPlan& plan) {
    const int64_t size = plan.batch;
    const uint64_t first =
        (step * static_cast<uint64_t>(plan.processes) + static_cast<uint64_t>(plan.rank)) * static_cast<uint64_t>(size);
    Batch batch{torch::empty({size, kPlanes, kSide, kSide}), torch::empty({size, kPointChannels, kPoints}),
                torch::empty({size}, torch::kLong)};
    for (int64_t i = 0; i < size; ++i) {
        const int label =
            lesson(first + static_cast<uint64_t>(i), {batch.raster.data_ptr<float>() + i * kRasterSize, kRasterSize},
                   {batch.points.data_ptr<float>() + i * kPointsSize, kPointsSize});
        batch.labels.data_ptr<int64_t>()[i] = label;
    }
    return batch;
}

class Training {
  public:
    Training(const TrainingPlan& plan, torch::Device device, std::shared_ptr<const Peers> peers)
        : m_plan(plan),
          m_device(device),
          m_peers(std::move(peers)),
          m_net(RecogniserShape{static_cast<int64_t>(plan.symbolOfClass.size()), plan.width}),
          m_average(RecogniserShape{static_cast<int64_t>(plan.symbolOfClass.size()), plan.width}) {
        copyInto(m_average, 1);
        if (m_peers) m_net->join(m_peers);
        m_net->to(device);
        m_average->to(device);
        std::vector<torch::Tensor> decaying, steady;  // no decay of biases and norms
        for (const torch::Tensor& p : m_net->parameters()) (p.dim() > 1 ? decaying : steady).push_back(p);
        std::vector<torch::optim::OptimizerParamGroup> groups;
        groups.emplace_back(decaying, std::make_unique<torch::optim::AdamWOptions>(
                                          torch::optim::AdamWOptions(plan.rate).weight_decay(kDecay)));
        groups.emplace_back(steady, std::make_unique<torch::optim::AdamWOptions>(
                                        torch::optim::AdamWOptions(plan.rate).weight_decay(0)));
        m_optimizer = std::make_unique<torch::optim::AdamW>(groups, torch::optim::AdamWOptions(plan.rate));
        m_symbolMask = torch::full({static_cast<int64_t>(plan.symbolOfClass.size())}, -1e4F);
        for (size_t i = 0; i < plan.symbolOfClass.size(); ++i) {
            if (plan.symbolOfClass[i] >= 0) m_symbolMask[static_cast<int64_t>(i)] = 0.0F;
        }
        m_symbolMask = m_symbolMask.to(device);
    }

    double part() const {
        const double byClock = m_seconds / (m_plan.minutes * 60);
        return m_plan.steps > 0 ? static_cast<double>(m_step) / static_cast<double>(m_plan.steps) : byClock;
    }

    double rate() const {
        const double p = std::min(part(), 1.0);
        if (p < kWarmUp) return m_plan.rate * (p + 0.002) / kWarmUp;
        return m_plan.rate * 0.5 * (1 + std::cos(M_PI * (p - kWarmUp) / (1 - kWarmUp)));
    }

    // The whole of the loss is the mean over the batches of all processes.
    void step(const Batch& batch) {
        const auto start = Clock::now();
        for (auto& group : m_optimizer->param_groups()) group.options().set_lr(rate());
        torch::manual_seed(combine(m_plan.seed, static_cast<uint64_t>(m_step)));  // resumed or not, the same
        m_net->train();
        const torch::Tensor labels = batch.labels.to(m_device);
        const RecogniserOutput out = m_net->forward(batch.raster.to(m_device), batch.points.to(m_device));
        const torch::Tensor loss = lossOf(out, labels);
        m_optimizer->zero_grad();
        loss.backward();
        if (m_peers) m_peers->meanGradients(m_net->parameters());
        torch::nn::utils::clip_grad_norm_(m_net->parameters(), 2.0);
        m_optimizer->step();
        ++m_step;
        copyInto(m_average,
                 1 - std::min(0.998, (1.0 + static_cast<double>(m_step)) / (10.0 + static_cast<double>(m_step))));
        m_lossSum += loss.item<double>();
        ++m_summed;
        m_hits += static_cast<double>((out.logits.argmax(1) == labels).sum().item<int64_t>());
        m_seen += static_cast<double>(labels.size(0));
        const double spent = std::chrono::duration<double>(Clock::now() - start).count();
        m_seconds += std::min(spent, kLongestStep);
        m_pace = m_pace > 0 ? 0.95 * m_pace + 0.05 * spent : spent;
        if (m_step % kStepsPerPoint == 0) addPoint();
    }

    // All processes take the clock and the wish to stop from the first.
    bool goOn(bool stopped) {
        if (m_peers) {
            torch::Tensor said = torch::zeros({2}, torch::kDouble);
            if (m_peers->rank() == 0) said = torch::tensor({m_seconds, stopped ? 1.0 : 0.0}, torch::kDouble);
            m_peers->sum(said);
            m_seconds = said[0].item<double>();
            stopped = said[1].item<double>() > 0;
        }
        return part() < 1 && !stopped;
    }

    void endCurve() {
        if (m_summed > 0) addPoint();
    }

    Result<void> startFrom(const fs::path& path) {
        const auto file = Safetensors::open(path);
        if (!file) return tl::make_unexpected(file.error());
        if (auto done = loadWeights(*m_net, *file, path.string(), m_plan.rowOfClass); !done) return done;
        copyInto(m_average, 1);
        return {};
    }

    Result<void> save() const {
        if (auto curve = writeLossCurve(m_plan.out, m_curve); !curve) return curve;
        if (auto weights = writeSafetensors(m_plan.out / "weights.safetensors", halfWeights(*m_average)); !weights) {
            return weights;
        }
        const fs::path path = m_plan.out / "checkpoint.pt", beside = m_plan.out / "checkpoint.pt.new";
        try {
            torch::serialize::OutputArchive archive, net, average, optimizer;
            m_net->save(net);
            m_average->save(average);
            m_optimizer->save(optimizer);
            archive.write("net", net);
            archive.write("average", average);
            archive.write("optimizer", optimizer);
            archive.write("state", torch::tensor({static_cast<double>(m_step), m_seconds}, torch::kDouble));
            archive.save_to(beside.string());
            fs::rename(beside, path);
        } catch (const std::exception& failure) {
            return fail(ErrorKind::output, path.string() + ": cannot be written: " + failure.what());
        }
        return {};
    }

    Result<void> resume() {
        const fs::path path = m_plan.out / "checkpoint.pt";
        if (!fs::exists(path)) return fail(ErrorKind::input, path.string() + ": no checkpoint to resume from.");
        try {
            torch::serialize::InputArchive archive, net, average, optimizer;
            archive.load_from(path.string(), m_device);
            archive.read("net", net);
            archive.read("average", average);
            archive.read("optimizer", optimizer);
            m_net->load(net);
            m_average->load(average);
            m_optimizer->load(optimizer);
            torch::Tensor state;
            archive.read("state", state);
            m_step = static_cast<int64_t>(state[0].item<double>());
            m_seconds = state[1].item<double>();
        } catch (const std::exception&) {
            return fail(ErrorKind::input,
                        path.string() + ": is no checkpoint of this network; train anew without --resume.");
        }
        m_curve = readLossCurve(m_plan.out);
        while (!m_curve.empty() && m_curve.back().step > m_step) m_curve.pop_back();
        return {};
    }

    TrainingProgress progress() const {
        const double loss = m_curve.empty() ? 0 : m_curve.back().loss;
        return {m_step, part(), loss, m_curve.empty() ? 0 : m_curve.back().accuracy,
                m_pace > 0 ? static_cast<double>(m_plan.batch * m_plan.processes) / m_pace : 0};
    }

    int64_t steps() const { return m_step; }
    double seconds() const { return m_seconds; }

  private:
    torch::Tensor lossOf(const RecogniserOutput& out, const torch::Tensor& labels) const {
        const auto options = torch::nn::functional::CrossEntropyFuncOptions().label_smoothing(kSmoothing);
        using torch::nn::functional::cross_entropy;
        torch::Tensor loss = cross_entropy(out.logits, labels, options) +
                             0.3 * cross_entropy(out.rasterLogits, labels, options) +
                             0.3 * cross_entropy(out.pointLogits, labels, options);
        // Among symbols alone, for drawings that show one: this is what a reader of maps is asked most.
        const torch::Tensor known = (m_symbolMask.index({labels}) == 0).nonzero().squeeze(1);
        torch::Tensor count = torch::full({1}, static_cast<double>(known.size(0)));
        if (m_peers) m_peers->sum(count);
        if (known.size(0) > 0) {
            const torch::Tensor among = out.logits.index({known}) + m_symbolMask;
            const auto sum = torch::nn::functional::NLLLossFuncOptions().reduction(torch::kSum);
            loss = loss + 0.8 * (m_peers ? m_peers->count() : 1) / count.item<double>() *
                              torch::nn::functional::nll_loss(torch::log_softmax(among, 1), labels.index({known}), sum);
        }
        return loss;
    }

    void addPoint() {
        torch::Tensor sums = torch::tensor({m_lossSum, static_cast<double>(m_summed), m_hits, m_seen}, torch::kDouble);
        if (m_peers) m_peers->sum(sums);
        const auto at = [&sums](int i) { return sums[i].item<double>(); };
        m_curve.push_back({m_step, at(0) / at(1), at(2) / std::max(at(3), 1.0), rate()});
        m_lossSum = m_hits = m_seen = 0;
        m_summed = 0;
    }

    // target += (net - target) * share, weights and norms alike.
    void copyInto(RecogniserNet& target, double share) const {
        const torch::NoGradGuard frozen;
        const auto blend = [share](const torch::Tensor& to, const torch::Tensor& from) {
            if (to.is_floating_point()) {
                to.detach().lerp_(from.detach(), share);
            } else {
                to.detach().copy_(from.detach());
            }
        };
        const auto to = target->parameters(), from = m_net->parameters();
        for (size_t i = 0; i < to.size(); ++i) blend(to[i], from[i]);
        const auto toBuffers = target->buffers(), fromBuffers = m_net->buffers();
        for (size_t i = 0; i < toBuffers.size(); ++i) blend(toBuffers[i], fromBuffers[i]);
    }

    const TrainingPlan& m_plan;
    torch::Device m_device;
    std::shared_ptr<const Peers> m_peers;  // empty: alone
    RecogniserNet m_net, m_average;
    std::unique_ptr<torch::optim::AdamW> m_optimizer;
    torch::Tensor m_symbolMask;
    int64_t m_step = 0;
    double m_seconds = 0, m_pace = 0;
    double m_lossSum = 0, m_hits = 0, m_seen = 0;  // since the curve's last point
    int64_t m_summed = 0;
    std::vector<LossPoint> m_curve;
};

Result<TrainingResult> run(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                           const std::function<void(const TrainingProgress&)>& tell) {
    const auto device = deviceNamed(plan.device);
    if (!device) return tl::make_unexpected(device.error());
    at::set_num_threads(job.threads);
    torch::manual_seed(plan.seed);
    std::error_code failed;
    fs::create_directories(plan.out, failed);
    if (failed) return fail(ErrorKind::output, plan.out.string() + ": cannot be made: " + failed.message());
    std::shared_ptr<const Peers> peers;
    if (plan.processes > 1) {
        auto met = Peers::meet(plan.rendezvous, plan.rank, plan.processes);
        if (!met) return tl::make_unexpected(met.error());
        peers = *met;
    }
    Training training(plan, *device, peers);
    if (!plan.from.empty()) {
        if (auto done = training.startFrom(plan.from); !done) return tl::make_unexpected(done.error());
    }
    if (plan.resume) {
        if (auto done = training.resume(); !done) return tl::make_unexpected(done.error());
    }
    const auto save = [&]() -> Result<void> { return plan.rank == 0 ? training.save() : Result<void>(); };
    const auto ask = [&lesson, &plan](int64_t step) {
        return std::async(std::launch::async,
                          [&lesson, &plan, step] { return batchOf(lesson, static_cast<uint64_t>(step), plan); });
    };
    auto next = ask(training.steps());
    auto saved = Clock::now();
    while (training.goOn(job.stopped())) {
        const Batch batch = next.get();
        next = ask(training.steps() + 1);
        training.step(batch);
        tell(training.progress());
        if (std::chrono::duration<double>(Clock::now() - saved).count() > kSecondsPerSave) {
            if (auto done = save(); !done) return tl::make_unexpected(done.error());
            saved = Clock::now();
        }
    }
    next.wait();
    training.endCurve();
    if (auto done = save(); !done) return tl::make_unexpected(done.error());
    return TrainingResult{training.steps(), training.seconds(), training.part() >= 1};
}

}  // namespace

Result<TrainingResult> torchTraining(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                                     const std::function<void(const TrainingProgress&)>& tell) {
    try {
        return run(plan, lesson, job, tell);
    } catch (const std::exception& failure) {  // torch's own
        return fail(ErrorKind::resource, std::string("The training ended: ") + failure.what());
    }
}

}  // namespace sketchwalk::neural
