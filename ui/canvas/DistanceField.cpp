#include "ui/canvas/DistanceField.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

constexpr float kFar = 1e8f;

// One line of the squared distance transform: the lower envelope of parabolas (Felzenszwalb and Huttenlocher,
// "Distance Transforms of Sampled Functions", 2012).
void transformLine(float* line, int count, int stride, std::vector<float>& value, std::vector<float>& edge,
                   std::vector<int>& where) {
    for (int i = 0; i < count; ++i) value[static_cast<size_t>(i)] = line[i * stride];
    int top = 0;
    where[0] = 0;
    edge[0] = -kFar;
    edge[1] = kFar;
    for (int i = 1; i < count; ++i) {
        const float f = value[static_cast<size_t>(i)] + static_cast<float>(i) * static_cast<float>(i);
        float cut = 0;
        for (;; --top) {
            const int r = where[static_cast<size_t>(top)];
            cut = (f - value[static_cast<size_t>(r)] - static_cast<float>(r) * static_cast<float>(r)) /
                  static_cast<float>(2 * (i - r));
            if (cut > edge[static_cast<size_t>(top)] || top == 0) break;
        }
        if (cut <= edge[static_cast<size_t>(top)]) cut = edge[static_cast<size_t>(top)];
        ++top;
        where[static_cast<size_t>(top)] = i;
        edge[static_cast<size_t>(top)] = cut;
        edge[static_cast<size_t>(top) + 1] = kFar;
    }
    for (int i = 0, k = 0; i < count; ++i) {
        while (edge[static_cast<size_t>(k) + 1] < static_cast<float>(i)) ++k;
        const int r = where[static_cast<size_t>(k)];
        const float d = static_cast<float>(i - r);
        line[i * stride] = std::min(kFar, value[static_cast<size_t>(r)] + d * d);
    }
}

void transform(std::vector<float>& grid, int width, int height) {
    const auto longest = static_cast<size_t>(std::max(width, height)) + 2;
    std::vector<float> value(longest), edge(longest);
    std::vector<int> where(longest);
    for (int x = 0; x < width; ++x) transformLine(grid.data() + x, height, width, value, edge, where);
    for (int y = 0; y < height; ++y) transformLine(grid.data() + y * width, width, 1, value, edge, where);
}

}  // namespace

DistanceField::DistanceField(const QPainterPath& shape, const QRect& rect, int reach) : m_rect(rect) {
    const QRect wide = rect.adjusted(-reach - 1, -reach - 1, reach + 1, reach + 1);
    QImage mask(wide.size(), QImage::Format_Grayscale8);
    mask.fill(0);
    {
        QPainter painter(&mask);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(-wide.topLeft());
        painter.fillPath(shape, Qt::white);
    }
    const int width = wide.width(), height = wide.height();
    // A pixel that the edge crosses lies as far from it as its covered share says.
    std::vector<float> outer(static_cast<size_t>(width) * static_cast<size_t>(height)), inner(outer.size());
    size_t k = 0, full = 0;
    for (int y = 0; y < height; ++y) {
        const uchar* line = mask.constScanLine(y);
        for (int x = 0; x < width; ++x, ++k) {
            const float share = static_cast<float>(line[x]) / 255.0f;
            const float out = std::max(0.0f, 0.5f - share), in = std::max(0.0f, share - 0.5f);
            outer[k] = line[x] == 0 ? kFar : line[x] == 255 ? 0 : out * out;
            inner[k] = line[x] == 255 ? kFar : line[x] == 0 ? 0 : in * in;
            full += line[x] == 255;
            m_anyInside = m_anyInside || line[x] > 0;
        }
    }
    m_distance.resize(static_cast<size_t>(rect.width()) * static_cast<size_t>(rect.height()));
    const auto cap = static_cast<float>(reach);
    if (!m_anyInside || full == outer.size()) {
        std::fill(m_distance.begin(), m_distance.end(), m_anyInside ? cap : -cap);
        return;
    }
    transform(outer, width, height);
    transform(inner, width, height);
    for (int y = 0; y < rect.height(); ++y) {
        const size_t from =
            static_cast<size_t>(y + reach + 1) * static_cast<size_t>(width) + static_cast<size_t>(reach + 1);
        float* line = m_distance.data() + static_cast<size_t>(y) * static_cast<size_t>(rect.width());
        for (int x = 0; x < rect.width(); ++x) {
            const size_t i = from + static_cast<size_t>(x);
            line[x] = std::clamp(std::sqrt(inner[i]) - std::sqrt(outer[i]), -cap, cap);
        }
    }
}

}  // namespace sketchwalk::ui
