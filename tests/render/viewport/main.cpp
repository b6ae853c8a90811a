// Tests with a window: any warning that Qt prints fails the test in which it came.
#include <gtest/gtest.h>

#include <QApplication>
#include <QTemporaryDir>
#include <string>

namespace {

void hear(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (type == QtDebugMsg || type == QtInfoMsg) return;
    if (text.startsWith(QStringLiteral("Initializing RHI with"))) return;  // Qt 3D says hello as a warning
    ADD_FAILURE() << (context.category ? context.category : "") << ": " << text.toStdString();
}

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    const QTemporaryDir runtime;  // Qt wants a place of its own; shader caches go there too
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    qInstallMessageHandler(hear);
    const QApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
