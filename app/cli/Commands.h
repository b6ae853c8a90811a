// The commands, one file each. Adding one defines its options; when the person chose it, its action is what the program
// does.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <stop_token>

#include "app/cli/Talk.h"
#include "core/base/Error.h"

namespace sketchwalk::cli {

class Console;

// What the chosen command needs from the program, and what it leaves for it to run once all options are known to be
// right.
struct Session {
    std::stop_token stop;
    TalkOptions talk;
    std::function<Result<void>(Console&)> action;
};

void addImport(CLI::App& program, Session& session);
void addGenerate(CLI::App& program, Session& session);
void addRender(CLI::App& program, Session& session);
void addWalk(CLI::App& program, Session& session);
void addInspect(CLI::App& program, Session& session);
void addLibrary(CLI::App& program, Session& session);
void addThumbnail(CLI::App& program, Session& session);
void addRead(CLI::App& program, Session& session);
void addTrain(CLI::App& program, Session& session);
void addCompletion(CLI::App& program, Session& session);
void addMan(CLI::App& program, Session& session);

}  // namespace sketchwalk::cli
