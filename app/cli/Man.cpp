// man: the manual page, made from the command definitions.
#include <algorithm>

#include "app/cli/CommandFacts.h"
#include "app/cli/Commands.h"
#include "app/cli/Console.h"

namespace sketchwalk::cli {
namespace {

// Backslashes and hyphens have meanings in troff, and so has a dot or a quote at the start of a line.
std::string escaped(const std::string& text) {
    std::string out;
    if (!text.empty() && (text[0] == '.' || text[0] == '\'')) out += "\\&";
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::string heading(const OptionFacts& option) {
    std::string line;
    for (const auto& name : option.names) {
        line +=
            (line.empty() ? "" : ", ") + (option.positional ? "\\fI" : std::string("\\fB")) + escaped(name) + "\\fR";
    }
    if (!option.positional && !option.choices.empty()) {
        line += " ";
        for (size_t i = 0; i < option.choices.size(); ++i) line += (i ? "|" : "") + escaped(option.choices[i]);
    } else if (!option.positional && !option.value.empty()) {
        line += " \\fI" + escaped(option.value) + "\\fR";
    }
    return line;
}

std::string entry(const OptionFacts& option) {
    std::string text = ".TP\n" + heading(option) + "\n" + escaped(option.description);
    if (!option.standard.empty()) text += " (default: " + escaped(option.standard) + ")";
    if (option.required && !option.positional) text += " (needed)";
    return text + ".\n";
}

constexpr const char* kTail =
    ".SH EXIT STATUS\n"
    ".TP\n0\ndone\n.TP\n2\nwrong usage\n.TP\n3\nthe input cannot be used\n.TP\n4\na resource is missing or corrupt\n"
    ".TP\n5\nthe result cannot be written\n.TP\n130\ninterrupted; no half\\-written file is left\n"
    ".SH ENVIRONMENT\n"
    ".TP\n\\fBSKETCHWALK_RESOURCES\\fR\nthe folder with the catalogue and the recipes, instead of the installed one\n"
    ".SH EXAMPLES\n"
    ".TP\nA package with a preview picture:\n"
    "sketchwalk\\-cli generate village.sketch.json \\-\\-package out/village\n"
    ".TP\nA picture from eye height:\n"
    "sketchwalk\\-cli render village.sketch.json \\-o walk.png \\-\\-view walk \\-\\-size 1280x720\n";

}  // namespace

std::string manPage(const std::vector<CommandFacts>& commands, const std::string& program) {
    std::string text =
        ".TH " + upper(program) + " 1 \"\" \"" + program + " " SKETCHWALK_VERSION "\" \"User Commands\"\n";
    const auto& whole = commands.front();
    text += ".SH NAME\n" + escaped(program) + " \\- makes a walkable world of a drawn map\n";
    text += ".SH SYNOPSIS\n\\fB" + escaped(program) + "\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
    text += ".SH DESCRIPTION\n" + escaped(whole.description) + "\n";
    text += "Results go to standard output; the progress bar, notes, warnings and errors go to standard error.\n";
    text += ".SH OPTIONS\n";
    for (const auto& option : whole.options) text += entry(option);
    text += ".SH COMMANDS\n";
    for (auto command = commands.begin() + 1; command != commands.end(); ++command) {
        text += ".SS " + escaped(command->name) + "\n" + escaped(command->description) + ".\n";
        for (const auto& option : command->options) text += entry(option);
    }
    return text + kTail;
}

void addMan(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("man", "Print the manual page");
    command->callback([&program, &session] {
        session.action = [&program](Console& console) -> Result<void> {
            console.print(manPage(factsOf(program), program.get_name()));
            return {};
        };
    });
}

}  // namespace sketchwalk::cli
