// First step of planning: every stroke is cleaned, clipped and understood, or set aside with a word.
#pragma once

#include "core/layout/Draft.h"

namespace sketchwalk::layout {

// Fills biome, base, drawn, and what needs no planning: spawn, labels, goals, atmosphere, complete.
void resolveStrokes(Draft& draft, const sketch::Sketch& sketch);

// What a closed stroke encloses, cut to a box; empty outer where that is nothing.
Polygon drawnArea(const sketch::Stroke& stroke, const Box& reach);

}  // namespace sketchwalk::layout
