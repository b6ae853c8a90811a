// What can go wrong, and oddities that leave a usable result.
//
// Error: the call gave nothing. Its text says what happened, where (file, key, stroke) and what the user can do.
// Diagnostic: the call gave a result, but something in the input was odd; the stroke is named where there is one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace sketchwalk {

// The exit status of the command line follows the kind (docs: formats).
enum class ErrorKind {
    usage = 2,         // the call itself is wrong
    input = 3,         // the input cannot be used
    resource = 4,      // a model or resource of ours is missing or corrupt
    output = 5,        // the result cannot be written
    interrupted = 130  // the user asked to stop
};

// What is said to a person, so that the window can say it in another language: English words in which %1, %2 ... stand
// for names: catalogue ids, what somebody wrote, and of an error files, numbers and causes.
struct Sentence {
    std::string words;
    std::vector<std::string> names;
};

struct Error {
    ErrorKind kind = ErrorKind::input;
    std::string text;        // in English: one plain sentence or two: what, where, what to do
    Sentence sentence = {};  // the same; no words where it is about a file's insides
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string text) {
    return tl::make_unexpected(Error{kind, std::move(text)});
}
Error errorOf(ErrorKind kind, Sentence sentence);
inline tl::unexpected<Error> fail(ErrorKind kind, Sentence sentence) {
    return tl::make_unexpected(errorOf(kind, std::move(sentence)));
}

enum class Severity { note, warning };

std::string inEnglish(const Sentence& sentence);  // names as they stand

struct Diagnostic {
    Severity severity = Severity::warning;
    std::optional<int64_t> stroke;  // the drawn stroke it is about
    std::string text;               // in English
    Sentence sentence = {};         // the same; no words where it is about a file's insides
};
// Of the names those that are catalogue ids are shown as words.
Diagnostic diagnosticOf(Severity severity, std::optional<int64_t> stroke, Sentence sentence);

using Diagnostics = std::vector<Diagnostic>;

}  // namespace sketchwalk
