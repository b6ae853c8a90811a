#include "core/neural/Safetensors.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "core/base/File.h"
#include "tests/core/neural/ModelFile.h"

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

class SafetensorsFile : public ModelFile {
  protected:
    // A file of this header and so many bytes after it.
    Result<Safetensors> opened(const std::string& header, size_t bytes) {
        std::string all;
        for (size_t i = 0; i < 8; ++i) all += static_cast<char>(header.size() >> (8 * i));
        EXPECT_TRUE(writeFile(path, std::string_view(all + header + std::string(bytes, '\1'))));
        return Safetensors::open(path);
    }
    void expectRefused(const std::string& header, size_t bytes, const std::string& because) {
        SCOPED_TRACE(header);
        ModelFile::expectRefused(opened(header, bytes), because);
    }
};

TEST_F(SafetensorsFile, GivesBackWhatWasWritten) {
    const std::map<std::string, TensorToWrite> tensors = {{"b", {Number::f16, {2, 3}, std::vector<uint8_t>(12, 7)}},
                                                          {"a", {Number::f32, {}, {1, 2, 3, 4}}},
                                                          {"none", {Number::i64, {0, 5}, {}}},
                                                          {"small", {Number::i8, {3}, {9, 8, 7}}}};
    ASSERT_TRUE(writeSafetensors(path, tensors, {{"made", "here"}}));
    const auto file = Safetensors::open(path);
    ASSERT_TRUE(file) << file.error().text;
    ASSERT_EQ(file->tensors().size(), 4u);
    const TensorView& b = file->tensors().at("b");
    EXPECT_EQ(b.shape, (std::vector<int64_t>{2, 3}));
    EXPECT_EQ(std::vector<uint8_t>(b.bytes.begin(), b.bytes.end()), std::vector<uint8_t>(12, 7));
    EXPECT_EQ(file->tensors().at("a").bytes[3], 4);
    EXPECT_EQ(file->tensors().at("small").bytes[0], 9);
    EXPECT_EQ(file->tensors().at("small").number, Number::i8);
    EXPECT_EQ(file->tensors().at("none").count(), 0);
    EXPECT_EQ(file->notes().at("made"), "here");
}

TEST_F(SafetensorsFile, RefusesWhatIsMissingOrTruncated) {
    EXPECT_FALSE(Safetensors::open(path));
    EXPECT_FALSE(Safetensors::open(path.parent_path()));
    ASSERT_TRUE(writeFile(path, std::string_view("")));
    EXPECT_FALSE(Safetensors::open(path));
    ASSERT_TRUE(writeFile(path, std::string_view("1234567")));
    EXPECT_FALSE(Safetensors::open(path));
    ASSERT_TRUE(writeSafetensors(path, {{"a", {Number::f32, {4}, std::vector<uint8_t>(16)}}}));
    const auto whole = readFile(path);
    ASSERT_TRUE(whole);
    for (size_t size = 0; size < whole->size(); ++size) {
        ASSERT_TRUE(writeFile(path, std::span(*whole).first(size)));
        EXPECT_FALSE(Safetensors::open(path)) << size;
    }
}

TEST_F(SafetensorsFile, RefusesHeadersThatLie) {
    expectRefused("[]", 0, "no JSON object");
    expectRefused("{\"a\":", 0, "no JSON object");
    expectRefused(R"({"a":3})", 0, "lacks");
    expectRefused(R"({"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}})", 8, "number type");
    expectRefused(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4, "shape");
    expectRefused(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}})", 4, "shape");
    expectRefused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", 4, "outside");
    expectRefused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,18446744073709551615]}})", 4, "outside");
    expectRefused(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4, "does not fit");
    expectRefused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 8, "gap");
    expectRefused(
        R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
        4, "overlap");
    expectRefused(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 5, "follow");
    expectRefused(R"({"__metadata__":[]})", 0, "__metadata__");
}

}  // namespace
}  // namespace sketchwalk::neural
