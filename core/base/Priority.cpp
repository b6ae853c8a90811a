#include "core/base/Priority.h"

#include <sys/resource.h>

namespace sketchwalk {

void giveWay() {
    constexpr int kNice = 10;
    if (getpriority(PRIO_PROCESS, 0) < kNice) setpriority(PRIO_PROCESS, 0, kNice);
}

}  // namespace sketchwalk
