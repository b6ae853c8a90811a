// What there is to draw with, asked once: a hidden OpenGL context that is made and dropped again. GUI thread.
#pragma once

#include <QString>

namespace sketchwalk::render {

struct Graphics {
    bool isAvailable = false;
    bool isSoftware = false;  // the processor draws: few pixels a second
    QString renderer;         // as the driver names it
    QString why;              // where not available: in words for the user
};

const Graphics& graphics();

}  // namespace sketchwalk::render
