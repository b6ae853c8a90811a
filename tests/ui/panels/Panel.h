// What every test of a panel starts from: a drawing, a toolbox, a selection, the shipped catalogue; and that Qt has
// nothing to complain about.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <memory>

#include "core/base/File.h"
#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"

namespace sketchwalk::ui {

inline QStringList& complaints() {
    static QStringList list;
    return list;
}

inline void listen(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // The offscreen platform says this of itself for every window that asks for the keyboard.
    if (text.contains(QStringLiteral("This plugin does not support"))) return;
    if (type != QtDebugMsg && type != QtInfoMsg) complaints().append(text);
}

inline const catalogue::Catalogue& shipped() {
    static const Result<catalogue::Catalogue> loaded = catalogue::Catalogue::load(resourceFolder());
    return loaded.value();
}

inline sketch::Stroke stroke(const std::string& brush, std::vector<Point> points, bool closed = false) {
    sketch::Stroke made;
    made.brush = brush;
    made.closed = closed;
    for (const Point& point : points) made.points.push_back({point, 1, -1});
    return made;
}

class Panel : public testing::Test {
  protected:
    void SetUp() override {
        complaints().clear();
        qInstallMessageHandler(listen);
    }
    void TearDown() override {
        qInstallMessageHandler(nullptr);
        EXPECT_TRUE(complaints().isEmpty()) << complaints().join("; ").toStdString();
    }

    // Shows it as a window of this size, with the keyboard.
    static void show(QWidget& widget, QSize size) {
        widget.resize(size);
        widget.show();
        QApplication::setActiveWindow(&widget);
        ASSERT_TRUE(QTest::qWaitForWindowActive(&widget));
        QApplication::processEvents();
    }

    template <class T>
    static T* find(const QWidget& in, const char* name) {
        T* found = in.findChild<T*>(QString::fromLatin1(name));
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    // With the mouse, in the middle of it.
    static void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton, {}, widget->rect().center()); }

    // Every control says what it is, to eyes (tool tip) and to readers of the screen.
    static void expectNamed(const QWidget& panel);

    size_t steps() const { return drawing.history().steps().size(); }

    Drawing drawing;
    Toolbox toolbox;
    Selection selection;
};

}  // namespace sketchwalk::ui
