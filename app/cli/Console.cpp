#include "app/cli/Console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

namespace sketchwalk::cli {
namespace {

constexpr int kBarWidth = 30;
constexpr auto kRedraw = std::chrono::milliseconds(50);

bool terminalTakesBars() {
    const char* term = std::getenv("TERM");
    return isatty(STDERR_FILENO) != 0 && term != nullptr && std::string_view(term) != "dumb";
}

// Text of a file may hold anything: control characters would move the cursor or break the one-line rule.
std::string onOneLine(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return line;
}

}  // namespace

Console::Console(bool quiet, bool json) : m_quiet(quiet), m_json(json), m_bar(!quiet && terminalTakesBars()) {}

void Console::progress(std::string_view stage, double fraction) {
    if (!m_bar) return;
    const auto now = std::chrono::steady_clock::now();
    if (m_drawn && now - m_last < kRedraw) return;
    m_last = now;
    m_drawn = true;
    fraction = std::clamp(fraction, 0.0, 1.0);
    const int filled = static_cast<int>(fraction * kBarWidth);
    const std::string bar(static_cast<size_t>(filled), '#');
    std::fprintf(stderr, "\r\033[K[%-*s] %3d %% %.*s", kBarWidth, bar.c_str(), static_cast<int>(fraction * 100),
                 static_cast<int>(stage.size()), stage.data());
    std::fflush(stderr);
}

void Console::clearBar() {
    if (!m_drawn) return;
    std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
    m_drawn = false;
}

void Console::diagnostics(const Diagnostics& list) {
    clearBar();
    std::vector<std::pair<std::string, size_t>> lines;  // in order of appearance, each with how often it was said
    std::map<std::string, size_t> known;
    for (const auto& diagnostic : list) {
        if (m_quiet && diagnostic.severity == Severity::note) continue;
        const auto line = lineOf(diagnostic);
        const auto [place, isNew] = known.emplace(line, lines.size());
        if (isNew) lines.emplace_back(line, 0);
        ++lines[place->second].second;
    }
    for (const auto& [line, times] : lines) {
        std::fprintf(stderr, "%s%s\n", line.c_str(),
                     times > 1 ? (" (" + std::to_string(times) + " times)").c_str() : "");
    }
}

void Console::error(const Error& error) {
    clearBar();
    std::fprintf(stderr, "error: %s\n", onOneLine(error.text).c_str());
}

void Console::say(std::string_view text) {
    if (m_quiet || m_json) return;
    print(text);
    if (std::fflush(stdout) != 0) m_failed = true;  // a training's progress is seen at once in a file too
}

void Console::result(const nlohmann::json& value) {
    // Phrases come from files: bytes that are no UTF-8 are replaced, not thrown over.
    if (m_json) print(value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void Console::print(std::string_view text) {
    clearBar();
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) m_failed = true;
}

bool Console::finish() {
    clearBar();
    return std::fflush(stdout) == 0 && !m_failed;
}

std::string lineOf(const Diagnostic& diagnostic) {
    std::string line = diagnostic.severity == Severity::note ? "note: " : "warning: ";
    if (diagnostic.stroke) line += "stroke " + std::to_string(*diagnostic.stroke) + ": ";
    return line + onOneLine(diagnostic.text);
}

nlohmann::json jsonOf(const Diagnostics& list) {
    auto all = nlohmann::json::array();
    for (const auto& d : list) {
        all.push_back({{"severity", d.severity == Severity::note ? "note" : "warning"},
                       {"stroke", d.stroke ? nlohmann::json(*d.stroke) : nlohmann::json(nullptr)},
                       {"text", d.text}});
    }
    return all;
}

}  // namespace sketchwalk::cli
