// What who walks may choose; kept with the window, not in the drawing.
#pragma once

namespace sketchwalk::ui {

struct WalkSettings {
    double fieldOfView = 70;  // degrees, upright: 50..100
    double sensitivity = 1;   // of mouse and stick: 0.2..4; 1 turns a quarter about 600 pixels
    bool invert = false;      // pushing the mouse away looks down
    bool trail = true;        // the way walked shows on the paper
    bool sound = true;
    bool operator==(const WalkSettings&) const = default;

    static WalkSettings kept();  // out of range becomes the nearest in it
    void keep() const;
};

}  // namespace sketchwalk::ui
