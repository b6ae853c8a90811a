// Reads the tree of a recipe out of JSON; used by parseGrammar and parseParts only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Grammar.h"
#include "core/assets/GrammarWords.h"
#include "core/assets/RecipeJson.h"

namespace sketchwalk::assets {

class GrammarReader {
  public:
    GrammarReader(std::string_view file, Library& library);

    void readRecipe(const Json& root, Grammar& grammar);
    void readParts(const Json& value, const std::string& at, Parts& parts);
    Result<void> result() const { return m_complaints.result(); }

  private:
    Expression readExpression(const Json& value, const std::string& at);
    std::vector<Expression> readNumbers(const Json& value, const std::string& at, int least, int most);
    std::vector<Local> readLocals(const Json& value, const std::string& at, bool bind);
    std::vector<Node> readNodes(const Json& value, const std::string& at);
    Node readNode(const Json& value, const std::string& at);
    void readMain(const OperationWord& word, const Json& value, const std::string& at, Node& node);
    void readPoints(const Json& value, const std::string& at, int least, int dimension, Node& node);
    void readChoices(const Json& value, const std::string& at, Node& node);
    void readUse(const Json& value, const std::string& at, Node& node);
    void readKey(const OperationWord& word, const std::string& key, const Json& value, const std::string& at,
                 Node& node);
    bool readWord(const OperationWord& word, const std::string& key, const Json& value, const std::string& at,
                  Node& node);
    void readArguments(const Json& value, const std::string& at, Node& node);
    int readMaterial(const Json& value, const std::string& at);
    void readRecipeMaterials(const Json& value, const std::string& at, Grammar& grammar);
    MaterialOption readOption(const Json& value, const std::string& at);
    void readSize(const Json& value, const std::string& at, Grammar& grammar);
    int definedMaterial(const std::string& name, const std::string& at);

    Complaints m_complaints;
    Library& m_library;
    Parts m_parts;                // the recipe's own, before the shared ones
    std::vector<int> m_builtins;  // names that no parameter may take
    std::vector<int> m_scope;     // symbols that expressions may name here
    std::vector<int> m_aliases;   // the recipe's own material names
    int m_draws = 0;
    int m_nodes = 0;
};

}  // namespace sketchwalk::assets
