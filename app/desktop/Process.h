// What the system says of this very program.
#pragma once

namespace sketchwalk::desktop {

double millisecondsSinceStart();  // of the process, before its libraries were loaded; to 10 ms. 0 where nobody tells
struct Memory {                   // megabytes
    double resident = 0;
    double own = 0;   // of it: without files that are looked into, libraries above all
    double held = 0;  // of that: asked for and not given back; the rest are gaps between. 0 where nobody tells
};
Memory memoryMegabytes();      // now; zeros where nobody tells
double peakMemoryMegabytes();  // resident, at most so far
// Gives large pieces of memory back to the system when they are freed: the world's parts are made on many threads, and
// glibc would keep what each of them once used.
void keepMemoryLean();

}  // namespace sketchwalk::desktop
