#include "core/navigation/NavFile.h"

#include <bit>
#include <cstring>

#include "core/navigation/Detour.h"

namespace sketchwalk::navigation {
namespace {

static_assert(std::endian::native == std::endian::little, "Detour's tiles are written as memory holds them");
static_assert(sizeof(dtTileRef) == 4, "the file holds 32-bit references");

constexpr uint32_t kMagic = 'M' << 24 | 'S' << 16 | 'E' << 8 | 'T';
constexpr uint32_t kVersion = 1;

class Writer {
  public:
    template <class T>
    void add(T value) {
        static_assert(sizeof(T) == 4);
        const auto* bytes = reinterpret_cast<const uint8_t*>(&value);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof value);
    }
    void add(const std::vector<uint8_t>& bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    std::vector<uint8_t> take() { return std::move(m_bytes); }

  private:
    std::vector<uint8_t> m_bytes;
};

}  // namespace

Result<std::vector<uint8_t>> encodeNavFile(const NavMesh& mesh) {
    std::vector<std::vector<uint8_t>> data;
    for (const PolyTile& tile : mesh.tiles) {
        auto bytes = tileData(tile, mesh.settings);
        if (!bytes) return tl::make_unexpected(bytes.error());
        data.push_back(std::move(*bytes));
    }
    const auto params = paramsOf(mesh);
    if (!params) return tl::make_unexpected(params.error());
    const auto linked = assemble(*params, data);
    if (!linked) return tl::make_unexpected(linked.error());
    Writer writer;
    writer.add(kMagic);
    writer.add(kVersion);
    writer.add(static_cast<uint32_t>(data.size()));
    for (const float origin : params->orig) writer.add(origin);
    writer.add(params->tileWidth);
    writer.add(params->tileHeight);
    writer.add(params->maxTiles);
    writer.add(params->maxPolys);
    for (size_t i = 0; i < data.size(); ++i) {
        writer.add((*linked)->getTileRefAt(mesh.tiles[i].column, mesh.tiles[i].row, 0));
        writer.add(static_cast<uint32_t>(data[i].size()));
        writer.add(data[i]);
    }
    return writer.take();
}

}  // namespace sketchwalk::navigation
