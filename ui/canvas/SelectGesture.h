// The frames that the select and the underlay tool show and drag by. Private to this room.
#pragma once

#include <optional>

#include "ui/canvas/HandleFrame.h"

namespace sketchwalk::ui {

std::optional<HandleFrame> selectionFrame(const SheetContext& sheet);  // none: nothing that may be changed is selected
std::optional<HandleFrame> underlayFrame(const SheetContext& sheet);

}  // namespace sketchwalk::ui
