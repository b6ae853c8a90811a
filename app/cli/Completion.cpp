// completion: scripts that teach bash, zsh and fish the commands and options, made from the command definitions.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <memory>

#include "app/cli/CommandFacts.h"
#include "app/cli/Commands.h"
#include "app/cli/Console.h"

namespace sketchwalk::cli {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& between) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

std::vector<std::string> namesOf(const CommandFacts& command) {
    std::vector<std::string> names;
    for (const auto& option : command.options) {
        if (!option.positional) names.insert(names.end(), option.names.begin(), option.names.end());
    }
    return names;
}

std::vector<std::string> commandNames(const std::vector<CommandFacts>& commands) {
    std::vector<std::string> names;
    for (auto command = commands.begin() + 1; command != commands.end(); ++command) names.push_back(command->name);
    return names;
}

std::string functionName(const std::string& program) {
    std::string name = "_" + program;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

bool takesFile(const OptionFacts& option) {
    return option.value == "FILE" || option.value == "FOLDER";
}

std::string without(std::string text, const std::string& characters) {
    text.erase(
        std::remove_if(text.begin(), text.end(), [&](char c) { return characters.find(c) != std::string::npos; }),
        text.end());
    return text;
}

}  // namespace

std::string bashCompletion(const std::vector<CommandFacts>& commands, const std::string& program) {
    std::string values, options, bare;
    for (auto command = commands.begin() + 1; command != commands.end(); ++command) {
        for (const auto& option : command->options) {
            if (option.positional) {
                if (!option.choices.empty())
                    bare += "        " + command->name + ") words='" + joined(option.choices, " ") + "' ;;\n";
                continue;
            }
            if (option.value.empty() || takesFile(option)) continue;
            std::vector<std::string> patterns;
            for (const auto& name : option.names) patterns.push_back(command->name + ":" + name);
            values += "        " + joined(patterns, "|") + ") words='" + joined(option.choices, " ") + "' ;;\n";
        }
        options += "        " + command->name + ") words='" + joined(namesOf(*command), " ") + "' ;;\n";
    }
    const auto function = functionName(program);
    return "# bash completion of " + program + "; load it with: source <(" + program + " completion bash)\n" +
           function +
           "() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= i\n"
           "    for ((i = 1; i < COMP_CWORD; ++i)); do\n"
           "        case ${COMP_WORDS[i]} in\n"
           "        " +
           joined(commandNames(commands), "|") +
           ") command=${COMP_WORDS[i]}; break ;;\n"
           "        esac\n"
           "    done\n"
           "    if [[ -z $command ]]; then\n"
           "        COMPREPLY=($(compgen -W '" +
           joined(commandNames(commands), " ") + " " + joined(namesOf(commands.front()), " ") +
           "' -- \"$current\"))\n"
           "        return\n"
           "    fi\n"
           "    case $command:$previous in\n" +
           values +
           "    *) if [[ $current == -* ]]; then\n"
           "        case $command in\n" +
           options +
           "        esac\n"
           "    else\n"
           "        case $command in\n" +
           bare +
           "        *) compopt -o filenames; COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n"
           "        esac\n"
           "    fi ;;\n"
           "    esac\n"
           "    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
           "}\n"
           "complete -F " +
           function + " " + program + "\n";
}

std::string zshCompletion(const std::vector<CommandFacts>& commands, const std::string& program) {
    const auto argument = [](const OptionFacts& option) {
        const auto told = without(option.description, "'[]:");
        const auto values = takesFile(option) ? std::string("_files") : "(" + joined(option.choices, " ") + ")";
        if (option.positional) return "        '1:" + told + ":" + values + "' \\\n";
        const auto tail = "[" + told + "]" + (option.value.empty() ? "" : ":" + option.value + ":" + values) + "'";
        std::string lines;
        for (const auto& name : option.names) lines += "        '" + name + tail + " \\\n";
        return lines;
    };
    std::string cases, described;
    for (auto command = commands.begin() + 1; command != commands.end(); ++command) {
        described += "        '" + command->name + ":" + without(command->description, "':") + "'\n";
        cases += "    " + command->name + ") _arguments \\\n";
        for (const auto& option : command->options) cases += argument(option);
        cases += "        && return ;;\n";
    }
    std::string whole;
    for (const auto& option : commands.front().options) whole += argument(option);
    const auto function = functionName(program);
    return "#compdef " + program + "\n" + function +
           "() {\n"
           "    local state line\n"
           "    local -a commands=(\n" +
           described +
           "    )\n"
           "    _arguments -C \\\n" +
           whole +
           "        '1:command:->command' '*::argument:->argument' && return\n"
           "    [[ $state == command ]] && { _describe command commands; return }\n"
           "    case $line[1] in\n" +
           cases +
           "    esac\n"
           "}\n"
           "if [[ $funcstack[1] == " +
           function + " ]]; then " + function + " \"$@\"; else compdef " + function + " " + program + "; fi\n";
}

std::string fishCompletion(const std::vector<CommandFacts>& commands, const std::string& program) {
    const auto line = [&](const OptionFacts& option, const std::string& when) {
        if (option.positional && option.choices.empty()) return std::string();  // files, which fish offers by itself
        std::string text = "complete -c " + program + " -n '" + when + "'";
        for (const auto& name : option.names) {
            if (!option.positional)
                text += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        if (!option.choices.empty()) {
            text += std::string(option.positional ? " -f" : " -x") + " -a '" + joined(option.choices, " ") + "'";
        } else if (!option.positional && !option.value.empty()) {
            text += takesFile(option) ? " -r -F" : " -x";
        }
        return text + " -d '" + without(option.description, "'\\") + "'\n";
    };
    std::string text = "# fish completion of " + program + "\n";
    for (const auto& option : commands.front().options) text += line(option, "__fish_use_subcommand");
    for (auto command = commands.begin() + 1; command != commands.end(); ++command) {
        text += "complete -c " + program + " -n __fish_use_subcommand -f -a " + command->name + " -d '" +
                without(command->description, "'\\") + "'\n";
        for (const auto& option : command->options)
            text += line(option, "__fish_seen_subcommand_from " + command->name);
    }
    return text;
}

void addCompletion(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("completion", "Print a shell's completion script");
    const auto shell = std::make_shared<std::string>();
    command->add_option("SHELL", *shell, "The shell")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}))
        ->type_name("NAME");
    command->callback([&program, &session, shell] {
        session.action = [&program, shell](Console& console) -> Result<void> {
            const auto facts = factsOf(program);
            const auto name = program.get_name();
            console.print(*shell == "bash"  ? bashCompletion(facts, name)
                          : *shell == "zsh" ? zshCompletion(facts, name)
                                            : fishCompletion(facts, name));
            return {};
        };
    });
}

}  // namespace sketchwalk::cli
