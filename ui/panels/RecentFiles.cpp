#include "ui/panels/RecentFiles.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace sketchwalk::ui {

namespace {
const QString kKey = QStringLiteral("recentFiles");
}

RecentFiles::RecentFiles(QObject* parent) : QObject(parent) {
    m_paths = QSettings().value(kKey).toStringList().mid(0, kMost);
}

void RecentFiles::add(const QString& path) {
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QStringList paths = m_paths;
    paths.removeAll(whole);
    paths.prepend(whole);
    keep(paths.mid(0, kMost));
}

void RecentFiles::remove(const QString& path) {
    QStringList paths = m_paths;
    paths.removeAll(path);
    keep(paths);
}

void RecentFiles::clear() {
    keep({});
}

void RecentFiles::keep(const QStringList& paths) {
    if (paths == m_paths) return;
    m_paths = paths;
    QSettings().setValue(kKey, m_paths);
    Q_EMIT changed();
}

}  // namespace sketchwalk::ui
