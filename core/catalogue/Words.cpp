#include <algorithm>

#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

namespace {

// The plain letter of U+00C0 .. U+00FF, or 0 where there is none.
char folded(unsigned char second) {
    static constexpr char kPlain[] = "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";
    const int at = second - 0x80;
    if (at < 0 || at >= 64) return 0;
    return kPlain[at] == ' ' ? 0 : kPlain[at];
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view text) {
    constexpr size_t kWords = 32, kLetters = 40, kBytes = 2000;
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty() && words.size() < kWords) words.push_back(word);
        word.clear();
    };
    text = text.substr(0, kBytes);
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        char letter = 0;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            letter = static_cast<char>(c);
        } else if (c >= 'A' && c <= 'Z') {
            letter = static_cast<char>(c - 'A' + 'a');
        } else if (c == 0xC3 && i + 1 < text.size()) {
            letter = folded(static_cast<unsigned char>(text[++i]));
        } else if (c == '\'') {
            const bool s = i + 1 < text.size() && (text[i + 1] == 's' || text[i + 1] == 'S');
            const bool ends = i + 2 >= text.size() || text[i + 2] == ' ';
            if (s && ends) ++i;  // the king's palace
            continue;
        }
        if (letter == 0) {
            close();
        } else if (word.size() < kLetters) {
            word.push_back(letter);
        }
    }
    close();
    return words;
}

bool oneSlipApart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    size_t same = 0;
    while (same < a.size() && a[same] == b[same]) ++same;
    if (a.size() < b.size()) return a.substr(same) == b.substr(same + 1);
    if (same == a.size()) return true;
    if (a.substr(same + 1) == b.substr(same + 1)) return true;
    return same + 1 < a.size() && a[same] == b[same + 1] && a[same + 1] == b[same] &&
           a.substr(same + 2) == b.substr(same + 2);
}

}  // namespace sketchwalk::catalogue
