#include "core/neural/PageReader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/neural/StrokeTree.h"

namespace sketchwalk::neural {
namespace {

constexpr size_t kMostStrokes = 4000;
constexpr double kMostPerStroke = 8;  // a symbol of more strokes weighs no more than this

struct Cut {
    double value = 0;
    bool whole = true;  // taken as one symbol, not as its halves
};

class Page {
  public:
    Page(const Recogniser& recogniser, const std::vector<Polyline>& strokes, const PageRules& rules, const Job& job)
        : m_recogniser(recogniser), m_strokes(strokes), m_rules(rules), m_job(job) {}

    Result<void> readTree(const std::vector<Polyline>& loose) {
        m_tree = strokeTree(loose);
        m_readings.resize(m_tree.size());
        m_cuts.resize(m_tree.size());
        // Level by level, so that one pass of the network serves many candidates.
        std::vector<int> level(m_tree.size(), 0);
        int highest = 0;
        for (size_t i = 0; i < m_tree.size(); ++i) {
            if (m_tree[i].left < 0) continue;
            level[i] =
                1 + std::max(level[static_cast<size_t>(m_tree[i].left)], level[static_cast<size_t>(m_tree[i].right)]);
            highest = std::max(highest, level[i]);
        }
        for (int now = 0; now <= highest; ++now) {
            std::vector<size_t> wanted;
            for (size_t i = 0; i < m_tree.size(); ++i) {
                if (level[i] == now && worthTrying(i)) wanted.push_back(i);
            }
            if (auto done = readNodes(wanted); !done) return done;
            for (size_t i = 0; i < m_tree.size(); ++i) {
                if (level[i] == now) decide(i);
            }
        }
        return {};
    }

    void collect(std::vector<PageSymbol>& symbols) const {
        for (size_t i = 0; i < m_tree.size(); ++i) {
            if (m_tree[i].parent < 0) collect(i, symbols);
        }
    }

  private:
    bool worthTrying(size_t i) const {
        const StrokeNode& node = m_tree[i];
        if (node.left < 0) return true;
        const auto sure = [this](int child) {
            const auto& reading = m_readings[static_cast<size_t>(child)];
            return m_cuts[static_cast<size_t>(child)].whole && reading &&
                   reading->best().confidence >= m_rules.sureEnough;
        };
        // What lies apart in pieces already, each a symbol, is no symbol as a whole.
        const auto parted = [this](int child) { return !m_cuts[static_cast<size_t>(child)].whole; };
        if (node.gap > m_rules.apart && (sure(node.left) || parted(node.left)) &&
            (sure(node.right) || parted(node.right))) {
            return false;
        }
        return true;
    }

    Result<void> readNodes(const std::vector<size_t>& nodes) {
        std::vector<Strokes> drawings;
        for (size_t i : nodes) {
            Strokes& drawing = drawings.emplace_back();
            for (int s : m_tree[i].strokes) drawing.push_back(m_strokes[static_cast<size_t>(s)]);
        }
        auto readings = m_recogniser.read(drawings, 1, m_job);
        if (!readings) return tl::make_unexpected(readings.error());
        for (size_t k = 0; k < nodes.size(); ++k) m_readings[nodes[k]] = std::move((*readings)[k]);
        return {};
    }

    void decide(size_t i) {
        const StrokeNode& node = m_tree[i];
        Cut& cut = m_cuts[i];
        const double halves = node.left < 0 ? -1e300
                                            : m_cuts[static_cast<size_t>(node.left)].value +
                                                  m_cuts[static_cast<size_t>(node.right)].value;
        double whole = -1e299;
        if (m_readings[i]) {
            const double weight = std::min(static_cast<double>(node.strokes.size()), kMostPerStroke);
            whole = weight * (m_readings[i]->best().confidence - m_rules.perGap * node.gap) - m_rules.perSymbol;
        }
        cut.whole = whole >= halves;
        cut.value = std::max(whole, halves);
    }

    void collect(size_t i, std::vector<PageSymbol>& symbols) const {
        const StrokeNode& node = m_tree[i];
        if (m_cuts[i].whole) {
            symbols.push_back({node.strokes, node.box, *m_readings[i]});
        } else {
            collect(static_cast<size_t>(node.left), symbols);
            collect(static_cast<size_t>(node.right), symbols);
        }
    }

    const Recogniser& m_recogniser;
    const std::vector<Polyline>& m_strokes;
    const PageRules& m_rules;
    const Job& m_job;
    std::vector<StrokeNode> m_tree;
    std::vector<std::optional<Reading>> m_readings;
    std::vector<Cut> m_cuts;
};

// What the person grouped themselves.
Result<void> readGroups(const Recogniser& recogniser, const std::vector<Polyline>& strokes,
                        const std::vector<int>& groups, const Job& job, std::vector<PageSymbol>& symbols) {
    std::map<int, PageSymbol> given;
    for (size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] < 0 || strokes[i].empty()) continue;
        PageSymbol& symbol = given[groups[i]];
        symbol.strokes.push_back(static_cast<int>(i));
        symbol.box.include(boundsOf(strokes[i]));
    }
    std::vector<Strokes> drawings;
    for (const auto& [group, symbol] : given) {
        Strokes& drawing = drawings.emplace_back();
        for (int s : symbol.strokes) drawing.push_back(strokes[static_cast<size_t>(s)]);
    }
    auto readings = recogniser.read(drawings, 2, job);
    if (!readings) return tl::make_unexpected(readings.error());
    size_t next = 0;
    for (auto& [group, symbol] : given) {
        symbol.reading = std::move((*readings)[next++]);
        symbols.push_back(std::move(symbol));
    }
    return {};
}

}  // namespace

Result<std::vector<PageSymbol>> readPage(const Recogniser& recogniser, const std::vector<Polyline>& strokes,
                                         const std::vector<int>& groups, const Job& job, const PageRules& rules) {
    if (strokes.size() > kMostStrokes) {
        return fail(ErrorKind::input,
                    "More than 4000 strokes of ink on one page; name some brushes, or split the map.");
    }
    std::vector<PageSymbol> symbols;
    if (auto done = readGroups(recogniser, strokes, groups, job, symbols); !done)
        return tl::make_unexpected(done.error());
    std::vector<Polyline> loose = strokes;
    for (size_t i = 0; i < groups.size(); ++i) {
        if (groups[i] >= 0) loose[i].clear();
    }
    Page page(recogniser, strokes, rules, job);
    if (auto done = page.readTree(loose); !done) return tl::make_unexpected(done.error());
    page.collect(symbols);
    std::sort(symbols.begin(), symbols.end(),
              [](const PageSymbol& a, const PageSymbol& b) { return a.strokes.front() < b.strokes.front(); });
    return symbols;
}

}  // namespace sketchwalk::neural
