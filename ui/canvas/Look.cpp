#include "ui/canvas/Look.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "core/base/Check.h"

static void loadSheetResource() {
    Q_INIT_RESOURCE(sheet);  // a static library's data are not found by themselves; must stand outside a namespace
}

namespace sketchwalk::ui {
namespace {

QJsonObject readData() {
    loadSheetResource();
    QFile file(":/sketchwalk/sheet.json");
    CHECK(file.open(QIODevice::ReadOnly), "the sheet's looks are built in");
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    CHECK(error.error == QJsonParseError::NoError, "resources/sheet.json is valid JSON");
    return document.object();
}

void read(const QJsonObject& from, const char* key, double& to) {
    if (const QJsonValue value = from[QLatin1String(key)]; value.isDouble()) to = value.toDouble();
}

struct Reader {
    const LookBook& book;
    QColor ink;

    QColor tone(const QJsonValue& value, const QColor& otherwise) const {
        const QString text = value.toString();
        if (text.isEmpty()) return otherwise;
        return text == "ink" ? ink : QColor(text);
    }
    std::vector<const Glyph*> glyphs(const QJsonValue& value) const {
        std::vector<const Glyph*> found;
        for (const QJsonValue name : value.toArray()) {
            const Glyph* glyph = book.glyph(name.toString().toStdString());
            CHECK(glyph, "a look's glyph is drawn in sheet.json");
            found.push_back(glyph);
        }
        return found;
    }
    Look::Marks marks(const QJsonObject& from) const {
        Look::Marks to;
        to.glyphs = glyphs(from["glyphs"]);
        read(from, "spacing", to.spacing);
        read(from, "size", to.size);
        read(from, "share", to.share);
        read(from, "inset", to.inset);
        read(from, "least", to.least);
        read(from, "jitter", to.jitter);
        read(from, "fit", to.fit);
        to.one = from["one"].toBool();
        to.tone = tone(from["tone"], QColor());
        return to;
    }
    void patterns(const QJsonObject& from, Look& to) const;
    Look look(const QJsonObject& from, const QJsonObject& palette, const QColor& named) const;
};

void Reader::patterns(const QJsonObject& from, Look& to) const {
    const QJsonObject edge = from["edge"].toObject();
    read(edge, "width", to.edge.width);
    read(edge, "alpha", to.edge.alpha);
    read(from, "edgeGaps", to.edge.gaps);
    to.edge.tone = tone(edge["tone"], ink);
    if (const QJsonArray shore = from["shore"].toArray(); shore.size() >= 2) {
        to.shore = {shore[0].toInt(), shore[1].toDouble(), shore.size() > 2, tone(from["shoreTone"], ink)};
    }
    const QJsonObject lines = from["lines"].toObject();
    read(lines, "spacing", to.lines.spacing);
    read(lines, "width", to.lines.width);
    read(lines, "alpha", to.lines.alpha);
    read(lines, "wander", to.lines.wander);
    read(lines, "gaps", to.lines.gaps);
    read(lines, "least", to.lines.least);
    to.lines.tone = tone(lines["tone"], ink);
    const QJsonObject dots = from["dots"].toObject();
    read(dots, "spacing", to.dots.spacing);
    read(dots, "size", to.dots.size);
    read(dots, "share", to.dots.share);
    read(dots, "edge", to.dots.edge);
    to.dots.tone = tone(dots["tone"], ink);
    const QJsonObject bricks = from["bricks"].toObject();
    read(bricks, "width", to.bricks.width);
    read(bricks, "height", to.bricks.height);
    read(bricks, "alpha", to.bricks.alpha);
    read(bricks, "least", to.bricks.least);
    const QJsonObject flow = from["flow"].toObject();
    read(flow, "width", to.flow.width);
    read(flow, "alpha", to.flow.alpha);
    read(flow, "step", to.flow.step);
    read(flow, "gaps", to.flow.gaps);
    to.flow.tone = tone(flow["tone"], ink);
    const QJsonObject ticks = from["ticks"].toObject();
    read(ticks, "spacing", to.ticks.spacing);
    read(ticks, "length", to.ticks.length);
    to.ticks.side = ticks["side"].toInt(1);
    const QJsonObject across = from["across"].toObject();
    read(across, "spacing", to.across.spacing);
    read(across, "width", to.across.width);
    read(across, "length", to.across.length);
}

Look Reader::look(const QJsonObject& from, const QJsonObject& palette, const QColor& named) const {
    Look to;
    to.tone = tone(from["tone"], named);
    if (const QString group = from["group"].toString(); palette.contains(group))
        to.tone = QColor(palette[group].toString());
    read(from, "wash", to.wash);
    read(from, "cover", to.cover);
    read(from, "pool", to.pool);
    to.edge = {1, 0.9, 0, ink};
    patterns(from, to);
    to.marks = marks(from["marks"].toObject());
    to.along = marks(from["along"].toObject());
    // Where a palette is chosen, what stands on an area takes its tone too; ink stays ink.
    if (!palette.isEmpty() && to.marks.tone.isValid() && to.marks.tone.value() > 120) to.marks.tone = to.tone;
    if (const QJsonArray dash = from["dash"].toArray(); dash.size() == 2) {
        to.dashOn = dash[0].toDouble();
        to.dashOff = dash[1].toDouble();
    }
    read(from, "thin", to.thin);
    read(from, "least", to.least);
    read(from, "nib", to.nib);
    to.stamp = glyphs(from["stamp"]);
    read(from, "size", to.stampSize);
    if (const QJsonArray pressure = from["pressure"].toArray(); pressure.size() == 2) {
        to.widthByPressure = pressure[0].toDouble();
        to.inkByPressure = pressure[1].toDouble();
    }
    if (const QJsonArray tilt = from["tilt"].toArray(); tilt.size() == 2) {
        to.widthByTilt = tilt[0].toDouble();
        to.inkByTilt = tilt[1].toDouble();
    }
    return to;
}

const char* paletteName(SheetColours colours) {
    switch (colours) {
        case SheetColours::catalogue:
            break;
        case SheetColours::deuteranopia:
            return "deuteranopia";
        case SheetColours::protanopia:
            return "protanopia";
        case SheetColours::tritanopia:
            return "tritanopia";
    }
    return "";
}

double leanOf(const sketch::StrokePoint& pen) {
    return std::clamp(std::hypot(pen.lean.x, pen.lean.y), 0.0f, 1.0f);
}

}  // namespace

double Look::widthShare(const sketch::StrokePoint& pen) const {
    const double pressed = 1 - widthByPressure * (1 - std::clamp(pen.pressure, 0.0f, 1.0f));
    return pressed * (1 + widthByTilt * leanOf(pen));
}

double Look::inkShare(const std::vector<sketch::StrokePoint>& pen) const {
    double pressure = 0, lean = 0;
    for (const sketch::StrokePoint& p : pen) {
        pressure += std::clamp(p.pressure, 0.0f, 1.0f);
        lean += leanOf(p);
    }
    const auto count = static_cast<double>(std::max<size_t>(pen.size(), 1));
    return (1 - inkByPressure * (1 - pressure / count)) * (1 - inkByTilt * lean / count);
}

double Look::mostWidthShare(const std::vector<sketch::StrokePoint>& pen) const {
    double lean = 0;
    if (widthByTilt > 0) {
        for (const sketch::StrokePoint& p : pen) lean = std::max(lean, leanOf(p));
    }
    return 1 + widthByTilt * lean;
}

LookBook::LookBook(const catalogue::Catalogue& catalogue, SheetColours colours) {
    const QJsonObject data = readData();
    const QJsonObject paper = data["paper"].toObject();
    m_paper = QColor(paper["light"].toString());
    m_agedPaper = QColor(paper["dark"].toString());
    m_ink = QColor(paper["ink"].toString());
    m_desk = QColor(paper["desk"]["light"].toString());
    m_darkDesk = QColor(paper["desk"]["dark"].toString());
    for (const QJsonValue name : data["letters"].toArray()) m_letters << name.toString();
    const QJsonObject glyphs = data["glyphs"].toObject();
    for (auto it = glyphs.begin(); it != glyphs.end(); ++it) {
        m_glyphs.emplace(it.key().toStdString(), Glyph::read(it.value().toObject()));
    }
    const QJsonObject palette = data["palettes"][QLatin1String(paletteName(colours))].toObject();
    const QJsonObject looks = data["looks"].toObject();
    const Reader reader{*this, m_ink};
    m_plain.edge = {1, 0.9, 0, m_ink};
    m_plain.marks.glyphs = {};
    for (const catalogue::Entry& entry : catalogue.entries()) {
        const QColor named = QColor::fromRgbF(entry.colour.x, entry.colour.y, entry.colour.z);
        const QString id = QString::fromStdString(entry.id);
        const QJsonObject usual = looks[id].toObject();
        m_looks.emplace(entry.id, reader.look(usual, palette, named));
        // "forest pine": as a forest, but for what is said there or, by name, of another.
        for (const QString& name : looks.keys()) {
            if (!name.startsWith(id + ' ')) continue;
            QJsonObject own = usual;
            const QJsonValue said = looks[name];
            const QJsonObject differs = (said.isString() ? looks[said.toString()] : said).toObject();
            for (auto it = differs.begin(); it != differs.end(); ++it) own[it.key()] = it.value();
            m_looks.emplace(name.toStdString(), reader.look(own, palette, named));
        }
    }
    if (const auto ink = m_looks.find("ink"); ink == m_looks.end()) {
        m_looks.emplace("ink", reader.look(looks["ink"].toObject(), palette, m_ink));
    }
}

const Look& LookBook::look(const std::string& brush) const {
    const auto found = m_looks.find(brush);
    return found == m_looks.end() ? m_plain : found->second;
}

const Look* LookBook::lookWhere(const std::string& entry, const std::string& quality) const {
    const auto found = m_looks.find(entry + ' ' + quality);
    return found == m_looks.end() ? nullptr : &found->second;
}

const Glyph* LookBook::glyph(const std::string& name) const {
    const auto found = m_glyphs.find(name);
    return found == m_glyphs.end() ? nullptr : &found->second;
}

}  // namespace sketchwalk::ui
