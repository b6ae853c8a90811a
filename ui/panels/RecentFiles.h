// The drawings opened last, newest first, kept in the user's settings (QSettings of the application). Window's thread.
#pragma once

#include <QObject>
#include <QStringList>

namespace sketchwalk::ui {

class RecentFiles : public QObject {
    Q_OBJECT

  public:
    static constexpr int kMost = 12;

    explicit RecentFiles(QObject* parent = nullptr);

    QStringList paths() const { return m_paths; }  // absolute; files that vanished stay until they are removed
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

  Q_SIGNALS:
    void changed();

  private:
    void keep(const QStringList& paths);

    QStringList m_paths;
};

}  // namespace sketchwalk::ui
