#include "app/cli/Crew.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>

namespace sketchwalk::cli {
namespace {

// As this program was called.
std::vector<std::string> ownArguments() {
    std::ifstream file("/proc/self/cmdline", std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> arguments;
    for (size_t at = 0; at < all.size(); at += arguments.back().size() + 1) arguments.emplace_back(all.c_str() + at);
    return arguments;
}

}  // namespace

Crew::~Crew() {
    for (pid_t one : m_running) {
        ::kill(one, SIGKILL);
        ::waitpid(one, nullptr, 0);
    }
}

Result<void> Crew::start(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = ownArguments();
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<char*> raw;
    for (std::string& one : arguments) raw.push_back(one.data());
    raw.push_back(nullptr);
    pid_t started = 0;
    const int failed = ::posix_spawn(&started, "/proc/self/exe", nullptr, nullptr, raw.data(), environ);
    if (failed)
        return fail(ErrorKind::resource, std::string("Another process cannot be started: ") + std::strerror(failed));
    m_running.push_back(started);
    return {};
}

Result<void> Crew::wait() {
    bool wrong = false;
    for (pid_t one : m_running) {
        int status = 0;
        wrong |= ::waitpid(one, &status, 0) != one || !WIFEXITED(status) || WEXITSTATUS(status) != 0;
    }
    m_running.clear();
    if (wrong) return fail(ErrorKind::resource, "One of the processes failed.");
    return {};
}

}  // namespace sketchwalk::cli
