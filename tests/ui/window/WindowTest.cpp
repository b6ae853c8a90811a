// The window as a person uses it: real widgets, real events, files in a folder of the test's own.
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>
#include <set>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/document/AnyMap.h"
#include "tests/support/Process.h"
#include "ui/panels/StartPage.h"
#include "ui/window/ExportDialog.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

namespace fs = std::filesystem;

const catalogue::Catalogue& catalogue() {
    static const auto loaded = catalogue::Catalogue::load(resourceFolder());
    return *loaded;
}

QString text(const fs::path& path) {
    return QString::fromStdString(path.string());
}

bool waitFor(const std::function<bool()>& condition, int milliseconds = 60000) {
    return QTest::qWaitFor(condition, milliseconds);
}

class Window : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        open();
    }
    void open() {
        m_window = std::make_unique<MainWindow>(catalogue(), unsaved());
        m_window->show();
    }
    void TearDown() override { m_window.reset(); }

    fs::path unsaved() const { return m_folder / "unsaved"; }
    void settle() {
        ASSERT_TRUE(waitFor([&] { return m_window->isSettled(); }));
    }
    // A new map by the start page's own button.
    void newMap() {
        Q_EMIT m_window->findChild<StartPage*>()->newMap({256, 256});
        settle();
    }
    void draw(const std::string& brush, double x, double y) {
        sketch::Stroke stroke;
        stroke.brush = brush;
        for (int i = 0; i < 20; ++i)
            stroke.points.push_back({{x + 4 * i, y + i % 5}, 1, 0.01f * static_cast<float>(i)});
        m_window->drawing()->addStroke(std::move(stroke), 1, "Draw");
    }
    void trigger(const char* name) { (*m_window->actions())[name]->trigger(); }
    std::vector<fs::path> unsavedFiles() const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(unsaved())) {
            if (entry.path().extension() == ".sketchwalk") files.push_back(entry.path());
        }
        return files;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(Window, EveryStrokeBecomesAWorldAndIsInTheFileAtOnce) {
    newMap();
    QSignalSpy handed(m_window.get(), &MainWindow::worldHandedOver);
    draw("river", 40, 40);
    ASSERT_TRUE(waitFor([&] { return !handed.isEmpty() && m_window->isSettled(); }));
    const auto& world = m_window->builder()->latest()->world;
    EXPECT_EQ(m_window->builder()->latest()->revision, m_window->drawing()->revision());
    EXPECT_FALSE(world.scene->waters.empty());
    const auto document = document::readDocument(m_window->drawing()->path());
    ASSERT_TRUE(document) << document.error().text;
    ASSERT_EQ(document->strokes.size(), 1u);
    EXPECT_EQ(document->strokes[0]->stroke.brush, "river");
}

TEST_F(Window, OnlyTheLatestOfManyQuickStrokesIsShown) {
    newMap();
    QSignalSpy handed(m_window.get(), &MainWindow::worldHandedOver);
    for (int i = 0; i < 12; ++i) draw("path", 20, 10 + 18.0 * i);
    settle();
    EXPECT_EQ(m_window->builder()->latest()->revision, m_window->drawing()->revision());
    EXPECT_LE(handed.size(), 3);
}

// The program hands a reader to the window, such as the one for freehand ink; the drawing itself stays as drawn.
TEST_F(Window, WhatAReaderMakesOfTheDrawingIsBuilt) {
    m_window->builder()->setReader([](const sketch::Sketch& sketch, const catalogue::Catalogue&, const Job&,
                                      Diagnostics& said, neural::InkSymbolsPtr&) {
        sketch::Sketch read = sketch;
        for (auto& stroke : read.strokes) {
            auto house = std::make_shared<sketch::Stroke>(*stroke);
            house->brush = "house";
            house->points.resize(1);
            stroke = house;
            said.push_back(
                diagnosticOf(Severity::note, house->id, {"This ink is read as %1 (%2).", {"house", "90 %"}}));
        }
        return read;
    });
    newMap();
    draw("ink", 90, 100);
    settle();
    const auto& world = m_window->builder()->latest()->world;
    ASSERT_EQ(world.layout.placements.size(), 1u);
    EXPECT_EQ(world.layout.placements[0].category, "house");
    ASSERT_FALSE(world.diagnostics.empty());
    EXPECT_EQ(world.diagnostics[0].text, "This ink is read as house (90 %).");
    EXPECT_EQ(m_window->drawing()->document().strokes[0]->stroke.brush, "ink");
}

TEST_F(Window, UndoAndRedoAreReachedByKeysAndRebuildTheWorld) {
    newMap();
    draw("lake", 60, 60);
    draw("road", 20, 150);
    settle();
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(m_window->drawing()->document().strokes.size(), 1u);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(m_window->drawing()->document().strokes.size(), 2u);
    settle();
    EXPECT_EQ(m_window->builder()->latest()->revision, m_window->drawing()->revision());
}

TEST_F(Window, ANewDrawingHasAFileFromTheFirstStrokeAndMovesWhenItIsNamed) {
    newMap();
    draw("river", 40, 40);
    ASSERT_EQ(unsavedFiles().size(), 1u);
    EXPECT_TRUE(m_window->files()->isUnsaved());
    QSignalSpy saved(m_window->files(), &DrawingFiles::saved);
    m_window->files()->saveAs(text(m_folder / "My map"));
    ASSERT_TRUE(waitFor([&] { return !saved.isEmpty(); }));
    EXPECT_EQ(m_window->drawing()->path(), m_folder / "My map.sketchwalk");
    EXPECT_TRUE(unsavedFiles().empty());
    EXPECT_FALSE(m_window->files()->isUnsaved());
    EXPECT_TRUE(m_window->windowTitle().startsWith("My map"));
    draw("road", 20, 150);
    ASSERT_TRUE(m_window->drawing()->store()->flush(std::chrono::seconds(10)));
    EXPECT_EQ(document::readDocument(m_folder / "My map.sketchwalk")->strokes.size(), 2u);
}

TEST_F(Window, ADrawingThatNobodyDrewOnLeavesNothing) {
    newMap();
    m_window->close();
    EXPECT_TRUE(unsavedFiles().empty());
}

TEST_F(Window, WhatWasOpenWhenTheProgramDiedIsThereAgainWithoutAQuestion) {
    newMap();
    draw("river", 40, 40);
    ASSERT_TRUE(m_window->drawing()->store()->flush(std::chrono::seconds(10)));
    m_window.reset();  // no close event: as when the program is killed
    open();
    m_window->begin({});
    ASSERT_TRUE(waitFor([&] { return m_window->files()->hasDrawing(); }));
    EXPECT_EQ(m_window->drawing()->document().strokes.size(), 1u);
    EXPECT_EQ(m_window->findChild<QDialog*>("message"), nullptr);
}

TEST_F(Window, AfterClosingProperlyTheStartPageComes) {
    newMap();
    draw("river", 40, 40);
    m_window->close();
    m_window.reset();
    open();
    m_window->begin({});
    EXPECT_FALSE(m_window->files()->hasDrawing());
    EXPECT_TRUE(m_window->findChild<StartPage*>()->isVisible());
}

// Whoever asks for another map while one is being read gets the one asked for last, and no file of the other is left.
TEST_F(Window, TheMapThatWasAskedForLastIsOpened) {
    m_window->files()->openTemplate(text(resourceFolder() / "samples/village.sketch.json"));
    EXPECT_TRUE(m_window->files()->busy());
    newMap();
    ASSERT_TRUE(waitFor([&] { return m_window->isSettled(); }));
    draw("river", 40, 40);
    QTest::qWait(300);  // what was read meanwhile has come
    EXPECT_EQ(m_window->drawing()->document().strokes.size(), 1u);
    EXPECT_EQ(unsavedFiles().size(), 1u);
    m_window->files()->openTemplate(text(resourceFolder() / "samples/village.sketch.json"));
    m_window->files()->openTemplate(text(resourceFolder() / "templates/island.sketch.json"));
    ASSERT_TRUE(waitFor([&] { return m_window->isSettled(); }));
    EXPECT_EQ(m_window->files()->title(), "island");
}

TEST_F(Window, OpensEveryKindOfMapAndSaysWhatCannotBeOpened) {
    m_window->files()->open(text(resourceFolder() / "samples/village.sketch.json"));
    ASSERT_TRUE(waitFor([&] { return m_window->files()->hasDrawing() && m_window->isSettled(); }));
    EXPECT_GT(m_window->drawing()->document().strokes.size(), 5u);
    const uint64_t revision = m_window->drawing()->revision();
    QSignalSpy failed(m_window->files(), &DrawingFiles::failed);
    std::ofstream(m_folder / "broken.sketchwalk") << "this is no drawing";
    m_window->files()->open(text(m_folder / "broken.sketchwalk"));
    ASSERT_TRUE(waitFor([&] { return !failed.isEmpty(); }));
    EXPECT_TRUE(failed[0][0].toString().contains("broken.sketchwalk"));
    EXPECT_EQ(m_window->drawing()->revision(), revision) << "what was open stays";
    auto* message = m_window->findChild<QDialog*>("message");
    ASSERT_NE(message, nullptr);
    message->close();
}

TEST_F(Window, TheExportIsWhatTheCommandLineWrites) {
    m_window->files()->open(text(resourceFolder() / "samples/village.sketch.json"));
    ASSERT_TRUE(waitFor([&] { return m_window->files()->hasDrawing() && m_window->isSettled(); }));
    trigger("file.export");
    auto* dialog = m_window->findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy measured(dialog, &ExportDialog::measured), exported(dialog, &ExportDialog::exported);
    ASSERT_TRUE(waitFor([&] { return !measured.isEmpty(); }));
    EXPECT_GT(dialog->findChild<QTreeWidget*>("exportFiles")->topLevelItemCount(), 5);
    dialog->setFolder(text(m_folder / "out"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportButton"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !exported.isEmpty(); }));
    const auto result = test::run({SKETCHWALK_CLI, "generate", m_window->drawing()->path().string(), "--package",
                                   (m_folder / "cli").string(), "--quiet"});
    ASSERT_EQ(result.status, 0) << result.err;
    size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(m_folder / "cli")) {
        EXPECT_EQ(test::contentOf(entry.path()), test::contentOf(m_folder / "out" / entry.path().filename().string()))
            << entry.path();
        ++compared;
    }
    EXPECT_GT(compared, 5u);
    dialog->close();
}

TEST_F(Window, AnExportThatCannotBeWrittenSaysSo) {
    newMap();
    draw("river", 40, 40);
    settle();
    trigger("file.export");
    auto* dialog = m_window->findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy measured(dialog, &ExportDialog::measured), failed(dialog, &ExportDialog::exportFailed);
    ASSERT_TRUE(waitFor([&] { return !measured.isEmpty(); }));
    std::ofstream(m_folder / "file") << "in the way";
    dialog->setFolder(text(m_folder / "file" / "below"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportButton"), Qt::LeftButton);
    ASSERT_EQ(failed.size(), 1);
    dialog->close();
}

TEST_F(Window, EscapeLeadsFromTheStartPageBackToTheDrawing) {
    newMap();
    draw("river", 40, 40);
    trigger("file.new");
    auto* start = m_window->findChild<StartPage*>();
    EXPECT_TRUE(start->isVisible());
    EXPECT_FALSE(m_window->sheet()->isVisible());
    QTest::keyClick(start, Qt::Key_Escape);
    EXPECT_TRUE(m_window->sheet()->isVisible());
    EXPECT_EQ(m_window->drawing()->document().strokes.size(), 1u);
}

TEST_F(Window, EveryActionDoesItsWorkWithAndWithoutADrawing) {
    const std::set<QString> asks{"file.open", "file.saveAs", "file.saveCopy",
                                 "file.quit"};  // native dialogues; the end
    for (const bool withDrawing : {false, true}) {
        if (withDrawing) newMap();
        for (QAction* action : m_window->actions()->all()) {
            if (asks.contains(action->objectName())) continue;
            EXPECT_FALSE(action->text().isEmpty());
            action->trigger();
            QCoreApplication::processEvents();
            for (QDialog* dialog : m_window->findChildren<QDialog*>()) dialog->close();
            if (action->isCheckable()) action->trigger();
        }
    }
}

TEST_F(Window, ThePapersColoursAreChosenFromTheMenuAndKept) {
    const auto choices = [&] { return m_window->findChild<QMenu*>("menu.colours")->actions(); };
    ASSERT_EQ(choices().size(), 4);
    choices()[1]->trigger();
    EXPECT_EQ(m_window->sheet()->colours(), SheetColours::deuteranopia);
    m_window.reset();
    open();
    EXPECT_EQ(m_window->sheet()->colours(), SheetColours::deuteranopia);
    EXPECT_TRUE(choices()[1]->isChecked());
}

TEST_F(Window, NoTwoActionsShareAKey) {
    std::set<QString> seen;
    for (const QAction* action : m_window->actions()->all()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            EXPECT_TRUE(seen.insert(keys.toString()).second) << qPrintable(keys.toString());
        }
    }
}

}  // namespace
}  // namespace sketchwalk::ui
