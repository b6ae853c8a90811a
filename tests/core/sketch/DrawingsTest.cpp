#include "core/sketch/Drawings.h"

#include <gtest/gtest.h>

namespace sketchwalk::sketch {
namespace {

TEST(Drawings, AreReadLineByLine) {
    const auto read = parseDrawings(
        R"({"word":"house","key_id":"17","recognized":false,"drawing":[[[0,10],[5,6]],[[1],[2]]]}
{"key_id":18,"drawing":[[[0,1,2],[0,1,2],[0,10,20]]]})",
        "two.ndjson");
    ASSERT_TRUE(read) << read.error().text;
    ASSERT_EQ(read->drawings.size(), 2u);
    EXPECT_EQ(read->drawings[0].word, "house");
    EXPECT_EQ(read->drawings[0].keyId, "17");
    EXPECT_FALSE(read->drawings[0].recognised);
    EXPECT_EQ(read->drawings[0].strokes, (std::vector<Polyline>{{{0, 5}, {10, 6}}, {{1, 2}}}));
    EXPECT_EQ(read->drawings[1].keyId, "18");
    EXPECT_TRUE(read->drawings[1].recognised);
    EXPECT_TRUE(read->diagnostics.empty());
}

TEST(Drawings, BrokenLinesAreNamedAndTheRestIsRead) {
    const auto read =
        parseDrawings("{\n\n{\"drawing\":[[[0,1],[0,1]]]}\n{\"drawing\":[]}\n{\"drawing\":[[[\"x\"],[1]]]}", "some");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->drawings.size(), 1u);
    ASSERT_EQ(read->diagnostics.size(), 3u);
    EXPECT_NE(read->diagnostics[0].text.find("line 1 "), std::string::npos);
    EXPECT_NE(read->diagnostics[2].text.find("line 5 "), std::string::npos);
}

TEST(Drawings, AFileWithoutAnyIsAnError) {
    for (const char* text : {"", "\n\n", "[1,2]", "{\"drawing\":3}"}) {
        const auto read = parseDrawings(text, "none.ndjson");
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().kind, ErrorKind::input);
        EXPECT_NE(read.error().text.find("none.ndjson"), std::string::npos);
    }
}

}  // namespace
}  // namespace sketchwalk::sketch
