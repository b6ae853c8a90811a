#include "render/scene/PrepareGround.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/preview/GroundLook.h"
#include "core/preview/Tone.h"
#include "core/scene/GroundPaint.h"

namespace sketchwalk::render {
namespace {

constexpr int kMostTexels = 1024;  // a side of what is looked up by place

// Footprints on the ground that darken what is close: as core/preview does it.
std::vector<preview::Contact> contactsOf(const scene::Scene& scene) {
    std::vector<preview::Contact> contacts;
    for (const auto& group : scene.groups) {
        if (group.asset < 0 || static_cast<size_t>(group.asset) >= scene.assets.size()) continue;
        const scene::Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
        if (!asset.mesh || asset.category == "bridge" || asset.category == "cave") continue;
        const glm::vec3 low = asset.mesh->min, high = asset.mesh->max;
        for (const auto& instance : group.instances) {
            if (!std::isfinite(instance.position.x + instance.position.z + instance.yaw + instance.scale)) continue;
            const float yaw = instance.yaw * 0.017453293f, c = std::cos(yaw), s = std::sin(yaw);
            const float mx = (low.x + high.x) * 0.5f * instance.scale, mz = (low.z + high.z) * 0.5f * instance.scale;
            preview::Contact contact;
            contact.centre = {instance.position.x + mx * c + mz * s, instance.position.z + mz * c - mx * s};
            contact.cosine = c;
            contact.sine = s;
            contact.half = glm::vec2(high.x - low.x, high.z - low.z) * (0.42f * instance.scale);
            const float height = (high.y - low.y) * instance.scale;
            contact.reach = std::clamp(height * 0.35f, 0.3f, 3.0f);
            contact.strength = 0.34f * preview::smooth(0.1f, 2.0f, height);
            contacts.push_back(contact);
        }
    }
    return contacts;
}

Texels mapOf(const scene::Scene& scene, const std::stop_token& stop) {
    const terrain::Ground& ground = *scene.ground;
    const preview::GroundLook look(scene, contactsOf(scene), 1.0f, {stop, {}, 1});
    const float longest = static_cast<float>(std::max(ground.width(), ground.depth()));
    const float shrink = std::max(1.0f, longest / kMostTexels);
    Texels out;
    out.width = std::max(1, static_cast<int>(static_cast<float>(ground.width()) / shrink));
    out.height = std::max(1, static_cast<int>(static_cast<float>(ground.depth()) / shrink));
    out.bytes.resize(static_cast<qsizetype>(out.width) * out.height * 4);
    auto* to = reinterpret_cast<uint8_t*>(out.bytes.data());
    const double dx = scene.extent.x / out.width, dz = scene.extent.y / out.height;
    const bool hasLevels = !ground.waterLevel.empty();
    for (int y = 0; y < out.height; ++y) {
        if (stop.stop_requested()) return {};
        for (int x = 0; x < out.width; ++x, to += 4) {
            const auto mx = static_cast<float>((x + 0.5) * dx), mz = static_cast<float>((y + 0.5) * dz);
            float depth = 0;
            if (hasLevels) {
                const float level = ground.waterLevel.clamped(static_cast<int>(std::lround(mx / ground.spacing)),
                                                              static_cast<int>(std::lround(mz / ground.spacing)));
                if (std::isfinite(level)) depth = std::max(level - look.height(mx, mz), 0.0f);
            }
            const float shore = std::clamp(look.shore(mx, mz), -32.0f, 32.0f);
            const float root = std::sqrt(std::abs(shore) / 32) * (shore < 0 ? -1.0f : 1.0f);
            to[0] = byteOf(std::sqrt(std::min(depth, 25.0f) / 25));
            to[1] = byteOf(root * 0.5f + 0.5f);
            to[2] = byteOf(look.heat(mx, mz));
            to[3] = byteOf(look.openness(mx, mz) / 1.12f);
        }
    }
    return out;
}

Texels weightsOf(const terrain::Ground& ground, size_t first) {
    const int step = std::max(1, (std::max(ground.width(), ground.depth()) + kMostTexels - 1) / kMostTexels);
    Texels out{std::max(1, ground.width() / step), std::max(1, ground.depth() / step), {}};
    out.bytes.fill(0, static_cast<qsizetype>(out.width) * out.height * 4);
    for (size_t k = 0; k < 4 && first + k < ground.weights.size(); ++k) {
        const auto& weights = ground.weights[first + k];
        auto* to = reinterpret_cast<uint8_t*>(out.bytes.data()) + k;
        for (int y = 0; y < out.height; ++y) {
            for (int x = 0; x < out.width; ++x, to += 4) {
                int sum = 0;
                for (int j = 0; j < step * step; ++j) sum += weights.clamped(x * step + j % step, y * step + j / step);
                *to = static_cast<uint8_t>(sum / (step * step));
            }
        }
    }
    return out;
}

std::shared_ptr<const PreparedGround::Layer> layerOf(const textures::GroundTexture& texture) {
    auto layer = std::make_shared<PreparedGround::Layer>();
    layer->size = texture.size;
    const auto& finest = texture.levels.front();
    const auto side = static_cast<int>(std::lround(std::sqrt(static_cast<double>(finest.size()))));
    layer->picture = {side, side, {}};
    layer->picture.bytes = QByteArray(reinterpret_cast<const char*>(finest.data()),
                                      static_cast<qsizetype>(finest.size() * sizeof(textures::Texel)));
    static_assert(sizeof(textures::Texel) == 4);  // r g b height: what the shader reads
    glm::dvec3 sum(0);
    const auto& linear = preview::linearOfByte();
    for (const auto& t : finest) sum += glm::dvec3(linear[t.r], linear[t.g], linear[t.b]);
    layer->mean = glm::vec3(sum / static_cast<double>(finest.size()));
    return layer;
}

}  // namespace

std::shared_ptr<const PreparedGround> prepareGround(const scene::Scene& scene,
                                                    const std::shared_ptr<const PreparedGround>& last, bool withDetail,
                                                    const std::stop_token& stop) {
    auto out = std::make_shared<PreparedGround>();
    const terrain::Ground& ground = *scene.ground;
    out->map = mapOf(scene, stop);
    if (stop.stop_requested()) return nullptr;
    out->weights = {weightsOf(ground, 0), weightsOf(ground, 4)};
    ContentHash layers;
    if (withDetail && scene.paint) {
        for (size_t i = 0; i < std::min<size_t>(scene.paint->layers(), 8); ++i) {
            const auto& finest = scene.paint->texture(i).levels.front();
            layers.add(finest.data(), finest.size() * sizeof(textures::Texel));
        }
    }
    out->layersKey = withDetail ? layers.value() : 0;
    if (last && last->layersKey == out->layersKey) {
        out->layers = last->layers;
    } else if (withDetail && scene.paint) {
        for (size_t i = 0; i < std::min<size_t>(scene.paint->layers(), 8); ++i) {
            out->layers.push_back(layerOf(scene.paint->texture(i)));
        }
    }
    ContentHash all;
    all.add(&out->layersKey, sizeof out->layersKey);
    for (const Texels* t : {&out->map, &out->weights[0], &out->weights[1]}) {
        all.add(t->bytes.constData(), static_cast<size_t>(t->bytes.size()));
    }
    out->key = all.value();
    if (last && last->key == out->key) return last;
    return out;
}

}  // namespace sketchwalk::render
