#include "app/cli/Options.h"

#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <charconv>
#include <thread>

#include "core/document/AnyMap.h"
#include "core/pipeline/Pipeline.h"
#include "core/sketch/Styles.h"

namespace sketchwalk::cli {
namespace {

constexpr double kLeastExtent = 64, kMostExtent = 8192;  // metres
constexpr int kMostThreads = 256;

// This build has no network that a graphics card would help; a wish for one is refused instead of silently dropped.
std::string checkDevice(const std::string& device) {
    if (device == "auto" || device == "cpu") return {};
    if (device == "cuda") return "CUDA is not available in this build; use auto or cpu";
    return "'" + device + "' is no device; use auto or cpu";
}

}  // namespace

Result<sketch::ReadSketch> readMap(const MapOptions& options, const catalogue::Catalogue& catalogue) {
    auto read = document::readMap(options.in, catalogue, options.read);
    if (!read || options.styles.empty()) return read;
    const auto styles = sketch::readStyles(options.styles);
    if (!styles) return tl::make_unexpected(styles.error());
    read->sketch.styles = sketch::joined(read->sketch.styles, *styles);
    return read;
}

void addMapOptions(CLI::App& command, MapOptions& options) {
    command
        .add_option("IN", options.in, "The map: a drawing (.sketchwalk), sketch JSON, a coloured PNG or JPEG, or SVG")
        ->required()
        ->type_name("FILE");
    command
        .add_option("--legend", options.read.legend,
                    "What the picture's colours mean (default: NAME.legend.json beside it)")
        ->type_name("FILE");
    command.add_option("--prompt", options.read.prompt, "A sentence about the whole map, instead of the file's")
        ->type_name("TEXT");
    command
        .add_option_function<std::string>(
            "--extent",
            [&options](const std::string& text) {
                options.read.extent = parseSize(text, kLeastExtent, kMostExtent);
                if (!options.read.extent) {
                    throw CLI::ValidationError("--extent", "'" + text +
                                                               "' is no extent; give metres east and south, each 64 to "
                                                               "8192, as 256x256");
                }
            },
            "Metres east and south that a picture or SVG covers (default: 256 on the longer side)")
        ->type_name("WxH");
    command
        .add_option_function<std::string>(
            "--seed",
            [&options](const std::string& text) {
                uint64_t seed = 0;
                const auto parsed = std::from_chars(text.data(), text.data() + text.size(), seed);
                if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size()) {
                    throw CLI::ValidationError("--seed", "'" + text + "' is no seed; give a whole number from 0 up");
                }
                options.read.seed = seed;
            },
            "Chance's starting number, instead of the file's")
        ->type_name("N");
    command
        .add_option("--styles", options.styles,
                    "How whoever drew the ink draws: sketch JSON with styles, such as the window's memory")
        ->type_name("FILE");
}

void addWorldOptions(CLI::App& command, WorldOptions& options) {
    options.threads =
        static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, static_cast<unsigned>(kMostThreads)));
    command.add_option("--resolution", options.resolution, "Height cells along the longer side, 64 to 4096")
        ->check(CLI::Range(pipeline::kMinResolution, pipeline::kMaxResolution).description(""))
        ->default_str("512")
        ->type_name("N");
    command
        .add_option("--threads", options.threads, "Processor threads to use (default: all); never changes the result")
        ->check(CLI::Range(1, kMostThreads).description(""))
        ->type_name("N");
    command
        .add_option_function<std::string>(
            "--device", [](const std::string&) {}, "What computes; this version: the processor")
        ->check(CLI::Validator(checkDevice, "{auto,cpu}"))
        ->default_str("auto")
        ->type_name("NAME");
}

CLI::Option* addOutput(CLI::App& command, std::filesystem::path& out, const std::string& description) {
    return command.add_option("-o,--output", out, description)->type_name("FILE");
}

std::optional<Point> parseSize(const std::string& text, double least, double most) {
    Point size;
    const char* end = text.data() + text.size();
    const auto east = std::from_chars(text.data(), end, size.x);
    if (east.ec != std::errc{} || east.ptr == end || *east.ptr != 'x') return std::nullopt;
    const auto south = std::from_chars(east.ptr + 1, end, size.y);
    if (south.ec != std::errc{} || south.ptr != end) return std::nullopt;
    const auto fits = [&](double v) { return v >= least && v <= most; };  // false for NaN
    if (!fits(size.x) || !fits(size.y)) return std::nullopt;
    return size;
}

}  // namespace sketchwalk::cli
