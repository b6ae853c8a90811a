#include "core/assets/GrammarWords.h"

namespace sketchwalk::assets {

const std::vector<OperationWord>& operationWords() {
    using A = Attribute;
    using O = Operation;
    static const std::vector<OperationWord> words = {
        {"box", O::box, Main::numbers, 3, 3, true, {A::taper}},
        {"gable", O::gable, Main::numbers, 3, 3, true, {A::hipped}},
        {"wedge", O::wedge, Main::numbers, 3, 3, true, {}},
        {"roof", O::roof, Main::numbers, 3, 3, true, {A::thickness, A::eaves, A::gables, A::courses, A::hipped}},
        {"hip", O::hip, Main::numbers, 3, 3, true, {A::ridge, A::overhang, A::thickness}},
        {"cone", O::cone, Main::numbers, 2, 2, true, {A::sides}},
        {"cylinder", O::cylinder, Main::numbers, 2, 2, true, {A::sides, A::top}},
        {"lathe", O::lathe, Main::points, 2, 2, true, {A::sides, A::loop}},
        {"ring", O::ring, Main::numbers, 3, 3, true, {A::sides}},
        {"extrude", O::extrude, Main::points, 3, 2, true, {A::depth, A::lying}},
        {"blob", O::blob, Main::numbers, 1, 3, true, {A::detail, A::flat}},
        {"card", O::card, Main::numbers, 2, 2, true, {A::bend, A::segments}},
        {"panel", O::panel, Main::numbers, 3, 3, true, {A::segments}},
        {"arch", O::arch, Main::numbers, 3, 3, true, {A::segments, A::thickness}},
        {"gateway", O::gateway, Main::numbers, 3, 3, true, {A::segments, A::opening}},
        {"tube", O::tube, Main::points, 2, 3, true, {A::radius, A::sides, A::smoothing}},
        {"loft", O::loft, Main::sections, 2, 3, true, {A::open}},
        {"group", O::group, Main::children, 0, 0, false, {}},
        {"repeat",
         O::repeat,
         Main::children,
         0,
         0,
         false,
         {A::count, A::along, A::size, A::step, A::circle, A::arc, A::start, A::grid, A::cell, A::ends}},
        {"scatter",
         O::scatter,
         Main::children,
         0,
         0,
         false,
         {A::count, A::disc, A::area, A::volume, A::shell, A::apart, A::upright, A::facing, A::spin}},
        {"choose", O::choose, Main::choices, 0, 0, false, {}},
        {"mirror", O::mirror, Main::children, 0, 0, false, {}},
        {"use", O::use, Main::part, 0, 0, false, {}},
        {"outline", O::outline, Main::children, 0, 0, false, {A::inset, A::size}},
    };
    return words;
}

const std::vector<AttributeWord>& attributeWords() {
    using A = Attribute;
    static const std::vector<AttributeWord> words = {
        {"at", A::at, 3, 3},
        {"turn", A::turn, 1, 3},
        {"scale", A::scale, 1, 3},
        {"smooth", A::smooth, 1, 1},
        {"jitter", A::jitter, 1, 1},
        {"taper", A::taper, 1, 2},
        {"thickness", A::thickness, 1, 1},
        {"eaves", A::eaves, 1, 1},
        {"gables", A::gables, 1, 1},
        {"courses", A::courses, 1, 1},
        {"hipped", A::hipped, 1, 1},
        {"ridge", A::ridge, 1, 1},
        {"overhang", A::overhang, 1, 1},
        {"sides", A::sides, 1, 1},
        {"top", A::top, 1, 1},
        {"depth", A::depth, 1, 1},
        {"detail", A::detail, 1, 1},
        {"flat", A::flat, 1, 1},
        {"bend", A::bend, 1, 1},
        {"segments", A::segments, 1, 1},
        {"opening", A::opening, 2, 2},
        {"radius", A::radius, 1, 8},
        {"smoothing", A::smoothing, 1, 1},
        {"count", A::count, 1, 1},
        {"along", A::along, 3, 3},
        {"size", A::size, 1, 1},
        {"step", A::step, 3, 3},
        {"circle", A::circle, 1, 1},
        {"arc", A::arc, 1, 1},
        {"start", A::start, 1, 1},
        {"grid", A::grid, 2, 2},
        {"cell", A::cell, 2, 2},
        {"disc", A::disc, 1, 1},
        {"area", A::area, 2, 2},
        {"volume", A::volume, 3, 3},
        {"shell", A::shell, 3, 3},
        {"apart", A::apart, 1, 1},
        {"inset", A::inset, 1, 1},
        {"loop", A::loop, 1, 1},
        {"open", A::open, 1, 1},
        {"ends", A::ends, 1, 1},
        {"lying", A::lying, 1, 1},
        {"upright", A::upright, 1, 1},
        {"facing", A::facing, 1, 1},
        {"spin", A::spin, 1, 1},
    };
    return words;
}

}  // namespace sketchwalk::assets
