// What a person has corrected: drawings that look like it are read the same way from then on, at once and without any
// training, by the nearest prototype on the network's features (Snell et al., 2017).
#pragma once

#include <vector>

#include "core/neural/Reading.h"

namespace sketchwalk::neural {

class PersonalStyles {
  public:
    static constexpr int kNone = -1;  // in place of a symbol: it shows none of them

    // Near enough to be the same style: cosine of the features.
    static constexpr double kSame = 0.80;

    void correct(const Reading& reading, int symbol);
    // The reading with what the person said taken into account: where a prototype is near, its symbol comes first.
    Reading apply(Reading reading) const;
    size_t size() const { return m_prototypes.size(); }

  private:
    struct Prototype {
        std::vector<float> features;
        int symbol = 0;
    };
    std::vector<Prototype> m_prototypes;
};

}  // namespace sketchwalk::neural
