// import: any map becomes a sketch in the text format, or a drawing for the window.
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Options.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/document/Store.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::cli {
namespace {

struct ImportOptions {
    MapOptions map;
    std::filesystem::path out;
};

Result<void> import(const ImportOptions& options, Console& console) {
    if (auto apart = keepApart(options.map.in, options.out); !apart) return apart;
    const auto target = outputFile(options.out);
    if (!target) return tl::make_unexpected(target.error());
    const auto resources = pipeline::Resources::load();
    if (!resources) return tl::make_unexpected(resources.error());
    const auto read = readMap(options.map, resources->catalogue);
    if (!read) return tl::make_unexpected(read.error());
    console.diagnostics(read->diagnostics);
    const auto written = options.out.extension() == document::kSuffix
                             ? document::writeDocument(*target, document::fromSketch(read->sketch))
                             : writeFile(*target, sketch::writeJson(read->sketch));
    if (!written) return written;
    console.say("Wrote " + options.out.string() + ": " + std::to_string(read->sketch.strokes.size()) + " strokes.\n");
    console.result({{"output", options.out.string()},
                    {"strokes", read->sketch.strokes.size()},
                    {"extent", {read->sketch.extent.x, read->sketch.extent.y}},
                    {"diagnostics", jsonOf(read->diagnostics)}});
    return {};
}

}  // namespace

void addImport(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand(
        "import", "Turn any map into a sketch as text (NAME.sketch.json) or a drawing (NAME.sketchwalk)");
    const auto options = std::make_shared<ImportOptions>();
    addMapOptions(*command, options->map);
    addOutput(*command, options->out, "The sketch or drawing to write")->required();
    addTalkOptions(*command, session.talk);
    command->callback(
        [options, &session] { session.action = [options](Console& console) { return import(*options, console); }; });
}

}  // namespace sketchwalk::cli
