// What the system says of this very program.
#pragma once

namespace sketchwalk::desktop {

double millisecondsSinceStart();  // of the process, before its libraries were loaded; to 10 ms. 0 where nobody tells
double peakMemoryMegabytes();     // resident

}  // namespace sketchwalk::desktop
