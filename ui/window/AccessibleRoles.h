// What readers of the screen call the widgets of our own: paper, world, panels. Window's thread.
#pragma once

namespace sketchwalk::ui {

void tellRolesToReaders();  // once, before they are asked; again does nothing

}  // namespace sketchwalk::ui
