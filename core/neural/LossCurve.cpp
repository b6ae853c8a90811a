#include "core/neural/LossCurve.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "core/base/File.h"
#include "core/base/Image.h"

namespace sketchwalk::neural {
namespace {

constexpr int kWidth = 800, kHeight = 400, kMargin = 24;

void dot(Image& picture, double x, double y, const uint8_t (&colour)[3]) {
    for (int dy = 0; dy < 2; ++dy) {
        for (int dx = 0; dx < 2; ++dx) {
            const int px = static_cast<int>(x) + dx, py = static_cast<int>(y) + dy;
            if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue;
            std::copy(colour, colour + 3, picture.at(px, py));
        }
    }
}

// One curve, 0 at the bottom, `top` at the top.
void plot(Image& picture, const std::vector<LossPoint>& curve, double LossPoint::*value, double top,
          const uint8_t (&colour)[3]) {
    const double last = static_cast<double>(std::max<int64_t>(curve.back().step, 1));
    const auto place = [&](const LossPoint& p, double& x, double& y) {
        x = kMargin + (kWidth - 2 * kMargin) * static_cast<double>(p.step) / last;
        y = kHeight - kMargin - (kHeight - 2 * kMargin) * std::clamp(p.*value / top, 0.0, 1.0);
    };
    for (size_t i = 0; i + 1 < curve.size(); ++i) {
        double x0, y0, x1, y1;
        place(curve[i], x0, y0);
        place(curve[i + 1], x1, y1);
        const int steps = std::max(1, static_cast<int>(std::max(std::abs(x1 - x0), std::abs(y1 - y0))));
        for (int k = 0; k <= steps; ++k) dot(picture, x0 + (x1 - x0) * k / steps, y0 + (y1 - y0) * k / steps, colour);
    }
}

}  // namespace

Result<void> writeLossCurve(const std::filesystem::path& out, const std::vector<LossPoint>& curve) {
    std::string table = "step,loss,accuracy,rate\n";
    double highest = 1e-9;
    for (const LossPoint& p : curve) {
        char line[128];
        std::snprintf(line, sizeof line, "%lld,%.5f,%.5f,%.3e\n", static_cast<long long>(p.step), p.loss, p.accuracy,
                      p.rate);
        table += line;
        highest = std::max(highest, p.loss);
    }
    if (auto done = writeFile(out / "loss.csv", std::string_view(table)); !done || curve.size() < 2) return done;
    Image picture(kWidth, kHeight, 3);
    std::fill(picture.pixels.begin(), picture.pixels.end(), uint8_t{255});
    for (int i = 0; i <= 10; ++i) {  // tenths
        for (int x = kMargin; x < kWidth - kMargin; ++x) {
            const int y = kHeight - kMargin - (kHeight - 2 * kMargin) * i / 10;
            std::fill_n(picture.at(x, y), 3, uint8_t{225});
        }
    }
    plot(picture, curve, &LossPoint::accuracy, 1, {46, 125, 50});
    plot(picture, curve, &LossPoint::loss, highest, {198, 40, 40});
    return writeFile(out / "loss.png", encodePng(picture));
}

std::vector<LossPoint> readLossCurve(const std::filesystem::path& out) {
    std::vector<LossPoint> curve;
    const auto text = readText(out / "loss.csv");
    if (!text) return curve;
    std::stringstream lines(*text);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        LossPoint p;
        long long step = 0;
        if (std::sscanf(line.c_str(), "%lld,%lf,%lf,%lf", &step, &p.loss, &p.accuracy, &p.rate) != 4) break;
        p.step = step;
        curve.push_back(p);
    }
    return curve;
}

}  // namespace sketchwalk::neural
