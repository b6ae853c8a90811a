// How much a command says, and how.
#pragma once

#include <CLI/App.hpp>

namespace sketchwalk::cli {

struct TalkOptions {
    bool quiet = false;
    bool json = false;
};
void addTalkOptions(CLI::App& command, TalkOptions& options);

}  // namespace sketchwalk::cli
