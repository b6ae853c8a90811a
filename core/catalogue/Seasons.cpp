// Which time of the year a person's words name.
#include <algorithm>

#include "core/catalogue/Catalogue.h"
#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

namespace {

// How many words of the phrase stand in the text from here on: all of them or 0.
size_t matches(const std::vector<std::string>& text, size_t at, const std::string& phrase) {
    const auto words = wordsOf(phrase);
    if (words.empty() || at + words.size() > text.size()) return 0;
    return std::equal(words.begin(), words.end(), text.begin() + static_cast<std::ptrdiff_t>(at)) ? words.size() : 0;
}

// The first season named; the longest phrase counts, and a longer one that means something else hides the word.
const Season* seasonIn(const std::vector<Season>& seasons, std::string_view said) {
    const auto text = wordsOf(said);
    for (size_t at = 0; at < text.size();) {
        const Season* named = nullptr;
        size_t longest = 0;
        for (const Season& season : seasons) {
            for (const auto& phrase : season.phrases) {
                if (const size_t length = matches(text, at, phrase); length > longest)
                    longest = length, named = &season;
            }
            for (const auto& phrase : season.unless) {
                if (const size_t length = matches(text, at, phrase); length > longest)
                    longest = length, named = nullptr;
            }
        }
        if (named != nullptr) return named;
        at += std::max<size_t>(longest, 1);
    }
    return nullptr;
}

}  // namespace

std::string Catalogue::seasonFor(std::string_view base, std::string_view prompt) const {
    for (const auto said : {base, prompt}) {
        if (const Season* season = seasonIn(m_seasons, said)) return season->id;
    }
    return {};
}

}  // namespace sketchwalk::catalogue
