#include <algorithm>
#include <array>
#include <charconv>

#include "core/document/Encoding.h"
#include "core/document/Schema.h"
#include "core/sketch/EditJson.h"
#include "core/sketch/Read.h"

namespace sketchwalk::document {
namespace {

using PictureFile = std::shared_ptr<const std::vector<uint8_t>>;

struct Rows {
    std::unordered_map<int64_t, DrawnPtr> strokes;
    std::unordered_map<int64_t, PictureFile> pictures;
    std::unordered_map<int64_t, sketch::StylesPtr> styles;
    size_t broken = 0;
};

DrawnPtr drawnOf(const Statement& row) {
    auto drawn = std::make_shared<Drawn>();
    sketch::Stroke& stroke = drawn->stroke;
    stroke.id = row.integer(1);
    drawn->layer = row.integer(2);
    stroke.brush = row.text(3);
    stroke.pen = row.text(4) == "block" ? sketch::Pen::block : sketch::Pen::detail;
    stroke.width = row.real(5);
    stroke.closed = row.integer(6) != 0;
    if (!row.isNull(7)) stroke.group = row.integer(7);
    stroke.text = row.text(8);
    auto points = decodePoints(row.blob(9));
    auto holes = decodeLines(row.blob(10));
    auto lines = decodeLines(row.blob(11));
    auto widths = decodeNumbers(row.text(12));
    if (!points || !decodeLeans(row.blob(13), *points) || !holes || !lines || !widths || stroke.id <= 0 ||
        widths->size() != lines->size())
        return nullptr;
    stroke.points = std::move(*points);
    stroke.holes = std::move(*holes);
    stroke.centreLines = std::move(*lines);
    stroke.centreWidth = std::move(*widths);
    stroke.shows = row.isNull(15) ? std::string() : row.text(15);
    if (!row.isNull(16) && !(stroke.lock = sketch::openedLock(row.blob(16)))) return nullptr;
    if (row.isNull(14)) return drawn;
    stroke.edit = sketch::parseEdit(row.text(14));
    return stroke.edit && !stroke.points.empty() ? drawn : nullptr;
}

// Styles that cannot be read are none: the drawing is worth more.
void readStyles(const Database& database, Keys& keys, Rows& rows) {
    Statement styles = database.prepare("SELECT key, drawings FROM styles");
    while (styles.valid() && styles.step() == SQLITE_ROW) {
        const int64_t key = styles.integer(0);
        keys.styles.skip(key);
        const auto read = sketch::parseJson(styles.text(1), "styles");
        if (!read || !read->sketch.styles) continue;
        keys.styles.set(read->sketch.styles, key);
        rows.styles.emplace(key, read->sketch.styles);
    }
}

Rows readRows(const Database& database, Keys& keys) {
    Rows rows;
    // A file that may not be written is read in the form it has.
    static constexpr std::array<const char*, kVersion> kStrokes{
        "SELECT *, NULL AS leans, NULL AS edit, NULL AS shows, NULL AS held FROM stroke",
        "SELECT *, NULL AS shows, NULL AS held FROM stroke", "SELECT * FROM stroke"};
    const int64_t version = database.number("PRAGMA user_version").value_or(kVersion);
    Statement strokes = database.prepare(kStrokes[static_cast<size_t>(std::clamp<int64_t>(version, 1, kVersion) - 1)]);
    while (strokes.valid() && strokes.step() == SQLITE_ROW) {
        const int64_t key = strokes.integer(0);
        keys.strokes.skip(key);
        if (DrawnPtr drawn = drawnOf(strokes)) {
            keys.strokes.set(drawn, key);
            rows.strokes.emplace(key, std::move(drawn));
        } else {
            ++rows.broken;
        }
    }
    Statement pictures = database.prepare("SELECT key, file FROM picture");
    while (pictures.valid() && pictures.step() == SQLITE_ROW) {
        const int64_t key = pictures.integer(0);
        const auto bytes = pictures.blob(1);
        auto file = std::make_shared<const std::vector<uint8_t>>(bytes.begin(), bytes.end());
        keys.pictures.set(file, key);
        rows.pictures.emplace(key, std::move(file));
    }
    if (version > 2) readStyles(database, keys, rows);
    return rows;
}

std::optional<Settings> settingsOf(std::string_view text, const Rows& rows) {
    auto read = decodeSettings(text);
    if (!read) return std::nullopt;
    if (read->settings.underlay) {
        const auto found = rows.pictures.find(read->picture);
        if (found == rows.pictures.end()) return std::nullopt;
        read->settings.underlay->file = found->second;
    }
    if (const auto found = rows.styles.find(read->styles); found != rows.styles.end())
        read->settings.styles = found->second;
    return std::move(read->settings);
}

std::string value(const Database& database, std::string_view name) {
    Statement row = database.prepare("SELECT value FROM setting WHERE name = ?1");
    if (!row.valid()) return {};
    row.bind(1, name);
    return row.step() == SQLITE_ROW ? row.text(0) : std::string();
}

std::optional<Change> changeOf(const Statement& row, const Rows& rows, const DrawnOf& drawn) {
    Change change;
    auto splices = decodeSplices(row.text(4), drawn);
    if (!splices) return std::nullopt;
    change.splices = std::move(*splices);
    if (!row.isNull(6)) {
        change.before = settingsOf(row.text(5), rows);
        change.after = settingsOf(row.text(6), rows);
        if (!change.before || !change.after) return std::nullopt;
    }
    return change;
}

// The steps up to the first that does not fit the document before it.
std::vector<Step> readSteps(const Database& database, const Rows& rows, const DrawnOf& drawn, Document document,
                            std::vector<Sentence>& notes) {
    std::vector<Step> steps;
    Statement row = database.prepare("SELECT * FROM step ORDER BY number");
    while (row.valid() && row.step() == SQLITE_ROW) {
        auto change = changeOf(row, rows, drawn);
        if (row.integer(0) != static_cast<int64_t>(steps.size()) || !change || !fits(*change, document)) {
            notes.push_back(
                Sentence{"The drawing's history is damaged after step %1; what was drawn up to there is here.",
                         {std::to_string(steps.size())}});
            break;
        }
        apply(*change, document);
        steps.push_back({row.text(1), row.text(2), row.integer(3), std::move(*change)});
    }
    return steps;
}

}  // namespace

Result<ReadFile> readTables(const Database& database, const std::filesystem::path& path) {
    ReadFile file;
    const Rows rows = readRows(database, file.keys);
    if (rows.broken > 0) {
        file.notes.push_back(Sentence{"Damaged strokes that could not be read: %1.", {std::to_string(rows.broken)}});
    }
    const DrawnOf drawn = [&](int64_t key) {
        const auto found = rows.strokes.find(key);
        return found != rows.strokes.end() ? found->second : nullptr;
    };
    Document start;
    auto settings = settingsOf(value(database, "start"), rows);
    auto strokes = decodeSplices(value(database, "start_strokes"), drawn);
    if (!settings || !strokes || !fits({*strokes, {}, {}}, start)) {
        return fail(ErrorKind::input, Sentence{"%1: the drawing is damaged and cannot be read.", {path.string()}});
    }
    start.settings = std::move(*settings);
    apply({std::move(*strokes), {}, {}}, start);

    std::vector<Step> steps = readSteps(database, rows, drawn, start, file.notes);
    const std::string text = value(database, "position");
    size_t position = 0;
    std::from_chars(text.data(), text.data() + text.size(), position);
    file.history = History(std::move(start), std::move(steps), position);
    return file;
}

}  // namespace sketchwalk::document
