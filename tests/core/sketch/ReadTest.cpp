#include "core/sketch/Read.h"

#include <unistd.h>

#include <cstdlib>

#include "core/base/File.h"
#include "tests/core/sketch/Painting.h"

namespace sketchwalk::sketch {
namespace {

using namespace testing_support;
namespace fs = std::filesystem;

class Read : public testing::Test {
  protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("sketchwalk-read-" + std::to_string(::getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    fs::path put(const std::string& name, std::string_view text) {
        EXPECT_TRUE(writeFile(m_folder / name, text));
        return m_folder / name;
    }
    fs::path putPicture(const std::string& name) {
        Canvas canvas(64, 64);
        canvas.disk(kRed, 32, 32, 12);
        EXPECT_TRUE(writeFile(m_folder / name, encodePng(canvas.image)));
        return m_folder / name;
    }
    fs::path m_folder;
};

TEST_F(Read, TheContentDecidesNotTheName) {
    const std::string sketch =
        R"({"format":"sketchwalk-sketch","version":1,"strokes":[{"brush":"house","points":[[9,9]]}]})";
    for (const auto& [name, text] :
         {std::pair<std::string, std::string>{"a.png", "\xef\xbb\xbf \n" + sketch},
          {"b.json", "<?xml version='1.0'?><svg viewBox='0 0 9 9'><rect class='house' width='2' height='2'/></svg>"},
          {"c.svg", R"({"word":"cat","drawing":[[[0,10,20],[0,30,0]]]})"}}) {
        const auto read = sketch::read(put(name, text), theCatalogue());
        ASSERT_TRUE(read) << read.error().text;
        EXPECT_EQ(read->sketch.strokes.size(), 1u) << name;
    }
    const fs::path picture = putPicture("d.json");
    EXPECT_TRUE(sketch::read(picture, theCatalogue()));
}

TEST_F(Read, TheLegendBesideThePictureIsFound) {
    const fs::path picture = putPicture("map.png");
    EXPECT_EQ(sketch::read(picture, theCatalogue())->sketch.strokes.at(0)->brush, "bridge");  // red by hue
    put("map.legend.json", kLegend);
    EXPECT_EQ(sketch::read(picture, theCatalogue())->sketch.strokes.at(0)->brush, "house");
    ReadOptions options;
    options.legend = put("other.json", R"({"format":"sketchwalk-legend","version":1,"colors":{"#f0281e":"church"}})");
    options.prompt = "mine";
    options.seed = 9;
    options.extent = Point{512, 128};
    const auto read = sketch::read(picture, theCatalogue(), options);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->sketch.strokes.at(0)->brush, "church");
    EXPECT_EQ(read->sketch.prompt, "mine");
    EXPECT_EQ(read->sketch.seed, 9u);
    EXPECT_EQ(read->sketch.extent, Point(512, 128));
}

TEST_F(Read, ErrorsNameTheFileThatIsWrong) {
    const fs::path picture = putPicture("map.png");
    put("map.legend.json", "{\n \"format\": }");
    const auto legend = sketch::read(picture, theCatalogue());
    ASSERT_FALSE(legend);
    EXPECT_NE(legend.error().text.find("map.legend.json:2:"), std::string::npos) << legend.error().text;

    auto bytes = readFile(picture).value();
    bytes.resize(bytes.size() / 2);
    ASSERT_TRUE(writeFile(m_folder / "cut.png", bytes));
    const auto cut = sketch::read(m_folder / "cut.png", theCatalogue());
    ASSERT_FALSE(cut);
    EXPECT_NE(cut.error().text.find("cut.png: broken PNG"), std::string::npos) << cut.error().text;

    for (const auto& [text, says] : {std::pair<std::string, std::string>{"", "the file is empty"},
                                     {"GIF89a....", "a GIF picture; save it as PNG"},
                                     {"hello", "neither a sketch (JSON)"},
                                     {std::string("\xff\xfe{\0", 4), "UTF-16"}}) {
        const auto odd = sketch::read(put("odd", text), theCatalogue());
        ASSERT_FALSE(odd);
        EXPECT_EQ(odd.error().kind, ErrorKind::input);
        EXPECT_NE(odd.error().text.find(says), std::string::npos) << odd.error().text;
        EXPECT_NE(odd.error().text.find((m_folder / "odd").string()), std::string::npos);
    }
    EXPECT_FALSE(sketch::read(m_folder / "missing.json", theCatalogue()));
    EXPECT_FALSE(sketch::read(m_folder, theCatalogue()));
    ReadOptions options;
    options.extent = Point{1, 1};
    fs::remove(m_folder / "map.legend.json");
    const auto extent = sketch::read(picture, theCatalogue(), options);
    ASSERT_FALSE(extent);
    EXPECT_EQ(extent.error().kind, ErrorKind::usage);
}

TEST_F(Read, ASymbolIsInkInTheMiddleOfTheMap) {
    const auto path = put(
        "cat.ndjson",
        "{\"word\":\"cat\",\"drawing\":[[[0,100],[0,50],[0,500]],[[50,50],[10,20],[700,900]]]}\n{\"word\":\"dog\"}");
    const auto read = sketch::read(path, theCatalogue());
    ASSERT_TRUE(read) << read.error().text;
    const auto& strokes = read->sketch.strokes;
    ASSERT_EQ(strokes.size(), 2u);
    EXPECT_EQ(strokes[0]->brush, "ink");
    EXPECT_EQ(strokes[0]->group, strokes[1]->group);
    EXPECT_EQ(strokes[0]->points[0].at, Point(64, 96));  // 128 m wide, 64 m high, around (128, 128)
    EXPECT_EQ(strokes[0]->points[1].at, Point(192, 160));
    EXPECT_EQ(strokes[0]->points[1].seconds, 0.5f);
    EXPECT_TRUE(read->sketch.prompt.empty());
    EXPECT_FALSE(sketch::read(put("bad.ndjson", "{\"drawing\": 7}"), theCatalogue()));
}

TEST_F(Read, FixtureDrawingsAreRead) {
    const auto read =
        sketch::read(fs::path(SKETCHWALK_SOURCE_DIR) / "tests/fixtures/sketches/valley.svg", theCatalogue());
    ASSERT_TRUE(read) << read.error().text;
    EXPECT_EQ(read->sketch.extent, Point(256, 128));
    EXPECT_EQ(read->sketch.strokes.size(), 9u);
}

}  // namespace
}  // namespace sketchwalk::sketch
