#include "ui/window/ExportDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/model/Paths.h"
#include "ui/model/Said.h"
#include "ui/panels/Form.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {
namespace {

constexpr const char* kEngineKey = "export/engine";
constexpr const char* kFolderKey = "export/folder";
constexpr const char* kScene = "scene.glb";
constexpr const char* kPrint = "print.stl";

// What people call whom a profile is for.
QString engineName(std::string_view profile) {
    if (profile == "universal") return ExportDialog::tr("Any program that reads glTF");
    if (profile == "compact") return ExportDialog::tr("The web (compact)");
    QString name = QString::fromUtf8(profile.data(), static_cast<qsizetype>(profile.size()));
    name[0] = name[0].toUpper();
    return name;
}

std::vector<std::pair<QString, qint64>> filesBelow(const QString& folder) {
    std::vector<std::pair<QString, qint64>> files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        files.emplace_back(QDir(folder).relativeFilePath(all.filePath()), all.fileInfo().size());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

ExportDialog::ExportDialog(BuiltWorldPtr world, const catalogue::Catalogue& catalogue, const QString& name,
                           QWidget* parent)
    : QDialog(parent),
      m_world(std::move(world)),
      m_catalogue(catalogue),
      m_name(name),
      m_job(QThread::idealThreadCount(), [this](const std::string& what) {
          QMetaObject::invokeMethod(this, [this, text = QString::fromStdString(what)] {
              setPhase(Phase::ready);
              Q_EMIT exportFailed(tr("The export failed (%1).").arg(text));
          });
      }) {
    setObjectName("exportDialog");
    setWindowTitle(tr("Export the world"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(choices());
    layout->addWidget(listing(), 1);
    resize(620, 560);
    showProfile();

    m_settle.setSingleShot(true);
    m_settle.setInterval(150);
    connect(&m_settle, &QTimer::timeout, this, &ExportDialog::measure);
    connect(this, &ExportDialog::exportFailed, m_warnings, &QLabel::setText);
    for (QCheckBox* box : {m_package, m_navmesh, m_print}) {
        connect(box, &QCheckBox::toggled, &m_settle, qOverload<>(&QTimer::start));
    }
    connect(m_engine, &QComboBox::currentIndexChanged, this, [this] {
        showProfile();
        m_settle.start();
    });
    measure();
}

ExportDialog::~ExportDialog() = default;

QWidget* ExportDialog::choices() {
    auto* box = new QWidget;
    auto* form = new Form(box);
    form->setContentsMargins(0, 0, 0, 0);
    m_engine = new QComboBox;
    m_engine->setObjectName("exportEngine");
    m_engine->setToolTip(tr("Which program will open the world; the files are made as it likes them"));
    for (const gltf::Profile& profile : gltf::profiles()) {
        m_engine->addItem(engineName(profile.name), QString::fromUtf8(profile.name.data()));
    }
    m_engine->setCurrentIndex(std::max(0, m_engine->findData(QSettings().value(kEngineKey, "universal"))));
    form->addRow(tr("&Engine"), m_engine);
    m_about = new QLabel;
    m_about->setWordWrap(true);
    m_about->setObjectName("exportAbout");
    form->addRow(QString(), m_about);

    m_folder = new QLineEdit;
    m_folder->setObjectName("exportFolder");
    m_folder->setToolTip(tr("Where the files will lie; a new folder is made"));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_folder->setText(
        QDir::toNativeSeparators(QDir(QSettings().value(kFolderKey, documents).toString()).filePath(m_name)));
    m_browse = new QPushButton(tr("&Choose..."));
    m_browse->setToolTip(tr("Chooses the folder"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_folder, 1);
    line->addWidget(m_browse);
    form->addRow(tr("F&older"), line, m_folder);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the world"), m_folder->text());
        if (!chosen.isEmpty()) setFolder(chosen);
    });
    connect(m_folder, &QLineEdit::textChanged, this,
            [this] { setPhase(m_phase == Phase::done ? Phase::ready : m_phase); });

    m_package = new QCheckBox(tr("&Heights, surfaces and a preview picture beside the scene"));
    m_package->setObjectName("exportPackage");
    m_package->setChecked(true);
    m_package->setToolTip(tr("What a terrain of the engine's own is made of"));
    m_navmesh = new QCheckBox(tr("Where one can &walk, as a navigation mesh"));
    m_navmesh->setObjectName("exportNavmesh");
    m_navmesh->setToolTip(tr("For figures that find their own way"));
    m_print = new QCheckBox(tr("A solid for &3D printing"));
    m_print->setObjectName("exportPrint");
    m_print->setToolTip(tr("An STL file, closed on all sides"));
    for (QCheckBox* check : {m_package, m_navmesh, m_print}) form->addRow(QString(), check);
    return box;
}

QWidget* ExportDialog::listing() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    m_files = new QTreeWidget;
    m_files->setObjectName("exportFiles");
    m_files->setAccessibleName(tr("Files that will be written"));
    m_files->setHeaderLabels({tr("File"), tr("Size")});
    m_files->setRootIsDecorated(false);
    m_files->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_files->header()->setStretchLastSection(false);
    layout->addWidget(m_files, 1);
    m_total = new QLabel;
    m_total->setObjectName("exportTotal");
    layout->addWidget(m_total);
    m_warnings = new QLabel;
    m_warnings->setObjectName("exportWarnings");
    m_warnings->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_warnings);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 1000);
    m_progress->setAccessibleName(tr("How far the export is"));
    layout->addWidget(m_progress);

    auto* buttons = new QHBoxLayout;
    m_open = new QPushButton(tr("O&pen the folder"));
    m_open->setObjectName("exportOpen");
    m_open->setToolTip(tr("Shows the files in the file manager"));
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName("exportClose");
    m_close->setToolTip(tr("Leaves; what is being written is stopped"));
    m_export = new QPushButton(tr("&Export"));
    m_export->setObjectName("exportButton");
    m_export->setToolTip(tr("Writes the files listed above"));
    m_export->setDefault(true);
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    layout->addLayout(buttons);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder())); });
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::write);
    return box;
}

QString ExportDialog::folder() const {
    return QDir::fromNativeSeparators(m_folder->text());
}

void ExportDialog::setFolder(const QString& folder) {
    m_folder->setText(QDir::toNativeSeparators(folder));
}

void ExportDialog::showProfile() {
    const auto name = m_engine->currentData().toString().toStdString();
    const gltf::Profile* profile = gltf::profileNamed(name);
    const std::string_view about = profile->about;
    m_about->setText(tr("For %1.").arg(QString::fromUtf8(about.data(), static_cast<qsizetype>(about.size()))));
}

output::Wanted ExportDialog::wanted(const std::filesystem::path& folder) const {
    output::Wanted wanted;
    wanted.profile = gltf::profileNamed(m_engine->currentData().toString().toStdString());
    if (m_package->isChecked()) {
        wanted.package = folder;
    } else {
        wanted.glb = folder / kScene;
    }
    wanted.navmesh = m_navmesh->isChecked();
    if (m_print->isChecked()) wanted.stl = folder / kPrint;
    return wanted;
}

void ExportDialog::start(const output::Wanted& wanted, std::function<void(Result<output::Written>)> done) {
    const uint64_t request = ++m_request;
    m_job.post([this, wanted, request, done = std::move(done), world = m_world](const Job& given) {
        Job job = given;
        job.report = [this, request](std::string_view, double fraction) {
            QMetaObject::invokeMethod(this, [this, request, fraction] {
                if (request == m_request) m_progress->setValue(static_cast<int>(fraction * 1000));
            });
        };
        auto result = output::write(world->world, m_catalogue, wanted, job);
        QMetaObject::invokeMethod(this, [this, request, done, result = std::move(result)]() mutable {
            if (request == m_request) done(std::move(result));
        });
    });
}

// Exact sizes: the same files are written into a folder of the dialogue's own.
void ExportDialog::measure() {
    setPhase(Phase::measuring);
    QDir(m_measuring.path()).removeRecursively();
    QDir().mkpath(m_measuring.path());
    start(wanted(toPath(m_measuring.path())), [this](const Result<output::Written>& written) {
        Outcome outcome;
        if (written) {
            for (const Diagnostic& diagnostic : written->diagnostics) {
                outcome.warnings.append(wordsOf(diagnostic));
            }
        } else {
            outcome.warnings.append(said(written.error()));
        }
        outcome.files = filesBelow(m_measuring.path());
        show(outcome);
        setPhase(Phase::ready);
        Q_EMIT measured();
    });
}

void ExportDialog::show(const Outcome& outcome) {
    m_files->clear();
    m_names.clear();
    qint64 total = 0;
    for (const auto& [name, bytes] : outcome.files) {
        auto* item = new QTreeWidgetItem(m_files, {name, locale().formattedDataSize(bytes)});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        m_names.append(name);
        total += bytes;
    }
    m_total->setText(
        tr("%n file(s), %1", nullptr, static_cast<int>(outcome.files.size())).arg(locale().formattedDataSize(total)));
    m_warnings->setText(outcome.warnings.join("\n"));
}

QStringList ExportDialog::replaced() const {
    QStringList names;
    for (const QString& name : m_names) {
        if (QFileInfo::exists(QDir(folder()).filePath(name))) names.append(name);
    }
    return names;
}

void ExportDialog::write() {
    const QString target = folder();
    if (target.trimmed().isEmpty() || !QDir::isAbsolutePath(target)) {
        Q_EMIT exportFailed(tr("Choose a folder first."));
        return;
    }
    if (!QDir().mkpath(target)) {
        Q_EMIT exportFailed(tr("The folder %1 cannot be made. Choose another one.").arg(m_folder->text()));
        return;
    }
    QSettings().setValue(kEngineKey, m_engine->currentData());
    QSettings().setValue(kFolderKey, QFileInfo(target).absolutePath());
    setPhase(Phase::writing);
    start(wanted(toPath(target)), [this, target](const Result<output::Written>& written) {
        if (!written) {
            setPhase(Phase::ready);
            Q_EMIT exportFailed(said(written.error()));
            return;
        }
        setPhase(Phase::done);
        m_warnings->setText(tr("Written to %1.").arg(QDir::toNativeSeparators(target)));
        Q_EMIT exported(target);
    });
}

void ExportDialog::setPhase(Phase phase) {
    m_phase = phase;
    const bool working = phase == Phase::measuring || phase == Phase::writing;
    m_export->setEnabled(phase == Phase::ready);
    m_open->setVisible(phase == Phase::done);
    m_close->setText(phase == Phase::writing ? tr("Stop") : tr("Close"));
    for (QWidget* choice :
         std::initializer_list<QWidget*>{m_engine, m_folder, m_browse, m_package, m_navmesh, m_print}) {
        choice->setEnabled(phase != Phase::writing);
    }
    m_progress->setVisible(working);
    if (working) m_progress->setValue(0);
    if (phase == Phase::ready) {
        const QStringList over = replaced();
        m_export->setText(over.isEmpty()
                              ? tr("&Export")
                              : tr("&Export and replace %n file(s)", nullptr, static_cast<int>(over.size())));
    }
}

void ExportDialog::reject() {
    m_job.cancel();
    ++m_request;
    if (m_phase == Phase::writing) {
        setPhase(Phase::ready);
        m_warnings->setText(tr("Stopped. Nothing was left half-written."));
        return;
    }
    QDialog::reject();
}

}  // namespace sketchwalk::ui
