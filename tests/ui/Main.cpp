// Runs tests of the window without a screen, with settings of their own. Whatever Qt complains about fails the test
// that runs.
#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace {

void listen(QtMsgType type, const QMessageLogContext&, const QString& text) {
    // The offscreen screen says what it cannot do; that is about it, not about us.
    if (text.startsWith("Initializing RHI with")) return;  // Qt 3D says hello as a warning
    if (text.contains("This plugin does not support") || text.contains("XDG_RUNTIME_DIR")) return;
    if (text.startsWith("PulseAudioService")) return;  // a machine without sound: steps are silent there
    if (type != QtDebugMsg && type != QtInfoMsg) ADD_FAILURE() << "Qt says: " << text.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) qputenv(name, home.path().toUtf8());
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QCoreApplication::setOrganizationName("Sketchwalk");
    QCoreApplication::setApplicationName("SketchwalkTest");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    qInstallMessageHandler(listen);
    return RUN_ALL_TESTS();
}
