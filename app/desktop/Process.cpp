#include "app/desktop/Process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace sketchwalk::desktop {

double millisecondsSinceStart() {
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    const size_t afterName = text.rfind(')');  // a name may hold spaces
    if (afterName == std::string::npos) return 0;
    std::istringstream fields(text.substr(afterName + 1));
    constexpr int kStartTime = 20;  // fields after the name, before the start time
    std::string field;
    for (int i = 0; i < kStartTime; ++i) fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    return (static_cast<double>(now.tv_sec) - std::stod(field) / ticks) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Memory memoryMegabytes() {
    std::ifstream file("/proc/self/statm");
    double pages = 0, resident = 0, shared = 0;
    file >> pages >> resident >> shared;
    const double page = static_cast<double>(sysconf(_SC_PAGESIZE)) / (1 << 20);
    double held = 0;
#ifdef __GLIBC__
    const auto heap = mallinfo2();
    held = static_cast<double>(heap.uordblks + heap.hblkhd) / (1 << 20);
#endif
    return {resident * page, (resident - shared) * page, held};
}

void keepMemoryLean() {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 1 << 18);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
#endif
}

double peakMemoryMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace sketchwalk::desktop
