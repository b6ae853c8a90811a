// What a model's file name says: "tree_pineTallA_detailed.glb" is a tall pine. A table of what packs call things
// (resources/library-words.json) goes before the catalogue's reader of phrases.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::library {

struct FileMeaning {
    std::string category;  // id of an object of the catalogue; empty where nothing fits
    std::string why;       // where it is not placed: "a corner piece; ..."; else empty
    std::vector<std::string> qualities;
    double size = 1;    // of the category's usual size
    double turn = 0;    // degrees about the upright axis that packs of this kind need
    double weight = 1;  // how often it is chosen against others of its category
};

class FileWords {
  public:
    // ErrorKind::resource where the table is missing or wrong; `catalogue` must outlive it.
    static Result<FileWords> load(const std::filesystem::path& file, const catalogue::Catalogue& catalogue);
    static Result<FileWords> parse(std::string_view json, std::string_view file, const catalogue::Catalogue& catalogue);

    // `path` is relative to the library, with '/'.
    FileMeaning read(std::string_view path) const;

  private:
    explicit FileWords(const catalogue::Catalogue& catalogue) : m_catalogue(&catalogue) {}
    FileMeaning readName(const std::vector<std::string>& words) const;
    const catalogue::Entry* named(const std::vector<std::string>& words, std::vector<std::string>& qualities) const;

    const catalogue::Catalogue* m_catalogue;
    std::map<std::string, std::string, std::less<>> m_means, m_unfit;
    std::map<std::string, double, std::less<>> m_sizes, m_weights, m_turns;
    std::set<std::string, std::less<>> m_skip;
};

// Lower-case words of a name without its ending: split at what is no letter, at digits, and where a capital follows a
// small letter.
std::vector<std::string> nameWords(std::string_view stem);

}  // namespace sketchwalk::library
