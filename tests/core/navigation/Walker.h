// Reads a navigation file as Detour's own samples do, and asks Detour for ways.
#pragma once

#include <DetourAlloc.h>
#include <DetourNavMesh.h>
#include <DetourNavMeshQuery.h>

#include <cmath>
#include <cstring>
#include <glm/vec3.hpp>
#include <memory>
#include <vector>

namespace sketchwalk::navigation {

class Walker {
  public:
    explicit Walker(const std::vector<uint8_t>& file) {
        struct Header {
            uint32_t magic, version, tiles;
            dtNavMeshParams params;
        } header;
        static_assert(sizeof(Header) == 40);
        if (file.size() < sizeof header) return;
        std::memcpy(&header, file.data(), sizeof header);
        if (header.magic != 0x4d534554 || header.version != 1) return;
        m_mesh.reset(dtAllocNavMesh());
        m_good = dtStatusSucceed(m_mesh->init(&header.params));
        size_t at = sizeof header;
        for (uint32_t i = 0; i < header.tiles && m_good; ++i) {
            uint32_t about[2];
            std::memcpy(about, file.data() + at, sizeof about);
            at += sizeof about;
            auto* data = static_cast<unsigned char*>(dtAlloc(about[1], DT_ALLOC_PERM));
            std::memcpy(data, file.data() + at, about[1]);
            at += about[1];
            dtTileRef ref = 0;
            m_good =
                dtStatusSucceed(m_mesh->addTile(data, static_cast<int>(about[1]), DT_TILE_FREE_DATA, about[0], &ref));
            m_good = m_good && ref == about[0];
        }
        m_good = m_good && at == file.size();
        m_query.reset(dtAllocNavMeshQuery());
        m_good = m_good && dtStatusSucceed(m_query->init(m_mesh.get(), 2048));
    }

    bool good() const { return m_good; }

    // Whether one can stand within 0.3 m on the map and 0.5 m in height of a point.
    bool stands(glm::vec3 p) const { return nearest(p) != 0; }

    bool walks(glm::vec3 from, glm::vec3 to) const {
        const dtPolyRef a = nearest(from), b = nearest(to);
        if (a == 0 || b == 0) return false;
        std::vector<dtPolyRef> path(2048);
        int count = 0;
        m_query->findPath(a, b, &from.x, &to.x, &m_filter, path.data(), &count, static_cast<int>(path.size()));
        return count > 0 && path[static_cast<size_t>(count - 1)] == b;
    }

  private:
    dtPolyRef nearest(glm::vec3 p) const {
        const float reach[3] = {0.3f, 0.5f, 0.3f};
        dtPolyRef ref = 0;
        float at[3] = {0, 0, 0};
        m_query->findNearestPoly(&p.x, reach, &m_filter, &ref, at);
        if (ref == 0 || std::hypot(at[0] - p.x, at[2] - p.z) > 0.3f || std::abs(at[1] - p.y) > 0.5f) return 0;
        return ref;
    }

    struct Free {
        void operator()(dtNavMesh* mesh) const { dtFreeNavMesh(mesh); }
        void operator()(dtNavMeshQuery* query) const { dtFreeNavMeshQuery(query); }
    };
    std::unique_ptr<dtNavMesh, Free> m_mesh;
    std::unique_ptr<dtNavMeshQuery, Free> m_query;
    dtQueryFilter m_filter;
    bool m_good = false;
};

}  // namespace sketchwalk::navigation
