// The commands and options as the program defines them, in a plain form that the man page and the completions are made
// from, so that neither can name what does not exist or forget what does.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace sketchwalk::cli {

struct OptionFacts {
    std::vector<std::string> names;  // "-o" "--output"; for a positional its one name
    bool positional = false;
    bool required = false;
    std::string value;                 // "FILE", "N"; empty: a flag
    std::vector<std::string> choices;  // all allowed values, where they are few
    std::string standard;              // value where not given; may be empty
    std::string description;
};

struct CommandFacts {
    std::string name;  // empty: the program itself
    std::string description;
    std::vector<OptionFacts> options;
};

// The program first, then its commands in their order.
std::vector<CommandFacts> factsOf(const CLI::App& program);

std::string manPage(const std::vector<CommandFacts>& commands, const std::string& program);
std::string bashCompletion(const std::vector<CommandFacts>& commands, const std::string& program);
std::string zshCompletion(const std::vector<CommandFacts>& commands, const std::string& program);
std::string fishCompletion(const std::vector<CommandFacts>& commands, const std::string& program);

}  // namespace sketchwalk::cli
