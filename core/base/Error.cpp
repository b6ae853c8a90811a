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
            ++i;
        } else {
            text += words[i];
        }
    }
    return text;
}

Error errorOf(ErrorKind kind, Sentence sentence) {
    std::string text = inEnglish(sentence);
    return {kind, std::move(text), std::move(sentence)};
}

Diagnostic diagnosticOf(Severity severity, std::optional<int64_t> stroke, Sentence sentence) {
    Sentence shown = sentence;
    for (std::string& name : shown.names) std::replace(name.begin(), name.end(), '_', ' ');
    return {severity, stroke, inEnglish(shown), std::move(sentence)};
}

}  // namespace sketchwalk
