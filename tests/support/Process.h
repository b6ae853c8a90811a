// Runs a program as a person would and keeps what it said. For tests.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace sketchwalk::test {

// A folder of its own for one test, removed with everything in it.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sketchwalk-test-XXXXXX").string();
        m_path = mkdtemp(pattern.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }
    size_t files() const {
        size_t count = 0;
        for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(m_path)) ++count;
        return count;
    }

  private:
    std::filesystem::path m_path;
};

inline std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Circumstances {
    std::vector<std::pair<std::string, std::string>> environment;
    int signal = 0;  // sent `patience` after the program began to listen for it
    std::chrono::milliseconds patience{0};
    rlim_t largestFile = RLIM_INFINITY;  // bytes: a disk that is full after so many
    std::string standardOutput;          // a path; else kept in Outcome::out
};

struct Outcome {
    int status = -1;  // exit status; 1000 + signal where one ended it
    std::string out, err;
};

// Waits until the process catches the signal (bit signal - 1), or is gone.
inline void awaitListener(pid_t process, int signal) {
    const std::string status = "/proc/" + std::to_string(process) + "/status";
    for (;;) {
        std::ifstream lines(status);
        std::string line;
        bool alive = false;
        while (std::getline(lines, line)) {
            if (line.starts_with("State:")) alive = line.find('Z') == std::string::npos;
            if (line.starts_with("SigCgt:") && (std::stoull(line.substr(7), nullptr, 16) >> (signal - 1) & 1) != 0)
                return;
        }
        if (!alive) return;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

inline Outcome run(const std::vector<std::string>& words, const Circumstances& with = {}) {
    const TemporaryFolder folder;
    const auto out = with.standardOutput.empty() ? folder / "out" : std::filesystem::path(with.standardOutput);
    const auto err = folder / "err";
    const pid_t child = fork();
    if (child == 0) {
        dup2(open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        for (const auto& [name, value] : with.environment) setenv(name.c_str(), value.c_str(), 1);
        if (with.largestFile != RLIM_INFINITY) {
            const rlimit limit{with.largestFile, with.largestFile};
            setrlimit(RLIMIT_FSIZE, &limit);
            signal(SIGXFSZ, SIG_IGN);  // so that write() fails instead
        }
        std::vector<char*> arguments;
        for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    if (with.signal != 0) {
        awaitListener(child, with.signal);
        std::this_thread::sleep_for(with.patience);
        kill(child, with.signal);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status),
            with.standardOutput.empty() ? contentOf(out) : std::string(), contentOf(err)};
}

}  // namespace sketchwalk::test
