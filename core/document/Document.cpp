#include "core/document/Document.h"

#include <algorithm>

namespace sketchwalk::document {

const Layer* Document::layer(int64_t id) const {
    const auto& layers = settings.layers;
    const auto found = std::find_if(layers.begin(), layers.end(), [id](const Layer& layer) { return layer.id == id; });
    return found != layers.end() ? &*found : nullptr;
}

DrawnPtr Document::find(int64_t stroke) const {
    const auto found = std::find_if(strokes.rbegin(), strokes.rend(),
                                    [stroke](const DrawnPtr& drawn) { return drawn->stroke.id == stroke; });
    return found != strokes.rend() ? *found : nullptr;
}

sketch::Sketch toSketch(const Document& document) {
    sketch::Sketch sketch;
    sketch.extent = document.settings.extent;
    sketch.view = document.settings.view;
    sketch.base = document.settings.base;
    sketch.prompt = document.settings.prompt;
    sketch.seed = document.settings.seed;
    sketch.styles = document.settings.styles;
    sketch.strokes.reserve(document.strokes.size());
    for (const Layer& layer : document.settings.layers) {
        if (!layer.shown) continue;
        for (const DrawnPtr& drawn : document.strokes) {
            if (drawn->layer == layer.id) sketch.strokes.emplace_back(drawn, &drawn->stroke);  // shares the ownership
        }
    }
    return sketch;
}

Document fromSketch(const sketch::Sketch& sketch) {
    Document document;
    document.settings.extent = sketch.extent;
    document.settings.view = sketch.view;
    document.settings.base = sketch.base;
    document.settings.prompt = sketch.prompt;
    document.settings.seed = sketch.seed;
    document.settings.styles = sketch.styles;
    for (const auto& stroke : sketch.strokes) {
        document.strokes.push_back(std::make_shared<const Drawn>(Drawn{*stroke, 1}));
        document.nextId = std::max(document.nextId, stroke->id + 1);
    }
    return document;
}

}  // namespace sketchwalk::document
