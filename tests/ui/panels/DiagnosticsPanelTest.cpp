#include "ui/panels/DiagnosticsPanel.h"

#include <QLabel>
#include <QListWidget>
#include <QTranslator>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {

namespace {

class Report : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        panel = std::make_unique<DiagnosticsPanel>();
        show(*panel, QSize(300, 200));
        list = find<QListWidget>(*panel, "diagnostics");
        QObject::connect(panel.get(), &DiagnosticsPanel::strokeActivated, [this](int64_t id) { asked.push_back(id); });
    }
    std::unique_ptr<DiagnosticsPanel> panel;
    QListWidget* list = nullptr;
    std::vector<int64_t> asked;
};

}  // namespace

TEST_F(Report, AnEmptyOneSaysSo) {
    EXPECT_TRUE(find<QLabel>(*panel, "nothingToReport")->isVisible());
    panel->setDiagnostics({{Severity::warning, 3, "The road runs into the sea."}});
    EXPECT_FALSE(find<QLabel>(*panel, "nothingToReport")->isVisible());
    expectNamed(*panel);
    panel->setDiagnostics({});
    EXPECT_TRUE(find<QLabel>(*panel, "nothingToReport")->isVisible());
}

TEST_F(Report, ChoosingOneAsksForItsStroke) {
    panel->setDiagnostics({{Severity::warning, 3, "The road runs into the sea."},
                           {Severity::note, std::nullopt, "No spawn was drawn."},
                           {Severity::note, int64_t{9}, "A bridge was added."}});
    ASSERT_EQ(list->count(), 3);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    EXPECT_EQ(asked, (std::vector<int64_t>{3}));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);  // about the whole map: nothing to show
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    EXPECT_EQ(asked, (std::vector<int64_t>{3, 9}));
}

TEST_F(Report, WhatIsSaidOfManyStrokesIsSaidOnceAndLeadsToEachOfThem) {
    Diagnostics many;
    for (int64_t id = 1; id <= 5000; ++id) many.push_back({Severity::note, id, "Ink is not understood."});
    many.push_back({Severity::warning, 7, "The road runs into the sea."});
    panel->setDiagnostics(many);
    ASSERT_EQ(list->count(), 2);
    EXPECT_TRUE(list->item(0)->text().contains(QStringLiteral("5000")));
    for (int i = 0; i < 2; ++i) {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    }
    EXPECT_EQ(asked, (std::vector<int64_t>{1, 2}));
}

TEST_F(Report, SpeaksTheUsersLanguageWithTheNamesOfThings) {
    const Diagnostic added = diagnosticOf(Severity::note, 9, {"The %1 crosses water; a bridge was added.", {"road"}});
    EXPECT_EQ(added.text, "The road crosses water; a bridge was added.");
    QTranslator german;
    ASSERT_TRUE(german.load(QStringLiteral("sketchwalk_de"), QStringLiteral(":/translations")));
    QCoreApplication::installTranslator(&german);
    panel->setDiagnostics({added, {Severity::warning, {}, "map.svg: <text> elements are not read."}});
    QCoreApplication::removeTranslator(&german);
    EXPECT_EQ(list->item(0)->text(), QStringLiteral("Hier quert etwas (Straße) Wasser; eine Brücke ist dazugekommen."));
    EXPECT_EQ(list->item(1)->text(), QStringLiteral("map.svg: <text> elements are not read."));
}

TEST_F(Report, SeverityIsAnIconAndAWord) {
    panel->setDiagnostics({{Severity::warning, 3, "One."}, {Severity::note, 4, "Two."}});
    EXPECT_TRUE(list->item(0)->data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Warning")));
    EXPECT_TRUE(list->item(1)->data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Note")));
    EXPECT_NE(list->item(0)->icon().pixmap(QSize(18, 18)).toImage(),
              list->item(1)->icon().pixmap(QSize(18, 18)).toImage());
}

}  // namespace sketchwalk::ui
