#include "core/synth/SymbolData.h"

#include <algorithm>

#include "core/base/Digest.h"
#include "core/base/File.h"
#include "core/base/Hash.h"

namespace sketchwalk::synth {
namespace {

namespace fs = std::filesystem;

constexpr double kSymbolOdds = 4;  // of being drawn in a lesson, against 1 of what is none
constexpr double kDrawnOdds = 1;
constexpr double kTamestLesson = 0.5, kWildestLesson = 1.7;  // of the hand
constexpr int kWords = 400;
const std::string kWriting = "drawn:label";

Result<std::vector<fs::path>> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".ndjson") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    if (failed || files.empty()) {
        return fail(ErrorKind::input,
                    folder.string() + ": no folder with .ndjson drawings of Quick, Draw!; name it with --data.");
    }
    return files;
}

}  // namespace

Part partOf(std::string_view keyId) {
    const auto digest = sha1(keyId);
    const uint32_t number = static_cast<uint32_t>(digest[0]) << 24 | static_cast<uint32_t>(digest[1]) << 16 |
                            static_cast<uint32_t>(digest[2]) << 8 | digest[3];
    if (number % 5 == 0) return Part::heldOut;
    return number % 20 == 1 ? Part::validation : Part::train;
}

Result<SymbolData> SymbolData::load(const fs::path& folder, const HandBook& book) {
    SymbolData data;
    const auto files = filesIn(folder);
    if (!files) return tl::make_unexpected(files.error());
    for (const fs::path& file : *files) {
        const auto text = readText(file);
        if (!text) return tl::make_unexpected(text.error());
        auto read = sketch::parseDrawings(*text, file.string());
        if (!read) return tl::make_unexpected(read.error());
        SymbolClass category{file.stem().string(), {}, {}};
        const auto known = book.quickdraw.find(category.name);
        if (known != book.quickdraw.end()) category.symbol = known->second;
        const int index = static_cast<int>(data.classes.size());
        for (sketch::Drawing& drawing : read->drawings) {
            const Part part = partOf(drawing.keyId);
            if (part == Part::train) {
                if (!drawing.recognised) continue;  // what nobody could tell teaches nothing
                category.models.push_back(std::move(drawing.strokes));
            } else {
                (part == Part::heldOut ? data.heldOut : data.validation)
                    .push_back({drawing.keyId, index, drawing.recognised, std::move(drawing.strokes)});
            }
        }
        data.classes.push_back(std::move(category));
    }
    for (const auto& [symbol, ways] : book.drawn) data.classes.push_back({"drawn:" + symbol, symbol, ways});
    data.classes.push_back({kWriting, "label", {}});
    for (int i = 0; i < kWords; ++i) data.classes.back().models.push_back(writtenWord(book, static_cast<uint64_t>(i)));
    double sum = 0;
    for (const SymbolClass& one : data.classes) {
        sum += one.models.empty() ? 0 : one.described() ? kDrawnOdds : one.symbol.empty() ? 1 : kSymbolOdds;
        data.m_odds.push_back(sum);
    }
    return data;
}

SymbolData::Lesson SymbolData::lesson(uint64_t seed, uint64_t number) const {
    const double at = randomUnit(seed, "lesson", number) * m_odds.back();
    const auto found = std::upper_bound(m_odds.begin(), m_odds.end(), at);
    Lesson lesson;
    lesson.classIndex = static_cast<int>(std::min<long>(found - m_odds.begin(), static_cast<long>(m_odds.size()) - 1));
    const SymbolClass& chosen = classes[static_cast<size_t>(lesson.classIndex)];
    const size_t model = randomBits(seed, "model", number) % chosen.models.size();
    const double wildness = kTamestLesson + (kWildestLesson - kTamestLesson) * randomUnit(seed, "wildness", number);
    const HandStyle style = chosen.name == kWriting ? HandStyle{0.4, 0.3, false} : HandStyle{wildness, 0.4, true};
    lesson.strokes = redraw(chosen.models[model], randomBits(seed, "hand", number), style);
    lesson.lineWidth = 0.9 + 1.3 * randomUnit(seed, "pen", number);
    return lesson;
}

}  // namespace sketchwalk::synth
