// What the person at the terminal sees. Results go to standard output; the progress bar, notes, diagnostics and errors
// go to standard error, each on one line. Used from the main thread only.
#pragma once

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/base/Error.h"

namespace sketchwalk::cli {

class Console {
  public:
    // quiet: no bar and no notes; warnings and errors stay. json: results are printed as JSON instead of text.
    Console(bool quiet, bool json);
    ~Console() { clearBar(); }
    Console(const Console&) = delete;
    Console& operator=(const Console&) = delete;

    bool json() const { return m_json; }
    // Redraws at most twenty times a second, and only where standard error is a terminal.
    void progress(std::string_view stage, double fraction);
    void diagnostics(const Diagnostics& list);
    void error(const Error& error);
    // A result as text (dropped when quiet or when JSON is wanted) and as JSON (only when it is wanted).
    void say(std::string_view text);
    void result(const nlohmann::json& value);
    // Prints text on standard output whatever was asked.
    void print(std::string_view text);
    // Flushes; false where standard output could not take everything (a full disk).
    bool finish();

  private:
    void clearBar();

    bool m_quiet;
    bool m_json;
    bool m_bar;
    bool m_drawn = false;
    bool m_failed = false;
    std::chrono::steady_clock::time_point m_last{};
};

// "warning: stroke 12: lies off the map"
std::string lineOf(const Diagnostic& diagnostic);
nlohmann::json jsonOf(const Diagnostics& list);

}  // namespace sketchwalk::cli
