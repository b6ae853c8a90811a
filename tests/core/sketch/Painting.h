// Small pictures painted by tests, and the catalogue that reads them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "core/sketch/Read.h"

namespace sketchwalk::sketch::testing_support {

inline const catalogue::Catalogue& theCatalogue() {
    static const catalogue::Catalogue catalogue = [] {
        auto loaded = catalogue::Catalogue::load(std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources");
        EXPECT_TRUE(loaded) << (loaded ? "" : loaded.error().text);
        return std::move(*loaded);
    }();
    return catalogue;
}

struct Ink {
    uint8_t r, g, b;
};
inline constexpr Ink kBlue{16, 80, 240}, kRed{240, 40, 30}, kGreen{30, 220, 40}, kYellow{240, 230, 20},
    kGrey{125, 125, 125}, kWhite{235, 235, 235}, kBlack{0, 0, 0};

inline constexpr const char* kLegend =
    R"({"format":"sketchwalk-legend","version":1,"base":"meadow","prompt":"a test","colors":{
    "#1050f0":"river","#f0281e":"house","#1edc28":"forest","#f0e614":"bridge","#7d7d7d":"road","#ebebeb":"sand"}})";

class Canvas {
  public:
    Canvas(int width, int height) : image(width, height, 4) {
        for (size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
    }
    // Paints where inside(x, y) holds, with `samples` x `samples` points a pixel: more than one is anti-aliased.
    template <class Inside>
    void paint(Ink ink, const Inside& inside, int samples = 1) {
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                int hits = 0;
                for (int j = 0; j < samples; ++j) {
                    for (int i = 0; i < samples; ++i)
                        hits += inside(x + (i + 0.5) / samples, y + (j + 0.5) / samples) ? 1 : 0;
                }
                if (hits == 0) continue;
                const double share = static_cast<double>(hits) / (samples * samples);
                const uint8_t rgb[3] = {ink.r, ink.g, ink.b};
                for (int c = 0; c < 3; ++c) {
                    uint8_t& channel = image.at(x, y)[c];
                    channel = static_cast<uint8_t>(channel + (rgb[c] - channel) * share + 0.5);
                }
            }
        }
    }
    void disk(Ink ink, double cx, double cy, double r, int samples = 1) {
        paint(
            ink, [=](double x, double y) { return (x - cx) * (x - cx) + (y - cy) * (y - cy) < r * r; }, samples);
    }
    void box(Ink ink, double x0, double y0, double x1, double y1, int samples = 1) {
        paint(
            ink, [=](double x, double y) { return x >= x0 && x < x1 && y >= y0 && y < y1; }, samples);
    }
    void band(Ink ink, const Polyline& line, double width, int samples = 1) {
        paint(
            ink,
            [&](double x, double y) {
                return nearestOnLine(line, {x, y}).distance < width / 2;
            },
            samples);
    }
    Image image;
};

inline ReadSketch readCanvas(const Image& image, const char* legend = kLegend, const ReadOptions& options = {}) {
    auto read = parsePicture(image, legend, "test.png", theCatalogue(), options);
    EXPECT_TRUE(read) << (read ? "" : read.error().text);
    return read.value_or(ReadSketch{});
}

inline std::vector<const Stroke*> strokesOf(const Sketch& sketch, std::string_view brush) {
    std::vector<const Stroke*> found;
    for (const auto& stroke : sketch.strokes) {
        if (stroke->brush == brush) found.push_back(stroke.get());
    }
    return found;
}

inline Polygon polygonOf(const Stroke& stroke) {
    Polygon polygon;
    for (const StrokePoint& p : stroke.points) polygon.outer.push_back(p.at);
    polygon.holes = stroke.holes;
    return polygon;
}

}  // namespace sketchwalk::sketch::testing_support
