#include "core/sketch/Read.h"

#include <array>

#include "core/base/File.h"
#include "core/sketch/Ink.h"
#include "core/sketch/Legend.h"

namespace sketchwalk::sketch {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kLargestFile = 256ULL << 20;
constexpr uint64_t kLargestLegend = 4ULL << 20;

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

std::string_view withoutLead(std::string_view text) {
    if (begins(text, "\xef\xbb\xbf")) text.remove_prefix(3);
    const size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

// What else people may hand over, by its first bytes, and what to do with it.
std::string strange(std::string_view bytes) {
    struct Known {
        std::string_view start, what;
    };
    static constexpr std::array kKnown = {
        Known{"GIF8", "a GIF picture; save it as PNG"},
        Known{"BM", "a BMP picture; save it as PNG"},
        Known{"RIFF", "a WebP picture; save it as PNG"},
        Known{"II*", "a TIFF picture; save it as PNG"},
        Known{"MM", "a TIFF picture; save it as PNG"},
        Known{"%PDF", "a PDF; export the page as PNG or SVG"},
        Known{"SQLite format 3", "a SQLite file, and no sketch"},
        Known{"glTF", "a finished scene, not a sketch"},
        Known{"\x1f\x8b", "packed with gzip; unpack it first"},
        Known{"PK\x03\x04", "a ZIP archive; unpack it first"},
        Known{"\xff\xfe", "UTF-16 text; save it as UTF-8"},
        Known{"\xfe\xff", "UTF-16 text; save it as UTF-8"},
    };
    for (const Known& known : kKnown) {
        if (begins(bytes, known.start)) return std::string(known.what);
    }
    return "neither a sketch (JSON), a PNG or JPEG picture, an SVG drawing, nor a Quick, Draw! symbol";
}

Result<std::string> findLegend(const fs::path& picture, const ReadOptions& options, fs::path& from) {
    from = options.legend.value_or(fs::path(picture).replace_extension(".legend.json"));
    std::error_code ignored;
    if (!options.legend && !fs::exists(from, ignored)) return std::string{};
    auto text = readText(from, kLargestLegend);
    if (!text) return text;
    Diagnostics unsaid;  // parsePicture says them
    if (auto legend = parseLegend(*text, from.string(), unsaid); !legend) return tl::make_unexpected(legend.error());
    return text;
}

Result<ReadSketch> readPicture(const std::vector<uint8_t>& bytes, const fs::path& path,
                               const catalogue::Catalogue& catalogue, const ReadOptions& options) {
    fs::path legendPath;
    const auto legend = findLegend(path, options, legendPath);
    if (!legend) return tl::make_unexpected(legend.error());
    const auto picture = decodeImage(bytes);
    if (!picture) return fail(picture.error().kind, path.string() + ": " + picture.error().text + ".");
    return parsePicture(*picture, *legend, path.string(), catalogue, options);
}

void note(ReadSketch& read, std::string text) {
    read.diagnostics.push_back({Severity::note, {}, std::move(text)});
}

}  // namespace

Result<ReadSketch> read(const fs::path& path, const catalogue::Catalogue& catalogue, const ReadOptions& options) {
    const auto bytes = readFile(path, kLargestFile);
    if (!bytes) return tl::make_unexpected(bytes.error());
    const std::string name = path.string();
    const std::string_view all(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    const std::string_view text = withoutLead(all);

    Result<ReadSketch> result =
        fail(ErrorKind::input, name + ": " + (text.empty() ? "the file is empty" : strange(all)) + ".");
    const bool picture = begins(all, "\x89PNG\r\n\x1a\n") || begins(all, "\xff\xd8\xff");
    const bool drawing = begins(text, "<");
    if (picture) {
        result = readPicture(*bytes, path, catalogue, options);
    } else if (drawing) {
        result = parseSvg(all, name, catalogue, options);
    } else if (begins(text, "{") && looksLikeInk(text)) {
        result = parseInk(text, name, options);
    } else if (begins(text, "{") || begins(text, "[")) {
        result = parseJson(all, name);
        if (result && options.extent)
            note(*result, name + ": a sketch says its own extent; the one asked for is left out.");
    }
    if (!result) return result;
    if (options.legend && !picture) note(*result, name + ": is no picture, so the legend is not used.");
    if (options.prompt) result->sketch.prompt = *options.prompt;
    if (options.seed) result->sketch.seed = *options.seed;
    return result;
}

}  // namespace sketchwalk::sketch
