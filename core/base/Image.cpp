#include "core/base/Image.h"

#include <png.h>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <cstring>
// jpeglib.h wants FILE and size_t declared before it.
#include <jerror.h>
#include <jpeglib.h>

#include "core/base/Check.h"

namespace sketchwalk {
namespace {

constexpr uint32_t kMaxSide = 16384;
constexpr uint64_t kMaxPixels = 100'000'000;
constexpr uint64_t kDeflateBest = 1040;  // no deflate stream unpacks to more than 1032 times its size
constexpr int kMaxScans = 100;           // a progressive JPEG of thousands of scans only burns time

tl::unexpected<Error> unusable(const std::string& what) {
    return fail(ErrorKind::input, what);
}

std::string refuseSize(uint64_t width, uint64_t height) {
    if (width == 0 || height == 0) return "the picture has no pixels";
    if (width > kMaxSide || height > kMaxSide || width * height > kMaxPixels) {
        return "the picture is " + std::to_string(width) + " x " + std::to_string(height) +
               " pixels; at most 16384 a side and 100 megapixels are read";
    }
    return {};
}

// --- PNG ---------------------------------------------------------------------------------------------------------

struct PngSource {
    std::span<const uint8_t> bytes;
    size_t at = 0;
};

struct PngFailure {
    char text[160] = "";
};

// libpng leaves by longjmp; everything with a destructor is made outside the functions that it jumps out of.
[[noreturn]] void pngFails(png_structp png, png_const_charp message) {
    auto* failure = static_cast<PngFailure*>(png_get_error_ptr(png));
    if (failure != nullptr) std::snprintf(failure->text, sizeof failure->text, "%s", message);
    png_longjmp(png, 1);
}

void pngWarns(png_structp, png_const_charp) {}

void pngReads(png_structp png, png_bytep to, size_t size) {
    auto* source = static_cast<PngSource*>(png_get_io_ptr(png));
    if (source->bytes.size() - source->at < size) png_error(png, "the file ends early");
    std::memcpy(to, source->bytes.data() + source->at, size);
    source->at += size;
}

void pngWrites(png_structp png, png_bytep from, size_t size) {
    auto* out = static_cast<std::vector<uint8_t>*>(png_get_io_ptr(png));
    out->insert(out->end(), from, from + size);
}

bool readPngHeader(png_structp png, png_infop info) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);  // sizes are judged by refuseSize, which says more
    png_set_chunk_cache_max(png, 64);
    png_set_chunk_malloc_max(png, 4 << 20);
    png_read_info(png, info);
    return true;
}

bool readPngPixels(png_structp png, png_infop info, uint8_t* pixels, size_t stride, uint32_t height) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_scale_16(png);
    png_set_expand(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    if (png_get_rowbytes(png, info) != stride) png_error(png, "its pixel layout is not known");
    for (int pass = 0; pass < passes; ++pass) {
        for (uint32_t y = 0; y < height; ++y) png_read_row(png, pixels + y * stride, nullptr);
    }
    return true;
}

Result<Image> decodePng(std::span<const uint8_t> bytes) {
    PngFailure failure;
    PngSource source{bytes};
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &failure, pngFails, pngWarns);
    CHECK(png != nullptr, "out of memory, or two versions of libpng");
    png_infop info = png_create_info_struct(png);
    CHECK(info != nullptr, "out of memory");
    png_set_read_fn(png, &source, pngReads);

    std::string why;
    Image image;
    if (!readPngHeader(png, info)) {
        why = failure.text;
    } else {
        const uint32_t width = png_get_image_width(png, info), height = png_get_image_height(png, info);
        why = refuseSize(width, height);
        const uint64_t packed = (uint64_t{width} * png_get_channels(png, info) * png_get_bit_depth(png, info) + 7) / 8;
        if (why.empty() && packed * height > bytes.size() * kDeflateBest) why = "the file ends early";
        if (why.empty()) {
            image = Image(static_cast<int>(width), static_cast<int>(height), 4);
            if (!readPngPixels(png, info, image.pixels.data(), size_t{width} * 4, height)) why = failure.text;
        }
    }
    png_destroy_read_struct(&png, &info, nullptr);
    if (!why.empty()) return unusable("broken PNG: " + why);
    return image;
}

struct PngPicture {
    int width, height, channels, depth;
    const uint8_t* pixels;
};

bool writePng(png_structp png, png_infop info, const PngPicture& picture, int level) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    constexpr int kColours[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                PNG_COLOR_TYPE_RGB_ALPHA};
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_IHDR(png, info, static_cast<uint32_t>(picture.width), static_cast<uint32_t>(picture.height), picture.depth,
                 kColours[picture.channels - 1], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
    png_set_compression_level(png, level);
    png_set_compression_buffer_size(png, 1 << 17);
    // One fixed filter: trying all five for each row costs more than the whole compression at level 1.
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_write_info(png, info);
    if (picture.depth == 16) png_set_swap(png);
    const size_t stride =
        static_cast<size_t>(picture.width) * static_cast<size_t>(picture.channels * picture.depth / 8);
    for (int y = 0; y < picture.height; ++y) png_write_row(png, picture.pixels + static_cast<size_t>(y) * stride);
    png_write_end(png, info);
    return true;
}

std::vector<uint8_t> encode(const PngPicture& picture, int level) {
    std::vector<uint8_t> bytes;
    if (picture.width <= 0 || picture.height <= 0) return bytes;  // the format knows no empty picture
    CHECK(picture.channels >= 1 && picture.channels <= 4, "PNG has 1 to 4 channels");
    PngFailure failure;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &failure, pngFails, pngWarns);
    CHECK(png != nullptr, "out of memory, or two versions of libpng");
    png_infop info = png_create_info_struct(png);
    CHECK(info != nullptr, "out of memory");
    png_set_write_fn(png, &bytes, pngWrites, nullptr);
    const bool done = writePng(png, info, picture, level);
    png_destroy_write_struct(&png, &info);
    CHECK(done, failure.text);
    return bytes;
}

// --- JPEG --------------------------------------------------------------------------------------------------------

struct JpegErrors {
    jpeg_error_mgr base;  // first: libjpeg hands back a pointer to it
    std::jmp_buf escape;
    char text[JMSG_LENGTH_MAX] = "";
};

[[noreturn]] void jpegFails(j_common_ptr jpeg) {
    auto* errors = reinterpret_cast<JpegErrors*>(jpeg->err);
    if (errors->text[0] == '\0') (*jpeg->err->format_message)(jpeg, errors->text);
    std::longjmp(errors->escape, 1);
}

void jpegSays(j_common_ptr jpeg, int level) {
    if (level < 0 && jpeg->err->msg_code == JWRN_JPEG_EOF) {
        std::snprintf(reinterpret_cast<JpegErrors*>(jpeg->err)->text, JMSG_LENGTH_MAX, "the file ends early");
        jpegFails(jpeg);
    }
}

void jpegProgresses(j_common_ptr jpeg) {
    if (!jpeg->is_decompressor || reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number <= kMaxScans) return;
    std::snprintf(reinterpret_cast<JpegErrors*>(jpeg->err)->text, JMSG_LENGTH_MAX, "it has more than %d scans",
                  kMaxScans);
    jpegFails(jpeg);
}

void listen(JpegErrors& errors) {
    jpeg_std_error(&errors.base);
    errors.base.error_exit = jpegFails;
    errors.base.emit_message = jpegSays;
}

bool readJpegHeader(jpeg_decompress_struct& jpeg, JpegErrors& errors, std::span<const uint8_t> bytes) {
    if (setjmp(errors.escape) != 0) return false;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, bytes.data(), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    return true;
}

// Adobe's four inks come inverted: 255 is no ink.
void inksToColours(uint8_t* row, int width, bool inverted) {
    for (int x = 0; x < width; ++x, row += 4) {
        int inks[4];
        for (int c = 0; c < 4; ++c) inks[c] = inverted ? row[c] : 255 - row[c];
        for (int c = 0; c < 3; ++c) row[c] = static_cast<uint8_t>((inks[c] * inks[3] + 127) / 255);
        row[3] = 255;
    }
}

bool readJpegPixels(jpeg_decompress_struct& jpeg, JpegErrors& errors, jpeg_progress_mgr& watch, Image& image) {
    if (setjmp(errors.escape) != 0) return false;
    jpeg.progress = &watch;
    watch.progress_monitor = jpegProgresses;
    const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg.dct_method = JDCT_ISLOW;  // the integer transform: same bits on every machine
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        uint8_t* row = image.at(0, static_cast<int>(jpeg.output_scanline));
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (inks) inksToColours(row, image.width, jpeg.saw_Adobe_marker != 0);
    }
    return true;
}

Result<Image> decodeJpeg(std::span<const uint8_t> bytes) {
    jpeg_decompress_struct jpeg{};
    JpegErrors errors{};
    jpeg_progress_mgr watch{};
    listen(errors);
    jpeg.err = &errors.base;
    std::string why;
    Image image;
    if (!readJpegHeader(jpeg, errors, bytes)) {
        why = errors.text;
    } else {
        why = refuseSize(jpeg.image_width, jpeg.image_height);
        if (why.empty()) {
            image = Image(static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height), 4);
            if (!readJpegPixels(jpeg, errors, watch, image)) why = errors.text;
        }
    }
    jpeg_destroy_decompress(&jpeg);
    if (!why.empty()) return unusable("broken JPEG: " + why);
    return image;
}

bool writeJpeg(jpeg_compress_struct& jpeg, JpegErrors& errors, const Image& image, int quality, unsigned char*& out,
               unsigned long& size) {
    if (setjmp(errors.escape) != 0) return false;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &out, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = image.channels;
    jpeg.in_color_space = image.channels == 1 ? JCS_GRAYSCALE : image.channels == 3 ? JCS_RGB : JCS_EXT_RGBX;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.dct_method = JDCT_ISLOW;
    for (int c = 0; c < jpeg.num_components; ++c) {
        jpeg.comp_info[c].h_samp_factor = 1;
        jpeg.comp_info[c].v_samp_factor = 1;
    }
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        auto* row = const_cast<uint8_t*>(image.at(0, static_cast<int>(jpeg.next_scanline)));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    return true;
}

}  // namespace

Result<Image> decodeImage(std::span<const uint8_t> bytes) {
    if (bytes.size() >= 8 && png_sig_cmp(bytes.data(), 0, 8) == 0) return decodePng(bytes);
    if (bytes.size() >= 3 && bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff) return decodeJpeg(bytes);
    return unusable("neither a PNG nor a JPEG picture");
}

std::vector<uint8_t> encodePng(const Image& image, int level) {
    return encode({image.width, image.height, image.channels, 8, image.pixels.data()}, level);
}

std::vector<uint8_t> encodePng16(int width, int height, std::span<const uint16_t> grey, int level) {
    CHECK(width <= 0 || height <= 0 || grey.size() >= static_cast<size_t>(width) * static_cast<size_t>(height),
          "a value for every pixel");
    return encode({width, height, 1, 16, reinterpret_cast<const uint8_t*>(grey.data())}, level);
}

std::vector<uint8_t> encodeJpeg(const Image& rgb, int quality) {
    if (rgb.width <= 0 || rgb.height <= 0) return {};
    CHECK(rgb.channels == 1 || rgb.channels == 3 || rgb.channels == 4, "JPEG has no picture of two channels");
    jpeg_compress_struct jpeg{};
    JpegErrors errors{};
    listen(errors);
    jpeg.err = &errors.base;
    unsigned char* out = nullptr;
    unsigned long size = 0;
    const bool done = writeJpeg(jpeg, errors, rgb, quality, out, size);
    jpeg_destroy_compress(&jpeg);
    CHECK(done, errors.text);
    std::vector<uint8_t> bytes(out, out + size);
    std::free(out);
    return bytes;
}

}  // namespace sketchwalk
