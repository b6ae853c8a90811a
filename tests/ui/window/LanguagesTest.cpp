// The window in every language: nothing is left in English, and nothing is cut off.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStatusBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>
#include <QXmlStreamReader>
#include <set>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/preferences/Language.h"
#include "ui/window/CrashNote.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

// English strings whose translation is another one; a widget that shows one of them was not translated.
std::set<QString> foreignIn(const QString& language) {
    const auto path = resourceFolder() / ("translations/sketchwalk_" + language.toStdString() + ".ts");
    QFile file(QString::fromStdString(path.string()));
    std::set<QString> sources, own;
    if (!file.open(QIODevice::ReadOnly)) return sources;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("source")) source = xml.readElementText();
        if (xml.name() != QLatin1String("translation")) continue;
        const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        own.insert(translation);
        if (translation != source && source.size() > 2) sources.insert(source);
    }
    for (const QString& word : own) sources.erase(word);  // "Symbol" is German too
    return sources;
}

class Walk {
  public:
    explicit Walk(std::set<QString> foreign) : m_foreign(std::move(foreign)) {}

    void over(QWidget* top) {
        QList<QWidget*> all = top->findChildren<QWidget*>();
        all.prepend(top);
        for (QWidget* widget : all) {
            if (!widget->isVisible() && !qobject_cast<QMenu*>(widget)) continue;
            ++m_widgets;
            words(widget);
            if (widget->isVisible()) room(widget);
        }
    }
    int widgets() const { return m_widgets; }
    const std::set<std::string>& faults() const { return m_faults; }

  private:
    void judge(const QWidget* widget, const QString& text) {
        if (widget->objectName() == "inspectLayer") return;  // names that the drawing has, such as "Map"
        if (m_foreign.count(text)) fault(widget, "is not translated: " + text);
    }
    void fault(const QWidget* widget, const QString& what) {
        m_faults.insert(
            (QLatin1String(widget->metaObject()->className()) + ' ' + widget->objectName() + ' ' + what).toStdString());
    }
    void words(QWidget* widget) {
        for (const QString& text :
             {widget->toolTip(), widget->accessibleName(), widget->statusTip(), widget->windowTitle()}) {
            judge(widget, text);
        }
        for (const QAction* action : widget->actions()) {
            judge(widget, action->text());
            judge(widget, action->toolTip());
        }
        if (const auto* label = qobject_cast<QLabel*>(widget)) judge(widget, label->text());
        if (const auto* button = qobject_cast<QAbstractButton*>(widget)) judge(widget, button->text());
        if (const auto* menu = qobject_cast<QMenu*>(widget)) judge(widget, menu->title());
        if (const auto* field = qobject_cast<QLineEdit*>(widget)) judge(widget, field->placeholderText());
        if (const auto* box = qobject_cast<QComboBox*>(widget)) {
            for (int i = 0; i < box->count(); ++i) judge(widget, box->itemText(i));
        }
        if (const auto* tabs = qobject_cast<QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                judge(widget, tabs->tabText(i));
                judge(widget, tabs->tabToolTip(i));
            }
        }
    }
    void room(QWidget* widget) {
        const QFontMetrics metrics = widget->fontMetrics();
        if (auto* label = qobject_cast<QLabel*>(widget)) {
            if (label->text().isEmpty() || label->minimumWidth() == 1) return;  // made to be elided
            if (label->wordWrap()) {
                if (label->heightForWidth(label->width()) > label->height() + 1)
                    fault(label, "is cut off below: " + label->text());
            } else if (label->sizeHint().width() > label->width() + 1) {
                fault(label, "is cut off: " + label->text());
            }
        } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
            const bool shows =
                !button->text().isEmpty() && (!button->inherits("QToolButton") ||
                                              button->property("toolButtonStyle").toInt() != Qt::ToolButtonIconOnly);
            const QString shown = button->text().remove('&');
            const int icon = button->property("toolButtonStyle").toInt() == Qt::ToolButtonTextBesideIcon
                                 ? button->iconSize().width()
                                 : 0;
            if (shows && metrics.horizontalAdvance(shown) + icon + 4 > button->width())
                fault(button, "is cut off: " + shown);
        } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            const QRect field =
                box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
            const int icon = box->itemIcon(box->currentIndex()).isNull() ? 0 : box->iconSize().width() + 4;
            if (metrics.horizontalAdvance(box->currentText()) + icon > field.width() + 1)
                fault(box, "is cut off: " + box->currentText());
        } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                if (metrics.horizontalAdvance(tabs->tabText(i).remove('&')) > tabs->tabRect(i).width()) {
                    fault(tabs, "is cut off: " + tabs->tabText(i));
                }
            }
        } else if (auto* field = qobject_cast<QLineEdit*>(widget)) {
            if (field->text().isEmpty() && metrics.horizontalAdvance(field->placeholderText()) > field->width() - 8) {
                fault(field, "its hint is cut off: " + field->placeholderText());
            }
        }
    }

    std::set<QString> m_foreign;
    std::set<std::string> m_faults;
    int m_widgets = 0;
};

class Languages : public ::testing::TestWithParam<const char*> {
  protected:
    void SetUp() override { QSettings().clear(); }
    void TearDown() override {
        m_window.reset();
        speak("en");
    }
    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
};

TEST_P(Languages, NothingIsLeftInEnglishAndNothingIsCutOff) {
    const QString language = GetParam();
    if (languages().size() == 1) GTEST_SKIP() << "built without translations: Qt's lrelease is not installed";
    ASSERT_EQ(speak(language), language);
    EXPECT_EQ(QGuiApplication::layoutDirection(), language == "he" ? Qt::RightToLeft : Qt::LeftToRight);
    static const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    m_window = std::make_unique<MainWindow>(*catalogue, m_folder / "unsaved");
    m_window->resize(1360, 820);
    m_window->show();
    const auto settle = [&] {
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->isSettled(); }, 120000));
        QTest::qWait(50);
    };
    settle();
    auto foreign = foreignIn(language);
    if (language != "en") {
        ASSERT_GT(foreign.size(), 300u);
    }
    Walk walk(std::move(foreign));
    walk.over(m_window.get());  // the start page
    QSignalSpy failed(m_window->files(), &DrawingFiles::failed);
    const QString missing = QString::fromStdString((m_folder / "no_such_%1.sketchwalk").string());
    m_window->files()->open(missing);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !failed.isEmpty(); }, 60000));
    const QString why = failed.first().first().toString();
    EXPECT_TRUE(why.contains(missing)) << why.toStdString();
    EXPECT_EQ(why.contains("there is no such file"), language == "en") << why.toStdString();
    m_window->files()->open(QString::fromStdString((resourceFolder() / "samples/village.sketch.json").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->files()->hasDrawing(); }, 60000));
    settle();
    new CrashNote("/home/somebody/crash-1.txt", m_window->statusBar());
    auto* panels = m_window->findChild<QTabWidget*>("panels");
    for (int i = 0; i < panels->count(); ++i) {
        panels->setCurrentIndex(i);
        m_window->selection()->set({m_window->drawing()->document().strokes.front()->stroke.id});
        QTest::qWait(30);
        walk.over(m_window.get());
    }
    for (const char* action : {"edit.preferences", "help.keys", "help.search", "help.about", "file.export",
                               "world.walkSettings", "help.tour"}) {
        (*m_window->actions())[action]->trigger();
        QTest::qWait(50);
        for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
            walk.over(dialog);
            for (QTabWidget* pages : dialog->findChildren<QTabWidget*>()) {
                for (int i = 0; i < pages->count(); ++i) {
                    pages->setCurrentIndex(i);
                    QTest::qWait(20);
                    walk.over(dialog);
                }
            }
            dialog->close();
        }
        if (QString(action) == "help.tour") {
            for (int step = 0; step < 5; ++step) {
                if (auto* tour = m_window->findChild<QWidget*>("tour")) {
                    walk.over(tour);
                    QMetaObject::invokeMethod(tour, "next");
                    QTest::qWait(20);
                }
            }
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    EXPECT_GT(walk.widgets(), 1000);
    for (const std::string& fault : walk.faults()) ADD_FAILURE() << fault;
}

INSTANTIATE_TEST_SUITE_P(All, Languages, ::testing::Values("en", "de", "he"),
                         [](const auto& language) { return std::string(language.param); });

TEST(LanguageChoice, AnUnknownOneIsEnglishAndEachIsNamedInItself) {
    EXPECT_EQ(speak("xx"), "en");
    EXPECT_EQ(nameOfLanguage("de"), "Deutsch");
    EXPECT_EQ(nameOfLanguage("en"), "English");
    if (languages().contains("he")) {
        EXPECT_EQ(languages(), (QStringList{"en", "de", "he"}));
    }
}

}  // namespace
}  // namespace sketchwalk::ui
