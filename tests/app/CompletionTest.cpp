// The manual page and the completions must name every command and option that --help names.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

std::set<std::string> matches(const std::string& text, const std::string& pattern) {
    std::set<std::string> found;
    const std::regex expression(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) found.insert((*at)[1]);
    return found;
}

// Command names, as the help lists them after "Subcommands:".
std::set<std::string> commands() {
    const auto help = cli({"--help"}).out;
    return matches(help.substr(help.find("Subcommands:")), "\n  ([a-z]+) ");
}

std::set<std::string> optionsOf(const std::string& command) {
    return matches(cli({command, "--help"}).out, "(--[a-z][a-z-]+)");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

TEST(Completion, TheHelpNamesTheContract) {
    EXPECT_EQ(commands(), (std::set<std::string>{"import", "generate", "render", "inspect", "library", "walk", "read",
                                                 "train", "thumbnail", "completion", "man"}));
    const auto options = optionsOf("generate");
    for (const char* option :
         {"--legend", "--prompt",  "--extent",  "--package", "--seed",     "--resolution", "--profile",
          "--report", "--library", "--navmesh", "--stl",     "--stl-size", "--stl-base",   "--threads",
          "--device", "--quiet",   "--json",    "--output",  "--styles",   "--help"}) {
        EXPECT_EQ(options.count(option), 1U) << option;
    }
    EXPECT_EQ(options.size(), 20U);
}

TEST(Completion, EveryShellKnowsEveryCommandAndOption) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const auto script = cli({"completion", shell});
        ASSERT_EQ(script.status, 0);
        for (const auto& command : commands()) {
            EXPECT_NE(script.out.find(command), std::string::npos) << shell << " " << command;
            for (const auto& option : optionsOf(command)) {
                const auto written = std::string(shell) == "fish" ? "-l " + option.substr(2) : option;
                EXPECT_NE(script.out.find(written), std::string::npos) << shell << " " << command << " " << option;
            }
        }
        EXPECT_NE(script.out.find("walk"), std::string::npos) << "values of --view in " << shell;
    }
}

TEST(Completion, TheManualPageNamesEveryCommandAndOption) {
    const auto page = cli({"man"});
    ASSERT_EQ(page.status, 0);
    for (const auto& command : commands()) {
        const auto start = page.out.find(".SS " + command + "\n");
        ASSERT_NE(start, std::string::npos) << command;
        const auto section = page.out.substr(start, page.out.find(".SS ", start + 4) - start);
        for (const auto& option : optionsOf(command)) {
            EXPECT_NE(section.find(replaced(option, "-", "\\-")), std::string::npos) << command << " " << option;
        }
    }
    for (const char* status : {"130", "\n5\n", "\n4\n", "\n3\n", "\n2\n"})
        EXPECT_NE(page.out.find(status), std::string::npos);
}

// What bash offers after the words, the last one unfinished.
std::string offered(const std::string& words) {
    const auto script = "source <('" SKETCHWALK_CLI "' completion bash); COMP_WORDS=(sketchwalk-cli " + words +
                        "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _sketchwalk_cli; echo \"${COMPREPLY[*]}\"";
    const auto outcome = run({"bash", "-c", script});
    EXPECT_EQ(outcome.err, "");
    return outcome.out;
}

TEST(Completion, BashOffersWhatFits) {
    EXPECT_EQ(offered("gen"), "generate\n");
    EXPECT_EQ(offered("generate --de"), "--device\n");
    EXPECT_EQ(offered("render --view ''"), "iso map walk\n");
    EXPECT_EQ(offered("completion f"), "fish\n");
    EXPECT_EQ(offered("generate map.png --device c"), "cpu\n");
}

}  // namespace
}  // namespace sketchwalk::test
