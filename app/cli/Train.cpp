// sketchwalk-cli train: makes the weights of a network anew.
#include <CLI/App.hpp>

#include <cstdio>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Options.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/RecogniserTraining.h"
#include "core/synth/SymbolData.h"

namespace sketchwalk::cli {
namespace {

struct TrainOptions {
    std::string network;
    std::filesystem::path data, out;
    neural::TrainingPlan plan;
    int threads = 2;
};

std::vector<int> symbolsOf(const synth::SymbolData& data) {
    std::map<std::string, int> numbers;
    std::vector<int> symbolOfClass;
    for (const synth::SymbolClass& one : data.classes) {
        const int next = static_cast<int>(numbers.size());
        symbolOfClass.push_back(one.symbol.empty() ? -1 : numbers.emplace(one.symbol, next).first->second);
    }
    return symbolOfClass;
}

Result<void> train(const TrainOptions& options, const std::stop_token& stop, Console& console) {
    const auto book = synth::HandBook::load();
    if (!book) return tl::make_unexpected(book.error());
    const auto data = synth::SymbolData::load(options.data, *book);
    if (!data) return tl::make_unexpected(data.error());
    neural::TrainingPlan plan = options.plan;
    plan.out = options.out;
    plan.symbolOfClass = symbolsOf(*data);
    const auto lesson = [&data, &plan](uint64_t number, std::span<float> raster, std::span<float> points) {
        const auto drawing = data->lesson(plan.seed, number);
        neural::fillInput(drawing.strokes, raster, points, {drawing.lineWidth, false});
        return drawing.classIndex;
    };
    int64_t said = 0;
    const auto tell = [&](const neural::TrainingProgress& now) {
        console.progress("train", now.part);
        if (now.step < said + 100) return;
        said = now.step;
        char line[160];
        std::snprintf(line, sizeof line, "step %lld  %.1f %%  loss %.3f  accuracy %.3f  %.0f drawings/s\n",
                      static_cast<long long>(now.step), 100 * now.part, now.loss, now.accuracy, now.perSecond);
        console.say(line);
    };
    const auto done = neural::trainRecogniser(plan, lesson, {stop, {}, options.threads}, tell);
    if (!done) return tl::make_unexpected(done.error());
    if (!done->finished) return fail(ErrorKind::interrupted, "Stopped; go on with --resume.");
    return {};
}

}  // namespace

void addTrain(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("train", "Train a network anew");
    const auto options = std::make_shared<TrainOptions>();
    command->add_option("NET", options->network, "Which network")->required()->check(CLI::IsMember({"recogniser"}));
    command->add_option("--data", options->data, "Folder with drawings of Quick, Draw! (.ndjson)")->required();
    command->add_option("--out", options->out, "Folder for weights, card, checkpoint and curves")->required();
    command->add_option("--minutes", options->plan.minutes, "How long to train")->check(CLI::Range(0.01, 100000.0));
    command->add_option("--steps", options->plan.steps, "Train so many steps instead: the same weights again")
        ->check(CLI::Range(int64_t{1}, int64_t{1} << 40));
    command->add_option("--batch", options->plan.batch, "Drawings a step")->check(CLI::Range(2, 4096));
    command->add_option("--width", options->plan.width, "Channels of the first stage")->check(CLI::Range(4, 256));
    command->add_option("--rate", options->plan.rate, "Highest learning rate")->check(CLI::Range(1e-6, 1.0));
    command->add_option("--seed", options->plan.seed, "Seed of weights and drawings");
    command->add_option("--threads", options->threads, "Threads")->check(CLI::Range(1, 256));
    command->add_option("--device", options->plan.device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_flag("--resume", options->plan.resume, "Go on from the checkpoint in --out");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, &session](Console& console) { return train(*options, session.stop, console); };
    });
}

}  // namespace sketchwalk::cli
