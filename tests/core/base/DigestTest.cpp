#include "core/base/Digest.h"

#include <gtest/gtest.h>

namespace sketchwalk {
namespace {

std::string sha256Of(std::string_view text) {
    return hexOf(sha256({reinterpret_cast<const uint8_t*>(text.data()), text.size()}));
}

// The examples of FIPS 180-4.
TEST(Digest, GivesThePublishedValues) {
    EXPECT_EQ(hexOf(sha1("abc")), "a9993e364706816aba3e25717850c26c9cd0d89d");
    EXPECT_EQ(hexOf(sha1("")), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    EXPECT_EQ(sha256Of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256Of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hexOf(sha1(std::string(1000000, 'a'))), "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

}  // namespace
}  // namespace sketchwalk
