// Ink in the window, from the stroke to the corrected world and back, with real events.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <set>

#include "core/base/File.h"
#include "core/document/AnyMap.h"
#include "core/neural/InkMeaning.h"
#include "tests/support/Process.h"
#include "ui/model/InkMemory.h"
#include "ui/model/Paths.h"
#include "ui/panels/InkPicker.h"
#include "ui/panels/StartPage.h"
#include "ui/window/ExportDialog.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

namespace fs = std::filesystem;

// Takes every stroke that nobody said anything of for a house.
sketch::Sketch takeAllForHouses(const sketch::Sketch& sketch, const catalogue::Catalogue& things, const Job&,
                                Diagnostics& said, neural::InkSymbolsPtr& symbols) {
    auto read = neural::saidSymbols(sketch);
    for (const auto& stroke : sketch.strokes) {
        if (stroke->brush != "ink" || !stroke->shows.empty()) continue;
        neural::InkSymbol house;
        house.strokes = {stroke->id};
        house.symbol = "house";
        house.taken = true;
        house.reading.chances = {1};
        read.push_back(std::move(house));
    }
    for (auto& symbol : read) symbol.guesses = {{"house", 0.6}, {"castle", 0.3}, {"tent", 0.1}};
    symbols = std::make_shared<const std::vector<neural::InkSymbol>>(read);
    return neural::withMeaning(sketch, read, things, said);
}

class Ink : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        open();
    }
    void TearDown() override { m_window.reset(); }
    void open() {
        static const auto catalogue = catalogue::Catalogue::load(resourceFolder());
        m_window = std::make_unique<MainWindow>(*catalogue, m_folder / "data" / "unsaved");
        if (m_network) {
            const auto ink = std::make_shared<neural::InkReader>(neural::RecogniserOptions{"cpu", 2});
            m_window->builder()->setReader([ink](const sketch::Sketch& sketch, const catalogue::Catalogue& things,
                                                 const Job& job, Diagnostics& said, neural::InkSymbolsPtr& symbols) {
                sketch::Sketch understood = ink->understood(sketch, things, job, said);
                symbols = ink->symbols();
                return understood;
            });
        } else {
            m_window->builder()->setReader(takeAllForHouses);
        }
        m_window->show();
        QApplication::setActiveWindow(m_window.get());
    }
    void settle() {
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->isSettled(); }, 120000));
        QTest::qWait(200);  // the pen rests
    }
    void newMap() {
        Q_EMIT m_window->findChild<StartPage*>()->newMap({256, 256});
        settle();
        m_window->toolbox()->change([](Toolbox::State& state) { state.stabiliser = 0; });
        m_window->toolbox()->chooseBrush("ink");
    }
    Sheet* sheet() { return m_window->sheet(); }
    const document::Document& document() { return m_window->drawing()->document(); }
    const sketch::Stroke& stroke(int64_t id) { return document().find(id)->stroke; }
    // With the mouse, through metres.
    int64_t draw(const std::vector<Point>& path) {
        const auto at = [&](Point p) { return sheet()->toWidget(p).toPoint(); };
        QTest::mousePress(sheet(), Qt::LeftButton, {}, at(path.front()));
        for (const Point& p : path) QTest::mouseMove(sheet(), at(p));
        QTest::mouseRelease(sheet(), Qt::LeftButton, {}, at(path.back()));
        return document().strokes.back()->stroke.id;
    }
    int64_t drawBox(double x, double y) {
        const int64_t id = draw({{x, y}, {x + 26, y}, {x + 26, y + 22}, {x, y + 22}, {x, y + 2}});
        settle();
        return id;
    }
    InkPicker* tapOn(int64_t id) {
        const QRectF label = sheet()->inkLabel(id);
        EXPECT_FALSE(label.isEmpty());
        QTest::mouseClick(sheet(), Qt::LeftButton, {}, label.center().toPoint());
        return picker();
    }
    InkPicker* picker() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window->findChild<InkPicker*>();
    }
    // The row of the picker that says so.
    void choose(InkPicker* from, const QString& shows) {
        ASSERT_NE(from, nullptr);
        auto* rows = from->findChild<QListWidget*>("inkGuesses");
        for (int i = 0; i < rows->count(); ++i) {
            if (rows->item(i)->data(Qt::UserRole).toString() != shows) continue;
            QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualItemRect(rows->item(i)).center());
            return;
        }
        FAIL() << "not offered: " << shows.toStdString();
    }
    void answer(const char* button) {
        auto* box = m_window->findChild<QMessageBox*>("askToRemember");
        ASSERT_NE(box, nullptr);
        EXPECT_FALSE(box->informativeText().isEmpty());
        for (QAbstractButton* one : box->buttons()) {
            if (one->text().remove('&') == button) {
                QTest::mouseClick(one, Qt::LeftButton);
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                activate();
                return;
            }
        }
        FAIL() << "no such button: " << button;
    }
    void activate() {  // as a desktop does when a dialogue is gone
        QCoreApplication::processEvents();
        m_window->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(m_window.get()));
    }
    bool isAsked() { return m_window->findChild<QMessageBox*>("askToRemember") != nullptr; }
    void key(Qt::Key key, Qt::KeyboardModifiers with = {}) { QTest::keyClick(m_window.get(), key, with); }
    std::multiset<std::string> placed() {
        std::multiset<std::string> found;
        for (const auto& one : m_window->builder()->latest()->world.layout.placements) found.insert(one.category);
        return found;
    }
    fs::path memoryFile() const { return m_folder / "data" / "How I draw.json"; }
    size_t remembered() { return m_window->inkMemory()->all() ? m_window->inkMemory()->all()->size() : 0; }

    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
    bool m_network = false;
};

using World = std::multiset<std::string>;

TEST_F(Ink, IsCorrectedWithATapAndUndoneReopenedErased) {
    newMap();
    const int64_t one = drawBox(60, 60), two = drawBox(150, 60);
    EXPECT_EQ(placed(), (World{"house", "house"}));
    const size_t steps = m_window->drawing()->history().position();
    choose(tapOn(one), "castle");
    answer("No");
    settle();
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1) << "one step";
    EXPECT_EQ(stroke(one).shows, "castle");
    EXPECT_EQ(placed(), (World{"castle", "house"}));
    // It stays whatever is drawn beside it.
    drawBox(90, 62);
    EXPECT_EQ(placed(), (World{"castle", "house", "house"}));
    key(Qt::Key_Z, Qt::ControlModifier);
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(stroke(one).shows, "");
    EXPECT_EQ(placed(), (World{"house", "house"}));
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    EXPECT_EQ(placed(), (World{"castle", "house"}));
    // Another one says nothing of what was asked before.
    choose(tapOn(two), "tent");
    EXPECT_FALSE(isAsked());
    settle();
    EXPECT_NE(stroke(one).group, stroke(two).group);

    const fs::path path = m_window->drawing()->path();
    ASSERT_TRUE(m_window->drawing()->store()->flush(std::chrono::seconds(10)));
    m_window.reset();
    open();
    m_window->files()->open(fromPath(path));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->files()->hasDrawing(); }, 60000));
    settle();
    EXPECT_EQ(placed(), (World{"castle", "tent"}));
    EXPECT_FALSE(sheet()->inkLabel(one).isEmpty());

    m_window->selection()->set({one});
    sheet()->setFocus();
    QTest::keyClick(sheet(), Qt::Key_Delete);
    settle();
    EXPECT_EQ(placed(), (World{"tent"}));
    EXPECT_TRUE(sheet()->inkLabel(one).isEmpty());
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(placed(), (World{"castle", "tent"}));
    // The program may find out again.
    choose(tapOn(one), "");
    settle();
    EXPECT_EQ(placed(), (World{"house", "tent"}));
}

TEST_F(Ink, IsCorrectedWithKeysAlone) {
    newMap();
    const int64_t one = drawBox(60, 60);
    QTest::keyClick(sheet(), Qt::Key_F4);
    ASSERT_NE(picker(), nullptr);
    auto* words = picker()->findChild<QLineEdit*>("inkWords");
    ASSERT_TRUE(words->hasFocus());
    QTest::keyClicks(words, "lightho");
    QTest::keyClick(words, Qt::Key_Return);
    QTest::keyClick(m_window->findChild<QMessageBox*>("askToRemember"), Qt::Key_Escape);
    activate();
    settle();
    EXPECT_EQ(stroke(one).shows, "lighthouse");
    EXPECT_EQ(placed(), (World{"lighthouse"}));
    EXPECT_TRUE(sheet()->hasFocus());
    QTest::keyClick(sheet(), Qt::Key_F4);
    ASSERT_NE(picker(), nullptr);
    QTest::keyClick(picker()->findChild<QLineEdit*>("inkWords"), Qt::Key_Escape);
    EXPECT_EQ(picker(), nullptr);
    EXPECT_TRUE(sheet()->hasFocus());
    EXPECT_EQ(stroke(one).shows, "lighthouse");
}

TEST_F(Ink, StaysInkWhereTheUserSaysSo) {
    newMap();
    const int64_t one = drawBox(60, 60);
    choose(tapOn(one), "ink");
    answer("No");
    settle();
    EXPECT_TRUE(placed().empty());
    EXPECT_TRUE(sheet()->inkLabel(one).isEmpty()) << "and is left alone";
    m_window->selection()->set({one});
    QTest::keyClick(sheet(), Qt::Key_F4);
    choose(picker(), "castle");
    settle();
    EXPECT_EQ(placed(), (World{"castle"}));
}

TEST_F(Ink, LabelsAreSwitchedOffAndTheWishIsKept) {
    newMap();
    const int64_t one = drawBox(60, 60);
    EXPECT_FALSE(sheet()->inkLabel(one).isEmpty());
    key(Qt::Key_L, Qt::ControlModifier);
    EXPECT_TRUE(sheet()->inkLabel(one).isEmpty());
    m_window.reset();
    open();
    EXPECT_FALSE(sheet()->inkShown());
    EXPECT_FALSE((*m_window->actions())["view.ink"]->isChecked());
}

TEST_F(Ink, OnALockedLayerIsLeftAsItIs) {
    newMap();
    const int64_t one = drawBox(60, 60);
    m_window->drawing()->changeSettings([](document::Settings& s) { s.layers[0].locked = true; }, "Lock");
    settle();
    choose(tapOn(one), "castle");
    EXPECT_EQ(stroke(one).shows, "");
    EXPECT_FALSE(isAsked());
}

TEST_F(Ink, IsRememberedOnlyWhenTheUserAgreed) {
    newMap();
    const int64_t one = drawBox(60, 60);
    choose(tapOn(one), "castle");
    answer("No");
    EXPECT_FALSE(fs::exists(memoryFile()));
    EXPECT_EQ(document().settings.styles, nullptr);
    const int64_t two = drawBox(150, 60);
    choose(tapOn(two), "tent");
    EXPECT_FALSE(isAsked()) << "once is enough";
    EXPECT_FALSE(fs::exists(memoryFile()));
    // The preferences tell, and change it.
    (*m_window->actions())["edit.preferences"]->trigger();
    auto* box = m_window->findChild<QCheckBox*>("prefRememberInk");
    ASSERT_NE(box, nullptr);
    EXPECT_FALSE(box->isChecked());
    EXPECT_FALSE(m_window->findChild<QPushButton*>("prefForgetInk")->isEnabled());
    box->click();
    EXPECT_EQ(m_window->inkMemory()->wish(), InkMemory::Wish::yes);
    m_window->findChild<QDialog*>("preferences")->close();
}

TEST_F(Ink, WhatIsRememberedBelongsToEveryDrawingItHelps) {
    newMap();
    const int64_t one = drawBox(60, 60);
    const size_t steps = m_window->drawing()->history().position();
    choose(tapOn(one), "castle");
    answer("Remember");
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1) << "still one step";
    ASSERT_TRUE(document().settings.styles);
    EXPECT_EQ(document().settings.styles->front().shows, "castle");
    EXPECT_EQ(sketch::readStyles(memoryFile())->size(), 1u);
    settle();
    // Undone it is not remembered; said again it is.
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(document().settings.styles, nullptr);
    EXPECT_EQ(remembered(), 0u);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(remembered(), 1u);
    // Saying something else of the same drawing replaces it.
    settle();
    choose(tapOn(one), "tent");
    EXPECT_FALSE(isAsked());
    ASSERT_EQ(remembered(), 1u);
    EXPECT_EQ(m_window->inkMemory()->all()->front().shows, "tent");
    // Where the program shall find out again, neither the drawing nor the memory says it.
    settle();
    choose(tapOn(one), "");
    EXPECT_EQ(remembered(), 0u);
    EXPECT_EQ(document().settings.styles, nullptr);
    settle();
    choose(tapOn(one), "tent");
    EXPECT_EQ(remembered(), 1u);
    // Erased strokes take nothing along.
    m_window->drawing()->eraseStrokes({one}, "Erase");
    EXPECT_EQ(remembered(), 1u);

    // Another drawing takes it along with its first ink, in the same step.
    newMap();
    EXPECT_EQ(document().settings.styles, nullptr);
    drawBox(80, 80);
    EXPECT_EQ(m_window->drawing()->history().position(), 1u);
    ASSERT_TRUE(document().settings.styles);
    EXPECT_EQ(document().settings.styles->front().shows, "tent");
    drawBox(150, 80);
    EXPECT_EQ(m_window->drawing()->history().position(), 2u);
    EXPECT_FALSE(m_window->drawing()->history().steps().back().change.after) << "once is enough";

    // Forgotten, it is gone, and the drawing stays as it is.
    (*m_window->actions())["edit.preferences"]->trigger();
    EXPECT_EQ(m_window->findChild<QListWidget*>("rememberedDrawings")->count(), 1);
    QTest::mouseClick(m_window->findChild<QPushButton*>("prefForgetInk"), Qt::LeftButton);
    EXPECT_EQ(remembered(), 0u);
    EXPECT_FALSE(fs::exists(memoryFile()));
    EXPECT_TRUE(document().settings.styles);
    m_window->findChild<QDialog*>("preferences")->close();
}

TEST_F(Ink, ABrokenMemoryIsToldAndSetAside) {
    QSettings().setValue("ink/remember", true);
    for (const char* broken : {"{", "\x00\xff\x13", R"({"format":"sketchwalk-sketch","version":7})"}) {
        m_window.reset();
        fs::create_directories(memoryFile().parent_path());
        std::ofstream(memoryFile()) << broken;
        open();
        QSignalSpy told(m_window->inkMemory(), &InkMemory::trouble);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !told.isEmpty(); }, 20000));
        EXPECT_TRUE(told[0][0].toString().contains("How I draw.json.broken"));
        EXPECT_EQ(remembered(), 0u);
        EXPECT_FALSE(fs::exists(memoryFile()));
        EXPECT_TRUE(fs::exists(memoryFile().string() + ".broken"));
    }
    newMap();
    choose(tapOn(drawBox(60, 60)), "castle");
    EXPECT_EQ(sketch::readStyles(memoryFile())->size(), 1u) << "it learns again";
}

// With the network of the program: what was corrected helps at once, and everybody makes the same world of the drawing.
TEST_F(Ink, TheCommandLineMakesTheSameWorldOfWhatWasCorrectedAndRemembered) {
    m_network = true;
    QSettings().setValue("ink/remember", true);
    m_window.reset();
    open();
    newMap();
    const auto scribble = [&](double x, double y, double wobble) {
        const int64_t id = draw({{x, y},
                                 {x + 30, y + 2 + wobble},
                                 {x + 3, y + 10},
                                 {x + 32, y + 15 - wobble},
                                 {x, y + 30},
                                 {x + 33, y + 29},
                                 {x + 15, y - 8 + wobble},
                                 {x + 16, y + 38}});
        settle();
        return id;
    };
    const int64_t one = scribble(50, 60, 0);
    QTest::keyClick(sheet(), Qt::Key_F4);
    ASSERT_NE(picker(), nullptr);
    auto* words = picker()->findChild<QLineEdit*>("inkWords");
    QTest::keyClicks(words, "statue");
    QTest::keyClick(words, Qt::Key_Return);
    settle();
    EXPECT_EQ(stroke(one).shows, "statue");
    const int64_t two = scribble(160, 120, 1);
    EXPECT_EQ(stroke(two).shows, "") << "read, not said";
    EXPECT_EQ(placed(), (World{"statue", "statue"}));

    const auto drawing = m_window->drawing()->path();
    ASSERT_TRUE(m_window->drawing()->store()->flush(std::chrono::seconds(10)));
    (*m_window->actions())["file.export"]->trigger();
    auto* dialog = m_window->findChild<ExportDialog*>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy measured(dialog, &ExportDialog::measured), exported(dialog, &ExportDialog::exported);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !measured.isEmpty(); }, 120000));
    dialog->setFolder(fromPath(m_folder / "out"));
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportButton"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !exported.isEmpty(); }, 120000));
    const auto result =
        test::run({SKETCHWALK_CLI, "generate", drawing.string(), "--package", (m_folder / "cli").string(), "--quiet"});
    ASSERT_EQ(result.status, 0) << result.err;
    for (const char* name : {"scene.glb", "scene.json", "surface.png"})
        EXPECT_EQ(test::contentOf(m_folder / "cli" / name), test::contentOf(m_folder / "out" / name)) << name;
    dialog->close();
}

}  // namespace
}  // namespace sketchwalk::ui
