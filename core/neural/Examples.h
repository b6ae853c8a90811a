// Drawings that the recogniser learnt from, as it sees them: what they are near to counts beside what the network says
// (Khandelwal et al., 2020). With some fifteen drawings a category, a network smooths over rare ways to draw a thing;
// one drawing that shows it is enough here.
#pragma once

#include <filesystem>
#include <span>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::neural {

class Examples {
  public:
    Examples() = default;
    explicit Examples(size_t width) : m_width(width) {}

    static constexpr int kOther = -1;  // in place of a label: it shows none of them

    // features: Reading::features of a drawing, `width` numbers; label: what it shows; weight (0..1): how much it
    // counts.
    void add(std::span<const float> features, int label, double weight = 1);
    size_t size() const { return m_labels.size(); }

    // How near the nearest drawing is: its weight times the cosine of the features; kNowhere where there is none.
    static constexpr double kNowhere = -1;
    struct Nearest {
        std::vector<double> ofLabel;  // one per label, 0..labels-1
        double ofOthers = kNowhere;
    };
    Nearest nearest(std::span<const float> features, size_t labels) const;

    // In a file the features are bytes, and a row's largest is 127; labels are classes there, and `labelOfClass` says
    // what they mean to the reader. ErrorKind::resource where the file is not as it must be.
    Result<void> write(const std::filesystem::path& path) const;
    static Result<Examples> load(const std::filesystem::path& path, size_t width, std::span<const int> labelOfClass);

  private:
    size_t m_width = 0;
    std::vector<float> m_features;  // one row after the other
    std::vector<int> m_labels;
};

}  // namespace sketchwalk::neural
