#include "core/print/Thin.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

namespace sketchwalk::print {
namespace {

constexpr double kThinnest = 0.7;  // millimetres

int oddSamples(double millimetres, double sample) {
    return 2 * static_cast<int>(millimetres / sample / 2) + 1;
}

}  // namespace

void takeOffThin(Heights& heights, const Plate& plate) {
    const cv::Size size(oddSamples(kThinnest, plate.sampleWidth()), oddSamples(kThinnest, plate.sampleDepth()));
    if (size.width < 3 && size.height < 3) return;
    cv::Mat all(heights.steps.height(), heights.steps.width(), CV_16UC1, heights.steps.values().data());
    const cv::Mat disk = cv::getStructuringElement(cv::MORPH_ELLIPSE, size);
    cv::Mat kept, grown;
    cv::erode(all, kept, disk, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
    cv::dilate(kept, kept, disk, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
    const cv::Mat neighbours = cv::getStructuringElement(cv::MORPH_RECT, {3, 3});
    for (int i = 0; i < std::max(size.width, size.height) / 2; ++i) {
        cv::dilate(kept, grown, neighbours, cv::Point(-1, -1), 1, cv::BORDER_REPLICATE);
        cv::min(grown, all, kept);
    }
    kept.copyTo(all);
}

}  // namespace sketchwalk::print
