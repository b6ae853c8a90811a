// sketchwalk-cli read: which symbols the ink shows, with confidence.
#include <CLI/App.hpp>

#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Options.h"
#include "core/base/File.h"
#include "core/neural/InkMeaning.h"
#include "core/pipeline/Pipeline.h"
#include "core/sketch/Drawings.h"
#include "core/sketch/Styles.h"

namespace sketchwalk::cli {
namespace {

using nlohmann::ordered_json;

constexpr size_t kGuesses = 5;

struct InkOptions {
    MapOptions map;
    std::string model;
    std::string device = "auto";
    int threads = 2;
};

double shareOf(double share) {
    return std::round(share * 1e4) / 1e4;
}

ordered_json guessesOf(const neural::Reading& reading, const neural::Recogniser& recogniser) {
    ordered_json list = ordered_json::array();
    for (const neural::Guess& guess : reading.guesses(kGuesses)) {
        list.push_back({{"symbol", recogniser.symbols()[static_cast<size_t>(guess.symbol)]},
                        {"confidence", shareOf(guess.confidence)}});
    }
    return list;
}

ordered_json readingJson(const neural::Reading& reading, const neural::Recogniser& recogniser) {
    const ordered_json guesses = guessesOf(reading, recogniser);
    return {{"symbol", guesses[0]["symbol"]},
            {"confidence", guesses[0]["confidence"]},
            {"none", shareOf(reading.none)},
            {"guesses", guesses}};
}

std::string lineOf(const std::string& name, const ordered_json& reading) {
    char text[200];
    std::snprintf(text, sizeof text, "%-20s  %-14s %5.1f %%   none %5.1f %%  ", name.c_str(),
                  reading["symbol"].get<std::string>().c_str(), 100 * reading["confidence"].get<double>(),
                  100 * reading["none"].get<double>());
    std::string line = text;
    for (size_t i = 1; i < std::min<size_t>(3, reading["guesses"].size()); ++i) {
        line += (i > 1 ? ", " : " or ") + reading["guesses"][i]["symbol"].get<std::string>();
    }
    return line + "\n";
}

// One line a drawing, in the file's order.
Result<void> readDrawings(const InkOptions& options, const std::string& text, const neural::Recogniser& recogniser,
                          const Job& job, Console& console) {
    constexpr size_t kAtOnce = 64;
    const auto read = sketch::parseDrawings(text, options.map.in.string());
    if (!read) return tl::make_unexpected(read.error());
    console.diagnostics(read->diagnostics);
    const auto& drawings = read->drawings;
    for (size_t from = 0; from < drawings.size(); from += kAtOnce) {
        console.progress("read", static_cast<double>(from) / static_cast<double>(drawings.size()));
        std::vector<neural::Strokes> some;
        for (size_t i = from; i < std::min(from + kAtOnce, drawings.size()); ++i) some.push_back(drawings[i].strokes);
        const auto readings = recogniser.read(some, neural::kAllViews, job);
        if (!readings) return tl::make_unexpected(readings.error());
        for (size_t i = 0; i < readings->size(); ++i) {
            const auto& drawing = drawings[from + i];
            ordered_json line = {{"key_id", drawing.keyId}};
            line.update(readingJson((*readings)[i], recogniser));
            console.print(console.json() ? line.dump() + "\n" : lineOf(drawing.keyId, line));
        }
    }
    return {};
}

Result<void> readPage(const sketch::Sketch& page, const neural::Recogniser& recogniser, const Job& job,
                      Console& console) {
    const auto symbols = neural::readInk(page, recogniser, job);
    if (!symbols) return tl::make_unexpected(symbols.error());
    ordered_json list = ordered_json::array();
    std::string text;
    for (const neural::InkSymbol& symbol : *symbols) {
        ordered_json one = readingJson(symbol.reading, recogniser);
        one["taken"] = symbol.taken;
        if (symbol.said) one["said"] = symbol.symbol;
        one["strokes"] = symbol.strokes;
        one["box"] = {symbol.box.min.x, symbol.box.min.y, symbol.box.max.x, symbol.box.max.y};
        text += lineOf("stroke " + std::to_string(symbol.strokes.front()) +
                           (symbol.strokes.size() > 1 ? " +" + std::to_string(symbol.strokes.size() - 1) : ""),
                       one);
        if (symbol.said) text.insert(text.size() - 1, "; said to be " + symbol.symbol);
        list.push_back(std::move(one));
    }
    if (text.empty()) text = "No ink.\n";
    console.print(console.json() ? ordered_json{{"symbols", list}}.dump() + "\n" : text);
    return {};
}

Result<void> readInk(const InkOptions& options, const std::stop_token& stop, Console& console) {
    const auto folder = options.model.empty() ? resourceFolder() / "models" : std::filesystem::path(options.model);
    const Job job{stop, {}, options.threads};
    const bool many = options.map.in.extension() == ".ndjson";
    std::string text;
    sketch::ReadSketch page;
    if (many) {
        auto file = readText(options.map.in);
        if (!file) return tl::make_unexpected(file.error());
        text = std::move(*file);
        if (!options.map.styles.empty()) {
            const auto styles = sketch::readStyles(options.map.styles);
            if (!styles) return tl::make_unexpected(styles.error());
            page.sketch.styles = sketch::joined(nullptr, *styles);
        }
    } else {
        const auto resources = pipeline::Resources::load();
        if (!resources) return tl::make_unexpected(resources.error());
        auto read = readMap(options.map, resources->catalogue);
        if (!read) return tl::make_unexpected(read.error());
        page = std::move(*read);
        console.diagnostics(page.diagnostics);
    }
    auto recogniser = neural::Recogniser::load(folder, {options.device, options.threads});
    if (!recogniser) return tl::make_unexpected(recogniser.error());
    if (page.sketch.styles) {
        if (auto taught = recogniser->teach(*page.sketch.styles, job); !taught) return taught;
    }
    return many ? readDrawings(options, text, *recogniser, job, console)
                : readPage(page.sketch, *recogniser, job, console);
}

}  // namespace

void addRead(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("read", "Say which symbols the ink shows");
    const auto options = std::make_shared<InkOptions>();
    addMapOptions(*command, options->map);
    command->get_option("IN")->description("A map with ink, or drawings of Quick, Draw! (.ndjson)");
    command->add_option("--model", options->model, "Folder of another model (default: the program's own)");
    command->add_option("--device", options->device, "Where to compute")->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", options->threads, "Threads")->check(CLI::Range(1, 256));
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, &session](Console& console) { return readInk(*options, session.stop, console); };
    });
}

}  // namespace sketchwalk::cli
