// sketchwalk-cli train: makes the weights of a network anew.
#include <CLI/App.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Crew.h"
#include "core/base/Digest.h"
#include "core/base/File.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/RecogniserTraining.h"
#include "core/synth/GroupingData.h"
#include "core/synth/SymbolData.h"
#include "core/synth/SymbolFigures.h"

namespace sketchwalk::cli {
namespace {

struct TrainOptions {
    bool figuresOnly = false, calibrateOnly = false;
    std::string network;
    std::filesystem::path data, out, from;
    std::vector<std::filesystem::path> teachers;
    neural::TrainingPlan plan;
    int threads = 2;
    int pages = 400;  // to learn grouping from
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

// Weights and card together; the calibration comes from drawings that were kept for it.
neural::ModelCard cardOf(const synth::SymbolData& data, const synth::HandBook& book) {
    neural::ModelCard card;
    card.name = "recogniser";
    card.inputs = neural::kInputsVersion;
    card.weights = "recogniser.safetensors";
    for (const synth::SymbolClass& one : data.classes) card.classes.push_back({one.name, one.symbol});
    card.more["purpose"] =
        "Names freehand drawings on a map: which entry of the catalogue a few strokes show, or none of them.";
    card.more["limits"] =
        "Learnt from some fifteen drawings a category, each made within 20 seconds; poor at rare ways to draw a thing. "
        "Symbols that Quick, Draw! lacks are known from a simulated hand alone and were not measured on people.";
    card.more["data"] = {
        {{"name", "Quick, Draw!"},
         {"by", "Google, Inc."},
         {"licence", "CC BY 4.0"},
         {"use", "6,621 drawings of 345 categories; a fifth, by SHA-1 of key_id, was held out"}},
        {{"name", "simulated hand"}, {"by", "this program (core/synth)"}, {"licence", "as the program"}}};
    card.more["quickdraw"] = book.quickdraw;
    return card;
}

// What the hand's book says now that the classes of a trained network mean.
void giveMeanings(const synth::SymbolData& data, const synth::HandBook& book, neural::ModelCard& card) {
    for (auto& one : card.classes) {
        const auto same = [&one](const synth::SymbolClass& known) { return known.name == one.name; };
        const auto found = std::find_if(data.classes.begin(), data.classes.end(), same);
        if (found != data.classes.end()) one.symbol = found->symbol;
    }
    card.more["quickdraw"] = book.quickdraw;
}

std::string repeated(const std::string& text, size_t times) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += text;
    return all;
}

// As it can be typed again; folders left to whoever types.
std::string commandOf(const TrainOptions& options) {
    std::string text = "sketchwalk-cli train recogniser --data DIR --out DIR";
    if (options.plan.steps > 0) text += " --steps " + std::to_string(options.plan.steps);
    char minutes[32];
    std::snprintf(minutes, sizeof minutes, " --minutes %g", options.plan.minutes);
    if (options.plan.steps == 0) text += minutes;
    char rate[32];
    std::snprintf(rate, sizeof rate, " --rate %g", options.plan.rate);
    return text + " --batch " + std::to_string(options.plan.batch) + " --width " + std::to_string(options.plan.width) +
           " --seed " + std::to_string(options.plan.seed) + " --threads " + std::to_string(options.threads) +
           (options.plan.shortened ? " --bfloat16" : "") +
           (options.plan.rate == neural::TrainingPlan{}.rate ? "" : rate) +
           (options.from.empty()  ? ""
            : options.plan.midway ? " --from DIR --midway"
                                  : " --from DIR") +
           repeated(" --teacher DIR", options.teachers.size()) +
           (options.plan.processes > 1 ? " --processes " + std::to_string(options.plan.processes) : "");
}

// The weights of another model, and which of its classes mean the same as ours.
Result<neural::TrainingPlan::Other> modelIn(const std::filesystem::path& folder, const synth::SymbolData& data) {
    const auto card = neural::ModelCard::read(folder / "recogniser.json");
    if (!card) return tl::make_unexpected(card.error());
    if (card->inputs != neural::kInputsVersion || card->features != neural::kFeatures) {
        return fail(ErrorKind::resource, folder.string() + ": the model there has other inputs or another shape.");
    }
    neural::TrainingPlan::Other model{folder / card->weights, card->width, {}};
    for (const synth::SymbolClass& one : data.classes) {
        const auto same = [&one](const auto& known) { return known.name == one.name; };
        const auto found = std::find_if(card->classes.begin(), card->classes.end(), same);
        model.rowOfClass.push_back(found == card->classes.end() ? -1 : static_cast<int>(found - card->classes.begin()));
    }
    return model;
}

// --from and --teacher.
Result<void> findOthers(const TrainOptions& options, const synth::SymbolData& data, neural::TrainingPlan& plan) {
    if (!options.from.empty()) {
        auto found = modelIn(options.from, data);
        if (!found) return tl::make_unexpected(found.error());
        plan.width = found->width;
        plan.from = std::move(*found);
    }
    for (const auto& folder : options.teachers) {
        auto found = modelIn(folder, data);
        if (!found) return tl::make_unexpected(found.error());
        const auto& rows = found->rowOfClass;
        if (std::count(rows.begin(), rows.end(), -1) == static_cast<long>(rows.size())) {
            return fail(ErrorKind::resource, folder.string() + ": a teacher must know some of this.");
        }
        plan.teachers.push_back(std::move(*found));
    }
    return {};
}

// The processes beside this one, where the person did not start them.
Result<void> startOthers(TrainOptions& options, Crew& crew) {
    neural::TrainingPlan& plan = options.plan;
    if (plan.processes < 2 || !plan.rendezvous.empty()) return {};
    const auto meeting = std::filesystem::absolute(options.out) / "rendezvous";
    std::error_code ignored;
    std::filesystem::create_directories(options.out, ignored);
    std::filesystem::remove(meeting, ignored);  // of a training that broke off
    plan.rendezvous = meeting.string();
    for (int rank = 1; rank < plan.processes; ++rank) {
        if (auto done = crew.start({"--rendezvous", plan.rendezvous, "--rank", std::to_string(rank)}); !done)
            return done;
    }
    return {};
}

std::string tableOf(const nlohmann::ordered_json& figures) {
    std::string text;
    for (const auto& [name, value] : figures.items()) {
        text += name + std::string(name.size() < 28 ? 28 - name.size() : 1, ' ') + value.dump() + "\n";
    }
    return text;
}

// Where a file of a model lies beside its card, and that it is this one.
Result<neural::ModelCard::Part> partAt(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    if (!bytes) return tl::make_unexpected(bytes.error());
    return neural::ModelCard::Part{file.filename().string(), hexOf(sha256(*bytes))};
}

// Examples and calibration, unless only figures are wanted; then the held-out figures, into the card and onto the
// terminal.
Result<void> measure(const TrainOptions& options, const synth::SymbolData& data, neural::ModelCard card,
                     const std::stop_token& stop, Console& console) {
    const Job job{stop, {}, options.threads};
    const auto path = options.out / "recogniser.json";
    const auto load = [&] { return neural::Recogniser::load(options.out, {options.plan.device, options.threads}); };
    if (!options.figuresOnly) {
        card.examples = {};
        if (auto done = card.write(path); !done) return done;
        const auto alone = load();
        if (!alone) return tl::make_unexpected(alone.error());
        const auto examples = synth::examplesOf(data, *alone, job);
        if (!examples) return tl::make_unexpected(examples.error());
        const auto file = options.out / "examples.safetensors";
        if (auto done = examples->write(file); !done) return done;
        auto part = partAt(file);
        if (!part) return tl::make_unexpected(part.error());
        card.examples = std::move(*part);
        if (auto done = card.write(path); !done) return done;
        const auto raw = load();
        if (!raw) return tl::make_unexpected(raw.error());
        const auto calibration = synth::calibrate(data, *raw, job);
        if (!calibration) return tl::make_unexpected(calibration.error());
        card.calibration = *calibration;
        if (auto done = card.write(path); !done) return done;
    }
    const auto recogniser = load();
    if (!recogniser) return tl::make_unexpected(recogniser.error());
    const auto figures = synth::figuresOf(data, *recogniser, neural::kAllViews, job);
    if (!figures) return tl::make_unexpected(figures.error());
    console.say(tableOf(figures->table));
    console.result(figures->table);
    std::string mistakes;
    for (const std::string& line : figures->worstNames) mistakes += line + "\n";
    if (options.figuresOnly) {
        console.say(mistakes);
        return {};
    }
    card.more["figures"] = figures->table;
    if (auto done = card.write(path); !done) return done;
    if (auto done = writeFile(options.out / "worst.txt", std::string_view(mistakes)); !done) return done;
    return writeFile(options.out / "worst.png", encodePng(synth::contactSheet(figures->worst, 10, 96)));
}

// Moves the weights of a training to where their card says.
Result<void> publish(const TrainOptions& options, neural::ModelCard& card) {
    const auto trained = options.out / "weights.safetensors";
    const auto bytes = readFile(trained);
    if (!bytes) return tl::make_unexpected(bytes.error());
    card.sha256 = hexOf(sha256(*bytes));
    card.width = static_cast<int>(options.plan.width);
    card.features = static_cast<int>(neural::kFeatures);
    return writeFile(options.out / card.weights, *bytes);
}

// The networks of neural::Grouping, for the recogniser that --out holds; its card names them afterwards.
Result<void> trainGrouping(const TrainOptions& options, const synth::SymbolData& data, const std::stop_token& stop,
                           Console& console) {
    const auto path = options.out / "recogniser.json";
    const Job job{stop, [&](std::string_view stage, double part) { console.progress(stage, part); }, options.threads};
    auto card = neural::ModelCard::read(path);
    if (!card) return tl::make_unexpected(card.error());
    const auto load = [&] { return neural::Recogniser::load(options.out, {options.plan.device, options.threads}); };
    const auto figures = [&]() -> Result<nlohmann::ordered_json> {
        const auto recogniser = load();
        if (!recogniser) return tl::make_unexpected(recogniser.error());
        return synth::pageFigures(synth::pagesOf(data.heldOut, data, 16, options.plan.seed), *recogniser, job);
    };
    if (!options.figuresOnly) {
        card->grouping = {};
        if (auto done = card->write(path); !done) return done;
        const auto recogniser = load();
        if (!recogniser) return tl::make_unexpected(recogniser.error());
        const auto file = options.out / "grouping.safetensors";
        std::map<std::string, neural::TensorToWrite> tensors;
        const auto learn = [&](neural::DensePlan plan, const std::string& name) -> Result<void> {
            plan.seed = options.plan.seed;
            auto trained = neural::trainDense(plan, job);
            if (!trained) return tl::make_unexpected(trained.error());
            console.say(name + ": " + std::to_string(plan.labels.size()) + " candidates, loss " +
                        std::to_string(trained->loss) + "\n");
            for (auto& [key, tensor] : trained->tensors) tensors[name + "." + key] = std::move(tensor);
            return neural::writeSafetensors(file, tensors);
        };
        auto shapes = synth::shapeLessons(data, 2 * options.pages, options.plan.seed, job);
        shapes.hidden = {32};
        if (auto done = learn(std::move(shapes), "shape"); !done) return done;
        const auto byShape = neural::Grouping::load(file);
        if (!byShape) return tl::make_unexpected(byShape.error());
        auto readings = synth::readingLessons(data, *recogniser, *byShape, options.pages, options.plan.seed + 1, job);
        if (!readings) return tl::make_unexpected(readings.error());
        readings->hidden = {32};
        if (auto done = learn(std::move(*readings), "reading"); !done) return done;
        auto part = partAt(file);
        if (!part) return tl::make_unexpected(part.error());
        card->grouping = std::move(*part);
        card->more["groupingTraining"] = {{"command", "sketchwalk-cli train grouping --data DIR --out DIR --pages " +
                                                          std::to_string(options.pages) + " --seed " +
                                                          std::to_string(options.plan.seed)}};
        if (auto done = card->write(path); !done) return done;
    }
    const auto table = figures();
    if (!table) return tl::make_unexpected(table.error());
    console.say(tableOf(*table));
    console.result(*table);
    if (options.figuresOnly) return {};
    card->more["pageFigures"] = *table;
    return card->write(path);
}

Result<void> train(TrainOptions options, const std::stop_token& stop, Console& console) {
    const auto book = synth::HandBook::load();
    if (!book) return tl::make_unexpected(book.error());
    const auto data = synth::SymbolData::load(options.data, *book);
    if (!data) return tl::make_unexpected(data.error());
    if (options.network == "grouping") return trainGrouping(options, *data, stop, console);
    neural::ModelCard card = cardOf(*data, *book);
    if (options.figuresOnly) return measure(options, *data, card, stop, console);
    if (options.calibrateOnly) {
        auto known = neural::ModelCard::read(options.out / "recogniser.json");
        if (!known) return tl::make_unexpected(known.error());
        giveMeanings(*data, *book, *known);
        return measure(options, *data, std::move(*known), stop, console);
    }
    Crew crew;
    if (auto started = startOthers(options, crew); !started) return started;
    neural::TrainingPlan& plan = options.plan;
    plan.out = options.out;
    plan.symbolOfClass = symbolsOf(*data);
    for (const synth::SymbolClass& one : data->classes) plan.certain.push_back(one.described());
    if (auto found = findOthers(options, *data, plan); !found) return found;
    const auto lesson = [&data, &plan](uint64_t number, std::span<float> raster, std::span<float> points) {
        const auto drawing = data->lesson(plan.seed, number);
        neural::fillInput(drawing.strokes, raster, points, {drawing.lineWidth, false});
        return drawing.classIndex;
    };
    int64_t said = 0;
    const auto tell = [&](const neural::TrainingProgress& now) {
        if (plan.rank > 0) return;
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
    if (plan.rank > 0) return {};
    if (auto ended = crew.wait(); !ended) return ended;
    if (!done->finished) return fail(ErrorKind::interrupted, "Stopped; go on with --resume.");
    card.more["training"] = {{"command", commandOf(options)},
                             {"seed", plan.seed},
                             {"steps", done->steps},
                             {"seconds", std::lround(done->seconds)}};
    for (const auto& folder : options.teachers) {
        const auto teacher = neural::ModelCard::read(folder / "recogniser.json");
        if (teacher && teacher->more.contains("training"))
            card.more["training"]["teachers"].push_back(teacher->more["training"]);
    }
    if (auto published = publish(options, card); !published) return published;
    return measure(options, *data, card, stop, console);
}

}  // namespace

void addTrain(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("train", "Train a network anew");
    const auto options = std::make_shared<TrainOptions>();
    command->add_option("NET", options->network, "Which network")
        ->required()
        ->check(CLI::IsMember({"recogniser", "grouping"}));
    command->add_option("--data", options->data, "Folder with drawings of Quick, Draw! (.ndjson)")->required();
    command->add_option("--out", options->out, "Folder for weights, card, checkpoint and curves")->required();
    command->add_option("--minutes", options->plan.minutes, "How long to train")->check(CLI::Range(0.01, 100000.0));
    command->add_option("--steps", options->plan.steps, "Train so many steps instead: the same weights again")
        ->check(CLI::Range(int64_t{1}, int64_t{1} << 40));
    command->add_option("--pages", options->pages, "Pages to learn grouping from")->check(CLI::Range(1, 100000));
    command->add_option("--batch", options->plan.batch, "Drawings a step")->check(CLI::Range(2, 4096));
    command->add_option("--width", options->plan.width, "Channels of the first stage")->check(CLI::Range(4, 256));
    command->add_option("--rate", options->plan.rate, "Highest learning rate")->check(CLI::Range(1e-6, 1.0));
    command->add_flag("--bfloat16", options->plan.shortened, "Compute in bfloat16: faster where the device has it");
    command->add_option("--seed", options->plan.seed, "Seed of weights and drawings");
    command->add_option("--threads", options->threads, "Threads")->check(CLI::Range(1, 256));
    command->add_option("--device", options->plan.device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    auto* from = command->add_option("--from", options->from, "Folder of a model whose weights to start from");
    command
        ->add_flag("--midway", options->plan.midway,
                   "Keep the middle between the weights it starts from and those it comes to")
        ->needs(from);
    command->add_option("--teacher", options->teachers,
                        "Folder of a model whose opinion counts beside the labels; may be given again");
    command
        ->add_option("--processes", options->plan.processes,
                     "Processes that train together, each with --batch drawings")
        ->check(CLI::Range(1, 1024));
    command->add_option("--rendezvous", options->plan.rendezvous,
                        "Where they meet, if they are started by hand: HOST:PORT of rank 0, or a file");
    command->add_option("--rank", options->plan.rank, "Which of them this is, from 0")->check(CLI::Range(0, 1023));
    command->add_flag("--figures", options->figuresOnly, "Train nothing; measure the model that --out holds");
    command->add_flag(
        "--calibrate", options->calibrateOnly,
        "Train nothing; fit the confidence of the model in --out anew, with the symbols that its categories mean now");
    command->add_flag("--resume", options->plan.resume, "Go on from the checkpoint in --out");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, &session](Console& console) { return train(*options, session.stop, console); };
    });
}

}  // namespace sketchwalk::cli
