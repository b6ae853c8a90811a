#include "core/neural/PageReader.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/Hash.h"
#include "core/neural/Grouping.h"
#include "core/neural/StrokeTree.h"

namespace sketchwalk::neural {
namespace {

constexpr size_t kMostStrokes = 4000;
constexpr double kWorthALook = 0.03;  // least chance, by shape alone, of being a symbol
constexpr double kPerReading = 0.5;   // what a symbol that stood in the reading before is the likelier for: logarithm
constexpr int kSettled = 4;           // readings after which it gets no likelier
constexpr size_t kMostRemembered = 20000;
constexpr double kDoubtful = 0.5;  // likeliest symbols with less confidence are looked at again,
constexpr int kLooksAgain = 4;     // so many times

class Page {
  public:
    Page(const Recogniser& recogniser, const std::vector<Polyline>& strokes, const Job& job, PageMemory* memory)
        : m_recogniser(recogniser), m_strokes(strokes), m_job(job), m_memory(memory) {}

    Result<void> readTree(const std::vector<Polyline>& loose) {
        m_tree = strokeTree(loose);
        m_readings.resize(m_tree.size());
        const std::vector<NodeShape> shapes = nodeShapes(m_tree, loose);
        const Grouping& grouping = m_recogniser.grouping();
        std::vector<Judgement> judged;
        for (size_t i = 0; i < m_tree.size(); ++i) judged.push_back(standing(i, grouping.judge(shapes[i])));
        const std::vector<double> chances = chancesInCut(m_tree, judged);
        std::vector<int> wanted;
        for (size_t i = 0; i < m_tree.size(); ++i) {
            if (chances[i] >= kWorthALook) wanted.push_back(static_cast<int>(i));
        }
        if (auto done = look(wanted); !done) return done;
        for (int i : wanted) {
            const auto at = static_cast<size_t>(i);
            judged[at] = standing(at, grouping.judge(shapes[at], *m_readings[at]));
        }
        m_cut = bestCut(m_tree, chancesInCut(m_tree, judged));
        if (auto done = look(m_cut); !done) return done;
        std::vector<int> doubtful;
        for (int i : m_cut) {
            std::optional<Reading>& reading = m_readings[static_cast<size_t>(i)];
            if (reading->best().confidence >= kDoubtful) continue;
            reading.reset();
            doubtful.push_back(i);
        }
        return look(doubtful, kLooksAgain);
    }

    void collect(std::vector<PageSymbol>& symbols) {
        std::vector<uint64_t> keys;
        for (int i : m_cut) {
            const StrokeNode& node = m_tree[static_cast<size_t>(i)];
            symbols.push_back({node.strokes, node.box, *m_readings[static_cast<size_t>(i)]});
            if (m_memory) keys.push_back(keyOf(static_cast<size_t>(i)));
        }
        if (m_memory) m_memory->remember(keys, std::move(m_looks));
    }

  private:
    Strokes drawingOf(size_t i) const {
        Strokes drawing;
        for (int s : m_tree[i].strokes) drawing.push_back(m_strokes[static_cast<size_t>(s)]);
        return drawing;
    }

    uint64_t keyOf(size_t i, int views = 1) const { return PageMemory::keyOf(drawingOf(i), views); }

    // What was a symbol in the readings before stays one unless much speaks against it.
    Judgement standing(size_t i, Judgement judgement) const {
        if (m_memory) judgement.one += kPerReading * std::min(m_memory->age(keyOf(i)), kSettled);
        return judgement;
    }

    // Reads those of the nodes that have not been read, in one go.
    Result<void> look(const std::vector<int>& nodes, int views = 1) {
        std::vector<size_t> unread;
        std::vector<Strokes> drawings;
        for (int node : nodes) {
            const auto i = static_cast<size_t>(node);
            if (m_readings[i]) continue;
            if (m_memory) {
                if (const Reading* known = m_memory->reading(keyOf(i, views))) {
                    m_readings[i] = *known;
                    m_looks[keyOf(i, views)] = *known;
                    continue;
                }
            }
            unread.push_back(i);
            drawings.push_back(drawingOf(i));
        }
        if (unread.empty()) return {};
        auto readings = m_recogniser.read(drawings, views, m_job);
        if (!readings) return tl::make_unexpected(readings.error());
        for (size_t k = 0; k < unread.size(); ++k) {
            m_readings[unread[k]] = std::move((*readings)[k]);
            if (m_memory) m_looks[keyOf(unread[k], views)] = *m_readings[unread[k]];
        }
        return {};
    }

    const Recogniser& m_recogniser;
    const std::vector<Polyline>& m_strokes;
    const Job& m_job;
    PageMemory* m_memory;
    std::vector<StrokeNode> m_tree;
    std::vector<std::optional<Reading>> m_readings;
    std::unordered_map<uint64_t, Reading> m_looks;
    std::vector<int> m_cut;
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

const Reading* PageMemory::reading(uint64_t drawing) const {
    const auto found = m_readings.find(drawing);
    return found == m_readings.end() ? nullptr : &found->second;
}

int PageMemory::age(uint64_t drawing) const {
    const auto found = m_ages.find(drawing);
    return found == m_ages.end() ? 0 : found->second;
}

void PageMemory::remember(const std::vector<uint64_t>& symbols, std::unordered_map<uint64_t, Reading> looks) {
    std::unordered_map<uint64_t, int> ages;
    if (m_keeps == Keeps::looksAndSymbols) {
        for (uint64_t symbol : symbols) ages[symbol] = age(symbol) + 1;
    }
    m_ages = std::move(ages);
    if (m_readings.size() + looks.size() > kMostRemembered) m_readings.clear();
    for (auto& [drawing, reading] : looks) m_readings.insert_or_assign(drawing, std::move(reading));
}

uint64_t PageMemory::keyOf(const Strokes& drawing, int views) {
    ContentHash hash;
    hash.add(static_cast<uint64_t>(views));
    for (const Polyline& stroke : drawing) {
        hash.add(static_cast<uint64_t>(stroke.size()));
        for (const Point& p : stroke) {
            hash.add(p.x);
            hash.add(p.y);
        }
    }
    return hash.value();
}

Result<std::vector<PageSymbol>> readPage(const Recogniser& recogniser, const std::vector<Polyline>& strokes,
                                         const std::vector<int>& groups, const Job& job, PageMemory* memory) {
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
    Page page(recogniser, strokes, job, memory);
    if (auto done = page.readTree(loose); !done) return tl::make_unexpected(done.error());
    page.collect(symbols);
    std::sort(symbols.begin(), symbols.end(),
              [](const PageSymbol& a, const PageSymbol& b) { return a.strokes.front() < b.strokes.front(); });
    return symbols;
}

}  // namespace sketchwalk::neural
