#include "ui/canvas/StrokeIndex.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/ui/canvas/OnSheet.h"

namespace sketchwalk::ui {
namespace {

TEST(StrokeIndex, FindsWhatASearchOfAllFindsAfterAnyChanges) {
    const StrokePainter painter(theCatalogue());
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 1000), size(1, 300);
    document::Document document;
    document.settings.extent = {1000, 1000};
    StrokeIndex index;
    index.reset(document, painter);
    const auto make = [&] {
        document::Drawn drawn;
        drawn.stroke.id = document.nextId++;
        drawn.stroke.brush = random() % 2 == 0 ? "river" : "house";
        const Point at(place(random), place(random));
        drawn.stroke.points = {{at, 1, -1}};
        if (random() % 3 != 0) drawn.stroke.points.push_back({at + Point(size(random), size(random)), 1, -1});
        return std::make_shared<const document::Drawn>(std::move(drawn));
    };
    for (int round = 0; round < 200; ++round) {
        document::Document next = document;
        for (unsigned k = random() % 9; k > 0; --k) {
            const size_t at = next.strokes.empty() ? 0 : random() % (next.strokes.size() + 1);
            next.strokes.insert(next.strokes.begin() + static_cast<std::ptrdiff_t>(at), make());
            next.nextId = document.nextId;
        }
        for (unsigned k = random() % 6; k > 0 && !next.strokes.empty(); --k) {
            next.strokes.erase(next.strokes.begin() + static_cast<std::ptrdiff_t>(random() % next.strokes.size()));
        }
        if (next.strokes.size() > 2 && random() % 3 == 0) std::swap(next.strokes.front(), next.strokes.back());
        const document::Change change = document::changeBetween(document, next);
        document = next;
        index.apply(change, document, painter);
        ASSERT_EQ(index.size(), document.strokes.size());
        const Point corner(place(random), place(random));
        const Box box{corner, corner + Point(size(random), size(random))};
        std::vector<int64_t> found, wanted;
        for (const auto& drawn : index.touching(box)) found.push_back(drawn->stroke.id);
        for (const auto& drawn : document.strokes) {
            if (painter.reach(drawn->stroke, 1e6).overlaps(box)) wanted.push_back(drawn->stroke.id);
        }
        ASSERT_EQ(found, wanted);
    }
}

}  // namespace
}  // namespace sketchwalk::ui
