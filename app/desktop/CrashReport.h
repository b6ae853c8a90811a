// What the program was doing when it ended unexpectedly, as a text file on this machine and nowhere else: version,
// time, the last lines of what happened, and the stack. The drawing needs no rescue: its file has every stroke already.
//
// A crash is a fatal signal, an exception that nobody caught, or a failed CHECK. The report is written by the dying
// program with nothing but calls that are allowed in a signal handler; then the signal takes its usual course, so that
// exit status and core dump stay what the system expects.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace sketchwalk::desktop {

// From now on crashes are written into `folder`, made where it is missing. Called once, on the main thread, early.
void reportCrashesInto(const std::filesystem::path& folder);

// One line of what happens, kept for a report: the last 40, cut at 200 bytes. Any thread; costs well under a
// microsecond.
void remember(std::string_view line);

// The newest report in the folder whose name comes after `told`. Older ones than the last 20 are removed.
std::optional<std::filesystem::path> newReport(const std::filesystem::path& folder, const std::string& told);

// For tests: crashes as its name says ("segv", "abort", "throw", "check", "stack"); returns for another name.
void crashOnPurpose(std::string_view kind);

}  // namespace sketchwalk::desktop
