// thumbnail: the small picture that a file manager shows of a map. A drawing holds one of its sheet; of everything
// else, and of a drawing that was never open in the window, the world is drawn, coarsely, since somebody waits.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <cmath>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/MadeWorld.h"
#include "app/cli/Options.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/document/Store.h"
#include "core/preview/Preview.h"

namespace sketchwalk::cli {
namespace {

constexpr int kLeastPicture = 16, kMostPicture = 1024;  // pixels
constexpr int kResolution = 128;                        // cells a side of the world behind a picture this small
constexpr double kThumbnailWorldShare = 0.8;            // of the progress bar

struct ThumbnailOptions {
    MapOptions map;
    std::filesystem::path out;
    int side = 256;  // pixels: the longer one
};

// The mean of the pixels under each new one, by how much of them it covers, colour weighted by opacity. Never enlarges.
Image shrunk(const Image& from, int side) {
    const double scale = std::min(1.0, side / static_cast<double>(std::max(from.width, from.height)));
    if (scale == 1.0 || from.channels != 4) return from;
    Image to(std::max(1, static_cast<int>(std::lround(from.width * scale))),
             std::max(1, static_cast<int>(std::lround(from.height * scale))), 4);
    const double stepX = from.width / static_cast<double>(to.width);
    const double stepY = from.height / static_cast<double>(to.height);
    for (int y = 0; y < to.height; ++y) {
        for (int x = 0; x < to.width; ++x) {
            const double left = x * stepX, right = left + stepX, top = y * stepY, bottom = top + stepY;
            double sum[3] = {0, 0, 0}, opacity = 0, area = 0;
            for (int v = static_cast<int>(top); v < std::min(from.height, static_cast<int>(std::ceil(bottom))); ++v) {
                const double tall = std::min(bottom, v + 1.0) - std::max(top, static_cast<double>(v));
                for (int u = static_cast<int>(left); u < std::min(from.width, static_cast<int>(std::ceil(right)));
                     ++u) {
                    const double part = tall * (std::min(right, u + 1.0) - std::max(left, static_cast<double>(u)));
                    const uint8_t* pixel = from.at(u, v);
                    for (int c = 0; c < 3; ++c) sum[c] += part * pixel[3] * pixel[c];
                    opacity += part * pixel[3];
                    area += part;
                }
            }
            uint8_t* pixel = to.at(x, y);
            for (int c = 0; c < 3; ++c) {
                pixel[c] = static_cast<uint8_t>(opacity > 0 ? std::lround(sum[c] / opacity) : 0);
            }
            pixel[3] = static_cast<uint8_t>(area > 0 ? std::lround(opacity / area) : 0);
        }
    }
    return to;
}

Result<Image> pictureOfWorld(const ThumbnailOptions& options, const std::stop_token& stop, Console& console) {
    WorldRequest request{options.map, {kResolution}, {}};
    request.world.threads = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
    const auto made = makeWorld(request, stop, console, kThumbnailWorldShare);
    if (!made) return tl::make_unexpected(made.error());
    preview::PictureOptions picture;
    picture.width = picture.height = options.side;
    return preview::render(*made->world.scene, picture, restOfBar(request, stop, console, kThumbnailWorldShare));
}

Result<void> thumbnail(const ThumbnailOptions& options, const std::stop_token& stop, Console& console) {
    if (auto apart = keepApart(options.map.in, options.out); !apart) return apart;
    const auto target = outputFile(options.out);
    if (!target) return tl::make_unexpected(target.error());
    const std::vector<uint8_t> kept = document::readThumbnail(options.map.in);
    Result<Image> picture = decodeImage(kept);
    const bool ofSheet = picture.has_value();
    picture = ofSheet ? shrunk(*picture, options.side) : pictureOfWorld(options, stop, console);
    if (!picture) return tl::make_unexpected(picture.error());
    if (stop.stop_requested()) return fail(ErrorKind::interrupted, "Stopped before the picture was written.");
    if (auto written = writeFile(*target, encodePng(*picture)); !written) return written;
    console.say("Wrote " + options.out.string() + ".\n");
    console.result({{"output", options.out.string()},
                    {"size", {picture->width, picture->height}},
                    {"shows", ofSheet ? "sheet" : "world"}});
    return {};
}

}  // namespace

void addThumbnail(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("thumbnail", "Write the small picture that a file manager shows of a map");
    const auto options = std::make_shared<ThumbnailOptions>();
    addMapOptions(*command, options->map);
    addOutput(*command, options->out, "The picture to write, PNG")->required();
    command->add_option("--size", options->side, "Pixels of its longer side, at most")
        ->check(CLI::Range(kLeastPicture, kMostPicture))
        ->capture_default_str()
        ->type_name("N");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) {
            return thumbnail(*options, stop, console);
        };
    });
}

}  // namespace sketchwalk::cli
