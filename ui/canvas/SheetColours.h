// How the sheet shows colours: as the catalogue names them, or from a palette whose tones stay apart for people who see
// colours otherwise. Areas carry patterns in either case, so that colour alone never carries a meaning.
#pragma once

namespace sketchwalk::ui {

enum class SheetColours { catalogue, deuteranopia, protanopia, tritanopia };

}  // namespace sketchwalk::ui
