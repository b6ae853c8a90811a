// sketchwalk-cli: reads a drawn map and makes a world of it.
#ifdef __linux__
#include <malloc.h>
#endif
#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <new>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Interrupt.h"

namespace {

using namespace sketchwalk;

int statusOf(const Error& error) {
    return static_cast<int>(error.kind);
}

// The only place that catches everything: a job must never end the program without a word.
Result<void> runSafely(const cli::Session& session, cli::Console& console) {
    try {
        return session.action(console);
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::input, "The machine has not enough memory for this map. Choose a lower --resolution.");
    } catch (const std::exception& failure) {
        return fail(ErrorKind::input,
                    std::string("Something went wrong inside: ") + failure.what() + ". Please report the map.");
    }
}

}  // namespace

int main(int argc, char** argv) {
#ifdef __linux__
    // Rasters come and go: their memory stays with the process, else every one of them is paged in and cleared anew.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 64 << 20);
#endif

    CLI::App program{"Draws a world from a map: read a sketch, shape the ground, furnish it, write a scene.",
                     "sketchwalk-cli"};
    program.set_version_flag("--version", "sketchwalk-cli " SKETCHWALK_VERSION);
    program.require_subcommand(1);
    program.get_formatter()->column_width(34);

    cli::Interrupt interrupt;
    cli::Session session;
    session.stop = interrupt.token();
    cli::addImport(program, session);
    cli::addGenerate(program, session);
    cli::addRender(program, session);
    cli::addWalk(program, session);
    cli::addInspect(program, session);
    cli::addLibrary(program, session);
    cli::addThumbnail(program, session);
    cli::addRead(program, session);
    cli::addTrain(program, session);
    cli::addCompletion(program, session);
    cli::addMan(program, session);

    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& wrong) {
        const int status = program.exit(wrong);
        return status == 0 ? 0 : static_cast<int>(ErrorKind::usage);
    }

    cli::Console console(session.talk.quiet, session.talk.json);
    auto done = runSafely(session, console);
    if (done && !console.finish()) done = fail(ErrorKind::output, "Standard output could not take the result.");
    if (done) return 0;
    console.error(done.error());
    return statusOf(done.error());
}
