#include "app/desktop/CrashReport.h"

#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/Check.h"

namespace sketchwalk::desktop {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLines = 40, kLineBytes = 200;
constexpr size_t kMostReports = 20;
constexpr int kMostFrames = 64;
constexpr int kSignals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr const char* kPrefix = "crash-";
constexpr const char* kHead = "Sketchwalk " SKETCHWALK_VERSION " ended unexpectedly.\n";

// All that a signal handler reads stands ready here: it may allocate nothing and wait for nobody.
std::array<char[kLineBytes], kLines> theLines;
std::atomic<size_t> theNextLine{0};
char theFolder[3072];
std::atomic<bool> isDying{false};
// The buffer of standard error: a failed CHECK says there what failed, and its line stays there after it was written.
char theLastWords[1024];

void put(int file, const char* text, size_t size) {
    while (size > 0) {
        const ssize_t n = ::write(file, text, size);
        if (n <= 0) return;
        text += n;
        size -= static_cast<size_t>(n);
    }
}

void put(int file, const char* text) {
    put(file, text, std::strlen(text));
}

char* append(char* at, const char* text) {
    while (*text != '\0') *at++ = *text++;
    *at = '\0';
    return at;
}

char* append(char* at, long number, int digits) {
    char reversed[24];
    int count = 0;
    for (; count < digits || number > 0; number /= 10) reversed[count++] = static_cast<char>('0' + number % 10);
    while (count > 0) *at++ = reversed[--count];
    *at = '\0';
    return at;
}

struct Moment {  // UTC
    long year;
    long month, day, hour, minute, second;
};

// The proleptic Gregorian date of a day since 1970-01-01, by cycles of 400 years that begin in March (so that a leap
// day comes last); gmtime_r may not be called here.
Moment now() {
    timespec time{};
    clock_gettime(CLOCK_REALTIME, &time);
    const long seconds = time.tv_sec, dayNumber = seconds / 86400 + 719468;
    const long era = dayNumber / 146097, dayOfEra = dayNumber % 146097;
    const long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const long shifted = (5 * dayOfYear + 2) / 153;
    const long month = shifted < 10 ? shifted + 3 : shifted - 9;
    return {yearOfEra + era * 400 + (month <= 2),
            month,
            dayOfYear - (153 * shifted + 2) / 5 + 1,
            seconds / 3600 % 24,
            seconds / 60 % 60,
            seconds % 60};
}

int openReport(const Moment& when) {
    char path[sizeof theFolder + 64];
    char* at = append(append(path, theFolder), kPrefix);
    at = append(append(append(at, when.year, 4), when.month, 2), when.day, 2);
    at = append(append(append(append(at, "-"), when.hour, 2), when.minute, 2), when.second, 2);
    at = append(append(append(at, "-"), ::getpid(), 1), ".txt");
    return ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

void writeReport(int signal) {
    const Moment when = now();
    const int file = openReport(when);
    if (file < 0) return;
    char text[128];
    char* at = append(text, "Time: ");
    at = append(append(append(append(append(at, when.year, 4), "-"), when.month, 2), "-"), when.day, 2);
    at =
        append(append(append(append(append(append(at, " "), when.hour, 2), ":"), when.minute, 2), ":"), when.second, 2);
    at = append(append(append(at, " UTC\nSignal: "), signal, 1), " ");
    put(file, kHead);
    put(file, "It was sent to nobody. The drawing's file has every finished stroke.\n\n");
    put(file, text);
    for (const auto& [number, name] :
         {std::pair(SIGSEGV, "SIGSEGV, a wrong address"), std::pair(SIGABRT, "SIGABRT"), std::pair(SIGBUS, "SIGBUS"),
          std::pair(SIGFPE, "SIGFPE"), std::pair(SIGILL, "SIGILL")}) {
        if (number == signal) put(file, name);
    }
    put(file, "\n\nWhat happened before, the latest last:\n");
    const size_t next = theNextLine.load();
    for (size_t i = next > kLines ? next - kLines : 0; i < next; ++i) {
        const char* line = theLines[i % kLines];
        put(file, "  ");
        put(file, line, strnlen(line, kLineBytes));
        put(file, "\n");
    }
    put(file, "\nThe last words on standard error:\n  ");
    const auto* end = static_cast<const char*>(std::memchr(theLastWords, '\n', sizeof theLastWords));
    put(file, theLastWords, end ? static_cast<size_t>(end - theLastWords) : 0);
    put(file, "\n\nWhere it was:\n");
    void* frames[kMostFrames];
    backtrace_symbols_fd(frames, backtrace(frames, kMostFrames), file);
    ::close(file);
}

void onSignal(int signal) {
    if (isDying.exchange(true)) {
        // Another thread writes; it will end us all. The same thread: the report itself went wrong.
        ::sleep(2);
    } else {
        writeReport(signal);
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void onTerminate() {
    if (const std::exception_ptr thrown = std::current_exception()) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& failure) {
            remember(std::string("Nobody caught: ") + failure.what());
        } catch (...) {
            remember("Nobody caught an exception of an unknown kind.");
        }
    }
    std::abort();
}

// Uses up the stack; the result keeps the compiler from making a loop of it.
int fall(int depth) {
    volatile char room[4096] = {};
    return depth < 0 ? 0 : fall(depth + 1) + room[depth % 4096];
}

}  // namespace

void remember(std::string_view line) {
    char* slot = theLines[theNextLine.fetch_add(1) % kLines];
    const size_t size = std::min(line.size(), kLineBytes - 1);
    std::memcpy(slot, line.data(), size);
    std::memset(slot + size, 0, kLineBytes - size);
    std::replace(slot, slot + size, '\n', ' ');
}

void reportCrashesInto(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    const std::string text = folder.string() + "/";
    if (failed || text.size() >= sizeof theFolder) return;  // a crash then takes its usual course
    std::memcpy(theFolder, text.c_str(), text.size() + 1);
    void* frame[1];
    backtrace(frame, 1);          // loads what it needs now, since a dying program may not
    static char spare[64 << 10];  // for when the stack itself is what ran out
    stack_t stack{};
    stack.ss_sp = spare;
    stack.ss_size = sizeof spare;
    sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_ONSTACK;
    for (const int signal : kSignals) sigaction(signal, &action, nullptr);
    std::set_terminate(onTerminate);
    std::setvbuf(stderr, theLastWords, _IOLBF, sizeof theLastWords);
}

std::optional<fs::path> newReport(const fs::path& folder, const std::string& told) {
    std::vector<fs::path> reports;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().filename().string().rfind(kPrefix, 0) == 0) reports.push_back(entry.path());
    }
    std::sort(reports.begin(), reports.end());
    for (size_t i = 0; i + kMostReports < reports.size(); ++i) fs::remove(reports[i], failed);
    if (reports.empty() || reports.back().filename().string() <= told) return std::nullopt;
    return reports.back();
}

void crashOnPurpose(std::string_view kind) {
    if (kind == "segv") {
        volatile int* nowhere = nullptr;
        *nowhere = 1;
    } else if (kind == "abort") {
        std::abort();
    } else if (kind == "throw") {
        throw std::runtime_error("thrown on purpose");
    } else if (kind == "check") {
        CHECK(kind.empty(), "a test asked for it");
    } else if (kind == "stack") {
        fall(0);
    }
}

}  // namespace sketchwalk::desktop
