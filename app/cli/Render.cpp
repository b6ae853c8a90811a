// render: a picture of the world that a map becomes, without a graphics card.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/document/AnyMap.h"
#include "core/pipeline/Pipeline.h"
#include "core/preview/Preview.h"

namespace sketchwalk::cli {
namespace {

struct RenderOptions {
    MapOptions map;
    WorldOptions world;
    std::filesystem::path out;
    std::vector<std::filesystem::path> libraries;
    preview::PictureOptions picture;
};

constexpr double kLeastSide = 16, kMostSide = 8192;  // pixels
constexpr double kWorldShare = 0.6;                  // of the progress bar

const std::map<std::string, preview::View> kViews{
    {"iso", preview::View::isometric}, {"map", preview::View::map}, {"walk", preview::View::walk}};

bool isJpegName(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending == ".jpg" || ending == ".jpeg";
}

Result<void> render(const RenderOptions& options, const std::stop_token& stop, Console& console) {
    if (auto apart = keepApart(options.map.in, options.out); !apart) return apart;
    const auto target = outputFile(options.out);
    if (!target) return tl::make_unexpected(target.error());
    console.progress("read", 0);
    auto resources = pipeline::Resources::load();
    if (!resources) return tl::make_unexpected(resources.error());
    Diagnostics diagnostics;
    if (auto taken = takeLibrary(options.libraries, *resources, diagnostics, {stop, {}, options.world.threads});
        !taken) {
        return taken;
    }
    const auto read = document::readMap(options.map.in, resources->catalogue, options.map.read);
    if (!read) return tl::make_unexpected(read.error());
    diagnostics.insert(diagnostics.end(), read->diagnostics.begin(), read->diagnostics.end());

    Job job{stop, [&](std::string_view stage, double f) { console.progress(stage, f * kWorldShare); },
            options.world.threads};
    const auto world = pipeline::generate(read->sketch, *resources, {options.world.resolution}, job);
    if (!world) return tl::make_unexpected(world.error());
    diagnostics.insert(diagnostics.end(), world->diagnostics.begin(), world->diagnostics.end());

    job.report = [&](std::string_view stage, double f) {
        console.progress(stage, kWorldShare + f * (1 - kWorldShare));
    };
    const auto picture = preview::render(*world->scene, options.picture, job);
    if (!picture) return tl::make_unexpected(picture.error());
    const auto bytes = isJpegName(options.out) ? encodeJpeg(*picture) : encodePng(*picture);
    if (stop.stop_requested()) return fail(ErrorKind::interrupted, "Stopped before the picture was written.");
    if (auto written = writeFile(*target, bytes); !written) return written;

    console.diagnostics(diagnostics);
    console.say("Wrote " + options.out.string() + ".\n");
    console.result({{"output", options.out.string()},
                    {"size", {picture->width, picture->height}},
                    {"diagnostics", jsonOf(diagnostics)}});
    return {};
}

}  // namespace

void addRender(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("render", "Draw a picture of the world that a map becomes");
    const auto options = std::make_shared<RenderOptions>();
    addMapOptions(*command, options->map);
    addOutput(*command, options->out, "The picture to write: PNG, or JPEG by its name")->required();
    command
        ->add_option_function<std::string>(
            "--view", [options](const std::string& name) { options->picture.view = kViews.at(name); },
            "From where to look")
        ->check(CLI::IsMember({"iso", "map", "walk"}))
        ->default_str("iso")
        ->type_name("NAME");
    command
        ->add_option_function<std::string>(
            "--size",
            [options](const std::string& text) {
                const auto size = parseSize(text, kLeastSide, kMostSide);
                if (!size || size->x != static_cast<int>(size->x) || size->y != static_cast<int>(size->y)) {
                    throw CLI::ValidationError("--size", "'" + text +
                                                             "' is no picture size; give pixels, each 16 to 8192, as "
                                                             "1024x1024");
                }
                options->picture.width = static_cast<int>(size->x);
                options->picture.height = static_cast<int>(size->y);
            },
            "Pixels of the picture")
        ->default_str("1024x1024")
        ->type_name("WxH");
    addWorldOptions(*command, options->world);
    addLibraryOption(*command, options->libraries);
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return render(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
