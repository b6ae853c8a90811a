#include "core/preview/Tile.h"

#include <algorithm>
#include <cmath>

#include "core/preview/DrawFaces.h"

namespace sketchwalk::preview {
namespace {

constexpr size_t kPixels = static_cast<size_t>(kTile) * kTile;
constexpr Float4 kNothing{-1e30f, -1e30f, -1e30f, -1e30f};
constexpr int kSmall = 5 * kSub / 2;  // sub-pixels: below that a normal need not vary

bool sameEverywhere(Int4 id) {
    return !any(id != Int4{id[0], id[0], id[0], id[0]});
}
float meanOf(Float4 q) {
    return (q[0] + q[1] + q[2] + q[3]) * 0.25f;
}

}  // namespace

struct TilePainter::Buffers {
    std::array<Float4, kPixels> q, waterQ;
    std::array<Int4, kPixels> id, waterId;
    std::array<Light3, kPixels> colour;
};

TilePainter::TilePainter(const Studio& studio, const PassList& list)
    : m_studio(studio), m_list(list), m_buffers(std::make_unique<Buffers>()) {}
TilePainter::~TilePainter() = default;

void TilePainter::paint(int tile, Image& image) {
    m_area = {tile % m_list.columns() * kTile, tile / m_list.columns() * kTile, kTile, kTile};
    m_width = std::min(kTile, image.width - m_area.pixelX);
    m_height = std::min(kTile, image.height - m_area.pixelY);
    m_patches.assign(1, {});  // number 0 is nothing
    m_rounds.clear();
    m_glass.clear();
    m_hasWater = false;
    m_perWidth = 1.0f / static_cast<float>(image.width);
    m_perHeight = 1.0f / static_cast<float>(image.height);
    m_buffers->q.fill(kNothing);
    m_buffers->id.fill(Int4{});
    std::vector<uint32_t> sheetsOfWater;
    for (const uint32_t index : m_list.itemsOf(tile)) {
        const PassList::Item& item = m_list.item(index);
        if (m_studio.stage.looks[item.shape->lookOfFace(item.first)].finish == Finish::water) {
            sheetsOfWater.push_back(index);
        } else {
            drawItem(index);
        }
    }
    if (!sheetsOfWater.empty()) {
        m_buffers->waterQ = m_buffers->q;
        m_buffers->waterId.fill(Int4{});
        for (const uint32_t index : sheetsOfWater) drawItem(index);
    }
    resolve();
    if (m_hasWater) layWater();
    if (!m_glass.empty()) layGlass();
    write(image);
}

void TilePainter::drawItem(uint32_t index) {
    const PassList::Item& item = m_list.item(index);
    const auto& looks = m_studio.stage.looks;
    drawFaces(m_studio.stage, m_studio.camera, item, m_scratch,
              [&](uint32_t face, uint16_t look, ScreenPoint a, ScreenPoint b, ScreenPoint c, bool isFront) {
                  const bool isWater = looks[look].finish == Finish::water;
                  if (!isWater && looks[look].alpha < 1) {
                      m_glass.push_back({index, face, look, isFront, a, b, c, (a.q + b.q + c.q) / 3.0f});
                      return;
                  }
                  auto& nearest = isWater ? m_buffers->waterQ : m_buffers->q;
                  auto& ids = isWater ? m_buffers->waterId : m_buffers->id;
                  int32_t id = 0;
                  rasterise<kPerPixel>(a, b, c, isFront, m_area, [&](int block, Int4 inside, Float4 q) {
                      const auto at = static_cast<size_t>(block);
                      const Int4 seen = inside & (q > nearest[at]);
                      if (!any(seen)) return;
                      if (id == 0) {
                          const int spanX = std::max({a.x, b.x, c.x}) - std::min({a.x, b.x, c.x});
                          const int spanY = std::max({a.y, b.y, c.y}) - std::min({a.y, b.y, c.y});
                          id = addPatch(item, face, look, isFront, std::max(spanX, spanY) < kSmall);
                      }
                      nearest[at] = choose(seen, q, nearest[at]);
                      ids[at] = choose(seen, Int4{id, id, id, id}, ids[at]);
                  });
                  if (isWater && id != 0) m_hasWater = true;
              });
}

int32_t TilePainter::addPatch(const PassList::Item& item, uint32_t face, uint16_t look, bool isFront, bool isSmall) {
    const Shape& shape = *item.shape;
    const Placed* placed = item.copy < 0 ? nullptr : &m_studio.stage.copies[static_cast<size_t>(item.copy)].placed;
    const bool lit = !shape.openness.empty(), pictured = m_studio.stage.looks[look].picture && !shape.uvs.empty();
    std::array<Varying, 3> at;
    for (int k = 0; k < 3; ++k) {
        Varying& corner = at[static_cast<size_t>(k)];
        const glm::vec3 n = placed ? placed->turn(shape.normal(face, k)) : shape.normal(face, k);
        corner.normal = isFront ? n : -n;
        corner.open = lit ? shape.opennessOf(face, k) : -1.0f;
        if (pictured) corner.uv = shape.uv(face, k);
    }
    Patch patch;
    patch.look = look;
    patch.baseY = item.baseY;
    const bool isFlat = at[0].normal == at[1].normal && at[1].normal == at[2].normal;
    patch.normal = at[0].normal;
    if (!isFlat) {
        const glm::vec3 sum = at[0].normal + at[1].normal + at[2].normal;
        const float length = std::sqrt(glm::dot(sum, sum));
        patch.normal = length > 1e-6f ? sum / length : at[0].normal;
    }
    patch.open = (at[0].open + at[1].open + at[2].open) / 3.0f;
    patch.uv = (at[0].uv + at[1].uv + at[2].uv) / 3.0f;
    const bool isEven = at[0].open == at[1].open && at[1].open == at[2].open;
    if ((!isFlat || !isEven || pictured) && !isSmall) {
        glm::vec3 p[3];
        for (int k = 0; k < 3; ++k) p[k] = placed ? (*placed)(shape.position(face, k)) : shape.position(face, k);
        // The dual basis of the triangle's sides turns a position into its share of the second and third corner.
        const glm::vec3 u = p[1] - p[0], v = p[2] - p[0];
        const float uu = glm::dot(u, u), uv = glm::dot(u, v), vv = glm::dot(v, v), volume = uu * vv - uv * uv;
        if (volume > 1e-18f) {
            patch.round = static_cast<int32_t>(m_rounds.size());
            const auto to = [&](const Varying& b) {
                return Varying{b.normal - at[0].normal, b.open - at[0].open, b.uv - at[0].uv};
            };
            m_rounds.push_back(
                {p[0], (u * vv - v * uv) / volume, (v * uu - u * uv) / volume, at[0], to(at[1]), to(at[2])});
        }
    }
    m_patches.push_back(patch);
    return static_cast<int32_t>(m_patches.size() - 1);
}

// Normal, openness and picture coordinates at the point's position.
void TilePainter::vary(const Patch& patch, SurfacePoint& point) const {
    point.normal = patch.normal;
    point.open = patch.open;
    point.uv = patch.uv;
    if (patch.round < 0) return;
    const Round& round = m_rounds[static_cast<size_t>(patch.round)];
    const glm::vec3 d = point.position - round.corner;
    const float u = std::clamp(glm::dot(round.toU, d), 0.0f, 1.0f), v = std::clamp(glm::dot(round.toV, d), 0.0f, 1.0f);
    const glm::vec3 n = round.first.normal + round.toSecond.normal * u + round.toThird.normal * v;
    const float length = std::sqrt(glm::dot(n, n));
    if (length > 1e-6f) point.normal = n / length;
    point.open = round.first.open + round.toSecond.open * u + round.toThird.open * v;
    point.uv = round.first.uv + round.toSecond.uv * u + round.toThird.uv * v;
}

Light3 TilePainter::shade(const Patch& patch, float px, float py, float q) const {
    SurfacePoint point;
    point.position = m_studio.camera.unproject(px, py, q);
    vary(patch, point);
    point.q = q;
    point.baseY = patch.baseY;
    const Light3 colour = shadeSolid(m_studio, m_studio.stage.looks[patch.look], point);
    return m_studio.view == View::walk ? m_studio.sky.fogged(colour, m_studio.camera.distance(q)) : colour;
}

Light3 TilePainter::background(float px, float py) const {
    if (m_studio.view == View::walk) {
        const glm::vec3 eye = m_studio.camera.origin(), direction = m_studio.camera.direction(px, py);
        if (direction.y >= 0) return m_studio.sky.beyond(direction, Light3(0), 1);
        const Rim::Land land = m_studio.rim.beyond(eye, direction);
        return m_studio.sky.beyond(direction, land.colour, eye.y - land.height);
    }
    return m_studio.sky.studio(px * m_perWidth, py * m_perHeight) * m_studio.footing.openness(px, py);
}

void TilePainter::resolve() {
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            resolvePixel(y * kTile + x, static_cast<float>(m_area.pixelX + x), static_cast<float>(m_area.pixelY + y));
        }
    }
}

void TilePainter::resolvePixel(int block, float px, float py) {
    const auto at = static_cast<size_t>(block);
    const Int4 id = m_buffers->id[at];
    const Float4 q = m_buffers->q[at];
    const auto patchOf = [&](int lane) -> const Patch& { return m_patches[static_cast<size_t>(id[lane])]; };
    if (sameEverywhere(id)) {
        m_buffers->colour[at] =
            id[0] == 0 ? background(px + 0.5f, py + 0.5f) : shade(patchOf(0), px + 0.5f, py + 0.5f, meanOf(q));
        return;
    }
    // Neighbouring triangles of one kind are shaded as one.
    const auto alike = [&](int a, int b) {
        if (id[a] == id[b]) return true;
        if (id[a] == 0 || id[b] == 0 || patchOf(a).look != patchOf(b).look) return false;
        const glm::vec3 d = patchOf(a).normal - patchOf(b).normal;
        return glm::dot(d, d) < 0.06f;
    };
    Light3 sum(0);
    bool done[4] = {false, false, false, false};
    for (int a = 0; a < 4; ++a) {
        if (done[a]) continue;
        float share = 0.25f;
        for (int b = a + 1; b < 4; ++b) {
            if (done[b] || !alike(a, b)) continue;
            done[b] = true;
            share += 0.25f;
        }
        const auto lane = static_cast<size_t>(a);
        const float sx = px + static_cast<float>(kPerPixel.dx(lane)) / kSub,
                    sy = py + static_cast<float>(kPerPixel.dy(lane)) / kSub;
        sum += (id[a] == 0 ? background(sx, sy) : shade(patchOf(a), sx, sy, q[a])) * share;
    }
    m_buffers->colour[at] = sum;
}

void TilePainter::layWater() {
    for (int y = 0; y < m_height; ++y) {
        for (int x = 0; x < m_width; ++x) {
            const auto at = static_cast<size_t>(y * kTile + x);
            const Int4 id = m_buffers->waterId[at];
            if (!any(id != 0)) continue;
            int first = -1;
            float share = 0;
            for (int lane = 0; lane < 4; ++lane) {
                if (id[lane] == 0) continue;
                if (first < 0) first = lane;
                share += 0.25f;
            }
            const auto lane = static_cast<size_t>(first);
            const Patch& patch = m_patches[static_cast<size_t>(id[first])];
            SurfacePoint point;
            point.q = m_buffers->waterQ[at][first];
            point.position = m_studio.camera.unproject(
                static_cast<float>(m_area.pixelX + x) + static_cast<float>(kPerPixel.dx(lane)) / kSub,
                static_cast<float>(m_area.pixelY + y) + static_cast<float>(kPerPixel.dy(lane)) / kSub, point.q);
            Light3& colour = m_buffers->colour[at];
            Light3 water = shadeWater(m_studio, m_studio.stage.looks[patch.look], point, colour);
            if (m_studio.view == View::walk) water = m_studio.sky.fogged(water, m_studio.camera.distance(point.q));
            colour = blend(colour, water, share);
        }
    }
}

void TilePainter::layGlass() {
    std::stable_sort(m_glass.begin(), m_glass.end(), [](const Glass& a, const Glass& b) { return a.q < b.q; });
    for (const Glass& glass : m_glass) {
        const int32_t id = addPatch(m_list.item(glass.item), glass.face, glass.look, glass.isFront, false);
        const float alpha = m_studio.stage.looks[glass.look].alpha;
        rasterise<kPerPixel>(glass.a, glass.b, glass.c, glass.isFront, m_area, [&](int block, Int4 inside, Float4 q) {
            const auto at = static_cast<size_t>(block);
            const Int4 seen = inside & (q > m_buffers->q[at]);
            if (!any(seen)) return;
            int first = 0, count = 0;
            for (int lane = 3; lane >= 0; --lane) {
                if (seen[lane] == 0) continue;
                first = lane;
                ++count;
            }
            const auto lane = static_cast<size_t>(first);
            const float px =
                static_cast<float>(m_area.pixelX + block % kTile) + static_cast<float>(kPerPixel.dx(lane)) / kSub;
            const float py =
                static_cast<float>(m_area.pixelY + block / kTile) + static_cast<float>(kPerPixel.dy(lane)) / kSub;
            const Light3 colour = shade(m_patches[static_cast<size_t>(id)], px, py, q[first]);
            m_buffers->colour[at] = blend(m_buffers->colour[at], colour, alpha * 0.25f * static_cast<float>(count));
        });
    }
}

void TilePainter::write(Image& image) const {
    for (int y = 0; y < m_height; ++y) {
        uint8_t* to = image.at(m_area.pixelX, m_area.pixelY + y);
        for (int x = 0; x < m_width; ++x, to += 3) {
            const Light3 c = m_buffers->colour[static_cast<size_t>(y * kTile + x)];
            for (int k = 0; k < 3; ++k) to[k] = toByte(c[k]);
        }
    }
}

}  // namespace sketchwalk::preview
