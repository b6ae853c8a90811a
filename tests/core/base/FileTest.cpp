#include "core/base/File.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace sketchwalk {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
  protected:
    void SetUp() override {
        m_folder = fs::temp_directory_path() / ("sketchwalk-files-" + std::to_string(::getpid()));
        fs::create_directories(m_folder);
    }
    void TearDown() override { fs::remove_all(m_folder); }
    size_t entries() const { return static_cast<size_t>(std::distance(fs::directory_iterator(m_folder), {})); }
    fs::path m_folder;
};

TEST_F(Files, WhatIsWrittenIsReadBack) {
    std::string text = "a\0b\xff\n";
    text.resize(3 << 20, 'x');
    ASSERT_TRUE(writeFile(m_folder / "a.txt", text));
    ASSERT_TRUE(writeFile(m_folder / "a.txt", text + "!"));  // replaces
    EXPECT_EQ(readText(m_folder / "a.txt").value(), text + "!");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, AnEmptyFileIsEmpty) {
    ASSERT_TRUE(writeFile(m_folder / "e", std::string_view{}));
    EXPECT_TRUE(readFile(m_folder / "e").value().empty());
}

TEST_F(Files, ReadErrorsNamePathAndCause) {
    const auto missing = readText(m_folder / "no.json");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::input);
    EXPECT_EQ(missing.error().text, "Cannot read " + (m_folder / "no.json").string() + ": there is no such file.");
    const auto folder = readText(m_folder);
    ASSERT_FALSE(folder);
    EXPECT_NE(folder.error().text.find("it is a folder"), std::string::npos);
    ASSERT_TRUE(writeFile(m_folder / "big", std::string(3 << 20, 'x')));
    const auto big = readText(m_folder / "big", 1 << 20);
    ASSERT_FALSE(big);
    EXPECT_NE(big.error().text.find("larger than the 1 MiB"), std::string::npos);
}

TEST_F(Files, AnEndlessDeviceIsCutOff) {
    EXPECT_FALSE(readFile("/dev/zero", 1 << 20));
}

TEST_F(Files, WriteErrorsNamePathAndCauseAndLeaveNothing) {
    const auto noFolder = writeFile(m_folder / "no" / "a", "x");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().kind, ErrorKind::output);
    EXPECT_NE(noFolder.error().text.find("the folder does not exist"), std::string::npos);
    const auto onFolder = writeFile(m_folder, "x");
    ASSERT_FALSE(onFolder);
    EXPECT_NE(onFolder.error().text.find("it is a folder"), std::string::npos);
    ASSERT_TRUE(writeFile(m_folder / "file", "x"));
    const auto under = writeFile(m_folder / "file" / "a", "x");
    ASSERT_FALSE(under);
    EXPECT_NE(under.error().text.find("not a folder"), std::string::npos);
    const auto full = writeFile("/dev/full", "x");
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().text, "Cannot write /dev/full: the disk is full.");
    EXPECT_EQ(entries(), 1u);
}

TEST_F(Files, AReadOnlyFolderIsNamed) {
    if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write anywhere";
    fs::permissions(m_folder, fs::perms::owner_read | fs::perms::owner_exec);
    const auto denied = writeFile(m_folder / "a", "x");
    fs::permissions(m_folder, fs::perms::owner_all);
    ASSERT_FALSE(denied);
    EXPECT_NE(denied.error().text.find("permission"), std::string::npos);
}

TEST_F(Files, ALinkKeepsLeadingToTheReplacedFile) {
    ASSERT_TRUE(writeFile(m_folder / "real", "old"));
    fs::create_symlink("real", m_folder / "link");
    ASSERT_TRUE(writeFile(m_folder / "link", "new"));
    EXPECT_TRUE(fs::is_symlink(m_folder / "link"));
    EXPECT_EQ(readText(m_folder / "real").value(), "new");
}

TEST_F(Files, ResourcesComeFromTheVariableWhereItIsSet) {
    ::setenv("SKETCHWALK_RESOURCES", "/somewhere/else", 1);
    EXPECT_EQ(resourceFolder(), "/somewhere/else");
    ::unsetenv("SKETCHWALK_RESOURCES");
    EXPECT_TRUE(resourceFolder().is_absolute());
}

}  // namespace
}  // namespace sketchwalk
