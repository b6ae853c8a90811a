// The trainer alone: `sketchwalk-cli train` without the rest of the program.
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Interrupt.h"

int main(int argc, char** argv) {
    using namespace sketchwalk;
    CLI::App program{"Trains the networks of Sketchwalk.", "sketchwalk-trainer"};
    program.require_subcommand(1);
    cli::Interrupt interrupt;
    cli::Session session;
    session.stop = interrupt.token();
    cli::addTrain(program, session);
    CLI11_PARSE(program, argc, argv);
    cli::Console console(session.talk.quiet, session.talk.json);
    const auto done = session.action(console);
    if (done) return 0;
    console.error(done.error());
    return static_cast<int>(done.error().kind);
}
