#include "app/cli/Talk.h"

namespace sketchwalk::cli {

void addTalkOptions(CLI::App& command, TalkOptions& options) {
    command.add_flag("--quiet", options.quiet, "No progress bar and no notes; warnings and errors stay");
    command.add_flag("--json", options.json, "Results on standard output as JSON");
}

}  // namespace sketchwalk::cli
