// Runs the sheet's tests offscreen. Any warning that Qt or the sheet logs fails the test that runs.
#include <gtest/gtest.h>

#include <QApplication>
#include <cstdio>

namespace {

void onMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // The offscreen screen says what it cannot do; that is about it, not about us.
    if (text.contains("This plugin does not support") || text.contains("XDG_RUNTIME_DIR")) return;
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    ADD_FAILURE() << "logged: " << text.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    testing::InitGoogleTest(&argc, argv);
    const QApplication app(argc, argv);
    qInstallMessageHandler(onMessage);
    return RUN_ALL_TESTS();
}
