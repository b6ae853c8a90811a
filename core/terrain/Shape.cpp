// The order of the work: base land, drawn relief, what was sculpted by hand, water, roads, sites, drainage; then what
// lies on it. Every step is a function of what it reads and kept under the hash of that, so that an edit only does
// again what comes after it.
#include "core/base/GridHash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"
#include "core/layout/LayoutHash.h"
#include "core/terrain/BaseLand.h"
#include "core/terrain/Drainage.h"
#include "core/terrain/Earthworks.h"
#include "core/terrain/Frame.h"
#include "core/terrain/Ground.h"
#include "core/terrain/Locked.h"
#include "core/terrain/Relief.h"
#include "core/terrain/RoadNetwork.h"
#include "core/terrain/Sculpt.h"
#include "core/terrain/Shores.h"
#include "core/terrain/Surface.h"
#include "core/terrain/WaterBodies.h"
#include "core/terrain/WaterLevels.h"

namespace sketchwalk::terrain {

namespace {

struct Drawn {  // where the waters lie
    WaterBodies waters;
    Grid<uint8_t> wet;
    uint64_t hash = 0;
};

struct Land {  // dry, with its drawn relief
    Grid<float> height;
    Grid<uint8_t> marks;
    uint64_t hash = 0;
};

struct Shored {  // land that holds its water
    Grid<float> height, level;
    std::vector<Water> bodies;
    uint64_t hash = 0;
};

struct Travelled {  // with roads
    Grid<float> height, roadEdge;
    uint64_t hash = 0;
};

uint64_t hashOfWaters(const WaterBodies& waters) {
    ContentHash hash;
    hash.add(hashOf(waters.cells));
    for (const Water& body : waters.bodies) {
        hash.add(hashText(body.category));
        hash.add(hashOf(body.strokes));
        layout::addTo(hash, body.qualities);
        hash.add(static_cast<uint64_t>(body.flat));
    }
    hash.add(hashOf(waters.depth));
    for (const std::vector<Point>* ends : {&waters.springs, &waters.mouths})
        hash.add(ends->data(), ends->size() * sizeof(Point));
    return hash.value();
}

class Shaper {
  public:
    Shaper(const layout::Layout& layout, const catalogue::Catalogue& catalogue, const Frame& frame, const Job& job)
        : m_layout(layout),
          m_catalogue(catalogue),
          m_frame(frame),
          m_locked(layout, frame, catalogue),
          m_job(job),
          m_silent(job) {
        m_silent.report = nullptr;
        m_setting = combine(combine(static_cast<uint64_t>(frame.cols), static_cast<uint64_t>(frame.rows)), layout.seed);
        ContentHash spacing;
        spacing.add(&frame.spacing, sizeof frame.spacing);
        m_setting = combine(m_setting, spacing.value());
    }

    const Locked& locked() const { return m_locked; }

    // Heights and water of the ground; returns false where the job was stopped.
    bool shape(Ground& ground) const {
        // Where the waters lie does not depend on the land: they are found beside it.
        std::shared_ptr<const Drawn> drawn;
        std::shared_ptr<const Land> land;
        parallelFor(m_job.threads, 2, [&](int part) {
            if (part == 0) land = raise();
            if (part == 1) drawn = findDrawn();
        });
        if (!goesOn(0.4)) return false;
        const auto shored = holdWaters(*land, *drawn, ground);
        if (!goesOn(0.7)) return false;
        const auto travelled = lay(*shored, *drawn);
        if (!goesOn(0.8)) return false;
        ground.height = *finish(*travelled, *shored, *land, *drawn);
        ground.waterLevel = shored->level;
        ground.water = drawn->waters.cells;
        ground.waters = shored->bodies;
        return goesOn(0.9);
    }

  private:
    bool goesOn(double fraction) const {
        m_job.progress("shape", fraction);
        return !m_job.stopped();
    }
    uint64_t keyOf(uint64_t read) const { return combine(m_setting, read); }

    std::shared_ptr<const Land> raise() const {
        const auto base =
            memoised(m_silent, "base land", m_setting, [&] { return baseLand(m_frame, m_layout.seed, m_silent); });
        if (m_job.stopped()) return std::make_shared<const Land>();
        const Lifts lifts = shapeReliefs(*base, m_layout, m_frame, m_catalogue, m_setting, m_silent);
        if (m_job.stopped()) return std::make_shared<const Land>();
        ContentHash read;
        read.add(layout::hashOfAll(m_layout.reliefs));
        read.add(layout::hashOfAll(m_layout.sculpts));
        for (const layout::Region& region : m_layout.regions) {
            if (region.id == "sea") layout::addTo(read, region);  // islands bring their own shore
        }
        return memoised(m_silent, "land", keyOf(read.value()), [&] {
            Land land{*base, Grid<uint8_t>(m_frame.nodesX(), m_frame.nodesY()), 0};
            raiseReliefs(land.height, land.marks, lifts, m_frame, m_silent.threads);
            sculpt(land.height, land.marks, m_layout.sculpts, m_frame);
            land.hash = hashed([&] { return combine(hashOf(land.height), hashOf(land.marks)); });
            return land;
        });
    }

    std::shared_ptr<const Drawn> findDrawn() const {
        uint64_t read = combine(layout::hashOfAll(m_layout.regions), layout::hashOfAll(m_layout.lines));
        if (m_locked.any()) read = combine(read, m_locked.hash());
        return memoised(m_silent, "drawn waters", keyOf(read), [&] {
            Drawn drawn;
            drawn.waters = findWaters(m_layout, m_frame, m_catalogue, &m_locked);
            drawn.wet = wetCorners(drawn.waters.cells);
            drawn.hash = hashed([&] { return hashOfWaters(drawn.waters); });
            return drawn;
        });
    }

    // Levels follow the water from cell to cell, one after the other; the distances to its shore are found meanwhile.
    std::shared_ptr<const Shored> holdWaters(const Land& land, const Drawn& drawn, Ground& ground) const {
        uint64_t key = keyOf(combine(land.hash, drawn.hash));
        if (m_locked.any()) key = combine(key, m_locked.hash());
        std::shared_ptr<const Shored> known = recalled<Shored>(m_job, "shored", key);
        WaterBodies waters = known ? WaterBodies{} : drawn.waters;
        Grid<float> level;
        parallelFor(m_job.threads, 2, [&](int part) {
            if (part == 0 && !known) {
                level = levelsOnNodes(waterLevels(waters, land.height, m_frame, m_silent, &m_locked), drawn.wet);
                m_locked.holdLevels(level);
            }
            if (part == 1) {
                ground.shore = *memoised(m_silent, "shore", keyOf(drawn.hash),
                                         [&] { return shoreOf(drawn.waters.cells, m_frame.spacing, 1); });
            }
        });
        if (known || !goesOn(0.55)) return known ? known : std::make_shared<const Shored>();
        return memoised(m_silent, "shored", key, [&] {
            Shored shored{land.height, std::move(level), {}, 0};
            shapeShores(shored.height, shored.level, waters, drawn.wet, land.marks, m_frame, m_silent);
            shored.bodies = std::move(waters.bodies);
            shored.hash =
                hashed([&] { return combine(hashOf(shored.height), combine(hashOf(shored.level), drawn.hash)); });
            return shored;
        });
    }

    std::shared_ptr<const Travelled> lay(const Shored& shored, const Drawn& drawn) const {
        ContentHash read;
        read.add(shored.hash);
        for (const layout::Line& line : m_layout.lines) {
            if (line.id == "road" || line.id == "paving" || line.id == "path") layout::addTo(read, line);
        }
        for (const layout::Placement& placement : m_layout.placements) {
            if (placement.category == "bridge") layout::addTo(read, placement);
        }
        return memoised(m_silent, "roads", keyOf(read.value()), [&] {
            Travelled travelled{shored.height, {}, 0};
            const RoadNetwork roads =
                roadNetwork(m_layout, travelled.height, shored.level, drawn.wet, m_frame, m_silent);
            travelled.roadEdge = layRoads(travelled.height, roads, drawn.wet, m_frame, m_silent);
            travelled.hash = hashed([&] { return combine(hashOf(travelled.height), hashOf(travelled.roadEdge)); });
            return travelled;
        });
    }

    // Building sites, banks again, and a way out for every drop of rain.
    std::shared_ptr<const Grid<float>> finish(const Travelled& travelled, const Shored& shored, const Land& land,
                                              const Drawn& drawn) const {
        ContentHash read;
        for (const uint64_t before : {travelled.hash, shored.hash, land.hash, m_locked.hash()}) read.add(before);
        for (const layout::Placement& placement : m_layout.placements) {
            const catalogue::Entry* entry = m_catalogue.find(placement.category);
            if (entry != nullptr && entry->site == catalogue::Site::level) layout::addTo(read, placement);
        }
        return memoised(m_silent, "heights", keyOf(read.value()), [&] {
            Grid<float> height = travelled.height;
            const Grid<float> siteEdge = levelSites(height, m_layout, m_catalogue, shored.level, drawn.wet,
                                                    travelled.roadEdge, m_frame, m_silent);
            holdBanks(height, shored.level, drawn.wet, m_job.threads);
            if (goesOn(0.85)) {
                mendHollows(height, {shored.level, drawn.wet, land.marks, travelled.roadEdge, siteEdge}, m_frame,
                            m_silent);
            }
            m_locked.holdHeights(height, drawn.wet);
            return height;
        });
    }

    // Hashes matter only where something is kept under them.
    template <class Hash>
    uint64_t hashed(const Hash& hash) const {
        return m_job.memo != nullptr ? hash() : 0;
    }

    const layout::Layout& m_layout;
    const catalogue::Catalogue& m_catalogue;
    const Frame& m_frame;
    const Locked m_locked;
    const Job& m_job;
    Job m_silent;
    uint64_t m_setting = 0;  // hash of the frame and the seed
};

}  // namespace

Result<Ground> shape(const layout::Layout& layout, const catalogue::Catalogue& catalogue, const ShapeOptions& options,
                     const Job& job) {
    const Frame frame = frameFor(layout.extent, options.resolution);
    Ground ground;
    ground.extent = layout.extent;
    ground.spacing = frame.spacing;
    const Shaper shaper(layout, catalogue, frame, job);
    if (shaper.shape(ground)) {
        classify(ground, layout, catalogue, job, &shaper.locked());
        job.progress("shape", 1);
    }
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped while the ground was shaped.");
    return ground;
}

}  // namespace sketchwalk::terrain
