#include "core/document/AnyMap.h"

#include "core/document/Store.h"

namespace sketchwalk::document {

Result<sketch::ReadSketch> readMap(const std::filesystem::path& path, const catalogue::Catalogue& catalogue,
                                   const sketch::ReadOptions& options) {
    if (!looksLikeDocument(path)) return sketch::read(path, catalogue, options);
    const auto document = readDocument(path);
    if (!document) return tl::make_unexpected(document.error());
    sketch::ReadSketch read{toSketch(*document), {}};
    if (options.prompt) read.sketch.prompt = *options.prompt;
    if (options.seed) read.sketch.seed = *options.seed;
    return read;
}

}  // namespace sketchwalk::document
