#include "core/preview/Stage.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "core/base/Parallel.h"
#include "core/base/Trig.h"

namespace sketchwalk::preview {
namespace {

bool usable(const scene::Instance& instance) {
    return std::abs(instance.position.x) < 1e6f && std::abs(instance.position.y) < 1e6f &&
           std::abs(instance.position.z) < 1e6f && std::abs(instance.yaw) < 1e6f && instance.scale > 0 &&
           instance.scale < 1e4f;
}

// Bodies that look alike share their pictures, and so their pyramids.
class Pyramids {
  public:
    std::shared_ptr<const Pyramid> of(const std::shared_ptr<const Image>& image) {
        const auto square = [](int side) { return side > 0 && (side & (side - 1)) == 0; };
        if (!image || image->channels < 3 || !square(image->width) || !square(image->height)) return nullptr;
        auto& made = m_made[image.get()];
        if (!made) made = std::make_shared<const Pyramid>(*image);
        return made;
    }

  private:
    std::map<const Image*, std::shared_ptr<const Pyramid>> m_made;  // looked up only, never walked
};

Look waterLook(const scene::WaterPart& part, Pyramids& pyramids) {
    Look look = lookOf(part.material);
    look.picture = nullptr;  // shaded from the sheet's own pictures
    if (const auto& pictures = part.material.pictures) {
        look.sheet = pyramids.of(pictures->colour);
        look.sheetGlow = pyramids.of(pictures->glow);
        look.sheetSize = part.pictureSize > 0 ? part.pictureSize : 1;
    }
    look.flows = part.category == "river";
    look.doubleSided = true;
    look.finish = part.category == "ice" ? Finish::ice : part.category == "lava" ? Finish::lava : Finish::water;
    if (look.finish != Finish::water) look.alpha = 1;
    look.foam = part.category == "sea"     ? 1.0f
                : part.category == "lake"  ? 0.7f
                : part.category == "river" ? 0.35f
                                           : 0.0f;
    look.murk = part.category == "swamp" ? 3.0f : part.category == "sea" ? 0.7f : 1.0f;
    return look;
}

// Finest to coarsest; stand-ins take the mean of the looks of what they stand for.
void buildKind(Stage::Kind& kind, std::vector<Look>& looks) {
    if (kind.fine.faces() == 0) return;
    const glm::vec3 size = kind.fine.bounds.max - kind.fine.bounds.min;
    kind.height = std::max({size.x, size.y, size.z, 1e-3f});
    kind.coarse = farShape(kind.fine, looks, 4);
    kind.tiny = farShape(kind.fine, looks, 1);
}

Contact contactOf(const Stage::Copy& copy, const Shape& shape) {
    const Placed& p = copy.placed;
    Contact contact;
    const glm::vec3 middle = (shape.bounds.min + shape.bounds.max) * 0.5f, size = shape.bounds.max - shape.bounds.min;
    const glm::vec3 at = p({middle.x, 0, middle.z});
    contact.centre = {at.x, at.z};
    contact.cosine = p.cosine;
    contact.sine = p.sine;
    contact.half = glm::vec2(size.x, size.z) * (0.42f * p.scale);
    const float height = size.y * p.scale;
    contact.reach = std::clamp(height * 0.35f, 0.3f, 3.0f);
    contact.strength = 0.34f * smooth(0.1f, 2.0f, height);
    return contact;
}

}  // namespace

Stage::Stage(const scene::Scene& scene, double seconds, const Job& job) {
    for (const auto& material : scene.materials) looks.push_back(lookOf(material));
    if (looks.empty()) looks.emplace_back();
    const size_t assetLooks = std::min<size_t>(looks.size(), 0x7fff);

    // A chunk's own material is the colour only where there is no picture of the whole map.
    std::vector<uint16_t> groundLooks;
    for (size_t i = 0; i < assetLooks; ++i) {
        Look ground = looks[i];
        ground.finish = Finish::terrain;
        ground.alpha = 1;
        groundLooks.push_back(addLook(ground));
    }
    sheets.resize(scene.chunks.size());
    parallelFor(job.threads, static_cast<int>(scene.chunks.size()), [&](int i) {
        const auto& mesh = scene.chunks[static_cast<size_t>(i)].mesh;
        if (!mesh || mesh->primitives.empty() || job.stopped()) return;
        const auto material = static_cast<size_t>(std::max(mesh->primitives[0].material, 0));
        sheets[static_cast<size_t>(i)] =
            sheetShape(mesh->primitives[0], groundLooks[material < assetLooks ? material : 0]);
    });
    terrainSheets = sheets.size();
    casts.assign(sheets.size(), true);
    for (const Shape& sheet : sheets) {
        if (sheet.faces() == 0) continue;
        solid.include(sheet.bounds.min);
        solid.include(sheet.bounds.max);
    }

    Pyramids pyramids;
    for (const auto& part : scene.waters) {
        if (!part.mesh || part.mesh->primitives.empty()) continue;
        addSheet(sheetShape(part.mesh->primitives[0], addLook(waterLook(part, pyramids))), false);
    }

    kinds.resize(scene.assets.size());
    for (size_t i = 0; i < kinds.size(); ++i) {
        if (job.stopped()) return;
        if (!scene.assets[i].mesh) continue;
        kinds[i].fine = assetShape(*scene.assets[i].mesh, std::span(looks).first(assetLooks), 0);
        buildKind(kinds[i], looks);
    }
    const auto place = [&](const scene::InstanceGroup& group) {
        if (group.asset < 0 || static_cast<size_t>(group.asset) >= kinds.size()) return;
        const Kind& kind = kinds[static_cast<size_t>(group.asset)];
        if (kind.fine.faces() == 0) return;
        const std::string& category = scene.assets[static_cast<size_t>(group.asset)].category;
        const bool hugs = category != "bridge" && category != "cave";  // a bridge's deck does not lie on the ground
        for (const auto& instance : group.instances) {
            if (!usable(instance)) continue;
            const double yaw = exact::radians(static_cast<double>(instance.yaw));
            Copy copy{static_cast<uint32_t>(group.asset),
                      {instance.position, static_cast<float>(exact::cos(yaw)), static_cast<float>(exact::sin(yaw)),
                       instance.scale}};
            const float r = kind.fine.radius * instance.scale;
            solid.include(instance.position + glm::vec3(-r, kind.fine.bounds.min.y * instance.scale, -r));
            solid.include(instance.position + glm::vec3(r, kind.fine.bounds.max.y * instance.scale, r));
            if (hugs) contacts.push_back(contactOf(copy, kind.fine));
            copies.push_back(copy);
        }
    };
    for (const auto& group : scene.groups) place(group);
    for (const auto& group : scene::followersAt(scene, seconds)) place(group);
    bounds = solid;
    for (size_t i = terrainSheets; i < sheets.size(); ++i) {
        if (sheets[i].faces() == 0) continue;
        bounds.include(sheets[i].bounds.min);
        bounds.include(sheets[i].bounds.max);
    }
}

void Stage::addSheet(Shape shape, bool castsShadows) {
    sheets.push_back(std::move(shape));
    casts.push_back(castsShadows);
}

uint16_t Stage::addLook(const Look& look) {
    looks.push_back(look);
    return static_cast<uint16_t>(std::min<size_t>(looks.size() - 1, 0xffff));
}

std::vector<glm::vec3> Stage::outline() const {
    std::vector<glm::vec3> points;
    const auto addBox = [&](const Bounds& box) {
        for (int corner = 0; corner < 8; ++corner) {
            points.emplace_back((corner & 1) ? box.max.x : box.min.x, (corner & 2) ? box.max.y : box.min.y,
                                (corner & 4) ? box.max.z : box.min.z);
        }
    };
    for (const Shape& sheet : sheets) {
        for (const Shape::Cluster& cluster : sheet.clusters) addBox(cluster.bounds);
    }
    for (const Copy& copy : copies) {
        const Bounds& box = kinds[copy.kind].fine.bounds;
        for (int corner = 0; corner < 8; ++corner) {
            points.push_back(copy.placed({(corner & 1) ? box.max.x : box.min.x, (corner & 2) ? box.max.y : box.min.y,
                                          (corner & 4) ? box.max.z : box.min.z}));
        }
    }
    return points;
}

}  // namespace sketchwalk::preview
