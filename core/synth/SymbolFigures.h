// How well a recogniser does on drawings that it was never trained on, beside a baseline without a network, and the
// calibration of its confidence on the part kept for that.
#pragma once

#include <nlohmann/json.hpp>

#include "core/neural/Recogniser.h"
#include "core/synth/ContactSheet.h"
#include "core/synth/SymbolData.h"

namespace sketchwalk::synth {

// Drawings that are trained on, as the recogniser sees them: those of symbols, and some of all else. Labels are
// classes.
Result<neural::Examples> examplesOf(const SymbolData& data, const neural::Recogniser& recogniser, const Job& job);

// Least negative log-likelihood on the validation drawings, where nine of ten show a symbol.
Result<neural::ModelCard::Calibration> calibrate(const SymbolData& data, const neural::Recogniser& recogniser,
                                                 const Job& job);

struct SymbolFigures {
    nlohmann::ordered_json table;         // figures by name
    std::vector<SheetCell> worst;         // up to a hundred, the surest mistakes first
    std::vector<std::string> worstNames;  // "key_id category: was taken for symbol 0.93"
};
// On held-out drawings with `recognized`. views: as Recogniser::read.
Result<SymbolFigures> figuresOf(const SymbolData& data, const neural::Recogniser& recogniser, int views,
                                const Job& job);

}  // namespace sketchwalk::synth
