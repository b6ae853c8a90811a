#include "ui/panels/Icons.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>
#include <filesystem>

#include "core/base/File.h"

namespace sketchwalk::ui {

namespace {

QString fileOf(const QString& name) {
    const std::filesystem::path path = resourceFolder() / "icons" / (name.toStdString() + ".svg");
    return QString::fromStdString(path.string());
}

QColor lineColour(QIcon::Mode mode) {
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled) return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (mode == QIcon::Selected) return palette.color(QPalette::HighlightedText);
    return palette.color(QPalette::Active, QPalette::ButtonText);
}

// Paints the file's lines in the theme's colour of now.
class ThemedEngine : public QIconEngine {
  public:
    explicit ThemedEngine(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const QColor colour = lineColour(mode);
        if (!m_renderer || m_rendererColour != colour) {
            QByteArray svg = m_svg;
            svg.replace("currentColor", colour.name().toLatin1());
            m_renderer = std::make_shared<QSvgRenderer>(svg);
            m_rendererColour = colour;
        }
        painter->save();
        if (mode == QIcon::Disabled) painter->setOpacity(painter->opacity() * 0.6);
        const int side = qMin(rect.width(), rect.height());
        const QRect square(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        m_renderer->render(painter, square);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        return pixmap(size, mode, state);
    }

    bool isNull() override { return m_svg.isEmpty(); }
    QString key() const override { return QStringLiteral("sketchwalk"); }
    QIconEngine* clone() const override { return new ThemedEngine(*this); }

  private:
    QByteArray m_svg;
    std::shared_ptr<QSvgRenderer> m_renderer;
    QColor m_rendererColour;
};

QByteArray readIcon(const QString& name) {
    QFile file(fileOf(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Should even the file of the unknown icon be missing.
constexpr const char* kBare =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M4 4h16v16H4z" fill="none" stroke="currentColor"/></svg>)";

}  // namespace

QIcon icon(const QString& name) {
    QByteArray svg = readIcon(name);
    if (svg.isEmpty()) svg = readIcon(QStringLiteral("unknown"));
    if (svg.isEmpty()) svg = kBare;
    return QIcon(new ThemedEngine(std::move(svg)));
}

bool hasIcon(const QString& name) {
    return QFile::exists(fileOf(name));
}

QIcon brushIcon(const catalogue::Catalogue& catalogue, const std::string& brush) {
    const catalogue::Entry* entry = catalogue.find(brush);
    if (entry == nullptr) entry = catalogue.resolve(brush).entry;
    return icon(entry != nullptr ? QString::fromStdString(entry->icon) : QStringLiteral("unknown"));
}

QString brushWord(const catalogue::Catalogue& catalogue, const std::string& brush) {
    QString name = QString::fromStdString(brush);
    if (catalogue.find(brush) != nullptr) {
        name.replace(QLatin1Char('_'), QLatin1Char(' '));
        name = QCoreApplication::translate("Catalogue", name.toUtf8().constData());
    }
    return name;
}

QString brushName(const catalogue::Catalogue& catalogue, const std::string& brush) {
    QString name = brushWord(catalogue, brush);
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

}  // namespace sketchwalk::ui
