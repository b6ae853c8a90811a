#include "core/gltf/Exr.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace sketchwalk::gltf {
namespace {

template <class T>
T readAt(const std::vector<uint8_t>& bytes, size_t at) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof(T));
    return value;
}

TEST(Exr, ScanlinesLieWhereTheTableSays) {
    Grid<float> values(3, 2);
    for (int i = 0; i < 6; ++i) values.values()[static_cast<size_t>(i)] = 1.5f * static_cast<float>(i) - 2;
    const auto bytes = encodeExr(values);
    EXPECT_EQ(readAt<uint32_t>(bytes, 0), 20000630u);  // the magic number of the format
    const size_t table = bytes.size() - 2 * (8 + 12) - 16;
    for (int y = 0; y < 2; ++y) {
        const auto line = static_cast<size_t>(readAt<uint64_t>(bytes, table + static_cast<size_t>(y) * 8));
        EXPECT_EQ(readAt<int32_t>(bytes, line), y);
        EXPECT_EQ(readAt<int32_t>(bytes, line + 4), 12);
        for (int x = 0; x < 3; ++x)
            EXPECT_EQ(readAt<float>(bytes, line + 8 + static_cast<size_t>(x) * 4), values(x, y));
    }
    EXPECT_EQ(bytes[table - 1], 0);  // the header's end
}

TEST(Exr, AttributesHaveTheSizesTheyState) {
    const auto bytes = encodeExr(Grid<float>(5, 4, 1));
    size_t at = 8;
    int attributes = 0;
    while (bytes[at] != 0) {
        const std::string name(reinterpret_cast<const char*>(bytes.data() + at));
        at += name.size() + 1;
        const std::string type(reinterpret_cast<const char*>(bytes.data() + at));
        at += type.size() + 1;
        const auto size = readAt<int32_t>(bytes, at);
        at += 4;
        if (name == "dataWindow") {
            EXPECT_EQ(readAt<int32_t>(bytes, at + 8), 4);
            EXPECT_EQ(readAt<int32_t>(bytes, at + 12), 3);
        }
        at += static_cast<size_t>(size);
        ++attributes;
        ASSERT_LT(at, bytes.size());
    }
    EXPECT_EQ(attributes, 8);
    EXPECT_EQ(at + 1, bytes.size() - 4 * (8 + 20) - 4 * 8);
}

}  // namespace
}  // namespace sketchwalk::gltf
