#include "core/synth/ContactSheet.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::synth {
namespace {

void drawSegment(Image& sheet, Point a, Point b) {
    constexpr double kHalf = 0.8;
    const Box box = [&] {
        Box around;
        around.include(a);
        around.include(b);
        return around.grown(kHalf + 1);
    }();
    for (int y = std::max(0, static_cast<int>(box.min.y)); y <= std::min(sheet.height - 1, static_cast<int>(box.max.y));
         ++y) {
        for (int x = std::max(0, static_cast<int>(box.min.x));
             x <= std::min(sheet.width - 1, static_cast<int>(box.max.x)); ++x) {
            const Point p{x + 0.5, y + 0.5};
            const double cover = std::clamp(kHalf + 0.5 - distance(p, closestOnSegment(p, a, b)), 0.0, 1.0);
            uint8_t* pixel = sheet.at(x, y);
            for (int c = 0; c < 3; ++c) pixel[c] = std::min(pixel[c], static_cast<uint8_t>(255 - 225 * cover));
        }
    }
}

}  // namespace

Image contactSheet(const std::vector<SheetCell>& cells, int columns, int side) {
    const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    Image sheet(columns * side, std::max(rows, 1) * side, 3);
    std::fill(sheet.pixels.begin(), sheet.pixels.end(), uint8_t{255});
    constexpr uint8_t kTones[3][3] = {{255, 255, 255}, {255, 232, 228}, {230, 246, 230}};
    for (size_t i = 0; i < cells.size(); ++i) {
        const int left = static_cast<int>(i) % columns * side, top = static_cast<int>(i) / columns * side;
        for (int y = top; y < top + side - 1; ++y) {
            for (int x = left; x < left + side - 1; ++x) std::copy_n(kTones[cells[i].tone % 3], 3, sheet.at(x, y));
        }
        Box box;
        for (const Polyline& stroke : cells[i].strokes) {
            for (Point p : stroke) box.include(p);
        }
        const double scale = (side - 12) / std::max({box.size().x, box.size().y, 1e-9});
        const Point middle{left + side / 2.0, top + side / 2.0};
        for (const Polyline& stroke : cells[i].strokes) {
            for (size_t k = 0; k + 1 < std::max<size_t>(stroke.size(), 2); ++k) {
                const Point a = stroke[k], b = stroke[std::min(k + 1, stroke.size() - 1)];
                drawSegment(sheet, middle + (a - box.centre()) * scale, middle + (b - box.centre()) * scale);
            }
        }
    }
    return sheet;
}

}  // namespace sketchwalk::synth
