// Takes the world to an engine: which one, where to, what will be written and how large it is, before anything is
// written. Long work runs beside and can be stopped. Window's thread.
#pragma once

#include <QDialog>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>

#include "core/base/LatestJob.h"
#include "core/catalogue/Catalogue.h"
#include "core/output/Output.h"
#include "ui/window/WorldBuilder.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace sketchwalk::ui {

class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    // `name` is the drawing's, for the folder. The catalogue outlives it.
    ExportDialog(BuiltWorldPtr world, const catalogue::Catalogue& catalogue, const QString& name,
                 QWidget* parent = nullptr);
    ~ExportDialog() override;

    QString folder() const;
    void setFolder(const QString& folder);

  Q_SIGNALS:
    void measured();                       // the list of files is complete
    void exported(const QString& folder);  // all is written
    void exportFailed(const QString& text);

  protected:
    void reject() override;  // stops first

  private:
    enum class Phase { measuring, ready, writing, done };
    struct Outcome {
        std::vector<std::pair<QString, qint64>> files;  // names and bytes
        QStringList warnings;
    };
    QWidget* choices();
    QWidget* listing();
    output::Wanted wanted(const std::filesystem::path& folder) const;
    void measure();
    void write();
    void start(const output::Wanted& wanted, std::function<void(Result<output::Written>)> done);
    void show(const Outcome& outcome);
    void showProfile();
    void setPhase(Phase phase);
    QStringList replaced() const;  // files of the folder that will be written over

    BuiltWorldPtr m_world;
    const catalogue::Catalogue& m_catalogue;
    QString m_name;
    QTemporaryDir m_measuring;
    Phase m_phase = Phase::measuring;
    QStringList m_names;  // of the files that will be written
    uint64_t m_request = 0;
    QTimer m_settle;  // measures when the choices rest

    QComboBox* m_engine;
    QLabel* m_about;
    QLineEdit* m_folder;
    QPushButton* m_browse;
    QCheckBox* m_package;
    QCheckBox* m_navmesh;
    QCheckBox* m_print;
    QTreeWidget* m_files;
    QLabel* m_total;
    QLabel* m_warnings;
    QProgressBar* m_progress;
    QPushButton* m_export;
    QPushButton* m_close;
    QPushButton* m_open;
    LatestJob m_job;  // last: ends before what it uses
};

}  // namespace sketchwalk::ui
