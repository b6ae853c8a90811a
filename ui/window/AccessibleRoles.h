// What readers of the screen call the widgets of our own: paper, world, panels. Window's thread.
#pragma once

namespace sketchwalk::ui {

void tellRolesToReaders();  // before the first widget is named, since Qt asks then and remembers; again does nothing

}  // namespace sketchwalk::ui
