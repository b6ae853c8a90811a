// Which candidates of a page are one whole symbol, which only part of one, and which are several: judged by two small
// networks, first from a candidate's shape and surroundings alone, then from what the recogniser sees in it as well.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/neural/DenseNet.h"
#include "core/neural/NodeShape.h"

namespace sketchwalk::neural {

struct Reading;

// Logarithms of the chances that a candidate is part of a symbol, exactly one, or more than one (or pieces of several).
struct Judgement {
    double part = 0, one = 0, many = 0;
};

class Grouping {
  public:
    // By gaps alone, without weights.
    Grouping() = default;
    // A file that lacks the second network judges by shape alone. ErrorKind::resource where the file is not as it must
    // be.
    static Result<Grouping> load(const std::filesystem::path& weights);

    Judgement judge(const NodeShape& shape) const;
    Judgement judge(const NodeShape& shape, const Reading& reading) const;

    // What the second network takes.
    static std::vector<float> numbersOf(const NodeShape& shape, const Reading& reading);

  private:
    std::optional<DenseNet> m_byShape, m_byReading;
};

// Of every node, the chance (0..1) that it is one of the page's symbols: over all ways to cut the tree, each as likely
// as its nodes' judgements together (a cut node is one, those above it are many, those below it parts).
std::vector<double> chancesInCut(const std::vector<StrokeNode>& tree, const std::vector<Judgement>& judgements);

// The nodes of the best cut: the most symbols right for sure, as the chances say. Ascending.
std::vector<int> bestCut(const std::vector<StrokeNode>& tree, const std::vector<double>& chances);

}  // namespace sketchwalk::neural
