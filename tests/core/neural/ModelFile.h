// A file of a model in a folder of its own, and how a reader refuses it.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/base/Error.h"
#include "tests/support/Process.h"

namespace sketchwalk::neural {

class ModelFile : public testing::Test {
  protected:
    template <class T>
    void expectRefused(const Result<T>& opened, const std::string& because) {
        ASSERT_FALSE(opened) << because;
        EXPECT_EQ(opened.error().kind, ErrorKind::resource);
        EXPECT_NE(opened.error().text.find(path.string()), std::string::npos) << opened.error().text;
        EXPECT_NE(opened.error().text.find(because), std::string::npos) << opened.error().text;
    }

    const test::TemporaryFolder folder;
    const std::filesystem::path path = folder / "some.safetensors";
};

}  // namespace sketchwalk::neural
