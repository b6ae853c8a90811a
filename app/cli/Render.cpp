// render: a picture of the world that a map becomes, without a graphics card.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/MadeWorld.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/preview/Preview.h"

namespace sketchwalk::cli {
namespace {

struct RenderOptions : WorldRequest {
    std::filesystem::path out;
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
    const auto made = makeWorld(options, stop, console, kWorldShare);
    if (!made) return tl::make_unexpected(made.error());
    const auto picture =
        preview::render(*made->world.scene, options.picture, restOfBar(options, stop, console, kWorldShare));
    if (!picture) return tl::make_unexpected(picture.error());
    const auto bytes = isJpegName(options.out) ? encodeJpeg(*picture) : encodePng(*picture);
    if (stop.stop_requested()) return fail(ErrorKind::interrupted, "Stopped before the picture was written.");
    if (auto written = writeFile(*target, bytes); !written) return written;

    console.diagnostics(made->diagnostics);
    console.say("Wrote " + options.out.string() + ".\n");
    console.result({{"output", options.out.string()},
                    {"size", {picture->width, picture->height}},
                    {"diagnostics", jsonOf(made->diagnostics)}});
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
