#include <algorithm>
#include <cmath>

#include "core/sketch/Acceptance.h"
#include "core/sketch/Beneath.h"
#include "core/sketch/CentreRaster.h"
#include "core/sketch/Contours.h"
#include "core/sketch/Patches.h"
#include "core/sketch/PictureClasses.h"
#include "core/sketch/Read.h"

namespace sketchwalk::sketch {
namespace {

constexpr int kLargestSide = 4096;       // pixels; larger pictures are read at a whole fraction of their size
constexpr double kSpeck = 1e-4;          // of the picture's pixels: smaller patches are dirt
constexpr double kCentreHalfWidth = 10;  // cells: finer than this a centre line gets no better

Image rgba(const Image& picture, int step) {
    Image out((picture.width + step - 1) / step, (picture.height + step - 1) / step, 4);
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const uint8_t* from = picture.at(std::min(x * step + step / 2, picture.width - 1),
                                             std::min(y * step + step / 2, picture.height - 1));
            uint8_t* to = out.at(x, y);
            const bool grey = picture.channels < 3;
            for (int c = 0; c < 3; ++c) to[c] = from[grey ? 0 : c];
            to[3] = picture.channels == 4 ? from[3] : picture.channels == 2 ? from[1] : 255;
        }
    }
    return out;
}

bool isDrawnAs(const catalogue::Entry* entry, catalogue::DrawnAs as) {
    return entry != nullptr && std::find(entry->drawn.begin(), entry->drawn.end(), as) != entry->drawn.end();
}

Layer layerOf(const PictureClass& cls) {
    using catalogue::Kind;
    using catalogue::Stands;
    if (cls.phrase.empty()) return Layer::nothing;
    const catalogue::Entry* entry = cls.meaning.entry;
    if (entry == nullptr) return Layer::onLand;
    switch (entry->kind) {
        case Kind::water:
            return Layer::water;
        case Kind::relief:
            return Layer::area;
        case Kind::surface:
            return entry->drawn.empty() || entry->drawn.front() == catalogue::DrawnAs::area ? Layer::area : Layer::line;
        default:
            return entry->stands == Stands::span || entry->stands == Stands::water ? Layer::onWater : Layer::onLand;
    }
}

// Things that are counted one by one, so that two drawn against each other are two.
bool isCounted(const PictureClass& cls) {
    const catalogue::Entry* entry = cls.meaning.entry;
    if (entry == nullptr || entry->kind != catalogue::Kind::object || entry->id == "castle") return false;
    if (!entry->drawn.empty() && entry->drawn.front() != catalogue::DrawnAs::symbol) return false;
    const std::string& family = entry->family;
    if (family == "building" || family == "prop" || family == "craft") return true;
    for (const char* id : {"tree", "pine", "palm", "dead_tree", "cactus", "boulder"}) {
        if (entry->id == id) return true;
    }
    return false;
}

// A short thick fence is one all the same; ice is a river only where it runs like one.
bool showsLine(const PictureClass& cls, const std::vector<CentreLine>& arms) {
    const catalogue::Entry* entry = cls.meaning.entry;
    if (cls.hue == Hue::water || entry == nullptr || entry->drawn.empty()) return runsAsLine(arms);
    if (entry->drawn.front() != catalogue::DrawnAs::line) return isRibbon(arms);
    if (entry->family != "barrier" && entry->family != "span") return runsAsLine(arms);
    return arms.size() > 1 || (arms.size() == 1 && lengthOf(arms[0].points) > 1.3 * arms[0].typicalWidth);
}

class Reading {
  public:
    Reading(const Image& picture, PictureClasses classes, Point extent, std::string_view name, ReadSketch& read)
        : m_picture(picture),
          m_meanings(std::move(classes)),
          m_scale(extent.x / picture.width, extent.y / picture.height),
          m_name(name),
          m_read(read) {
        for (const PictureClass& cls : m_meanings.classes) m_layers.push_back(layerOf(cls));
    }

    void run() {
        m_classes = classify(m_picture, m_meanings.references);
        const double pixels = static_cast<double>(m_picture.width) * m_picture.height;
        dropSpecks(m_classes, static_cast<size_t>(std::ceil(kSpeck * pixels)));
        Patches drawn = findPatches(m_classes);
        const Grid<uint8_t> beneath = groundBeneath(m_classes, drawn, m_layers);
        Patches ground = beneath == m_classes ? drawn : findPatches(beneath);
        takeFirstDrawn(ground);
        add(ground,
            [&](const Patch& patch) { return patch.first != UINT32_MAX && !isObject(patch) && patch.cls != 0; });

        std::vector<bool> splits;
        for (const Patch& patch : drawn.list) splits.push_back(isCounted(m_meanings.classes[patch.cls]));
        splitTouching(drawn, splits);
        add(drawn, [&](const Patch& patch) { return isObject(patch); });
        sayWhatIsMissing();
        accept(std::move(m_drafts), m_read);
    }

  private:
    bool isObject(const Patch& patch) const {
        const Layer layer = m_layers[patch.cls];
        return layer == Layer::onLand || layer == Layer::onWater;
    }

    // A patch of ground is known by its first pixel that was drawn, not by one that an object hides.
    void takeFirstDrawn(Patches& ground) const {
        for (Patch& patch : ground.list) patch.first = UINT32_MAX;
        for (size_t i = 0; i < m_classes.values().size(); ++i) {
            Patch& patch = ground.list[static_cast<size_t>(ground.label.values()[i])];
            if (m_classes.values()[i] == patch.cls) patch.first = std::min(patch.first, static_cast<uint32_t>(i));
        }
    }

    template <class Wanted>
    void add(const Patches& patches, const Wanted& isWanted) {
        std::vector<bool> wanted;
        for (const Patch& patch : patches.list) wanted.push_back(isWanted(patch));
        const std::vector<Polygon> polygons = contours(patches.label, wanted);
        std::vector<size_t> order;
        for (size_t i = 0; i < polygons.size(); ++i) {
            if (wanted[i] && polygons[i].outer.size() >= 3) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t a, size_t b) { return patches.list[a].first < patches.list[b].first; });
        for (const size_t i : order) m_drafts.push_back(draftOf(patches, i, polygons[i]));
    }

    Draft draftOf(const Patches& patches, size_t label, const Polygon& outline) {
        const Patch& patch = patches.list[label];
        const PictureClass& cls = m_meanings.classes[patch.cls];
        m_seen.insert(m_seen.end(), patch.cls);
        Draft draft;
        // The place of its first pixel: unlike a count, it stays the same when something is drawn elsewhere.
        draft.id = static_cast<int64_t>(patch.first) + 1;
        draft.place = hexOf(m_picture.width > 0 ? rgbAt(patch.first) : Rgb{}) + " at pixel " +
                      std::to_string(patch.first % m_classes.width()) + ", " +
                      std::to_string(patch.first / m_classes.width());
        Stroke& stroke = draft.stroke;
        stroke.brush = cls.phrase;
        stroke.closed = true;
        for (const Point p : outline.outer) stroke.points.push_back({p * m_scale, 1, -1});
        for (const Ring& hole : outline.holes) {
            Ring& ring = stroke.holes.emplace_back();
            for (const Point p : hole) ring.push_back(p * m_scale);
        }
        const double share = patch.pixels / (static_cast<double>(m_classes.width()) * m_classes.height());
        if (cls.hue == Hue::tree && share > kForestShare) stroke.brush = "forest";
        if (isDrawnAs(cls.meaning.entry, catalogue::DrawnAs::line) || cls.hue == Hue::water)
            addCentre(stroke, patches, label);
        if (cls.hue == Hue::water && !stroke.centreLines.empty()) stroke.brush = "river";
        return draft;
    }

    Rgb rgbAt(size_t pixel) const {
        const uint8_t* p = m_picture.pixels.data() + pixel * 4;
        return {p[0], p[1], p[2]};
    }

    void addCentre(Stroke& stroke, const Patches& patches, size_t label) const {
        const Patch& patch = patches.list[label];
        // Twice the area over the perimeter is a line's half width, in pixels.
        const double perimeter = [&] {
            double length = 0;
            for (size_t i = 0; i < stroke.points.size(); ++i) {
                length +=
                    distance(stroke.points[i].at / m_scale, stroke.points[(i + 1) % stroke.points.size()].at / m_scale);
            }
            return std::max(length, 1.0);
        }();
        const int step = std::max(1, static_cast<int>(patch.pixels / perimeter / kCentreHalfWidth));
        Grid<uint8_t> mask((patch.width() + step - 1) / step + 2, (patch.height() + step - 1) / step + 2);
        for (int y = 0; y + 2 < mask.height(); ++y) {
            for (int x = 0; x + 2 < mask.width(); ++x) {
                const int px = std::min(patch.west + x * step + step / 2, patch.east);
                const int py = std::min(patch.north + y * step + step / 2, patch.south);
                mask(x + 1, y + 1) = patches.label(px, py) == static_cast<int32_t>(label) ? 1 : 0;
            }
        }
        const std::vector<CentreLine> arms = centreLinesOf(std::move(mask));
        if (!showsLine(m_meanings.classes[patch.cls], arms)) return;
        const double metres = std::sqrt(m_scale.x * m_scale.y) * step;
        const Point corner{static_cast<double>(patch.west), static_cast<double>(patch.north)};
        for (const CentreLine& arm : arms) {
            Polyline& line = stroke.centreLines.emplace_back();
            for (const Point p : arm.points)
                line.push_back((corner + (p - Point{0.5, 0.5}) * static_cast<double>(step)) * m_scale);
            stroke.centreWidth.push_back(arm.typicalWidth * metres);
        }
    }

    void sayWhatIsMissing() {
        for (size_t c = 1; c < m_meanings.classes.size(); ++c) {
            const PictureClass& cls = m_meanings.classes[c];
            if (cls.hue != Hue::named || std::find(m_seen.begin(), m_seen.end(), c) != m_seen.end()) continue;
            m_read.diagnostics.push_back({Severity::note,
                                          {},
                                          std::string(m_name) + ": the legend's " + hexOf(cls.colour) + " (\"" +
                                              cls.phrase + "\") is nowhere in the picture."});
        }
        if (m_drafts.empty())
            m_read.diagnostics.push_back({Severity::warning, {}, std::string(m_name) + ": nothing is drawn on it."});
    }

    const Image& m_picture;
    PictureClasses m_meanings;
    Point m_scale;
    std::string_view m_name;
    ReadSketch& m_read;
    std::vector<Layer> m_layers;
    Grid<uint8_t> m_classes;
    std::vector<Draft> m_drafts;
    std::vector<size_t> m_seen;
};

}  // namespace

Result<ReadSketch> parsePicture(const Image& picture, std::string_view legendJson, std::string_view name,
                                const catalogue::Catalogue& catalogue, const ReadOptions& options) {
    if (picture.width <= 0 || picture.height <= 0)
        return fail(ErrorKind::input, std::string(name) + ": the picture has no pixels.");
    ReadSketch read;
    const auto extent = extentFor(picture.width, picture.height, options);
    if (!extent) return tl::make_unexpected(extent.error());
    read.sketch.extent = *extent;
    Legend legend;
    if (!legendJson.empty()) {
        auto parsed = parseLegend(legendJson, std::string(name) + "'s legend", read.diagnostics);
        if (!parsed) return tl::make_unexpected(parsed.error());
        legend = std::move(*parsed);
    }
    if (!legend.base.empty()) read.sketch.base = legend.base;
    read.sketch.prompt = options.prompt.value_or(legend.prompt);
    if (options.seed) read.sketch.seed = *options.seed;

    const int step = (std::max(picture.width, picture.height) + kLargestSide - 1) / kLargestSide;
    const Image pixels = rgba(picture, step);
    const std::vector<FlatColour> flat = flatColours(pixels);
    PictureClasses classes = legendJson.empty() ? classesByHue(flat, name, catalogue, read.diagnostics)
                                                : classesByLegend(legend, flat, name, catalogue, read.diagnostics);
    Reading(pixels, std::move(classes), *extent, name, read).run();
    return read;
}

}  // namespace sketchwalk::sketch
