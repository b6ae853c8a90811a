// The baseline without a network: histograms of oriented gradients (Dalal and Triggs, 2005), here of the strokes'
// directions, and the nearest drawings that were trained on.
#pragma once

#include <vector>

#include "core/synth/SymbolData.h"

namespace sketchwalk::synth {

class HogBaseline {
  public:
    // Learns all drawings to train on that show a symbol, and their mirror images.
    explicit HogBaseline(const SymbolData& data);
    // The symbols of the nearest drawings, nearest first, each once.
    std::vector<std::string> guesses(const Strokes& drawing, size_t most) const;

  private:
    struct Known {
        std::vector<float> features;
        std::string symbol;
    };
    std::vector<Known> m_known;
};

}  // namespace sketchwalk::synth
