// inspect: what a map or a scene holds, as a table or as JSON.
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Options.h"
#include "app/cli/SceneFacts.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {
namespace {

using nlohmann::json;

const char* nameOf(catalogue::Kind kind) {
    switch (kind) {
        case catalogue::Kind::object:
            return "object";
        case catalogue::Kind::relief:
            return "relief";
        case catalogue::Kind::water:
            return "water";
        case catalogue::Kind::surface:
            return "surface";
        case catalogue::Kind::sculpt:
            return "sculpt";
        case catalogue::Kind::play:
            return "play";
        case catalogue::Kind::follower:
            return "follower";
        case catalogue::Kind::atmosphere:
            return "atmosphere";
    }
    return "?";
}

struct BrushUse {
    size_t strokes = 0, areas = 0, lines = 0, stamps = 0;
};

json brushesOf(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue) {
    std::map<std::string, BrushUse> uses;
    for (const auto& stroke : sketch.strokes) {
        auto& use = uses[stroke->brush];
        ++use.strokes;
        ++(stroke->closed ? use.areas : stroke->points.size() > 1 ? use.lines : use.stamps);
    }
    auto rows = json::array();
    for (const auto& [brush, use] : uses) {
        const auto meaning = catalogue.resolve(brush);
        rows.push_back({{"brush", brush},
                        {"means", meaning.entry ? json(meaning.entry->id) : json(nullptr)},
                        {"kind", meaning.entry   ? nameOf(meaning.entry->kind)
                                 : meaning.aloft ? "atmosphere"
                                                 : "unknown"},
                        {"strokes", use.strokes},
                        {"areas", use.areas},
                        {"lines", use.lines},
                        {"stamps", use.stamps}});
    }
    return rows;
}

json factsOf(const sketch::ReadSketch& read, const catalogue::Catalogue& catalogue) {
    const auto& sketch = read.sketch;
    return {{"kind", "map"},
            {"seed", sketch.seed},
            {"extent", {sketch.extent.x, sketch.extent.y}},
            {"view", sketch.view == sketch::View::map ? "map" : "isometric"},
            {"base", sketch.base},
            {"prompt", sketch.prompt},
            {"biome", catalogue.biomeFor(sketch.base, sketch.prompt).id},
            {"season", catalogue.seasonFor(sketch.base, sketch.prompt)},
            {"strokes", sketch.strokes.size()},
            {"brushes", brushesOf(sketch, catalogue)},
            {"diagnostics", jsonOf(read.diagnostics)}};
}

std::string shown(const json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// Rows of cells as columns as wide as their widest cell.
std::string table(const std::vector<std::vector<std::string>>& rows) {
    std::vector<size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text;
}

std::string textOf(const json& facts) {
    std::vector<std::vector<std::string>> head;
    std::string tail;
    for (const auto& [key, value] : facts.items()) {
        if (key == "brushes" || key == "diagnostics") continue;
        if (value.is_object()) {  // counts by category
            std::vector<std::vector<std::string>> rows;
            for (const auto& [name, count] : value.items()) rows.push_back({"  " + name, shown(count)});
            if (!rows.empty()) tail += "\n" + key + "\n" + table(rows);
        } else {
            head.push_back({key, shown(value)});
        }
    }
    if (facts.contains("brushes")) {
        std::vector<std::vector<std::string>> rows{{"brush", "means", "kind", "strokes", "areas", "lines", "stamps"}};
        for (const auto& row : facts["brushes"]) {
            rows.push_back({shown(row["brush"]), row["means"].is_null() ? "-" : shown(row["means"]), shown(row["kind"]),
                            shown(row["strokes"]), shown(row["areas"]), shown(row["lines"]), shown(row["stamps"])});
        }
        tail += "\n" + table(rows);
    }
    return table(head) + tail;
}

Result<void> inspect(const MapOptions& options, Console& console) {
    auto scene = sceneFacts(options.in);
    if (!scene) return tl::make_unexpected(scene.error());
    json facts;
    if (*scene) {
        facts = std::move(**scene);
    } else {
        const auto resources = pipeline::Resources::load();
        if (!resources) return tl::make_unexpected(resources.error());
        const auto read = readMap(options, resources->catalogue);
        if (!read) return tl::make_unexpected(read.error());
        console.diagnostics(read->diagnostics);
        facts = factsOf(*read, resources->catalogue);
    }
    facts["file"] = options.in.string();
    console.result(facts);
    if (!console.json()) console.print(textOf(facts));
    return {};
}

}  // namespace

void addInspect(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("inspect", "Show what a map or a generated scene holds");
    const auto options = std::make_shared<MapOptions>();
    addMapOptions(*command, *options);
    command->get_option("IN")->description("A map, a scene (.glb), or a package folder");
    addTalkOptions(*command, session.talk);
    command->callback(
        [options, &session] { session.action = [options](Console& console) { return inspect(*options, console); }; });
}

}  // namespace sketchwalk::cli
