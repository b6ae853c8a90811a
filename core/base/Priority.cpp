#include "core/base/Priority.h"

#include <sys/resource.h>

namespace sketchwalk {

void giveWay() {
    constexpr int kNice = 10;
    thread_local bool done = false;
    if (done) return;
    done = true;
    setpriority(PRIO_PROCESS, 0, kNice);
}

}  // namespace sketchwalk
