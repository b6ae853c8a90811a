#include "core/document/Store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <future>
#include <random>

#include "core/base/Hash.h"
#include "core/document/Schema.h"
#include "core/sketch/Read.h"
#include "tests/support/Process.h"

namespace sketchwalk::document {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

DrawnPtr richStroke(int64_t id) {
    Drawn drawn;
    drawn.layer = 1 + id % 2;
    sketch::Stroke& s = drawn.stroke;
    s.id = id;
    s.brush = id % 3 ? "a wooden cabin" : "ink";
    s.pen = id % 2 ? sketch::Pen::block : sketch::Pen::detail;
    s.width = 0.1 * static_cast<double>(id);
    s.closed = id % 5 == 0;
    if (id % 4 == 0) s.group = id / 4;
    s.text = id % 6 == 0 ? "Zum Löwen \"№ 5\"" : "";
    for (int i = 0; i < 20; ++i) {
        const double t = randomUnit(3, "stroke", static_cast<uint64_t>(id), static_cast<uint64_t>(i));
        s.points.push_back({{256 * t, 256 * t * t}, static_cast<float>(t), i * 0.01f});
    }
    if (s.closed) s.holes = {{{1, 2}, {3, 4}, {5, 1.0 / 3}}};
    if (s.closed) s.centreLines = {{{0.1, 0.2}, {7, 8}}}, s.centreWidth = {2.5};
    return std::make_shared<const Drawn>(std::move(drawn));
}

bool same(const Drawn& a, const Drawn& b) {
    const auto points = [](const sketch::StrokePoint& p, const sketch::StrokePoint& q) {
        return p.at == q.at && p.pressure == q.pressure && p.seconds == q.seconds;
    };
    const sketch::Stroke &s = a.stroke, &t = b.stroke;
    return a.layer == b.layer && s.id == t.id && s.brush == t.brush && s.pen == t.pen && s.width == t.width &&
           s.closed == t.closed && s.group == t.group && s.text == t.text && s.holes == t.holes &&
           s.centreLines == t.centreLines && s.centreWidth == t.centreWidth &&
           std::equal(s.points.begin(), s.points.end(), t.points.begin(), t.points.end(), points);
}

void expectSame(const Document& a, const Document& b) {
    EXPECT_TRUE(a.settings == b.settings || (a.settings.underlay && b.settings.underlay));
    ASSERT_EQ(a.strokes.size(), b.strokes.size());
    for (size_t i = 0; i < a.strokes.size(); ++i) EXPECT_TRUE(same(*a.strokes[i], *b.strokes[i])) << i;
}

// A drawing and its file, changed together as the window does.
struct Pair {
    History history;
    std::unique_ptr<Store> store;

    void commit(Document next, const std::string& label, const std::string& key = {}) {
        if (history.commit(std::move(next), label, key, 1700000000000)) {
            store->put(history.position() - 1, history.steps().back());
        }
    }
    void draw(int64_t id) {
        Document next = history.document();
        next.strokes.push_back(richStroke(id));
        commit(std::move(next), "Draw " + std::to_string(id));
    }
    void undo() {
        history.undo();
        store->setPosition(history.position());
    }
};

class StoreFile : public ::testing::Test {
  protected:
    fs::path path(const std::string& name = "map.sketchwalk") const { return m_folder.path() / name; }
    Pair create() {
        auto store = Store::create(path(), {});
        EXPECT_TRUE(store) << store.error().text;
        return {History(), std::move(*store)};
    }
    Pair reopened() {
        auto opened = Store::open(path());
        EXPECT_TRUE(opened) << opened.error().text;
        EXPECT_TRUE(opened->notes.empty());
        return {std::move(opened->history), std::move(opened->store)};
    }
    test::TemporaryFolder m_folder;
};

TEST_F(StoreFile, HoldsEveryStrokeSettingAndStep) {
    Document expected;
    {
        Pair drawing = create();
        for (int64_t id = 1; id <= 30; ++id) drawing.draw(id);
        Document next = drawing.history.document();
        next.settings.prompt = "snow & \"ice\"";
        next.settings.layers.push_back({2, "Häuser", false, true, 0.25f});
        next.settings.underlay =
            Underlay{std::make_shared<const std::vector<uint8_t>>(5000, 7), {3, 4}, 0.5, 30, 0.75f, true};
        drawing.commit(next, "Settings");
        next = drawing.history.document();
        std::erase_if(next.strokes, [](const DrawnPtr& drawn) { return drawn->stroke.id % 7 == 0; });
        drawing.commit(next, "Erase");
        expected = drawing.history.document();
    }
    Pair again = reopened();
    expectSame(again.history.document(), expected);
    ASSERT_TRUE(again.history.document().settings.underlay);
    EXPECT_EQ(*again.history.document().settings.underlay->file, std::vector<uint8_t>(5000, 7));
    EXPECT_EQ(again.history.steps().size(), 32u);
    EXPECT_EQ(again.history.steps()[2].label, "Draw 3");
    while (again.history.undo()) {
    }
    EXPECT_TRUE(again.history.document().strokes.empty());
}

TEST_F(StoreFile, UndoneStepsCanBeRedoneAfterReopening) {
    {
        Pair drawing = create();
        for (int64_t id = 1; id <= 5; ++id) drawing.draw(id);
        drawing.undo();
        drawing.undo();
    }
    Pair again = reopened();
    EXPECT_EQ(again.history.document().strokes.size(), 3u);
    ASSERT_TRUE(again.history.redo());
    EXPECT_TRUE(same(*again.history.document().strokes.back(), *richStroke(4)));
    again.history.undo();
    again.draw(9);  // a new branch
    again.store.reset();
    Pair third = reopened();
    EXPECT_FALSE(third.history.canRedo());
    EXPECT_EQ(third.history.document().strokes.back()->stroke.id, 9);
}

TEST_F(StoreFile, ForgetsStrokesThatNoStepKnowsAnyMore) {
    {
        Pair drawing = create();
        drawing.draw(1);
        drawing.draw(2);
        drawing.undo();
        drawing.draw(3);
    }
    reopened().store.reset();
    auto database = Database::open(path(), Database::Mode::readOnly);
    EXPECT_EQ(database->number("SELECT count(*) FROM stroke").value(), 2);
    EXPECT_EQ(readDocument(path())->strokes.back()->stroke.id, 3);
}

TEST_F(StoreFile, IsOneFileAfterClosing) {
    { create().draw(1); }
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(m_folder.path())) names.push_back(entry.path().filename().string());
    EXPECT_EQ(names, std::vector<std::string>{"map.sketchwalk"});
}

TEST_F(StoreFile, CanBeReadWhileItIsOpenButNotOpenedTwice) {
    Pair drawing = create();
    drawing.draw(1);
    ASSERT_TRUE(drawing.store->flush(seconds(10)));
    const auto document = readDocument(path());
    ASSERT_TRUE(document) << document.error().text;
    EXPECT_EQ(document->strokes.size(), 1u);
    const auto second = Store::open(path());
    ASSERT_FALSE(second);
    EXPECT_NE(second.error().text.find("another window"), std::string::npos) << second.error().text;
    drawing.store.reset();
    EXPECT_TRUE(Store::open(path()));
}

TEST_F(StoreFile, ACopyHoldsTheHistoryAndReplacesTheOldFileWhole) {
    Pair drawing = create();
    for (int64_t id = 1; id <= 4; ++id) drawing.draw(id);
    std::ofstream(path("copy.sketchwalk")) << "what was there before";
    std::promise<Result<void>> promise;
    drawing.store->saveCopy(path("copy.sketchwalk"), false,
                            [&](Result<void> result) { promise.set_value(std::move(result)); });
    const auto result = promise.get_future().get();
    ASSERT_TRUE(result) << result.error().text;
    auto copy = Store::open(path("copy.sketchwalk"));
    ASSERT_TRUE(copy) << copy.error().text;
    expectSame(copy->history.document(), drawing.history.document());
    EXPECT_EQ(copy->history.steps().size(), 4u);
    EXPECT_FALSE(fs::exists(path("copy.sketchwalk.part")));
}

TEST_F(StoreFile, MovesToANewFileAndGoesOnThere) {
    Pair drawing = create();
    drawing.draw(1);
    drawing.draw(2);
    std::promise<Result<void>> promise;
    drawing.store->saveCopy(path("new.sketchwalk"), true, [&](Result<void> result) { promise.set_value(result); });
    ASSERT_TRUE(promise.get_future().get());
    EXPECT_EQ(drawing.store->path(), path("new.sketchwalk"));
    drawing.draw(3);
    drawing.undo();
    drawing.draw(4);
    EXPECT_FALSE(Store::open(path("new.sketchwalk"))) << "it is open here";
    drawing.store.reset();
    EXPECT_EQ(reopened().history.document().strokes.size(), 2u) << "the old file stays as it was";
    const auto moved = Store::open(path("new.sketchwalk"));
    ASSERT_TRUE(moved) << moved.error().text;
    expectSame(moved->history.document(), drawing.history.document());
}

TEST_F(StoreFile, ACopyNeverReplacesADrawingThatIsOpenElsewhere) {
    Pair drawing = create();
    const auto other = Store::create(path("other.sketchwalk"), {});
    ASSERT_TRUE(other);
    std::promise<Result<void>> promise;
    drawing.store->saveCopy(path("other.sketchwalk"), false, [&](Result<void> result) { promise.set_value(result); });
    const auto result = promise.get_future().get();
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().text.find("another window"), std::string::npos);
}

TEST_F(StoreFile, ACopyThatCannotBeWrittenSaysSoAndLeavesNothing) {
    Pair drawing = create();
    drawing.draw(1);
    std::promise<Result<void>> promise;
    drawing.store->saveCopy(path("no/such/folder.sketchwalk"), false,
                            [&](Result<void> result) { promise.set_value(result); });
    const auto result = promise.get_future().get();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::output);
    EXPECT_NE(result.error().text.find("folder.sketchwalk"), std::string::npos);
}

TEST_F(StoreFile, ANewerFileIsRefusedByNamingBothVersions) {
    { create(); }
    {
        auto database = Database::open(path(), Database::Mode::edit);
        ASSERT_TRUE(database->run("PRAGMA user_version = 41"));
    }
    const auto opened = Store::open(path());
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::input);
    EXPECT_NE(opened.error().text.find("41"), std::string::npos);
    EXPECT_NE(opened.error().text.find("version " + std::to_string(kVersion)), std::string::npos);
}

TEST_F(StoreFile, AnOlderFormIsMigratedInOneTransaction) {
    { create().draw(1); }
    auto database = Database::open(path(), Database::Mode::edit);
    ASSERT_TRUE(migrate(*database, 1, {"ALTER TABLE stroke ADD COLUMN colour TEXT", "CREATE TABLE edit(key INTEGER)"}));
    EXPECT_EQ(database->number("PRAGMA user_version").value(), 3);
    EXPECT_EQ(database->number("SELECT count(*) FROM edit").value(), 0);
    // One that fails half way leaves all as it was.
    EXPECT_FALSE(migrate(*database, 3, {"", "", "CREATE TABLE more(key INTEGER)", "no such statement"}));
    EXPECT_EQ(database->number("PRAGMA user_version").value(), 3);
    EXPECT_FALSE(database->number("SELECT count(*) FROM more"));
}

// The file as programs before this one made it.
void makeSecondForm(const std::filesystem::path& path) {
    auto database = Database::open(path, Database::Mode::edit);
    ASSERT_TRUE(
        database->run("ALTER TABLE stroke DROP COLUMN held; ALTER TABLE stroke DROP COLUMN shows; "
                      "DROP TABLE styles; PRAGMA user_version = 2"));
}
void makeFirstForm(const std::filesystem::path& path) {
    makeSecondForm(path);
    auto database = Database::open(path, Database::Mode::edit);
    ASSERT_TRUE(
        database->run("ALTER TABLE stroke DROP COLUMN leans; ALTER TABLE stroke DROP COLUMN edit; "
                      "PRAGMA user_version = 1"));
}

// One stroke in a file of an older form, of which a copy with this ending is made.
void isReadAndBroughtUpToDate(const std::filesystem::path& path, const char* ending) {
    const auto read = readDocument(path);
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->strokes.size(), 1u);
    const auto opened = Store::open(path);
    ASSERT_TRUE(opened) << opened.error().text;
    EXPECT_EQ(opened->history.document().strokes.size(), 1u);
    ASSERT_EQ(opened->notes.size(), 1u);
    EXPECT_NE(inEnglish(opened->notes[0]).find(ending), std::string::npos);
    const auto copy = readDocument(std::filesystem::path(path) += ending);
    ASSERT_TRUE(copy) << copy.error().text;
    EXPECT_EQ(copy->strokes.size(), 1u);
}

TEST_F(StoreFile, OlderFormsAreReadAndBroughtUpToDateAfterACopyIsMade) {
    { create().draw(1); }
    makeSecondForm(path());
    isReadAndBroughtUpToDate(path(), ".v2.bak");
    makeFirstForm(path());
    isReadAndBroughtUpToDate(path(), ".v1.bak");
}

TEST_F(StoreFile, WhereThePenLeanedIsKept) {
    Document start;
    Drawn drawn;
    drawn.stroke.id = 1;
    drawn.stroke.brush = "ink";
    drawn.stroke.points = {{{1, 2}, 1, 0, {0.25f, -0.5f}}, {{3, 4}, 1, 0.5f, {0, 0}}};
    start.strokes = {std::make_shared<const Drawn>(drawn)};
    ASSERT_TRUE(writeDocument(path(), start));
    const auto read = readDocument(path());
    ASSERT_TRUE(read) << read.error().text;
    ASSERT_EQ(read->strokes.size(), 1u);
    EXPECT_EQ(read->strokes[0]->stroke.points[0].lean, glm::vec2(0.25f, -0.5f));
    EXPECT_EQ(read->strokes[0]->stroke.points[1].lean, glm::vec2(0));
}

TEST_F(StoreFile, ChangesByHandAreKept) {
    Document start;
    Drawn drawn;
    drawn.stroke.id = 1;
    drawn.stroke.brush = "house";
    drawn.stroke.points = {{{1, 2}}, {{3, 4}}};
    drawn.stroke.edit = sketch::ObjectEdit{0xfedcba9876543210u, 7, "barn", "barn_2", false, 12.5, 1.25};
    start.strokes = {std::make_shared<const Drawn>(drawn)};
    ASSERT_TRUE(writeDocument(path(), start));
    const auto read = readDocument(path());
    ASSERT_TRUE(read) << read.error().text;
    ASSERT_EQ(read->strokes.size(), 1u);
    EXPECT_EQ(read->strokes[0]->stroke.edit, drawn.stroke.edit);
}

TEST_F(StoreFile, OtherFilesAndBrokenOnesAreRefused) {
    std::ofstream(path("text.sketchwalk")) << "not a database at all, only words that go on for a while";
    EXPECT_FALSE(Store::open(path("text.sketchwalk")));
    EXPECT_FALSE(Store::open(path("missing.sketchwalk")));
    {
        auto database = Database::open(path("other.db"), Database::Mode::create);
        ASSERT_TRUE(database->run("CREATE TABLE t(x)"));
    }
    const auto other = Store::open(path("other.db"));
    ASSERT_FALSE(other);
    EXPECT_NE(other.error().text.find("no Sketchwalk drawing"), std::string::npos);
}

TEST_F(StoreFile, ADamagedHistoryGivesWhatCameBefore) {
    {
        Pair drawing = create();
        for (int64_t id = 1; id <= 6; ++id) drawing.draw(id);
    }
    {
        auto database = Database::open(path(), Database::Mode::edit);
        ASSERT_TRUE(database->run("UPDATE step SET splices = '[[99,[],[1]]]' WHERE number = 3"));
    }
    auto opened = Store::open(path());
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->history.document().strokes.size(), 3u);
    ASSERT_EQ(opened->notes.size(), 1u);
    EXPECT_NE(inEnglish(opened->notes[0]).find("damaged"), std::string::npos);
}

// Flipped bytes anywhere: an error or a drawing, never a crash.
TEST_F(StoreFile, SurvivesRandomDamage) {
    {
        Pair drawing = create();
        for (int64_t id = 1; id <= 12; ++id) drawing.draw(id);
    }
    std::ifstream in(path(), std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    for (uint64_t seed = 0; seed < 150; ++seed) {
        std::string broken = whole;
        for (uint64_t i = 0; i < 20; ++i) {
            broken[randomBits(seed, "where", i) % broken.size()] = static_cast<char>(randomBits(seed, "what", i));
        }
        std::ofstream(path("broken.sketchwalk"), std::ios::binary) << broken;
        const auto opened = Store::open(path("broken.sketchwalk"));
        if (!opened) {
            EXPECT_FALSE(opened.error().text.empty());
        }
    }
}

TEST_F(StoreFile, AReadOnlyFileOpensWithoutAStore) {
    { create().draw(1); }
    chmod(path().c_str(), 0444);
    chmod(m_folder.path().c_str(), 0555);
    const uid_t user = geteuid();
    if (user == 0) {
        ASSERT_EQ(seteuid(65534), 0);  // root may write everywhere
    }
    auto opened = Store::open(path());
    ASSERT_EQ(seteuid(user), 0);
    chmod(m_folder.path().c_str(), 0755);
    ASSERT_TRUE(opened) << opened.error().text;
    EXPECT_EQ(opened->store, nullptr);
    EXPECT_EQ(opened->history.document().strokes.size(), 1u);
    EXPECT_EQ(opened->notes.size(), 1u);
}

TEST_F(StoreFile, ThumbnailsAreReadWithoutOpening) {
    {
        Pair drawing = create();
        drawing.store->setThumbnail({1, 2, 3});
    }
    EXPECT_EQ(readThumbnail(path()), (std::vector<uint8_t>{1, 2, 3}));
    EXPECT_TRUE(readThumbnail(path("missing.sketchwalk")).empty());
}

// A program that is killed at a random moment loses nothing that it was told is finished.
TEST_F(StoreFile, KeepsEveryCommittedStepOfAKilledProgram) {
    for (int round = 0; round < 25; ++round) {
        const fs::path file = path("killed" + std::to_string(round) + ".sketchwalk");
        int pipes[2];
        ASSERT_EQ(pipe(pipes), 0);
        const pid_t child = fork();
        if (child == 0) {
            Pair drawing{History(), std::move(*Store::create(file, {}))};
            for (int64_t id = 1; id < 100000; ++id) {
                drawing.draw(id);
                drawing.store->flush(seconds(10));
                if (write(pipes[1], &id, sizeof id) != sizeof id) _exit(1);
            }
            _exit(0);
        }
        close(pipes[1]);
        usleep(static_cast<useconds_t>(20000 + randomBits(5, "kill", static_cast<uint64_t>(round)) % 60000));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        int64_t told = 0, id = 0;
        while (read(pipes[0], &id, sizeof id) == sizeof id) told = id;
        close(pipes[0]);
        if (!fs::exists(file)) continue;  // killed before it was made
        auto opened = Store::open(file);
        if (told == 0 && !opened) continue;  // while it was made
        ASSERT_TRUE(opened) << opened.error().text;
        EXPECT_GE(static_cast<int64_t>(opened->history.document().strokes.size()), told);
        EXPECT_TRUE(opened->notes.empty());
        opened->store.reset();
        auto database = Database::open(file, Database::Mode::readOnly);
        Statement check = database->prepare("PRAGMA integrity_check");
        ASSERT_EQ(check.step(), SQLITE_ROW);
        EXPECT_EQ(check.text(0), "ok");
    }
}

}  // namespace
}  // namespace sketchwalk::document
