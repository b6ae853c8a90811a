#include "core/base/Error.h"

#include <algorithm>
#include <cstddef>

namespace sketchwalk {

std::string inEnglish(const Sentence& sentence) {
    std::string text;
    const std::string& words = sentence.words;
    for (size_t i = 0; i < words.size(); ++i) {
        const size_t name = words[i] == '%' && i + 1 < words.size() ? static_cast<size_t>(words[i + 1] - '1') : 9;
        if (name < sentence.names.size()) {
            text += sentence.names[name];
            std::replace(text.end() - static_cast<std::ptrdiff_t>(sentence.names[name].size()), text.end(), '_', ' ');
            ++i;
        } else {
            text += words[i];
        }
    }
    return text;
}

Diagnostic diagnosticOf(Severity severity, std::optional<int64_t> stroke, Sentence sentence) {
    std::string text = inEnglish(sentence);
    return {severity, stroke, std::move(text), std::move(sentence)};
}

}  // namespace sketchwalk
