// The sketch as text. Read as a stream of events, straight into strokes: a hostile file can neither nest nor swell.
#include <nlohmann/json.hpp>

#include "core/base/Deflate.h"
#include "core/sketch/Acceptance.h"
#include "core/sketch/EditJson.h"
#include "core/sketch/JsonText.h"
#include "core/sketch/Read.h"
#include "core/sketch/Styles.h"

namespace sketchwalk::sketch {
namespace {

constexpr size_t kMostPoints = 8'000'000;
constexpr size_t kMostStrokes = 1'000'000;
constexpr size_t kDeepest = 64;

enum class Where {
    root,
    extent,
    strokes,
    stroke,
    points,
    point,
    holes,
    hole,
    holePoint,
    centre,
    arm,
    armPoints,
    armPoint,
    edit,
    styles,
    style,
    styleStrokes,
    styleStroke,
    other
};

struct Frame {
    Where where = Where::other;
    bool array = false;
    size_t index = 0;  // of the next element
    std::string key;   // of the current member
};

class Events : public nlohmann::json_sax<nlohmann::json> {
  public:
    Events(std::string_view text, std::string_view name) : m_text(text), m_name(name) {}

    Result<ReadSketch> finish(bool parsed) {
        if (m_error) return tl::make_unexpected(*m_error);
        if (!parsed) return fail(ErrorKind::input, std::string(m_name) + ": not readable as JSON.");
        if (!m_formatSeen) {
            return fail(ErrorKind::input,
                        std::string(m_name) + ": at /format: missing; a sketch says \"sketchwalk-sketch\".");
        }
        if (!m_versionSeen)
            return fail(ErrorKind::input,
                        std::string(m_name) + ": at /version: missing; this program reads version 1.");
        if (m_extentSeen && !setExtent()) return tl::make_unexpected(*m_error);
        accept(std::move(m_drafts), m_read);
        m_read.sketch.styles = joined(nullptr, m_styles.taken());
        return std::move(m_read);
    }

    bool null() override { return value({}); }
    bool boolean(bool b) override { return value(Scalar::of(b)); }
    bool number_integer(number_integer_t n) override { return value(Scalar::of(n)); }
    bool number_unsigned(number_unsigned_t n) override { return value(Scalar::of(n)); }
    bool number_float(number_float_t n, const string_t&) override { return value(Scalar::of(n)); }
    bool string(string_t& t) override { return value(Scalar::of(t)); }
    bool binary(binary_t&) override { return value({}); }
    bool key(string_t& k) override {
        m_stack.back().key = k.substr(0, 100);
        return true;
    }
    bool start_object(size_t) override { return open(false); }
    bool start_array(size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(size_t position, const std::string&, const nlohmann::json::exception& e) override {
        if (!m_error) m_error = jsonError(m_name, m_text, position, e.what());
        return false;
    }

  private:
    std::string pointer() const {
        std::string path;
        for (const Frame& frame : m_stack) path += "/" + (frame.array ? std::to_string(frame.index) : frame.key);
        return path.empty() ? "/" : path;
    }
    bool refuse(const std::string& what) {
        m_error = Error{ErrorKind::input, std::string(m_name) + ": at " + pointer() + ": " + what};
        return false;
    }
    void odd(const std::string& what) {
        if (m_read.diagnostics.size() < kMostDiagnostics) {
            m_read.diagnostics.push_back(
                {Severity::warning, {}, std::string(m_name) + ": at " + pointer() + ": " + what});
        }
    }
    Draft& draft() { return m_drafts.back(); }
    void remark(const std::string& what) { draft().remarks.push_back(what); }

    void passed() {  // one element of an array is done
        if (!m_stack.empty() && m_stack.back().array) ++m_stack.back().index;
    }

    // What a new object or array is, by where it stands; `other` is read over.
    Where whatOpens(bool array) {
        const Frame& top = m_stack.back();
        switch (top.where) {
            case Where::root:
                if (top.key == "strokes" && array) return Where::strokes;
                if (top.key == "styles" && array) return Where::styles;
                if (top.key == "extent" && array) return Where::extent;
                return Where::other;
            case Where::strokes:
                return array ? Where::other : Where::stroke;
            case Where::stroke:
                if (!array) return top.key == "edit" ? Where::edit : Where::other;
                if (top.key == "points") return Where::points;
                if (top.key == "holes") return Where::holes;
                return top.key == "centre" ? Where::centre : Where::other;
            case Where::points:
                return array ? Where::point : Where::other;
            case Where::holes:
                return array ? Where::hole : Where::other;
            case Where::hole:
                return array ? Where::holePoint : Where::other;
            case Where::centre:
                return array ? Where::other : Where::arm;
            case Where::arm:
                return array && top.key == "points" ? Where::armPoints : Where::other;
            case Where::armPoints:
                return array ? Where::armPoint : Where::other;
            case Where::styles:
                return array ? Where::other : Where::style;
            case Where::style:
                return array && top.key == "strokes" ? Where::styleStrokes : Where::other;
            case Where::styleStrokes:
                return array ? Where::styleStroke : Where::other;
            default:
                return Where::other;
        }
    }

    bool open(bool array) {
        if (m_stack.size() >= kDeepest) return refuse("nested more than 64 deep.");
        if (m_stack.empty()) {
            if (array) return refuse("a sketch is an object, this is a list.");
            m_stack.push_back({Where::root, false, 0, ""});
            return true;
        }
        const Where where = whatOpens(array);
        const Where around = m_stack.back().where;
        if (where == Where::other && !misplaced(around, array)) return false;
        switch (where) {
            case Where::extent:
                m_extent.clear();
                break;
            case Where::stroke:
                if (m_drafts.size() >= kMostStrokes) return refuse("more than a million strokes.");
                m_drafts.emplace_back();
                draft().place = "/strokes/" + std::to_string(m_stack.back().index);
                break;
            case Where::points:
                draft().stroke.points.clear();
                break;
            case Where::holes:
                draft().stroke.holes.clear();
                break;
            case Where::edit:
                draft().stroke.edit.emplace();
                break;
            case Where::hole:
                draft().stroke.holes.emplace_back();
                break;
            case Where::centre:
                draft().stroke.centreLines.clear();
                draft().stroke.centreWidth.clear();
                break;
            case Where::arm:
                draft().stroke.centreLines.emplace_back();
                draft().stroke.centreWidth.push_back(0);
                break;
            case Where::armPoints:
                draft().stroke.centreLines.back().clear();
                break;
            case Where::style:
                m_styles.begin();
                break;
            case Where::styleStroke:
                m_styles.beginStroke();
                break;
            case Where::point:
            case Where::holePoint:
            case Where::armPoint:
                if (++m_points > kMostPoints) return refuse("more than 8 million points.");
                m_numbers = 0;
                m_oddNumber = false;
                break;
            default:
                break;
        }
        m_stack.push_back({where, array, 0, ""});
        return true;
    }

    // An object or list where something else belongs. False ends the reading.
    bool misplaced(Where around, bool array) {
        const std::string& key = m_stack.back().key;
        const std::string found = array ? "a list" : "an object";
        switch (around) {
            case Where::root:
                if (key == "strokes" || key == "extent") return refuse("a list is wanted, this is an object.");
                if (isRootKey(key)) return wrongAtRoot(found);
                return true;
            case Where::strokes:
                odd("no stroke but " + found + "; left out.");
                return true;
            case Where::stroke:
                if (isStrokeKey(key)) remark("its \"" + key + "\" is " + found + "; left out");
                return true;
            case Where::point:
            case Where::holePoint:
            case Where::armPoint:
                m_oddNumber = true;
                return true;
            case Where::points:
            case Where::hole:
            case Where::armPoints:
                ++draft().badPoints;
                return true;
            case Where::extent:
                return refuse("a number of metres is wanted.");
            default:
                return true;
        }
    }

    bool close() {
        const Where where = m_stack.back().where;
        m_stack.pop_back();
        const bool good = m_numbers >= 2 && !m_oddNumber;
        const Point at{m_number[0], m_number[1]};
        switch (where) {
            case Where::point:
                if (good) {
                    const float pressure = m_numbers > 2 ? static_cast<float>(m_number[2]) : 1.0f;
                    draft().stroke.points.push_back(
                        {at, pressure, m_numbers > 3 ? static_cast<float>(m_number[3]) : -1.0f});
                    if (m_numbers > 4) draft().stroke.points.back().height = static_cast<float>(m_number[4]);
                } else {
                    ++draft().badPoints;
                }
                break;
            case Where::holePoint:
                good ? draft().stroke.holes.back().push_back(at) : void(++draft().badPoints);
                break;
            case Where::armPoint:
                good ? draft().stroke.centreLines.back().push_back(at) : void(++draft().badPoints);
                break;
            case Where::extent:
                m_extentSeen = true;
                break;
            case Where::style:
                if (!m_styles.end()) odd("no drawing that shows something, or one too many; left out.");
                break;
            default:
                break;
        }
        passed();
        return true;
    }

    bool value(const Scalar& s) {
        if (m_stack.empty()) return refuse("a sketch is an object.");
        bool goesOn = true;
        switch (m_stack.back().where) {
            case Where::root:
                goesOn = rootValue(m_stack.back().key, s);
                break;
            case Where::stroke:
                strokeValue(m_stack.back().key, s);
                break;
            case Where::strokes:
                odd("no stroke; left out.");
                break;
            case Where::extent:
                if (s.type != Scalar::Type::number) return refuse("a number of metres is wanted.");
                if (m_extent.size() < 3) m_extent.push_back(s.number);
                break;
            case Where::point:
            case Where::holePoint:
            case Where::armPoint:
                if (s.type != Scalar::Type::number) m_oddNumber = true;
                if (m_numbers < 5) m_number[m_numbers++] = s.number;
                break;
            case Where::points:
            case Where::hole:
            case Where::armPoints:
                ++draft().badPoints;
                break;
            case Where::edit:
                setEdit(*draft().stroke.edit, m_stack.back().key, s);
                break;
            case Where::style:
                if (m_stack.back().key == "symbol" && s.type == Scalar::Type::text) m_styles.shows(*s.text);
                break;
            case Where::styleStroke:
                if (++m_points > kMostPoints) return refuse("more than 8 million points.");
                if (s.type == Scalar::Type::number) m_styles.number(s.number);
                break;
            case Where::arm:
                if (m_stack.back().key == "width" && s.type == Scalar::Type::number)
                    draft().stroke.centreWidth.back() = s.number;
                break;
            default:
                break;
        }
        passed();
        return goesOn;
    }

    static bool isRootKey(std::string_view key) {
        return key == "format" || key == "version" || key == "extent" || key == "view" || key == "base" ||
               key == "prompt" || key == "seed" || key == "strokes";
    }
    static bool isStrokeKey(std::string_view key) {
        return key == "id" || key == "brush" || key == "pen" || key == "width" || key == "closed" || key == "points" ||
               key == "holes" || key == "group" || key == "text" || key == "centre" || key == "edit" ||
               key == "symbol" || key == "lock";
    }

    // A wrong format, version or extent ends the reading; the rest only costs what it would have said.
    bool wrongAtRoot(const std::string& found) {
        const std::string& key = m_stack.back().key;
        if (key == "format") return refuse("\"sketchwalk-sketch\" is wanted, this is " + found + ".");
        if (key == "version")
            return refuse("the version is a whole number, this is " + found + "; this program reads version 1.");
        if (key == "extent" || key == "strokes") return refuse("a list is wanted, this is " + found + ".");
        odd("this is " + found + "; left out.");
        return true;
    }

    bool rootValue(const std::string& key, const Scalar& s) {
        if (!isRootKey(key)) return true;
        static constexpr const char* kNames[] = {"null", "true or false", "a number", "a text"};
        const std::string found = kNames[static_cast<int>(s.type)];
        const bool text = s.type == Scalar::Type::text;
        if (key == "format" && text) {
            m_formatSeen = true;
            return *s.text == "sketchwalk-sketch" ||
                   refuse("\"sketchwalk-sketch\" is wanted, this is \"" + s.text->substr(0, 60) + "\".");
        }
        if (key == "version" && s.integer) {
            m_versionSeen = true;
            return *s.integer == 1 ||
                   refuse("the file has version " + std::to_string(*s.integer) + ", this program reads version 1.");
        }
        Sketch& sketch = m_read.sketch;
        if (key == "view" && text) {
            if (*s.text != "map" && *s.text != "isometric")
                odd("\"" + s.text->substr(0, 60) + "\" is no view; \"map\" is taken.");
            sketch.view = *s.text == "isometric" ? View::isometric : View::map;
        } else if (key == "base" && text) {
            sketch.base = s.text->substr(0, kLongestText);
        } else if (key == "prompt" && text) {
            sketch.prompt = s.text->substr(0, kLongestText);
        } else if (key == "seed" && s.unsignedValue) {
            sketch.seed = *s.unsignedValue;
        } else if (key == "seed" && s.type == Scalar::Type::number) {
            odd("a seed is a whole number from 0 up; 1 is taken.");
        } else if (s.type != Scalar::Type::null || key == "format" || key == "version" || key == "extent") {
            return wrongAtRoot(found);
        }
        return true;
    }

    void strokeValue(const std::string& key, const Scalar& s) {
        Stroke& stroke = draft().stroke;
        const bool text = s.type == Scalar::Type::text, number = s.type == Scalar::Type::number;
        if (key == "id" && s.integer) {
            draft().id = *s.integer;
        } else if (key == "brush" && text) {
            stroke.brush = s.text->substr(0, kLongestText);
        } else if (key == "pen" && text) {
            if (*s.text != "detail" && *s.text != "block") {
                remark("its pen \"" + s.text->substr(0, 60) + "\" is unknown (detail or block); detail is taken");
            }
            stroke.pen = *s.text == "block" ? Pen::block : Pen::detail;
        } else if (key == "width" && number) {
            stroke.width = s.number;
        } else if (key == "closed" && s.type == Scalar::Type::boolean) {
            stroke.closed = s.boolean;
        } else if (key == "group" && s.integer) {
            stroke.group = *s.integer;
        } else if (key == "symbol" && text) {
            stroke.shows = s.text->substr(0, kLongestText);
        } else if (key == "text" && text) {
            stroke.text = s.text->substr(0, kLongestText);
        } else if (key == "lock" && text) {
            if (const auto packed = fromBase64(*s.text)) stroke.lock = openedLock(*packed);
            if (!stroke.lock) remark("what it locked is not readable; it holds nothing");
        } else if (isStrokeKey(key) && s.type != Scalar::Type::null) {
            remark("its \"" + key + "\" is of the wrong kind; left out");
        }
    }

    bool setExtent() {
        m_stack.assign(1, Frame{Where::root, false, 0, "extent"});
        if (m_extent.size() != 2) return refuse("two numbers are wanted, metres east and south.");
        m_read.sketch.extent = {m_extent[0], m_extent[1]};
        return allowedExtent(m_read.sketch.extent) || refuse("each side must be 64 to 8192 metres.");
    }

    std::string_view m_text, m_name;
    ReadSketch m_read;
    std::vector<Draft> m_drafts;
    std::vector<Frame> m_stack;
    std::vector<double> m_extent;
    StylesReader m_styles;
    std::optional<Error> m_error;
    bool m_formatSeen = false, m_versionSeen = false, m_extentSeen = false;
    size_t m_points = 0;
    double m_number[5] = {};
    int m_numbers = 0;
    bool m_oddNumber = false;
};

}  // namespace

Result<ReadSketch> parseJson(std::string_view text, std::string_view name) {
    const std::string mended = withoutOddNumbers(text);
    const std::string_view readable = mended.empty() ? text : std::string_view(mended);
    Events events(readable, name);
    bool parsed = false;
    try {
        parsed = nlohmann::json::sax_parse(readable.begin(), readable.end(), &events);
    } catch (const nlohmann::json::exception& e) {
        return fail(ErrorKind::input, std::string(name) + ": " + e.what() + ".");
    }
    return events.finish(parsed);
}

}  // namespace sketchwalk::sketch
