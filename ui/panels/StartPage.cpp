#include "ui/panels/StartPage.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QThreadPool>
#include <QVBoxLayout>

#include "core/base/File.h"
#include "core/document/Store.h"
#include "ui/panels/IconLabel.h"
#include "ui/panels/Icons.h"
#include "ui/panels/PictureList.h"

namespace sketchwalk::ui {

namespace {

const QSize kCard(200, 150);
const QString kSuffix = QStringLiteral(".sketch.json");

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(4, 12, 0, 2);
    return label;
}

// "mountain-pass.sketch.json" -> "Mountain pass"
QString titleOf(const QFileInfo& file) {
    QString name = file.fileName();
    name.chop(kSuffix.size());
    name.replace(QLatin1Char('-'), QLatin1Char(' '));
    name[0] = name[0].toUpper();
    return QCoreApplication::translate("Templates", name.toUtf8().constData());
}

QString promptOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("prompt")).toString();
}

}  // namespace

StartPage::StartPage(RecentFiles* recent, QWidget* parent)
    : QWidget(parent),
      m_recent(recent),
      m_scroll(new QScrollArea),
      m_size(new QComboBox),
      m_files(new PictureList(kCard)),
      m_gone(new QLabel) {
    setObjectName(QStringLiteral("StartPage"));
    setAccessibleName(tr("Start"));
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(28, 20, 28, 20);
    column->setSpacing(2);
    column->addWidget(beginRow());
    m_recentPart = recentPart();
    column->addWidget(m_recentPart);
    const QString resources = QString::fromStdString(resourceFolder().string());
    addGallery(column, tr("Start from a template"), resources + QStringLiteral("/templates"));
    addGallery(column, tr("Look at a sample"), resources + QStringLiteral("/samples"));
    column->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    connect(recent, &RecentFiles::changed, this, &StartPage::reload);
    reload();
}

QWidget* StartPage::beginRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(8);
    auto* logo = new IconLabel(icon(QStringLiteral("sketchwalk")), QSize(52, 52));
    auto* words = new QLabel(tr("<b style='font-size:x-large'>Sketchwalk</b><br>Draw a map, walk in it."));
    m_size->setObjectName(QStringLiteral("newSize"));
    m_size->setAccessibleName(tr("Size of the new map"));
    m_size->setToolTip(tr("How large the new map is; it can be changed later"));
    m_size->addItem(tr("Small: 128 × 128 m"), QSizeF(128, 128));
    m_size->addItem(tr("Usual: 256 × 256 m"), QSizeF(256, 256));
    m_size->addItem(tr("Wide: 512 × 384 m"), QSizeF(512, 384));
    m_size->addItem(tr("Large: 512 × 512 m"), QSizeF(512, 512));
    m_size->addItem(tr("Region: 1024 × 1024 m"), QSizeF(1024, 1024));
    m_size->addItem(tr("Country: 2048 × 2048 m"), QSizeF(2048, 2048));
    m_size->setCurrentIndex(1);
    auto* make = new QPushButton(icon(QStringLiteral("new")), tr("&New empty map"));
    make->setObjectName(QStringLiteral("newMap"));
    make->setToolTip(tr("Begins with an empty sheet"));
    make->setDefault(true);
    make->setAutoDefault(true);
    connect(make, &QPushButton::clicked, this, [this] { Q_EMIT newMap(m_size->currentData().toSizeF()); });
    auto* open = new QPushButton(icon(QStringLiteral("open")), tr("&Open..."));
    open->setObjectName(QStringLiteral("open"));
    open->setToolTip(tr("Opens a drawing, a sketch or a picture of a map"));
    open->setAutoDefault(true);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    layout->addWidget(logo);
    layout->addWidget(words);
    layout->addStretch(1);
    layout->addWidget(m_size);
    layout->addWidget(make);
    layout->addWidget(open);
    return row;
}

QWidget* StartPage::recentPart() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(heading(tr("Go on with")));
    m_files->setObjectName(QStringLiteral("recentFiles"));
    m_files->setAccessibleName(tr("Drawings opened last"));
    m_files->setToolTip(tr("Drawings opened last; Delete takes one off this list"));
    m_gone->setObjectName(QStringLiteral("recentGone"));
    m_gone->setWordWrap(true);
    m_gone->hide();
    column->addWidget(m_files);
    column->addWidget(m_gone);
    connect(m_files, &PictureList::chosen, this, &StartPage::chooseRecent);
    connect(m_files, &PictureList::removeWanted, m_recent, &RecentFiles::remove);
    return part;
}

void StartPage::addGallery(QVBoxLayout* column, const QString& title, const QString& folder) {
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*") + kSuffix}, QDir::Files | QDir::Readable, QDir::Name);
    if (files.isEmpty()) return;
    auto* list = new PictureList(kCard);
    list->setObjectName(QFileInfo(folder).fileName());
    list->setAccessibleName(title);
    list->setToolTip(tr("Arrows choose, Enter begins with it"));
    for (const QFileInfo& file : files) {
        QString picture = file.absoluteFilePath();
        picture.replace(kSuffix, QStringLiteral(".png"));
        list->addCard(titleOf(file), QPixmap(picture), promptOf(file.absoluteFilePath()), file.absoluteFilePath());
    }
    connect(list, &PictureList::chosen, this, &StartPage::openTemplate);
    column->addWidget(heading(title));
    column->addWidget(list);
}

void StartPage::reload() {
    m_files->clear();
    m_gone->hide();
    const int reading = ++m_reading;
    for (const QString& path : m_recent->paths()) {
        m_files->addCard(QFileInfo(path).completeBaseName(), {}, path, path);
        // A file may lie on a disk that sleeps or a share that is gone: the window does not wait for it.
        QThreadPool::globalInstance()->start([page = QPointer<StartPage>(this), path, reading] {
            const bool exists = QFileInfo::exists(path);
            QImage picture;
            if (exists) {
                const std::vector<uint8_t> png = document::readThumbnail(path.toStdString());
                picture.loadFromData(png.data(), static_cast<int>(png.size()));
            }
            QMetaObject::invokeMethod(
                qApp,
                [page, path, exists, picture, reading] {
                    if (page) page->showRead(path, exists, picture, reading);
                },
                Qt::QueuedConnection);
        });
    }
    m_recentPart->setVisible(!m_recent->paths().isEmpty());
    m_files->fit();
}

void StartPage::showRead(const QString& path, bool exists, const QImage& picture, int reading) {
    if (reading != m_reading) return;
    for (int row = 0; row < m_files->count(); ++row) {
        QListWidgetItem* item = m_files->item(row);
        if (PictureList::pathOf(item) != path) continue;
        if (!exists) {
            item->setText(tr("%1 (gone)").arg(QFileInfo(path).completeBaseName()));
            item->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
            item->setToolTip(tr("%1 is not there any more").arg(path));
        }
        m_files->setPicture(item, QPixmap::fromImage(picture), !exists);
    }
}

void StartPage::chooseRecent(const QString& path) {
    const bool exists = QFileInfo::exists(path);
    m_gone->setVisible(!exists);
    m_gone->setText(exists ? QString() : tr("“%1” is not there any more. Delete takes it off the list.").arg(path));
    if (exists) Q_EMIT openFile(path);
}

}  // namespace sketchwalk::ui
