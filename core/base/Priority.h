// Whose turn it is where there are more threads than processors.
#pragma once

namespace sketchwalk {

// From now on this thread, and those it starts, run when nobody else wants the processor: whoever draws comes first.
// (On Linux this is a thread's own; where it is not possible, all run alike.) Cannot be taken back.
void giveWay();

}  // namespace sketchwalk
