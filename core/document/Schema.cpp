#include "core/document/Schema.h"

#include "core/base/Check.h"
#include "core/document/Encoding.h"
#include "core/sketch/EditJson.h"
#include "core/sketch/Read.h"

namespace sketchwalk::document {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE setting(name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE picture(key INTEGER PRIMARY KEY, file BLOB NOT NULL);
CREATE TABLE styles(key INTEGER PRIMARY KEY, drawings TEXT NOT NULL);
CREATE TABLE stroke(key INTEGER PRIMARY KEY, id INTEGER NOT NULL, layer INTEGER NOT NULL, brush TEXT NOT NULL,
    pen TEXT NOT NULL, width REAL NOT NULL, closed INTEGER NOT NULL, symbol INTEGER, words TEXT NOT NULL,
    points BLOB NOT NULL, holes BLOB NOT NULL, centre_lines BLOB NOT NULL, centre_widths TEXT NOT NULL,
    leans BLOB, edit TEXT, shows TEXT, held BLOB);
CREATE TABLE step(number INTEGER PRIMARY KEY, label TEXT NOT NULL, merge_key TEXT NOT NULL, at INTEGER NOT NULL,
    splices TEXT NOT NULL, before TEXT, after TEXT);
)";

Result<void> done(const Database& database, Statement& statement) {
    if (statement.valid() && statement.step() == SQLITE_DONE) return {};
    return tl::make_unexpected(database.error(ErrorKind::output));
}

// Everything or nothing. On failure the keys are as before.
Result<void> transaction(const Database& database, Keys* keys, const std::function<Result<void>()>& work) {
    const Keys none;
    const Keys& before = keys != nullptr ? *keys : none;
    const int64_t strokes = before.strokes.next(), pictures = before.pictures.next(), styles = before.styles.next();
    auto result = database.run("BEGIN IMMEDIATE");
    if (!result) return result;
    result = work();
    if (result) result = database.run("COMMIT");
    if (result) return result;
    (void)database.run("ROLLBACK");  // what went wrong before matters more
    if (keys != nullptr) {
        keys->strokes.forgetFrom(strokes);
        keys->pictures.forgetFrom(pictures);
        keys->styles.forgetFrom(styles);
    }
    return result;
}

Result<void> setValue(const Database& database, std::string_view name, std::string_view value) {
    Statement statement = database.prepare("INSERT OR REPLACE INTO setting VALUES(?1, ?2)");
    statement.bind(1, name).bind(2, value);
    return done(database, statement);
}

Result<void> addStroke(const Database& database, const DrawnPtr& drawn, Keys& keys) {
    if (keys.strokes.of(drawn) > 0) return {};
    const sketch::Stroke& stroke = drawn->stroke;
    Statement row = database.prepare(
        "INSERT INTO stroke VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
    row.bind(1, keys.strokes.next()).bind(2, stroke.id).bind(3, drawn->layer).bind(4, std::string_view(stroke.brush));
    row.bind(5, std::string_view(stroke.pen == sketch::Pen::detail ? "detail" : "block"));
    row.bind(6, stroke.width).bind(7, static_cast<int64_t>(stroke.closed));
    stroke.group ? row.bind(8, *stroke.group) : row.bindNull(8);
    row.bind(9, std::string_view(stroke.text));
    row.bindBlob(10, encodePoints(stroke.points)).bindBlob(11, encodeLines(stroke.holes));
    row.bindBlob(12, encodeLines(stroke.centreLines)).bind(13, std::string_view(encodeNumbers(stroke.centreWidth)));
    const Bytes leans = encodeLeans(stroke.points);
    leans.empty() ? row.bindNull(14) : row.bindBlob(14, leans);
    stroke.edit ? row.bind(15, std::string_view(sketch::writeJson(*stroke.edit))) : row.bindNull(15);
    stroke.shows.empty() ? row.bindNull(16) : row.bind(16, std::string_view(stroke.shows));
    stroke.lock ? row.bindBlob(17, stroke.lock->packed) : row.bindNull(17);
    const auto result = done(database, row);
    if (result) keys.strokes.add(drawn);
    return result;
}

Result<void> addPicture(const Database& database, const std::optional<Settings>& settings, Keys& keys) {
    if (!settings || !settings->underlay || !settings->underlay->file) return {};
    const auto& file = settings->underlay->file;
    if (keys.pictures.of(file) > 0) return {};
    Statement row = database.prepare("INSERT INTO picture VALUES(?1, ?2)");
    row.bind(1, keys.pictures.next()).bindBlob(2, *file);
    const auto result = done(database, row);
    if (result) keys.pictures.add(file);
    return result;
}

Result<void> addStyles(const Database& database, const std::optional<Settings>& settings, Keys& keys) {
    if (!settings || !settings->styles || keys.styles.of(settings->styles) > 0) return {};
    sketch::Sketch only;
    only.styles = settings->styles;
    Statement row = database.prepare("INSERT INTO styles VALUES(?1, ?2)");
    row.bind(1, keys.styles.next()).bind(2, std::string_view(sketch::writeJson(only)));
    const auto result = done(database, row);
    if (result) keys.styles.add(settings->styles);
    return result;
}

// What settings refer to.
Result<void> addParts(const Database& database, const std::optional<Settings>& settings, Keys& keys) {
    if (auto result = addPicture(database, settings, keys); !result) return result;
    return addStyles(database, settings, keys);
}

std::string settingsText(const Settings& settings, const Keys& keys) {
    const int64_t picture = settings.underlay ? keys.pictures.of(settings.underlay->file) : 0;
    return encodeSettings(settings, picture, keys.styles.of(settings.styles));
}

std::string splicesText(const std::vector<Splice>& splices, const Keys& keys) {
    return encodeSplices(splices, [&](const DrawnPtr& drawn) {
        const int64_t key = keys.strokes.of(drawn);
        CHECK(key > 0, "a step's strokes are written before it");
        return key;
    });
}

}  // namespace

const std::vector<std::string>& migrations() {
    static const std::vector<std::string> steps{
        // 2: where the pen leaned; changes by hand to things of the world
        "ALTER TABLE stroke ADD COLUMN leans BLOB; ALTER TABLE stroke ADD COLUMN edit TEXT;",
        // 3: what ink shows, as the person said, and how they draw; what locked regions hold
        "ALTER TABLE stroke ADD COLUMN shows TEXT; ALTER TABLE stroke ADD COLUMN held BLOB; "
        "CREATE TABLE styles(key INTEGER PRIMARY KEY, drawings TEXT NOT NULL);",
    };
    return steps;
}

Result<void> createTables(const Database& database) {
    return transaction(database, nullptr, [&] {
        return database.run(kTables + ("PRAGMA application_id = " + std::to_string(kApplicationId)) +
                            "; PRAGMA user_version = " + std::to_string(kVersion) + ";");
    });
}

Result<int64_t> versionOf(const Database& database, const std::filesystem::path& path) {
    const auto application = database.number("PRAGMA application_id");
    if (!application) return application;
    if (*application != kApplicationId) {
        return fail(ErrorKind::input, Sentence{"%1: it is no Sketchwalk drawing.", {path.string()}});
    }
    const auto version = database.number("PRAGMA user_version");
    if (version && *version > kVersion) {
        return fail(ErrorKind::input,
                    Sentence{"%1: a newer Sketchwalk made this drawing (its form is version %2, this program knows up "
                             "to version %3). Install the newer one to open it; the file is untouched.",
                             {path.string(), std::to_string(*version), std::to_string(kVersion)}});
    }
    return version;
}

Result<void> migrate(const Database& database, int64_t from, const std::vector<std::string>& steps) {
    return transaction(database, nullptr, [&]() -> Result<void> {
        for (size_t i = static_cast<size_t>(std::max<int64_t>(from, 1) - 1); i < steps.size(); ++i) {
            const auto result = database.run(steps[i]);
            if (!result) return result;
        }
        return database.run("PRAGMA user_version = " + std::to_string(steps.size() + 1));
    });
}

Result<void> writeStart(const Database& database, const Document& start, Keys& keys) {
    return transaction(database, &keys, [&]() -> Result<void> {
        for (const DrawnPtr& drawn : start.strokes) {
            if (auto result = addStroke(database, drawn, keys); !result) return result;
        }
        if (auto result = addParts(database, start.settings, keys); !result) return result;
        if (auto result = setValue(database, "start", settingsText(start.settings, keys)); !result) return result;
        const std::vector<Splice> all{{0, {}, start.strokes}};
        return setValue(database, "start_strokes", splicesText(all, keys));
    });
}

Result<void> writeStep(const Database& database, size_t index, const Step& step, Keys& keys) {
    return transaction(database, &keys, [&]() -> Result<void> {
        const auto number = static_cast<int64_t>(index);
        Statement gone = database.prepare("DELETE FROM step WHERE number >= ?1");
        gone.bind(1, number);
        if (auto result = done(database, gone); !result) return result;
        for (const Splice& splice : step.change.splices) {
            for (const auto* side : {&splice.removed, &splice.inserted}) {
                for (const DrawnPtr& drawn : *side) {
                    if (auto result = addStroke(database, drawn, keys); !result) return result;
                }
            }
        }
        for (const auto* side : {&step.change.before, &step.change.after}) {
            if (auto result = addParts(database, *side, keys); !result) return result;
        }
        Statement row = database.prepare("INSERT INTO step VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        row.bind(1, number).bind(2, std::string_view(step.label)).bind(3, std::string_view(step.mergeKey));
        row.bind(4, step.at).bind(5, std::string_view(splicesText(step.change.splices, keys)));
        if (step.change.after) {
            row.bind(6, std::string_view(settingsText(*step.change.before, keys)));
            row.bind(7, std::string_view(settingsText(*step.change.after, keys)));
        }
        if (auto result = done(database, row); !result) return result;
        return setValue(database, "position", std::to_string(index + 1));
    });
}

Result<void> dropUnused(const Database& database, const Keys& keys) {
    const std::vector<int64_t> unused = keys.strokes.unused();
    if (unused.empty()) return {};
    return transaction(database, nullptr, [&]() -> Result<void> {
        for (const int64_t key : unused) {
            Statement row = database.prepare("DELETE FROM stroke WHERE key = ?1");
            row.bind(1, key);
            if (auto gone = done(database, row); !gone) return gone;
        }
        return {};
    });
}

Result<void> writePosition(const Database& database, size_t position) {
    return setValue(database, "position", std::to_string(position));
}

Result<void> writeThumbnail(const Database& database, const std::vector<uint8_t>& png) {
    Statement statement = database.prepare("INSERT OR REPLACE INTO setting VALUES('thumbnail', ?1)");
    statement.bindBlob(1, png);
    return done(database, statement);
}

std::vector<uint8_t> readThumbnail(const Database& database) {
    Statement row = database.prepare("SELECT value FROM setting WHERE name = 'thumbnail'");
    if (!row.valid() || row.step() != SQLITE_ROW) return {};
    const auto bytes = row.blob(0);
    return {bytes.begin(), bytes.end()};
}

}  // namespace sketchwalk::document
