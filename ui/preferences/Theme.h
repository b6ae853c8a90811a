// How the window looks to the one who sits before it: light, dark, or as the desktop has it; and how large. Kept in the
// settings. Window's thread.
#pragma once

#include <QPalette>

namespace sketchwalk::ui {

enum class Theme { system, light, dark };

Theme keptTheme();
// Keeps it and shows it at once, in every window.
void setTheme(Theme theme);
// Shows what is kept; called once the application is there, before the first window.
void applyKeptTheme();
QPalette paletteOf(Theme theme);  // light or dark

constexpr int kLeastScale = 75, kMostScale = 300;  // percent of the desktop's own size
int keptScale();
void keepScale(int percent);  // shown at the next start
// Before the application is made: asks Qt for the kept size. `$QT_SCALE_FACTOR` of the user's own goes first.
void prepareKeptScale(const char* organization, const char* application);

}  // namespace sketchwalk::ui
