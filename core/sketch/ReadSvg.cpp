// Maps drawn in Inkscape, Illustrator, Figma or by hand: every shape becomes a stroke.
#include <algorithm>
#include <cmath>
#include <pugixml.hpp>
#include <set>

#include "core/sketch/Acceptance.h"
#include "core/sketch/CentreLines.h"
#include "core/sketch/PictureClasses.h"
#include "core/sketch/SvgPath.h"
#include "core/sketch/SvgStyle.h"

namespace sketchwalk::sketch {
namespace {

constexpr size_t kLargestText = 64 << 20;
constexpr size_t kMostSvgPoints = 2'000'000;
constexpr size_t kMostShapes = 200'000;
constexpr int kDeepestElement = 100;
constexpr size_t kMostRingsToNest = 1000;

std::string_view localName(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::optional<double> numberOf(const pugi::xml_node& node, const char* attribute) {
    std::string_view text = node.attribute(attribute).value();
    return takeNumber(text);
}
double numberOr0(const pugi::xml_node& node, const char* attribute) {
    return numberOf(node, attribute).value_or(0);
}

// A shape in the drawing's own units, not yet on the map.
struct Shape {
    std::vector<SubPath> paths;
    std::string brush;  // empty: by colour
    SvgStyle style;
    double width = 0;          // of its stroke, in drawing units
    bool drawsItself = false;  // its shape says that it is closed: rect, circle, polygon
    std::string text;
    std::string place;
};

struct Surroundings {  // what an element takes from those around it
    Affine toDrawing;
    SvgStyle style;
    std::string brush;
};

// Walks the elements.
class SvgDrawing {
  public:
    SvgDrawing(const catalogue::Catalogue& catalogue, double tolerance)
        : m_catalogue(catalogue), m_tolerance(tolerance) {}

    void readStyles(const pugi::xml_node& root) {
        struct Finder : pugi::xml_tree_walker {  // iterative in pugixml, so depth does no harm
            StyleSheet* sheet = nullptr;
            bool for_each(pugi::xml_node& node) override {
                if (localName(node) == "style") {
                    for (const pugi::xml_node& child : node.children()) sheet->add(child.value());
                }
                return true;
            }
        } finder;
        finder.sheet = &m_sheet;
        pugi::xml_node start = root;
        start.traverse(finder);
    }

    void walk(const pugi::xml_node& node, Surroundings around, int depth) {
        if (node.type() != pugi::node_element) return;
        const std::string_view tag = localName(node);
        static const std::set<std::string_view> kUnseen = {
            "defs",  "symbol", "clipPath",       "mask",           "pattern", "marker", "metadata",
            "style", "script", "linearGradient", "radialGradient", "filter",  "title",  "desc"};
        if (kUnseen.contains(tag)) return;
        if (tag == "use" || tag == "image") {
            m_unread.insert(std::string(tag));
            return;
        }
        if (depth > kDeepestElement || shapes.size() >= kMostShapes) {
            m_cut = true;
            return;
        }
        take(node, tag, around);
        if (around.style.hidden) return;
        if (tag == "text") return addText(node, around);
        if (tag == "svg" || tag == "g" || tag == "a" || tag == "switch") {
            for (const pugi::xml_node& child : node.children()) walk(child, around, depth + 1);
            return;
        }
        addShape(node, tag, around);
    }

    std::vector<Shape> shapes;
    const std::set<std::string>& unread() const { return m_unread; }
    bool cut() const { return m_cut || m_pointsLeft == 0; }

  private:
    void take(const pugi::xml_node& node, std::string_view tag, Surroundings& around) {
        around.toDrawing = around.toDrawing * parseTransform(node.attribute("transform").value());
        const std::string_view classes = node.attribute("class").value(), id = node.attribute("id").value();
        for (const char* property : {"fill", "stroke", "stroke-width", "display", "visibility"}) {
            around.style.set(property, node.attribute(property).value());
        }
        m_sheet.apply(around.style, tag, classes, id);
        around.style.setAll(node.attribute("style").value());
        if (const std::string brush = brushOf(node, classes, id); !brush.empty()) around.brush = brush;
    }

    // "data-brush" is taken at its word; classes, layer names and ids only where the catalogue knows them.
    std::string brushOf(const pugi::xml_node& node, std::string_view classes, std::string_view id) {
        if (const char* said = node.attribute("data-brush").value(); *said != '\0')
            return std::string(said).substr(0, 1000);
        if (const std::string whole = known(classes); !whole.empty()) return whole;
        for (const std::string_view word : wordsOf(classes)) {
            if (std::string phrase = known(word); !phrase.empty()) return phrase;
        }
        if (std::string phrase = known(node.attribute("inkscape:label").value()); !phrase.empty()) return phrase;
        return known(id);
    }

    std::string known(std::string_view name) {
        std::string phrase(name.substr(0, 200));
        std::replace_if(
            phrase.begin(), phrase.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
        while (!phrase.empty() && (phrase.back() == ' ' || (phrase.back() >= '0' && phrase.back() <= '9')))
            phrase.pop_back();
        if (phrase.empty()) return {};
        const auto found = m_known.find(phrase);
        if (found != m_known.end()) return found->second ? phrase : std::string{};
        const catalogue::Meaning meaning = m_catalogue.resolve(phrase);
        const bool is = meaning.entry != nullptr && meaning.confidence >= 0.5;
        if (m_known.size() < 10000) m_known.emplace(phrase, is);
        return is ? phrase : std::string{};
    }

    Shape begin(const pugi::xml_node& node, std::string_view tag, const Surroundings& around) {
        Shape shape;
        shape.brush = around.brush;
        shape.style = around.style;
        shape.width = around.style.strokeWidth * around.toDrawing.scale();
        shape.place = "<" + std::string(tag) + ">";
        if (const char* id = node.attribute("id").value(); *id != '\0')
            shape.place += " \"" + std::string(id).substr(0, 60) + "\"";
        return shape;
    }

    void addText(const pugi::xml_node& node, const Surroundings& around) {
        Shape shape = begin(node, "text", around);
        pugi::xml_node placed = node;
        if (!node.attribute("x") && node.child("tspan")) placed = node.child("tspan");
        struct Gather : pugi::xml_tree_walker {
            std::string text;
            bool for_each(pugi::xml_node& part) override {
                if (text.size() < 1000) text += part.value();
                return true;
            }
        } gather;
        pugi::xml_node start = node;
        start.traverse(gather);
        for (const std::string_view word : wordsOf(gather.text))
            shape.text += (shape.text.empty() ? "" : " ") + std::string(word);
        if (shape.text.empty()) return;
        shape.brush = "label";
        shape.paths.push_back({{around.toDrawing({numberOr0(placed, "x"), numberOr0(placed, "y")})}, false});
        shapes.push_back(std::move(shape));
    }

    static void addEllipse(PathSink& sink, Point centre, Point radii) {
        if (!(radii.x > 0) || !(radii.y > 0)) return;
        sink.moveTo(centre + Point{radii.x, 0});
        sink.arcTo(radii, 0, false, true, centre - Point{radii.x, 0});
        sink.arcTo(radii, 0, false, true, centre + Point{radii.x, 0});
        sink.close();
    }

    static void addPoints(PathSink& sink, std::string_view list) {
        bool first = true;
        for (;;) {
            const auto x = takeNumber(list);
            const auto y = x ? takeNumber(list) : x;
            if (!y) return;
            first ? sink.moveTo({*x, *y}) : sink.lineTo({*x, *y});
            first = false;
        }
    }

    void addShape(const pugi::xml_node& node, std::string_view tag, const Surroundings& around) {
        Shape shape = begin(node, tag, around);
        PathSink sink(around.toDrawing, m_tolerance, m_pointsLeft);
        const auto at = [&](const char* x, const char* y) { return Point{numberOr0(node, x), numberOr0(node, y)}; };
        shape.drawsItself = tag == "rect" || tag == "circle" || tag == "ellipse" || tag == "polygon";
        if (tag == "path") {
            parsePath(node.attribute("d").value(), sink);
        } else if (tag == "rect") {
            const Point corner = at("x", "y"), size = at("width", "height");
            if (!(size.x > 0) || !(size.y > 0)) return;
            sink.moveTo(corner);
            sink.lineTo(corner + Point{size.x, 0});
            sink.lineTo(corner + size);
            sink.lineTo(corner + Point{0, size.y});
            sink.close();
        } else if (tag == "circle") {
            addEllipse(sink, at("cx", "cy"), at("r", "r"));
        } else if (tag == "ellipse") {
            addEllipse(sink, at("cx", "cy"), at("rx", "ry"));
        } else if (tag == "line") {
            sink.moveTo(at("x1", "y1"));
            sink.lineTo(at("x2", "y2"));
        } else if (tag == "polyline" || tag == "polygon") {
            addPoints(sink, node.attribute("points").value());
            if (tag == "polygon") sink.close();
        } else {
            return;
        }
        shape.paths = sink.take();
        std::erase_if(shape.paths, [](const SubPath& path) { return path.points.empty(); });
        if (!shape.paths.empty()) shapes.push_back(std::move(shape));
    }

    const catalogue::Catalogue& m_catalogue;
    double m_tolerance;
    StyleSheet m_sheet;
    std::map<std::string, bool> m_known;
    std::set<std::string> m_unread;
    size_t m_pointsLeft = kMostSvgPoints;
    bool m_cut = false;
};

// Rings of one filled path: those inside an odd number of others are holes (even-odd).
std::vector<Polygon> nested(const std::vector<SubPath>& paths) {
    std::vector<Polygon> polygons;
    std::vector<size_t> depth(paths.size(), 0), home(paths.size(), SIZE_MAX);
    std::vector<Box> boxes;
    for (const SubPath& path : paths) boxes.push_back(boundsOf(path.points));
    if (paths.size() <= kMostRingsToNest) {
        for (size_t i = 0; i < paths.size(); ++i) {
            for (size_t o = 0; o < paths.size(); ++o) {
                if (o != i && boxes[o].contains(paths[i].points[0]) && contains(paths[o].points, paths[i].points[0]))
                    ++depth[i];
            }
        }
    }
    for (size_t i = 0; i < paths.size(); ++i) {
        if (depth[i] % 2 != 0) continue;
        home[i] = polygons.size();
        polygons.push_back({paths[i].points, {}});
    }
    for (size_t i = 0; i < paths.size(); ++i) {
        if (depth[i] % 2 == 0) continue;
        for (size_t o = 0; o < paths.size(); ++o) {
            if (depth[o] + 1 != depth[i] || home[o] == SIZE_MAX || !contains(paths[o].points, paths[i].points[0]))
                continue;
            polygons[home[o]].holes.push_back(paths[i].points);
            break;
        }
    }
    return polygons;
}

// Turns shapes into strokes on the map.
class Placing {
  public:
    Placing(const catalogue::Catalogue& catalogue, Point origin, Point scale, Point extent)
        : m_catalogue(catalogue), m_origin(origin), m_scale(scale), m_extent(extent) {}

    void add(const Shape& shape) {
        if (!shape.text.empty()) return addLabel(shape);
        const Paint &fill = shape.style.fill, &stroke = shape.style.stroke;
        const bool stroked = stroke.given && !stroke.none;
        // SVG fills with black what says nothing; a stroked line did not mean that.
        const bool filled = !fill.none && (fill.given || !stroked);
        if (!shape.brush.empty()) {
            const bool area = filled || (closed(shape) && !usuallyLine(shape.brush));
            const bool bare = !fill.given && !stroked && !closed(shape) && usuallyLine(shape.brush);
            return area && !bare ? addAreas(shape, shape.brush, Hue::named) : addLines(shape, shape.brush);
        }
        const Hue fillHue = filled && fill.colour ? hueOf(*fill.colour) : Hue::named;
        const Hue strokeHue = stroked && stroke.colour ? hueOf(*stroke.colour) : Hue::named;
        if (fillHue != Hue::named) return addAreas(shape, phraseOf(fillHue), fillHue);
        if (strokeHue != Hue::named) return addLines(shape, strokeHue == Hue::water ? "river" : phraseOf(strokeHue));
        ++unpainted;
    }

    std::vector<Draft> drafts;
    size_t unpainted = 0;

  private:
    Point onMap(Point p) const { return (p - m_origin) * m_scale; }
    static bool closed(const Shape& shape) { return shape.drawsItself || shape.paths.front().closed; }

    bool usuallyLine(const std::string& brush) const {
        const catalogue::Meaning meaning = m_catalogue.resolve(brush);
        return meaning.entry != nullptr && !meaning.entry->drawn.empty() &&
               meaning.entry->drawn.front() == catalogue::DrawnAs::line;
    }

    Draft& begin(const Shape& shape, std::string brush) {
        Draft& draft = drafts.emplace_back();
        draft.place = shape.place;
        draft.stroke.brush = std::move(brush);
        return draft;
    }

    void addLabel(const Shape& shape) {
        Draft& draft = begin(shape, shape.brush);
        draft.stroke.text = shape.text;
        draft.stroke.points.push_back({onMap(shape.paths.front().points.front()), 1, -1});
    }

    void addLines(const Shape& shape, const std::string& brush) {
        for (const SubPath& path : shape.paths) {
            Stroke& stroke = begin(shape, brush).stroke;
            if (shape.style.strokeWidthGiven) stroke.width = shape.width * std::sqrt(m_scale.x * m_scale.y);
            for (const Point p : path.points) stroke.points.push_back({onMap(p), 1, -1});
            if (path.closed && path.points.size() > 2) stroke.points.push_back(stroke.points.front());
        }
    }

    void addAreas(const Shape& shape, const std::string& brush, Hue hue) {
        for (const Polygon& drawn : nested(shape.paths)) {
            Polygon polygon;
            for (const Point p : drawn.outer) polygon.outer.push_back(onMap(p));
            for (const Ring& hole : drawn.holes) {
                Ring& ring = polygon.holes.emplace_back();
                for (const Point p : hole) ring.push_back(onMap(p));
            }
            Stroke& stroke = begin(shape, brush).stroke;
            if (hue == Hue::tree && area(polygon) > kForestShare * m_extent.x * m_extent.y) stroke.brush = "forest";
            if (hue == Hue::water && runsAsLine(centreLines(polygon, std::max(m_extent.x, m_extent.y) / 512)))
                stroke.brush = "river";
            stroke.closed = true;
            for (const Point p : polygon.outer) stroke.points.push_back({p, 1, -1});
            stroke.holes = std::move(polygon.holes);
        }
    }

    const catalogue::Catalogue& m_catalogue;
    Point m_origin, m_scale, m_extent;
};

// The rectangle of the drawing that is the map: its viewBox, else its size, else what is drawn.
struct SvgFrame {
    Point origin{0, 0}, size{0, 0};
    bool known() const { return size.x > 0 && size.y > 0 && size.x < 1e9 && size.y < 1e9; }
};

SvgFrame frameOf(const pugi::xml_node& svg) {
    SvgFrame frame;
    std::string_view box = svg.attribute("viewBox").value();
    double v[4] = {};
    int n = 0;
    while (n < 4) {
        const auto number = takeNumber(box);
        if (!number) break;
        v[n++] = *number;
    }
    if (n == 4 && v[2] > 0 && v[3] > 0) return {{v[0], v[1]}, {v[2], v[3]}};
    const std::string_view width = svg.attribute("width").value(), height = svg.attribute("height").value();
    if (width.find('%') == std::string_view::npos && height.find('%') == std::string_view::npos) {
        frame.size = {numberOr0(svg, "width"), numberOr0(svg, "height")};
    }
    return frame;
}

SvgFrame frameOf(const std::vector<Shape>& shapes) {
    Box box;
    for (const Shape& shape : shapes) {
        for (const SubPath& path : shape.paths) {
            for (const Point p : path.points) {
                if (std::abs(p.x) < 1e9 && std::abs(p.y) < 1e9) box.include(p);
            }
        }
    }
    if (!(box.size().x > 0) && !(box.size().y > 0)) return {{0, 0}, {256, 256}};
    const Point least{std::max(box.size().x, 1e-3), std::max(box.size().y, 1e-3)};
    return {box.min, least};
}

std::string placeOf(std::string_view text, std::ptrdiff_t offset) {
    const std::string_view before =
        text.substr(0, std::min(text.size(), static_cast<size_t>(std::max<std::ptrdiff_t>(offset, 0))));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const size_t start = before.rfind('\n');
    return std::to_string(line) + ":" +
           std::to_string(before.size() - (start == std::string_view::npos ? 0 : start + 1) + 1);
}

}  // namespace

Result<ReadSketch> parseSvg(std::string_view text, std::string_view name, const catalogue::Catalogue& catalogue,
                            const ReadOptions& options) {
    const std::string file(name);
    if (text.size() > kLargestText)
        return fail(ErrorKind::input, file + ": larger than the 64 MiB that a drawing may have.");
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(text.data(), text.size());
    if (!parsed) {
        return fail(ErrorKind::input,
                    file + ":" + placeOf(text, parsed.offset) + ": not readable as SVG: " + parsed.description() + ".");
    }
    pugi::xml_node svg;
    for (const pugi::xml_node& child : document.children()) {
        if (child.type() == pugi::node_element && !svg) svg = child;
    }
    if (localName(svg) != "svg") {
        return fail(ErrorKind::input, file + ": at <" + std::string(svg.name()) + ">: XML, but no SVG drawing.");
    }

    SvgFrame frame = frameOf(svg);
    SvgDrawing drawing(catalogue, frame.known() ? std::max(frame.size.x, frame.size.y) / 4096 : 0.05);
    drawing.readStyles(svg);
    drawing.walk(svg, {}, 0);
    if (!frame.known()) frame = frameOf(drawing.shapes);

    ReadSketch read;
    const auto extent = extentFor(frame.size.x, frame.size.y, options);
    if (!extent) return tl::make_unexpected(extent.error());
    read.sketch.extent = *extent;
    if (options.prompt) read.sketch.prompt = *options.prompt;
    if (options.seed) read.sketch.seed = *options.seed;
    Placing placing(catalogue, frame.origin, *extent / frame.size, *extent);
    for (const Shape& shape : drawing.shapes) placing.add(shape);

    const auto warn = [&](const std::string& what) {
        read.diagnostics.push_back({Severity::warning, {}, file + ": " + what});
    };
    for (const std::string& tag : drawing.unread()) warn("<" + tag + "> elements are not read.");
    if (drawing.cut()) warn("it is too large or too deeply nested; the rest is left out.");
    if (placing.unpainted > 0) {
        warn(std::to_string(placing.unpainted) +
             " shapes have neither a brush's name nor a colour that says what they are; left out.");
    }
    accept(std::move(placing.drafts), read);
    if (read.sketch.strokes.empty()) warn("nothing is drawn on it.");
    return read;
}

}  // namespace sketchwalk::sketch
