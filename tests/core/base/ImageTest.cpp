#include "core/base/Image.h"

#include <gtest/gtest.h>

#include "core/base/Hash.h"

namespace sketchwalk {
namespace {

Image noisy(int width, int height, int channels, uint64_t seed) {
    Image image(width, height, channels);
    for (size_t i = 0; i < image.pixels.size(); ++i)
        image.pixels[i] = static_cast<uint8_t>(randomBits(seed, "pixel", i));
    return image;
}

TEST(Image, PngOfAnyChannelCountComesBackAsTheSameColours) {
    for (int channels = 1; channels <= 4; ++channels) {
        const Image image = noisy(37, 21, channels, 5);
        const auto back = decodeImage(encodePng(image, 1));
        ASSERT_TRUE(back) << back.error().text;
        ASSERT_EQ(back->channels, 4);
        ASSERT_EQ(back->width, 37);
        ASSERT_EQ(back->height, 21);
        for (int y = 0; y < 21; ++y) {
            for (int x = 0; x < 37; ++x) {
                const uint8_t* a = image.at(x, y);
                const uint8_t* b = back->at(x, y);
                const bool grey = channels < 3;
                EXPECT_EQ(b[0], a[0]);
                EXPECT_EQ(b[1], grey ? a[0] : a[1]);
                EXPECT_EQ(b[2], grey ? a[0] : a[2]);
                EXPECT_EQ(b[3], channels == 2 ? a[1] : channels == 4 ? a[3] : 255);
            }
        }
    }
}

TEST(Image, SixteenBitGreyKeepsItsHighByteAndByteOrder) {
    const std::vector<uint16_t> grey = {0x0000, 0x1234, 0xfffe, 0x8000};
    const auto bytes = encodePng16(2, 2, grey, 9);
    ASSERT_EQ(bytes[24], 16);  // IHDR's depth
    const auto back = decodeImage(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->at(1, 0)[0], 0x12);
    EXPECT_EQ(back->at(0, 1)[0], 0xff);
    EXPECT_EQ(back->at(1, 1)[0], 0x80);
}

TEST(Image, SamePixelsGiveTheSameBytes) {
    const Image image = noisy(64, 64, 3, 9);
    EXPECT_EQ(encodePng(image, 4), encodePng(image, 4));
    EXPECT_EQ(encodeJpeg(image, 90), encodeJpeg(image, 90));
}

TEST(Image, JpegKeepsFlatColoursWithinAStep) {
    Image image(40, 24, 3);
    for (int y = 0; y < 24; ++y) {
        for (int x = 0; x < 40; ++x) {
            image.at(x, y)[0] = 200;
            image.at(x, y)[1] = 60;
            image.at(x, y)[2] = 20;
        }
    }
    const auto back = decodeImage(encodeJpeg(image, 95));
    ASSERT_TRUE(back) << back.error().text;
    EXPECT_NEAR(back->at(20, 12)[0], 200, 2);
    EXPECT_NEAR(back->at(20, 12)[1], 60, 2);
    EXPECT_NEAR(back->at(20, 12)[2], 20, 2);
    EXPECT_EQ(back->at(20, 12)[3], 255);
}

TEST(Image, CutOrBentFilesAreErrorsNeverCrashes) {
    const Image image = noisy(33, 17, 3, 2);
    for (const auto& whole : {encodePng(image, 6), encodeJpeg(image, 80)}) {
        for (size_t size = 0; size + 12 < whole.size(); size += 7) {  // the last 12 only say "end"
            const auto cut = decodeImage(std::span(whole).first(size));
            EXPECT_FALSE(cut) << size << " of " << whole.size() << " bytes";
            if (!cut) {
                EXPECT_EQ(cut.error().kind, ErrorKind::input);
                EXPECT_FALSE(cut.error().text.empty());
            }
        }
        for (uint64_t i = 0; i < 300; ++i) {
            auto bent = whole;
            bent[randomBits(i, "where") % bent.size()] = static_cast<uint8_t>(randomBits(i, "what"));
            (void)decodeImage(bent);
        }
    }
}

TEST(Image, AHugePictureIsRefusedBeforeItsPixelsAreRead) {
    auto bytes = encodePng(Image(4, 4, 1), 6);
    bytes[16] = 0x40;  // IHDR's width becomes 0x40000004; its checksum no longer holds either
    const auto bent = decodeImage(bytes);
    ASSERT_FALSE(bent);
    const auto wide = decodeImage(encodePng(Image(16385, 1, 1), 6));
    ASSERT_FALSE(wide);
    EXPECT_NE(wide.error().text.find("16385 x 1"), std::string::npos) << wide.error().text;
}

TEST(Image, OtherBytesAreNamedAsSuch) {
    const std::string text = "{\"format\":1}";
    const auto other = decodeImage(std::span(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().text, "neither a PNG nor a JPEG picture");
}

}  // namespace
}  // namespace sketchwalk
