#include "core/neural/PersonalStyles.h"

#include <algorithm>
#include <numeric>

namespace sketchwalk::neural {

void PersonalStyles::correct(const Reading& reading, int symbol) {
    m_prototypes.push_back({reading.features, symbol});
}

Reading PersonalStyles::apply(Reading reading) const {
    double nearest = -1;
    int symbol = kNone;
    for (const Prototype& prototype : m_prototypes) {  // the later of two equals wins: the person changed their mind
        const double likeness =
            std::inner_product(prototype.features.begin(), prototype.features.end(), reading.features.begin(), 0.0);
        if (likeness < nearest) continue;
        nearest = likeness;
        symbol = prototype.symbol;
    }
    if (nearest < kSame) return reading;
    // As sure as it is near: half at the threshold, all where it is the same drawing.
    const double trust = 0.5 + 0.5 * std::min((nearest - kSame) / (1 - kSame), 1.0);
    for (double& chance : reading.chances) chance *= 1 - trust;
    reading.none *= 1 - trust;
    (symbol == kNone ? reading.none : reading.chances[static_cast<size_t>(symbol)]) += trust;
    return reading;
}

}  // namespace sketchwalk::neural
