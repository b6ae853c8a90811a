// A recorded pen: what it did and when, as text.
//
//     { "events": [ { "t": seconds, "x": px, "y": px, "pressure": 0..1, "type": "press|move|release", "brush": id,
//                   "tilt": [degrees, degrees] } ] }
//
// x and y are pixels of the sheet at 100 % zoom, from the paper's north-west corner.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::desktop {

struct TraceEvent {
    enum class Type { press, move, release };
    double t = 0;  // seconds, never falling
    double x = 0, y = 0;
    double pressure = 1;
    double xTilt = 0, yTilt = 0;  // degrees, as QTabletEvent has them
    Type type = Type::move;
    std::string brush;  // empty: as before
};

// ErrorKind::input, naming file and event.
Result<std::vector<TraceEvent>> readTrace(const std::filesystem::path& path);
Result<void> writeTrace(const std::filesystem::path& path, const std::vector<TraceEvent>& events);

}  // namespace sketchwalk::desktop
