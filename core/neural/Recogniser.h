// Names drawings: which symbol of the catalogue a few strokes show, with calibrated confidence, or none of these.
// Loading takes most of a second and happens when first wanted (libtorch); one recogniser serves one thread at a time.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Job.h"
#include "core/neural/Backend.h"
#include "core/neural/Examples.h"
#include "core/neural/Grouping.h"
#include "core/neural/ModelCard.h"
#include "core/neural/PersonalStyles.h"
#include "core/neural/Reading.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::neural {

using Strokes = std::vector<Polyline>;

struct RecogniserOptions {
    std::string device = "cpu";  // auto, cpu, cuda
    int threads = 1;
};

inline constexpr int kAllViews = 6;

class Recogniser {
  public:
    // FOLDER/recogniser.json and its weights. ErrorKind::resource, naming file and cause: missing, for other inputs,
    // another sha256, another shape, no libtorch.
    static Result<Recogniser> load(const std::filesystem::path& folder, const RecogniserOptions& options = {});

    // Catalogue ids: those of the network, sorted, and after them what else the taught styles show.
    const std::vector<std::string>& symbols() const { return m_symbols; }
    const ModelCard& card() const { return m_card; }
    const Grouping& grouping() const { return m_grouping; }  // by gaps alone, where the card names no weights for it

    // One reading per drawing, in order. A drawing is looked at `views` times (1..kAllViews): as it is, mirrored,
    // turned, stretched; more views are a little surer. Stopped by the job: ErrorKind::interrupted.
    Result<std::vector<Reading>> read(const std::vector<Strokes>& drawings, int views = 1, const Job& job = {}) const;

    // From now on drawings like these are read as what they show. A style that shows "ink" shows none of the symbols.
    // Takes the place of what was taught before. On errors (as of `read`) nothing is taught.
    Result<void> teach(const std::vector<sketch::Style>& styles, const Job& job = {});

    // The outputs before calibration, averaged over the views: drawings x classes. For fitting the calibration.
    Result<RecogniserPass> look(const std::vector<Strokes>& drawings, int views, const Job& job = {}) const;
    Reading readingOf(std::span<const float> logits, std::span<const float> features,
                      const ModelCard::Calibration& calibration) const;

  private:
    ModelCard m_card;
    std::vector<std::string> m_symbols;
    size_t m_known = 0;  // symbols of the network
    PersonalStyles m_styles;
    std::vector<int> m_symbolOfClass;
    RunRecogniser m_run;
    Grouping m_grouping;
    Examples m_examples;
};

}  // namespace sketchwalk::neural
