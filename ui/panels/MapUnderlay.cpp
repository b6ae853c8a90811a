// The part of the map panel for the picture under the paper.
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardPaths>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/panels/IconButton.h"
#include "ui/panels/Icons.h"
#include "ui/panels/MapPanel.h"

namespace sketchwalk::ui {

namespace {

constexpr qint64 kMostBytes = 64LL << 20;

}  // namespace

QWidget* MapPanel::underlayPart() {
    auto* part = new QGroupBox(tr("Picture under the paper"));
    auto* column = new QVBoxLayout(part);
    auto* choose = new QPushButton(icon(QStringLiteral("picture")), tr("&Choose a picture..."));
    choose->setObjectName(QStringLiteral("underlayChoose"));
    choose->setToolTip(tr("A photo or scan to trace; it never becomes part of the world"));
    connect(choose, &QPushButton::clicked, this, &MapPanel::chooseUnderlay);
    column->addWidget(choose);
    m_underlayRow = new QWidget;
    auto* row = new QHBoxLayout(m_underlayRow);
    row->setContentsMargins(0, 0, 0, 0);
    m_underlayShown = iconButton(QStringLiteral("underlayShown"), QStringLiteral("shown"), tr("Show the picture"));
    m_underlayShown->setCheckable(true);
    m_underlayOpacity = new QSlider(Qt::Horizontal);
    m_underlayOpacity->setObjectName(QStringLiteral("underlayOpacity"));
    m_underlayOpacity->setRange(0, 100);
    m_underlayOpacity->setAccessibleName(tr("Opacity of the picture"));
    m_underlayOpacity->setToolTip(tr("Opacity of the picture"));
    m_underlayRemove = iconButton(QStringLiteral("underlayRemove"), QStringLiteral("delete"), tr("Remove the picture"));
    row->addWidget(m_underlayShown);
    row->addWidget(m_underlayOpacity, 1);
    row->addWidget(m_underlayRemove);
    column->addWidget(m_underlayRow);
    m_underlayText = new QLabel;
    m_underlayText->setObjectName(QStringLiteral("underlayText"));
    m_underlayText->setWordWrap(true);
    column->addWidget(m_underlayText);

    connect(m_underlayShown, &QToolButton::clicked, this, [this](bool shown) {
        m_drawing->changeSettings(
            [&](document::Settings& settings) {
                if (settings.underlay) settings.underlay->shown = shown;
            },
            shown ? tr("Show the picture") : tr("Hide the picture"));
    });
    connect(m_underlayOpacity, &QSlider::valueChanged, this, [this](int percent) {
        if (m_refreshing) return;
        m_drawing->changeSettings(
            [&](document::Settings& settings) {
                if (settings.underlay) settings.underlay->opacity = static_cast<float>(percent) / 100;
            },
            tr("Opacity of the picture"), QStringLiteral("underlay-opacity"));
    });
    connect(m_underlayRemove, &QToolButton::clicked, this, [this] {
        m_drawing->changeSettings([](document::Settings& settings) { settings.underlay.reset(); },
                                  tr("Remove the picture"));
    });
    return part;
}

void MapPanel::chooseUnderlay() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString path = QFileDialog::getOpenFileName(this, tr("A picture to trace"), folder,
                                                      tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.gif)"));
    if (!path.isEmpty()) setUnderlay(path);
}

bool MapPanel::setUnderlay(const QString& path) {
    const auto refuse = [&](const QString& why) {
        m_underlayText->setText(tr("“%1” cannot be used: %2").arg(QFileInfo(path).fileName(), why));
        m_underlayText->show();
        return false;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return refuse(file.errorString());
    if (file.size() > kMostBytes) return refuse(tr("it is larger than 64 MB"));
    QByteArray bytes = file.readAll();
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QByteArray format = reader.format();
    const QImage image = reader.read();
    if (image.isNull()) return refuse(tr("it is no picture that can be read"));
    // A document holds PNG and JPEG; a photo that was turned by its camera is written as it is seen.
    const bool asItIs =
        (format == "png" || format == "jpeg") && reader.transformation() == QImageIOHandler::TransformationNone;
    if (!asItIs) {
        bytes.clear();
        QBuffer out(&bytes);
        if (!image.save(&out, format == "jpeg" ? "JPEG" : "PNG", format == "jpeg" ? 92 : -1)) {
            return refuse(tr("it cannot be converted"));
        }
    }
    m_drawing->changeSettings(
        [&](document::Settings& settings) {
            document::Underlay underlay;
            underlay.file = std::make_shared<const std::vector<uint8_t>>(bytes.begin(), bytes.end());
            underlay.centre = settings.extent * 0.5;
            underlay.metresPerPixel = std::min(settings.extent.x / image.width(), settings.extent.y / image.height());
            settings.underlay = std::move(underlay);
        },
        tr("Picture “%1”").arg(QFileInfo(path).fileName()));
    return true;
}

void MapPanel::showUnderlay() {
    const std::optional<document::Underlay>& underlay = m_drawing->settings().underlay;
    m_underlayRow->setVisible(underlay.has_value());
    m_underlayText->setVisible(underlay.has_value());
    if (!underlay) return;
    m_underlayShown->setChecked(underlay->shown);
    m_underlayShown->setIcon(icon(underlay->shown ? QStringLiteral("shown") : QStringLiteral("hidden")));
    m_underlayOpacity->setValue(qRound(underlay->opacity * 100));
    m_underlayText->setText(tr("%1 m for a pixel; the tool “Move the picture” places it")
                                .arg(QString::number(underlay->metresPerPixel, 'g', 3)));
}

}  // namespace sketchwalk::ui
