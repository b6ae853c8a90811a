// A hand that draws and changes its mind: random edits of a sketch, as a person makes them.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/sketch/Sketch.h"

namespace sketchwalk::test {

class Hand {
  public:
    Hand(sketch::Sketch start, uint32_t seed) : m_sketch(std::move(start)), m_random(seed) {}

    const sketch::Sketch& sketch() const { return m_sketch; }

    // One stroke more, less, moved or meant otherwise; returns what was done.
    std::string editStroke() {
        auto& strokes = m_sketch.strokes;
        const unsigned kind = strokes.empty() ? 0 : m_random() % 4;
        const size_t at = strokes.empty() ? 0 : m_random() % strokes.size();
        if (kind == 0) {
            strokes.push_back(drawn());
            return "added " + strokes.back()->brush;
        }
        const std::string what = strokes[at]->brush + " " + std::to_string(strokes[at]->id);
        if (kind == 1) {
            strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(at));
            return "erased " + what;
        }
        auto changed = std::make_shared<sketch::Stroke>(*strokes[at]);
        if (kind == 2) {
            const Point by((unit() - 0.5) * 30, (unit() - 0.5) * 30);
            for (auto& p : changed->points) p.at += by;
            for (Ring& hole : changed->holes) {
                for (Point& p : hole) p += by;
            }
            changed->centreLines.clear();
            changed->centreWidth.clear();
        } else {
            changed->brush = brushLike(*changed);
        }
        strokes[at] = changed;
        return (kind == 2 ? "moved " : "changed ") + what + (kind == 2 ? "" : " into " + changed->brush);
    }

    // What the whole map depends on.
    std::string editSettings() {
        static const std::vector<std::string> kPrompts{"", "a snowy winter village", "autumn", "a hot desert",
                                                       "a jungle"};
        switch (m_random() % 4) {
            case 0:
                m_sketch.prompt = kPrompts[m_random() % kPrompts.size()];
                return "prompt " + m_sketch.prompt;
            case 1:
                m_sketch.seed = 1 + m_random() % 3;
                return "seed " + std::to_string(m_sketch.seed);
            case 2:
                m_sketch.extent = m_random() % 2 ? Point(256, 256) : Point(300, 220);
                return "extent " + std::to_string(m_sketch.extent.x);
            default:
                m_sketch.base = m_random() % 2 ? "grass" : "sand";
                return "base " + m_sketch.base;
        }
    }

  private:
    double unit() { return (m_random() % 10000) / 10000.0; }

    std::string brushLike(const sketch::Stroke& stroke) {
        static const std::vector<std::string> kAreas{"forest",   "lake", "field",  "hill",
                                                     "mountain", "sand", "castle", "swamp"};
        static const std::vector<std::string> kLines{"road", "path", "river", "fence", "wall"};
        const auto& brushes = stroke.closed ? kAreas : kLines;
        return brushes[m_random() % brushes.size()];
    }

    std::shared_ptr<sketch::Stroke> drawn() {
        static const std::vector<std::pair<const char*, double>> kAreas{
            {"house", 4.5}, {"forest", 18},  {"hill", 24},   {"lake", 11},     {"field", 14}, {"church", 8},
            {"statue", 2},  {"plateau", 16}, {"island", 20}, {"mountain", 30}, {"tree", 3},   {"basin", 14}};
        auto stroke = std::make_shared<sketch::Stroke>();
        stroke->id = m_next++;
        const Point centre(unit() * m_sketch.extent.x, unit() * m_sketch.extent.y);
        if (m_random() % 3 == 0) {
            stroke->brush = brushLike(*stroke);
            Point at = centre, way(unit() - 0.5, unit() - 0.5);
            for (int i = 0; i < 7; ++i) {
                stroke->points.push_back({at, 1, -1});
                way += Point(unit() - 0.5, unit() - 0.5) * 0.3;
                at += way * 22.0;
            }
            return stroke;
        }
        const auto& [brush, radius] = kAreas[m_random() % kAreas.size()];
        stroke->brush = brush;
        stroke->closed = true;
        for (int i = 0; i < 8; ++i)
            stroke->points.push_back({centre + directionOf(i * 45.0) * radius * (0.8 + 0.4 * unit()), 1, -1});
        return stroke;
    }

    sketch::Sketch m_sketch;
    std::mt19937 m_random;
    int64_t m_next = 9000;
};

}  // namespace sketchwalk::test
