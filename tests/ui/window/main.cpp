// Runs the window's tests without a screen, with settings of their own. Whatever Qt complains about fails the test.
#include <gtest/gtest.h>

#include <QApplication>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

void listen(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // The offscreen platform says this of itself for every window that asks for the keyboard.
    if (text.contains(QStringLiteral("This plugin does not support"))) return;
    if (type != QtDebugMsg && type != QtInfoMsg) ADD_FAILURE() << qPrintable(text);
}

}  // namespace

int main(int argc, char* argv[]) {
    testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) qputenv(name, home.path().toUtf8());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Sketchwalk");
    QCoreApplication::setApplicationName("SketchwalkTest");
    qInstallMessageHandler(listen);
    return RUN_ALL_TESTS();
}
