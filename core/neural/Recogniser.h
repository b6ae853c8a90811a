// Names drawings: which symbol of the catalogue a few strokes show, with calibrated confidence, or none of these.
// Loading takes most of a second and happens when first wanted (libtorch); one recogniser serves one thread at a time.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Job.h"
#include "core/neural/Backend.h"
#include "core/neural/ModelCard.h"

namespace sketchwalk::neural {

using Strokes = std::vector<Polyline>;

struct RecogniserOptions {
    std::string device = "cpu";  // auto, cpu, cuda
    int threads = 1;
};

struct Guess {
    int symbol = 0;         // index into Recogniser::symbols()
    double confidence = 0;  // 0..1: how often such a guess is right
};

struct Reading {
    std::vector<double> chances;  // one per symbol; with `none` they sum to 1
    double none = 0;              // chance that it shows none of the symbols
    std::vector<float> features;  // unit length; near each other for drawings of one style

    std::vector<Guess> guesses(size_t most) const;  // likeliest first; equals in the order of symbols
    Guess best() const { return guesses(1).front(); }
};

inline constexpr int kAllViews = 6;

class Recogniser {
  public:
    // FOLDER/recogniser.json and its weights. ErrorKind::resource, naming file and cause: missing, for other inputs,
    // another sha256, another shape, no libtorch.
    static Result<Recogniser> load(const std::filesystem::path& folder, const RecogniserOptions& options = {});

    const std::vector<std::string>& symbols() const { return m_symbols; }  // catalogue ids, sorted
    const ModelCard& card() const { return m_card; }

    // One reading per drawing, in order. A drawing is looked at `views` times (1..kAllViews): as it is, mirrored,
    // turned, stretched; more views are a little surer. Stopped by the job: ErrorKind::interrupted.
    Result<std::vector<Reading>> read(const std::vector<Strokes>& drawings, int views = 1, const Job& job = {}) const;

    // The outputs before calibration, averaged over the views: drawings x classes. For fitting the calibration.
    Result<RecogniserPass> look(const std::vector<Strokes>& drawings, int views, const Job& job = {}) const;
    Reading readingOf(std::span<const float> logits, std::span<const float> features, double temperature,
                      double noneShift) const;

  private:
    ModelCard m_card;
    std::vector<std::string> m_symbols;
    std::vector<int> m_symbolOfClass;
    RunRecogniser m_run;
};

}  // namespace sketchwalk::neural
