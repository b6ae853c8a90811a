#include "core/assets/Grammar.h"

namespace sketchwalk::assets {

Builtins::Builtins(Symbols& symbols)
    : width(symbols.intern("width")),
      height(symbols.intern("height")),
      depth(symbols.intern("depth")),
      span(symbols.intern("span")),
      drop(symbols.intern("drop")),
      variant(symbols.intern("variant")),
      i(symbols.intern("i")),
      n(symbols.intern("n")),
      t(symbols.intern("t")),
      length(symbols.intern("length")),
      gate(symbols.intern("gate")),
      room(symbols.intern("room")),
      corners(symbols.intern("corners")),
      plainness(symbols.intern("plainness")),
      snowy(symbols.intern("snowy")),
      big(symbols.intern("big")),
      small(symbols.intern("small")),
      tall(symbols.intern("tall")),
      snow(symbols.intern("snow")),
      snowSheet(symbols.intern("snow_sheet")) {}

std::vector<int> Builtins::all() const {
    return {width, height, depth, span, drop, variant, i, n, t, length, gate, room, corners, plainness};
}

}  // namespace sketchwalk::assets
