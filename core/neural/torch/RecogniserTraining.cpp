#include "core/neural/torch/Training.h"

#include <chrono>
#include <cmath>
#include <future>

#include "core/base/Hash.h"
#include "core/neural/LossCurve.h"
#include "core/neural/torch/Batch.h"
#include "core/neural/torch/RecogniserNet.h"
#include "core/neural/torch/Weights.h"

namespace sketchwalk::neural {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr double kWarmUp = 0.1;          // part of the whole, or
constexpr double kWarmUpSteps = 400;     // so many steps, whichever is shorter
constexpr double kCooling = 0.1;         // last part of the whole, in which the rate sinks
constexpr double kDecay = 0.05;          // AdamW's weight decay
constexpr double kAverage = 0.999;       // a step's share of the average that was before
constexpr double kSmoothing = 0.1;       // of labels (Szegedy et al., 2016)
constexpr double kTaught = 0.7;          // share of the teachers' opinion in what is wanted
constexpr double kTeachersDoubt = 2;     // temperature of their opinion
constexpr double kBlended = 0.5;         // share of drawings that are blended with another
constexpr double kLongestStep = 3;       // seconds that count; a paused process does not spend its minutes
constexpr int64_t kStepsPerPoint = 50;   // of the curve
constexpr double kSecondsPerSave = 120;  // between checkpoints

class Training {
  public:
    Training(const TrainingPlan& plan, torch::Device device, std::shared_ptr<const Peers> peers, int threads)
        : m_plan(plan),
          m_device(device),
          m_peers(std::move(peers)),
          m_net(RecogniserShape{static_cast<int64_t>(plan.symbolOfClass.size()), plan.width}),
          m_average(RecogniserShape{static_cast<int64_t>(plan.symbolOfClass.size()), plan.width}) {
        copyInto(m_net, m_average, 1);
        if (m_peers) m_net->join(m_peers);
        m_net->shortened = plan.shortened;
        m_net->to(device);
        m_average->to(device);
        for (int t = 1; t < threads; ++t) {
            m_others.emplace_back(m_net->shape);
            m_others.back()->shortened = m_net->shortened;
        }
        shareWeights();
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

    // Rises, stays, and sinks to nothing at the end (Hu et al., 2024). While it stays it does not matter how long the
    // whole is: a training that is resumed then with more steps or fewer is the same as one with so many from the
    // start.
    double rate() const {
        const double p = std::min(part(), 1.0);
        const double risen = std::max((static_cast<double>(m_step) + 1) / kWarmUpSteps, (p + 1e-4) / kWarmUp);
        const double cooled = std::max(0.0, (p - (1 - kCooling)) / kCooling);
        return m_plan.rate * std::min(risen, 1.0) * 0.5 * (1 + std::cos(M_PI * cooled));
    }

    // The whole of the loss is the mean over the batches of all processes.
    void step(const Batch& batch) {
        const auto start = Clock::now();
        for (auto& group : m_optimizer->param_groups()) group.options().set_lr(rate());
        const uint64_t seed = combine(m_plan.seed, static_cast<uint64_t>(m_step));  // resumed or not, the same
        const Blend blend = blendOf(batch.labels.size(0), seed);
        const torch::Tensor labels = batch.labels.to(m_device);
        const torch::Tensor wanted = blend(torch::one_hot(labels, m_symbolMask.size(0)).to(torch::kFloat));
        torch::Tensor known = (wanted * (m_symbolMask == 0)).sum().reshape({1}).to(torch::kCPU);
        if (m_peers) m_peers->sum(known);
        const Task task{blend(batch.raster.to(m_device)), blend(batch.points.to(m_device)), wanted,
                        known.item<double>() / (m_peers ? m_peers->count() : 1), seed};
        m_optimizer->zero_grad();
        const auto [loss, hits] = learnTogether(task);
        if (m_peers) m_peers->meanGradients(m_net->parameters());
        torch::nn::utils::clip_grad_norm_(m_net->parameters(), 2.0);
        m_optimizer->step();
        ++m_step;
        copyInto(m_net, m_average,
                 1 - std::min(kAverage, (1.0 + static_cast<double>(m_step)) / (10.0 + static_cast<double>(m_step))));
        m_lossSum += loss;
        ++m_summed;
        m_hits += hits;
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

    Result<void> startFrom(const TrainingPlan::Other& other) {
        if (auto done = open(m_net, other); !done) return done;
        copyInto(m_net, m_average, 1);
        if (m_plan.midway) {
            m_start = RecogniserNet(m_net->shape);
            m_start->to(m_device);
            copyInto(m_net, m_start, 1);
        }
        return {};
    }

    Result<void> listenTo(const TrainingPlan::Other& who) {
        Teacher teacher{
            RecogniserNet(RecogniserShape{m_symbolMask.size(0), who.width}), torch::ones_like(m_symbolMask), {}};
        if (auto done = open(teacher.net, who); !done) return done;
        for (size_t i = 0; i < who.rowOfClass.size(); ++i) {
            if (who.rowOfClass[i] < 0) teacher.knows[static_cast<int64_t>(i)] = 0.0F;
        }
        teacher.asked = teacher.knows.clone();
        for (size_t i = 0; i < m_plan.certain.size(); ++i) {
            if (m_plan.certain[i]) teacher.asked[static_cast<int64_t>(i)] = 0.0F;
        }
        teacher.net->shortened = m_net->shortened;
        teacher.net->to(m_device);
        teacher.net->eval();
        m_teachers.push_back(std::move(teacher));
        return {};
    }

    Result<void> save() const {
        if (auto curve = writeLossCurve(m_plan.out, m_curve); !curve) return curve;
        RecogniserNet kept = m_average;  // a handle
        if (!m_start.is_empty()) {
            kept = RecogniserNet(m_average->shape);
            kept->to(m_device);
            copyInto(m_average, kept, 1);
            copyInto(m_start, kept, 0.5);
        }
        if (auto weights = writeSafetensors(m_plan.out / "weights.safetensors", halfWeights(*kept)); !weights) {
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
            shareWeights();
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
    static Result<void> open(RecogniserNet& net, const TrainingPlan::Other& other) {
        const auto file = Safetensors::open(other.weights);
        if (!file) return tl::make_unexpected(file.error());
        return loadWeights(*net, *file, other.weights.string(), other.rowOfClass);
    }

    void shareWeights() {
        for (RecogniserNet& other : m_others) {
            const auto own = other->parameters(), shared = m_net->parameters();
            for (size_t i = 0; i < own.size(); ++i) own[i].set_data(shared[i].data());
        }
    }

    // Some drawings of a batch with a share of their neighbours, and what is wanted of them as well (Zhang et al.,
    // 2018).
    struct Blend {
        torch::Tensor other;  // index of the neighbour
        torch::Tensor share;  // of it, 0..0.5
        torch::Tensor operator()(const torch::Tensor& x) const {
            std::vector<int64_t> shape(static_cast<size_t>(x.dim()), 1);
            shape[0] = x.size(0);
            return torch::lerp(x, x.index_select(0, other), share.view(shape).expand_as(x));
        }
    };

    // Neighbours are those of the whole batch, where several processes train.
    Blend blendOf(int64_t size, uint64_t seed) const {
        const int64_t parts = m_peers ? m_peers->count() : 1, part = m_peers ? m_peers->rank() : 0;
        const torch::Tensor dice = torch::rand({2, parts * size}, at::detail::createCPUGenerator(combine(seed, 1)))
                                       .narrow(1, part * size, size);
        const torch::Tensor share = (dice[0] < kBlended).to(torch::kFloat) * 0.5 * dice[1].square();
        return {torch::bitwise_xor(torch::arange(size), 1).clamp_max(size - 1).to(m_device), share.to(m_device)};
    }

    struct Task {
        torch::Tensor raster, points, wanted;
        double known;  // how much of what is wanted are symbols, in the mean over all processes
        uint64_t seed;
    };
    struct Learnt {
        double loss = 0, hits = 0;
    };

    struct Teacher {
        RecogniserNet net;
        torch::Tensor knows;  // 1 for each class that it was taught, else 0
        torch::Tensor asked;  // 1 for each of these whose drawings it is asked about
    };

    // What is wanted of drawings, by label and by what the teachers say of what they know.
    torch::Tensor taught(const torch::Tensor& wanted, const torch::Tensor& raster, const torch::Tensor& points) const {
        const torch::NoGradGuard frozen;
        torch::Tensor sum = wanted.clone();
        for (const Teacher& teacher : m_teachers) {
            RecogniserNet net = teacher.net;  // a handle
            const torch::Tensor logits = net->forward(raster, points).logits.to(torch::kFloat) / kTeachersDoubt;
            const torch::Tensor said = torch::softmax(logits + (teacher.knows - 1) * 1e4, 1);
            const torch::Tensor share = (wanted * teacher.asked).sum(1, true);
            sum += (said - wanted) * share * (kTaught / static_cast<double>(m_teachers.size()));
        }
        return sum;
    }

    // The gradients of some rows of a batch, as their share of the whole batch's.
    Learnt learn(RecogniserNet& net, const Task& task, int64_t first, int64_t count) const {
        const int64_t all = task.wanted.size(0);
        const int64_t parts = m_peers ? m_peers->count() : 1, part = m_peers ? m_peers->rank() : 0;
        RecogniserRows rows{at::detail::createCPUGenerator(task.seed), part * all + first, parts * all};
        net->train();
        const RecogniserOutput out =
            net->forward(task.raster.narrow(0, first, count), task.points.narrow(0, first, count), &rows);
        const torch::Tensor wanted = taught(task.wanted.narrow(0, first, count), task.raster.narrow(0, first, count),
                                            task.points.narrow(0, first, count));
        const torch::Tensor smooth = wanted * (1 - kSmoothing) + kSmoothing / static_cast<double>(wanted.size(1));
        const auto entropy = [&smooth](const torch::Tensor& logits) {
            return -(torch::log_softmax(logits, 1) * smooth).sum();
        };
        torch::Tensor loss = (entropy(out.logits) + 0.3 * entropy(out.rasterLogits) + 0.3 * entropy(out.pointLogits)) /
                             static_cast<double>(all);
        // Among symbols alone, for drawings that show one: this is what a reader of maps is asked most.
        if (task.known > 0) {
            const torch::Tensor among = torch::log_softmax(out.logits + m_symbolMask, 1);
            loss = loss - 0.8 / task.known * (among * wanted * (m_symbolMask == 0)).sum();
        }
        loss.backward();
        return {loss.item<double>(), (out.logits.argmax(1) == wanted.argmax(1)).sum().item<double>()};
    }

    // Threads that share a batch, rather than each operation of torch's: its threads wait for one another many times a
    // step, spinning, which costs most of the time on a machine that has other things to do.
    Learnt learnTogether(const Task& task) {
        const int64_t all = task.wanted.size(0), nets = static_cast<int64_t>(m_others.size()) + 1;
        const auto from = [&](int64_t net) { return all * net / nets; };
        std::vector<std::future<Learnt>> others;
        for (int64_t n = 1; n < nets; ++n) {
            others.push_back(std::async(std::launch::async, [this, &task, &from, n] {
                at::set_num_threads(1);
                RecogniserNet& net = m_others[static_cast<size_t>(n) - 1];
                net->zero_grad();
                return learn(net, task, from(n), from(n + 1) - from(n));
            }));
        }
        Learnt sum = learn(m_net, task, 0, from(1));
        for (auto& other : others) {
            const Learnt one = other.get();
            sum.loss += one.loss;
            sum.hits += one.hits;
        }
        const auto gradients = m_net->parameters();
        for (const RecogniserNet& other : m_others) {
            const auto more = other->parameters();
            for (size_t i = 0; i < more.size(); ++i) gradients[i].mutable_grad().add_(more[i].grad());
        }
        return sum;
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
    static void copyInto(const RecogniserNet& net, RecogniserNet& target, double share) {
        const torch::NoGradGuard frozen;
        const auto blend = [share](const torch::Tensor& to, const torch::Tensor& from) {
            if (to.is_floating_point()) {
                to.detach().lerp_(from.detach(), share);
            } else {
                to.detach().copy_(from.detach());
            }
        };
        const auto to = target->parameters(), from = net->parameters();
        for (size_t i = 0; i < to.size(); ++i) blend(to[i], from[i]);
        const auto toBuffers = target->buffers(), fromBuffers = net->buffers();
        for (size_t i = 0; i < toBuffers.size(); ++i) blend(toBuffers[i], fromBuffers[i]);
    }

    const TrainingPlan& m_plan;
    torch::Device m_device;
    std::shared_ptr<const Peers> m_peers;  // empty: alone
    RecogniserNet m_net, m_average;
    RecogniserNet m_start{nullptr};  // empty unless the training ends midway
    std::vector<Teacher> m_teachers;
    std::vector<RecogniserNet> m_others;  // of the other threads: the same weights, gradients and moments of their own
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
    // The processor's threads learn, and one of them draws; for a card all of them draw.
    const bool onCard = !device->is_cpu();
    const int learning = onCard ? 1 : static_cast<int>(std::min<int64_t>(job.threads, plan.batch / 2));
    const int drawing = onCard ? job.threads : 1;
    at::set_num_threads(1);
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
    Training training(plan, *device, peers, learning);
    if (plan.from) {
        if (auto done = training.startFrom(*plan.from); !done) return tl::make_unexpected(done.error());
    }
    for (const auto& teacher : plan.teachers) {
        if (auto done = training.listenTo(teacher); !done) return tl::make_unexpected(done.error());
    }
    if (plan.resume) {
        if (auto done = training.resume(); !done) return tl::make_unexpected(done.error());
    }
    const auto save = [&]() -> Result<void> { return plan.rank == 0 ? training.save() : Result<void>(); };
    const auto ask = [&](int64_t step) {
        return std::async(std::launch::async,
                          [&, step] { return batchOf(lesson, static_cast<uint64_t>(step), plan, drawing, onCard); });
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
