#include "core/library/FileWords.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/File.h"
#include "core/catalogue/JsonFields.h"

namespace sketchwalk::library {
namespace {

using nlohmann::json;

constexpr size_t kMostWords = 12;
constexpr double kSure = 0.9;  // confidence of the phrase reader from which its word is taken

std::string joined(const std::vector<std::string>& words, size_t begin, size_t end) {
    std::string text;
    for (size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + words[i];
    return text;
}

// The longest run of words that the table knows, the leftmost of such; the table's end where it knows none.
template <class Table>
auto longest(const std::vector<std::string>& words, const Table& table) {
    for (size_t length = words.size(); length > 0; --length) {
        for (size_t begin = 0; begin + length <= words.size(); ++begin) {
            if (auto found = table.find(joined(words, begin, begin + length)); found != table.end()) return found;
        }
    }
    return table.end();
}

std::string pathWithoutEnding(std::string_view path) {
    const size_t slash = path.rfind('/');
    const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

std::map<std::string, std::string, std::less<>> texts(const json& object, const catalogue::JsonFields& fields) {
    std::map<std::string, std::string, std::less<>> table;
    for (const auto& [key, value] : object.items()) {
        if (!value.is_string()) fields.flaw(key, "must be a text");
        table[key] = value.get<std::string>();
    }
    return table;
}

std::map<std::string, double, std::less<>> numbers(const json& object, const catalogue::JsonFields& fields,
                                                   double least, double most) {
    std::map<std::string, double, std::less<>> table;
    for (const auto& [key, value] : object.items()) {
        if (!value.is_number() || !(value.get<double>() >= least && value.get<double>() <= most)) {
            fields.flaw(key, "must be a number from " + json(least).dump() + " to " + json(most).dump());
        }
        table[key] = value.get<double>();
    }
    return table;
}

}  // namespace

std::vector<std::string> nameWords(std::string_view stem) {
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty() && words.size() < kMostWords) words.push_back(word);
        word.clear();
    };
    char before = 0;
    for (const char c : stem.substr(0, 200)) {
        const bool capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z';
        if (!capital && !small) {
            close();
        } else {
            if (capital && before >= 'a' && before <= 'z') close();
            word += static_cast<char>(capital ? c - 'A' + 'a' : c);
        }
        before = c;
    }
    close();
    return words;
}

Result<FileWords> FileWords::load(const std::filesystem::path& file, const catalogue::Catalogue& catalogue) {
    const Result<std::string> text = readText(file, 1U << 20);
    if (!text) return fail(ErrorKind::resource, text.error().text);
    return parse(*text, file.string(), catalogue);
}

Result<FileWords> FileWords::parse(std::string_view text, std::string_view file,
                                   const catalogue::Catalogue& catalogue) {
    const std::string name(file);
    const json root = json::parse(text, nullptr, false);
    if (!root.is_object()) return fail(ErrorKind::resource, name + ": is no JSON object.");
    FileWords words(catalogue);
    try {
        catalogue::JsonFields fields(root, name);
        if (fields.text("format") != "sketchwalk-library-words")
            fields.flaw("format", "must be sketchwalk-library-words");
        fields.number("version", 1, 1);
        fields.text("about", "");
        words.m_means = texts(fields.object("means"), fields);
        words.m_unfit = texts(fields.object("unfit"), fields);
        words.m_sizes = numbers(fields.object("sizes"), fields, 0.01, 100);
        words.m_weights = numbers(fields.object("weights"), fields, 0, 100);
        words.m_turns = numbers(fields.object("turns"), fields, -360, 360);
        for (const std::string& skip : fields.textsOrNone("skip")) words.m_skip.insert(skip);
        fields.nothingElse();
        for (const auto& [phrase, id] : words.m_means) {
            if (!id.empty() && catalogue.find(id) == nullptr)
                fields.flaw(phrase, "names no entry of the catalogue: " + id);
        }
    } catch (const catalogue::Flaw& flaw) {
        return fail(ErrorKind::resource, flaw.text);
    }
    return words;
}

// By the catalogue's phrases: the whole, then shorter and shorter beginnings, then what stands further on. Packs put
// the thing first and say more of it after ("tree_oak"), so each run is tried backwards too ("oak tree").
const catalogue::Entry* FileWords::named(const std::vector<std::string>& words,
                                         std::vector<std::string>& qualities) const {
    for (size_t begin = 0; begin < words.size(); ++begin) {
        for (size_t end = words.size(); end > begin; --end) {
            std::vector<std::string> run(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                         words.begin() + static_cast<std::ptrdiff_t>(end));
            for (int turn = 0; turn < (run.size() > 1 ? 2 : 1); ++turn) {
                const catalogue::Meaning meaning = m_catalogue->resolve(joined(run, 0, run.size()));
                if (meaning.entry != nullptr && meaning.confidence >= kSure) {
                    qualities = meaning.qualities;
                    return meaning.entry;
                }
                std::reverse(run.begin(), run.end());
            }
        }
    }
    return nullptr;
}

FileMeaning FileWords::readName(const std::vector<std::string>& words) const {
    FileMeaning meaning;
    for (const std::string& word : words) {
        if (const auto size = m_sizes.find(word); size != m_sizes.end()) meaning.size *= size->second;
        if (const auto weight = m_weights.find(word); weight != m_weights.end()) meaning.weight *= weight->second;
    }
    std::vector<std::string> telling;
    for (const std::string& word : words) {
        if (!m_skip.contains(word)) telling.push_back(word);
    }
    if (telling.empty()) telling = words;
    if (const auto turn = longest(words, m_turns); turn != m_turns.end()) meaning.turn = turn->second;
    const auto unfit = longest(words, m_unfit);
    if (unfit != m_unfit.end()) meaning.why = unfit->second;
    const catalogue::Entry* entry = nullptr;
    auto known = longest(words, m_means);
    const auto skipping = longest(telling, m_means);
    if (skipping != m_means.end() && (known == m_means.end() || skipping->first.size() > known->first.size())) {
        known = skipping;
    }
    if (known != m_means.end()) {
        entry = m_catalogue->find(known->second);
    } else {
        entry = named(telling, meaning.qualities);
    }
    for (const std::string& word : words) {  // "red", "wooden": each word for itself
        for (const std::string& quality : m_catalogue->resolve(word).qualities) {
            if (std::find(meaning.qualities.begin(), meaning.qualities.end(), quality) == meaning.qualities.end()) {
                meaning.qualities.push_back(quality);
            }
        }
    }
    if (entry == nullptr) {
        if (meaning.why.empty()) meaning.why = "nothing in the catalogue is called so";
    } else if (entry->kind != catalogue::Kind::object) {
        if (meaning.why.empty()) meaning.why = "it is called a " + entry->id + ", which the program makes itself";
    } else {
        meaning.category = entry->id;
    }
    return meaning;
}

FileMeaning FileWords::read(std::string_view path) const {
    std::string_view rest = path;
    std::vector<std::string> words = nameWords(pathWithoutEnding(rest));
    // "trees/01.glb": the folder says what the name does not.
    const auto saysNothing = [](const std::string& word) { return word.size() < 2; };
    while (std::all_of(words.begin(), words.end(), saysNothing) && rest.rfind('/') != std::string_view::npos) {
        rest = rest.substr(0, rest.rfind('/'));
        words = nameWords(pathWithoutEnding(std::string(rest) + "."));
    }
    return readName(words);
}

}  // namespace sketchwalk::library
