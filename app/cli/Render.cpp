// render: a picture of the world that a map becomes, without a graphics card.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/MadeWorld.h"
#include "app/cli/Options.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/preview/Preview.h"

namespace sketchwalk::cli {
namespace {

struct RenderOptions : WorldRequest {
    std::filesystem::path out;
    preview::PictureOptions picture;
    std::filesystem::path flight;  // a folder; empty: none
    double perSecond = 12;         // pictures of the flight
};

constexpr double kLeastSide = 16, kMostSide = 8192;  // pixels
constexpr double kRenderWorldShare = 0.6;            // of the progress bar

const std::map<std::string, preview::View> kViews{
    {"iso", preview::View::isometric}, {"map", preview::View::map}, {"walk", preview::View::walk}};

bool isJpegName(const std::filesystem::path& path) {
    auto ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending == ".jpg" || ending == ".jpeg";
}

constexpr double kLeastRate = 0.1, kMostRate = 120;  // pictures a second
constexpr int kMostPictures = 99999;
constexpr size_t kDigits = 5;

// The first camera's flight, picture by picture: 00001.png and so on. Returns how many there are.
Result<int> renderFlight(const scene::Scene& scene, const RenderOptions& options, const std::filesystem::path& folder,
                         const Job& job) {
    const auto found = std::find_if(scene.routes.begin(), scene.routes.end(), [](const scene::Route& route) {
        return route.asset < 0 && route.track.keys.size() > 1;
    });
    if (found == scene.routes.end()) {
        return fail(ErrorKind::input,
                    "The map has no camera's flight. Draw a route and name it \"camera\" (see docs/routes.md).");
    }
    const int count = static_cast<int>(std::floor(found->track.arrival * options.perSecond)) + 1;
    if (count > kMostPictures) {
        return fail(ErrorKind::usage, "The flight would be " + std::to_string(count) + " pictures; at most " +
                                          std::to_string(kMostPictures) + " are made. Take a lower --rate.");
    }
    std::error_code made;
    std::filesystem::create_directories(folder, made);
    if (made) return fail(ErrorKind::output, "The folder " + folder.string() + " cannot be made: " + made.message());
    Job quiet = job;
    quiet.report = nullptr;
    for (int i = 0; i < count; ++i) {
        preview::PictureOptions picture = options.picture;
        picture.view = preview::View::walk;
        picture.seconds = i / options.perSecond;
        // At its very end the track would start anew.
        picture.eye = scene::poseAt(found->track, std::min(picture.seconds, found->track.arrival - 1e-3));
        const auto image = preview::render(scene, picture, quiet);
        if (!image) return tl::make_unexpected(image.error());
        std::string name = std::to_string(i + 1);
        while (name.size() < kDigits) name.insert(0, "0");
        if (auto written = writeFile(folder / (name + ".png"), encodePng(*image)); !written)
            return tl::make_unexpected(written.error());
        job.progress("flight", (i + 1.0) / count);
        if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped; the flight's later pictures are not made.");
    }
    return count;
}

Result<void> renderPicture(const scene::Scene& scene, const RenderOptions& options, const std::filesystem::path& target,
                           const Job& job, nlohmann::json& told) {
    const auto picture = preview::render(scene, options.picture, job);
    if (!picture) return tl::make_unexpected(picture.error());
    const auto bytes = isJpegName(options.out) ? encodeJpeg(*picture) : encodePng(*picture);
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped before the picture was written.");
    told["output"] = options.out.string();
    told["size"] = {picture->width, picture->height};
    return writeFile(target, bytes);
}

Result<void> render(const RenderOptions& options, const std::stop_token& stop, Console& console) {
    if (options.out.empty() && options.flight.empty())
        return fail(ErrorKind::usage,
                    "Say where the picture goes (-o FILE), or a flight's pictures (--flight FOLDER).");
    if (auto apart = keepApart(options.map.in, options.out); !apart) return apart;
    std::filesystem::path target, folder;
    if (!options.out.empty()) {
        const auto file = outputFile(options.out);
        if (!file) return tl::make_unexpected(file.error());
        target = *file;
    }
    if (!options.flight.empty()) {
        const auto known = outputFolder(options.flight);
        if (!known) return tl::make_unexpected(known.error());
        folder = *known;
    }
    const auto made = makeWorld(options, stop, console, kRenderWorldShare);
    if (!made) return tl::make_unexpected(made.error());
    const Job rest = restOfBar(options, stop, console, kRenderWorldShare);
    nlohmann::json told = nlohmann::json::object();
    if (!target.empty()) {
        auto done = renderPicture(*made->world.scene, options, target, rest, told);
        if (!done) return done;
    }
    if (!folder.empty()) {
        const auto count = renderFlight(*made->world.scene, options, folder, rest);
        if (!count) return tl::make_unexpected(count.error());
        told["flight"] = {{"folder", options.flight.string()}, {"pictures", *count}, {"rate", options.perSecond}};
    }
    told["diagnostics"] = jsonOf(made->diagnostics);
    console.diagnostics(made->diagnostics);
    if (!target.empty()) console.say("Wrote " + options.out.string() + ".\n");
    if (!folder.empty()) {
        console.say("Wrote " + told["flight"]["pictures"].dump() + " pictures of the flight into " +
                    options.flight.string() + ".\n");
    }
    console.result(told);
    return {};
}

}  // namespace

void addRender(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("render", "Draw a picture of the world that a map becomes");
    const auto options = std::make_shared<RenderOptions>();
    addMapOptions(*command, options->map);
    addOutput(*command, options->out, "The picture to write: PNG, or JPEG by its name");
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
    command
        ->add_option("--flight", options->flight,
                     "Draw what the map's first camera sees along its route, as numbered pictures in this folder")
        ->type_name("FOLDER");
    command->add_option("--rate", options->perSecond, "Pictures a second of the flight")
        ->check(CLI::Range(kLeastRate, kMostRate))
        ->capture_default_str()
        ->type_name("N");
    addWorldOptions(*command, options->world);
    addLibraryOption(*command, options->libraries);
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return render(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
