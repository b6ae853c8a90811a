// The small picture that file managers show.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/base/File.h"
#include "core/base/Image.h"
#include "core/document/Store.h"
#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

TEST(Thumbnail, OfADrawingIsThePictureItHoldsMadeSmaller) {
    const TemporaryFolder folder;
    const auto file = folder / "map.sketchwalk", out = folder / "small.png";
    ASSERT_TRUE(document::writeDocument(file, {}));
    Image kept(320, 240, 4);
    for (int y = 0; y < 240; ++y) {
        for (int x = 0; x < 320; ++x) {  // left red, right blue, and the last tenth seen through
            const uint8_t colour[4] = {uint8_t(x < 160 ? 200 : 0), 0, uint8_t(x < 160 ? 0 : 100),
                                       uint8_t(x < 288 ? 255 : 0)};
            std::copy(colour, colour + 4, kept.at(x, y));
        }
    }
    {
        auto opened = document::Store::open(file);
        ASSERT_TRUE(opened);
        opened->store->setThumbnail(encodePng(kept));
    }
    const auto result = cli({"thumbnail", file.string(), "-o", out.string(), "--size", "100", "--json"});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_NE(result.out.find("\"sheet\""), std::string::npos);
    const auto picture = decodeImage(*readFile(out));
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 100);
    EXPECT_EQ(picture->height, 75);
    // A pixel covers 3.2 of the old ones; the 50th begins at the 160th exactly.
    EXPECT_EQ(std::vector<uint8_t>(picture->at(49, 40), picture->at(49, 40) + 4),
              (std::vector<uint8_t>{200, 0, 0, 255}));
    EXPECT_EQ(std::vector<uint8_t>(picture->at(50, 40), picture->at(50, 40) + 4),
              (std::vector<uint8_t>{0, 0, 100, 255}));
    EXPECT_EQ(picture->at(95, 40)[3], 0);
}

TEST(Thumbnail, OfWhatHoldsNoneIsAPictureOfTheWorld) {
    const TemporaryFolder folder;
    const auto sample = resourceFolder() / "samples/village.sketch.json";
    const auto file = folder / "map.sketchwalk", out = folder / "small.png";
    ASSERT_EQ(cli({"import", sample.string(), "-o", file.string()}).status, 0);
    for (const auto& in : {sample, file}) {
        const auto result = cli({"thumbnail", in.string(), "-o", out.string(), "--size", "128", "--json"});
        ASSERT_EQ(result.status, 0) << result.err;
        EXPECT_NE(result.out.find("\"world\""), std::string::npos);
        const auto picture = decodeImage(*readFile(out));
        ASSERT_TRUE(picture);
        EXPECT_EQ(picture->width, 128);
        std::set<uint32_t> colours;
        for (size_t i = 0; i + 3 < picture->pixels.size(); i += 4) {
            colours.insert(picture->pixels[i] | picture->pixels[i + 1] << 8 | picture->pixels[i + 2] << 16);
        }
        EXPECT_GT(colours.size(), 500u) << "something is to be seen";
    }
}

TEST(Thumbnail, SaysWhatItCannotRead) {
    const TemporaryFolder folder;
    const auto result = cli({"thumbnail", (folder / "none.sketchwalk").string(), "-o", (folder / "x.png").string()});
    EXPECT_EQ(result.status, 3);
    EXPECT_NE(result.err.find("none.sketchwalk"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "x.png"));
}

}  // namespace
}  // namespace sketchwalk::test
