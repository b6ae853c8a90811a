#include "core/scene/Neighbours.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "core/base/Hash.h"

namespace sketchwalk::scene {
namespace {

// Nine variants lie on square tiles, three by three, over and over. Things in tiles of one number, but for those in one
// and the same, are no neighbours: so the first thing in each tile need not look at any other. Those that come late in
// theirs take what is left over; they are few where houses keep their distance, so chains of choices are short.
constexpr int kSide = 3;        // tiles until the pattern repeats
constexpr double kTile = 12.6;  // metres
constexpr int kAlone = 2;       // variants of things without neighbours
static_assert((kSide - 1) * kTile > kNeighbour);
static_assert(2 * kNeighbour + kTile < kInSight);  // a neighbour's neighbour, and nearly all of its tile

int64_t tileOf(double metres, double side) {
    return std::isfinite(metres) ? static_cast<int64_t>(std::floor(std::clamp(metres, -1e9, 1e9) / side)) : 0;
}

// Of the tile in the pattern.
int numberOf(Point p) {
    const auto along = [](double metres) {
        const auto rest = static_cast<int>(tileOf(metres, kTile) % kSide);
        return rest < 0 ? rest + kSide : rest;
    };
    return along(p.x) + kSide * along(p.y);
}

bool sameTile(Point a, Point b) {
    return tileOf(a.x, kTile) == tileOf(b.x, kTile) && tileOf(a.y, kTile) == tileOf(b.y, kTile);
}

// All of a kind that one thing can see, itself first, and what each of them chooses.
class Sight {
  public:
    struct Seen {
        const Lookalike* thing = nullptr;
        uint64_t rank = 0;  // the smaller chooses first
        bool alone = true;
        bool late = false;  // another chooses first in its tile
        int chosen = -1;
    };

    explicit Sight(std::vector<Seen> seen) : m_seen(std::move(seen)) {
        for (Seen& one : m_seen) {
            for (const Seen& other : m_seen) {
                if (one.thing == other.thing || !neighbours(one, other)) continue;
                one.alone = false;
                one.late = one.late || (before(other, one) && sameTile(one.thing->at, other.thing->at));
            }
        }
    }

    int firstChooses() {
        const Lookalike* self = m_seen.front().thing;
        std::sort(m_seen.begin(), m_seen.end(),
                  [](const Seen& a, const Seen& b) { return a.late != b.late ? b.late : before(a, b); });
        for (Seen& one : m_seen) {
            one.chosen = choose(one);
            if (one.thing == self) return one.chosen;
        }
        return 0;
    }

  private:
    static bool before(const Seen& a, const Seen& b) {
        return std::tie(a.rank, a.thing->id, a.thing) < std::tie(b.rank, b.thing->id, b.thing);
    }
    static bool neighbours(const Seen& a, const Seen& b) { return distance(a.thing->at, b.thing->at) <= kNeighbour; }

    // The first in its own order that no neighbour has chosen so far, else the rarest among them.
    int choose(const Seen& one) const {
        const int all = std::max(one.thing->variants, 1), few = one.alone ? std::min(kAlone, all) : all;
        std::vector<int> taken(static_cast<size_t>(all), 0);
        for (const Seen& other : m_seen) {
            if (other.chosen >= 0 && neighbours(one, other)) ++taken[static_cast<size_t>(other.chosen % all)];
        }
        const auto begin = one.alone ? static_cast<int>(one.rank % 2) : numberOf(one.thing->at);
        // Kinds begin at different variants, so that two sizes of house do not use the same few designs.
        const auto turned = static_cast<int>(mix(one.thing->kind) % static_cast<uint64_t>(all));
        int best = -1;
        for (int turn = 0; turn < few; ++turn) {
            const int variant = ((begin + turn) % few + turned) % all;
            if (best < 0 || taken[static_cast<size_t>(variant)] < taken[static_cast<size_t>(best)]) best = variant;
        }
        return best;
    }

    std::vector<Seen> m_seen;
};

}  // namespace

std::vector<int> unlikeNeighbours(const std::vector<Lookalike>& things, uint64_t seed) {
    using Cell = std::tuple<uint64_t, int64_t, int64_t>;  // of a kind
    const auto cellOf = [](const Lookalike& thing) {
        return Cell{thing.kind, tileOf(thing.at.x, kInSight), tileOf(thing.at.y, kInSight)};
    };
    std::map<Cell, std::vector<const Lookalike*>> cells;
    for (const Lookalike& thing : things) cells[cellOf(thing)].push_back(&thing);
    std::vector<int> variants;
    variants.reserve(things.size());
    for (const Lookalike& thing : things) {
        std::vector<Sight::Seen> seen;
        const auto add = [&](const Lookalike& one) {
            seen.push_back({&one, randomBits(seed, "first to choose", one.id)});
        };
        add(thing);
        const auto [kind, x, y] = cellOf(thing);
        for (int64_t v = y - 1; v <= y + 1; ++v) {
            for (int64_t u = x - 1; u <= x + 1; ++u) {
                const auto cell = cells.find({kind, u, v});
                if (cell == cells.end()) continue;
                for (const Lookalike* other : cell->second) {
                    if (other != &thing && distance(other->at, thing.at) <= kInSight) add(*other);
                }
            }
        }
        variants.push_back(Sight(std::move(seen)).firstChooses());
    }
    return variants;
}

}  // namespace sketchwalk::scene
