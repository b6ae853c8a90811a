// Drives the catalogue reader and its phrase matcher with arbitrary bytes. The first byte says what the rest is: the
// catalogue file, the biomes file (each beside the shipped other one), or a phrase. `SKETCHWALK_RESOURCES` or the
// source tree gives the shipped files.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/File.h"
#include "core/catalogue/Catalogue.h"

using namespace sketchwalk;

namespace {

struct Shipped {
    std::string entries, biomes;
    catalogue::Catalogue catalogue;
    Shipped() {
        const auto folder = resourceFolder();
        auto one = readText(folder / "catalogue.json"), two = readText(folder / "biomes.json");
        if (!one || !two) std::abort();
        entries = *one;
        biomes = *two;
        auto parsed = catalogue::Catalogue::parse(entries, biomes);
        if (!parsed) std::abort();
        catalogue = *parsed;
    }
};

void readPhrase(const catalogue::Catalogue& catalogue, std::string_view text) {
    const auto meaning = catalogue.resolve(text);
    if (!(meaning.confidence >= 0 && meaning.confidence <= 1)) std::abort();
    if (meaning.aloft && meaning.entry != nullptr) std::abort();
    const auto half = text.size() / 2;
    const auto& biome = catalogue.biomeFor(text.substr(0, half), text.substr(half));
    if (catalogue.baseSurface(text, biome).kind != catalogue::Kind::surface) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    static const Shipped shipped;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] % 3 == 2) {
        readPhrase(shipped.catalogue, text);
        return 0;
    }
    const bool entries = data[0] % 3 == 0;
    const auto parsed = catalogue::Catalogue::parse(entries ? text : shipped.entries, entries ? shipped.biomes : text);
    if (parsed) readPhrase(*parsed, text);
    if (!parsed && parsed.error().text.empty()) std::abort();
    return 0;
}
