#include <algorithm>
#include <map>

#include "core/layout/Bins.h"
#include "core/layout/Settle.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

namespace {

constexpr double kGap = 0.2;        // metres between neighbours
constexpr double kPartyWall = 0.4;  // metres that surveyed neighbours may share: they stand wall to wall

// The ground a thing needs for itself: crowns of plants may touch and overhang.
Standing groundOf(const Piece& piece) {
    Standing s = standingOf(piece.placement);
    if (piece.entry->family == "plant") s.halfWidth *= 0.55, s.halfDepth *= 0.55;
    return s;
}

class Overlaps {
  public:
    explicit Overlaps(const Site& site)
        : m_site(site), m_pieces(site.draft.pieces), m_bins(site.draft.layout.extent, 16) {
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            m_wished.push_back(groundOf(m_pieces[i]));
            if (!isBridge(i)) m_bins.insert(m_wished[i].box(), static_cast<int>(i));
        }
    }

    void run() {
        std::vector<char> dropped(m_pieces.size(), 0), moved(m_pieces.size(), 0);
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            if (isBridge(i) || !yields(i)) continue;
            if (m_pieces[i].member)
                dropped[i] = 1;
            else
                moved[i] = makeRoom(i);
        }
        keepOneOfEach(dropped, moved);
        shrinkMovers(moved);
        size_t out = 0;
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            if (dropped[i]) continue;
            if (out != i) m_pieces[out] = std::move(m_pieces[i]);
            ++out;
        }
        m_pieces.resize(out);
    }

  private:
    bool isBridge(size_t i) const { return m_pieces[i].fixed && !m_pieces[i].member; }
    bool isSection(size_t i) const { return m_pieces[i].fixed && m_pieces[i].member; }

    // Whether a thing that stands like this hinders j; a castle takes the ground of its outline, not of its box, and
    // what was drawn in its yard belongs there.
    bool hinders(const Standing& s, size_t i, size_t j) const {
        if (!overlap(s, m_wished[j], gapBetween(i, j))) return false;
        if (!m_pieces[j].outlined) return true;
        const Ring& outline = m_pieces[j].placement.outline;
        if (contains(outline, s.centre)) return m_pieces[i].drawn < m_pieces[j].drawn;
        const std::array<Point, 4> corners = s.corners();
        for (size_t k = 0; k < 4; ++k) {
            if (contains(outline, corners[k]) || contains(outline, (corners[k] + corners[(k + 1) % 4]) * 0.5))
                return true;
        }
        return false;
    }

    // Whether i must give way to j: what was drawn later lies on top, but one of many gives way to what was drawn
    // alone.
    bool under(size_t i, size_t j) const {
        if (m_pieces[i].placement.stroke == m_pieces[j].placement.stroke || m_pieces[i].outlined) return false;
        if (m_pieces[i].member != m_pieces[j].member) return m_pieces[i].member;
        if (m_pieces[j].outlined) return true;
        return m_pieces[i].drawn < m_pieces[j].drawn;
    }

    double gapBetween(size_t i, size_t j) const {
        if (m_pieces[i].measured && m_pieces[j].measured) return -kPartyWall;
        return isSection(i) || isSection(j) ? 0.0 : kGap;
    }

    bool yields(size_t i) const {
        bool found = false;
        m_bins.visit(m_wished[i].box(), [&](int k) {
            const size_t j = static_cast<size_t>(k);
            if (found || j == i || !under(i, j) || (isSection(i) && isSection(j))) return;
            found = hinders(m_wished[i], i, j);
        });
        return found;
    }

    bool freeAt(size_t i, const Standing& s) const {
        bool free = true;
        m_bins.visit(s.box().grown(kGap), [&](int k) {
            const size_t j = static_cast<size_t>(k);
            if (!free || j == i || m_pieces[j].member) return;
            free = !hinders(s, i, j);
        });
        return free;
    }

    bool makeRoom(size_t i) {
        Piece& piece = m_pieces[i];
        const double share = piece.entry->family == "plant" ? 0.55 : 1.0;
        const double reach = std::min(2 * m_wished[i].radius() + 6, 20.0);
        const bool found = moveToFit(m_site, piece, reach, 0.55, [&](const Standing& s) {
            Standing ground = s;
            ground.halfWidth *= share, ground.halfDepth *= share;
            return freeAt(i, ground) && onFirmGround(m_site, piece, s);
        });
        if (!found)
            m_site.draft.note(piece.placement.stroke,
                              {"This %1 was drawn under something else and overlaps it.", {piece.placement.category}});
        return found;
    }

    void keepOneOfEach(std::vector<char>& dropped, std::vector<char>& moved) {
        std::map<int64_t, bool> stands;
        for (size_t i = 0; i < m_pieces.size(); ++i) stands[m_pieces[i].placement.stroke] |= !dropped[i];
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            bool& any = stands[m_pieces[i].placement.stroke];
            if (any) continue;
            any = true;
            dropped[i] = 0;
            if (isSection(i)) continue;
            m_pieces[i].member = false;
            moved[i] = makeRoom(i);
        }
    }

    // Two that moved may have chosen the same spot: the lower one becomes smaller.
    void shrinkMovers(const std::vector<char>& moved) {
        Bins bins(m_site.draft.layout.extent, 16);
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            if (moved[i]) bins.insert(groundOf(m_pieces[i]).box(), static_cast<int>(i));
        }
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            if (!moved[i]) continue;
            const std::vector<int> near = bins.values(groundOf(m_pieces[i]).box());
            for (const double scale : {1.0, 0.8, 0.75, 0.75}) {  // of what is left
                m_pieces[i].placement.footprint *= scale;
                const Standing s = groundOf(m_pieces[i]);
                const bool clear = std::none_of(near.begin(), near.end(), [&](int k) {
                    const size_t j = static_cast<size_t>(k);
                    return j != i && under(i, j) && overlap(s, groundOf(m_pieces[j]), 0);
                });
                if (clear) break;
            }
        }
    }

    const Site& m_site;
    std::vector<Piece>& m_pieces;
    std::vector<Standing> m_wished;
    Bins m_bins;
};

}  // namespace

void resolveOverlaps(const Site& site) {
    Overlaps(site).run();
}

}  // namespace sketchwalk::layout
