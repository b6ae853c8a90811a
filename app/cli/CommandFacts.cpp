#include "app/cli/CommandFacts.h"

#include <CLI/Option.hpp>

namespace sketchwalk::cli {
namespace {

// A check's description "{iso,map,walk}" inside the type name says which values there are.
std::vector<std::string> choicesIn(const std::string& typeName) {
    std::vector<std::string> choices;
    const auto open = typeName.find('{'), close = typeName.find('}');
    if (open == std::string::npos || close == std::string::npos) return choices;
    std::string choice;
    for (size_t i = open + 1; i <= close; ++i) {
        if (typeName[i] == ',' || typeName[i] == '}') {
            choices.push_back(choice);
            choice.clear();
        } else {
            choice += typeName[i];
        }
    }
    return choices;
}

OptionFacts factsOf(const CLI::Option& option) {
    OptionFacts facts;
    facts.positional = option.get_positional();
    if (facts.positional) facts.names.push_back(option.get_name(true));
    for (const auto& name : option.get_snames()) facts.names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) facts.names.push_back("--" + name);
    facts.required = option.get_required();
    facts.choices = choicesIn(option.get_type_name());
    const bool flag = option.get_items_expected_max() == 0;
    if (!flag) facts.value = facts.choices.empty() ? option.get_type_name() : "VALUE";
    facts.standard = option.get_default_str();
    facts.description = option.get_description();
    return facts;
}

CommandFacts factsOfOne(const CLI::App& app, const std::string& name) {
    CommandFacts facts{name, app.get_description(), {}};
    for (const auto* option : app.get_options()) facts.options.push_back(factsOf(*option));
    return facts;
}

}  // namespace

std::vector<CommandFacts> factsOf(const CLI::App& program) {
    std::vector<CommandFacts> all{factsOfOne(program, "")};
    for (const auto* command : program.get_subcommands({})) all.push_back(factsOfOne(*command, command->get_name()));
    return all;
}

}  // namespace sketchwalk::cli
