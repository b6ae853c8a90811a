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

struct Error {
    ErrorKind kind = ErrorKind::input;
    std::string text;  // one plain sentence or two: what, where, what to do
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, std::string text) {
    return tl::make_unexpected(Error{kind, std::move(text)});
}

enum class Severity { note, warning };

struct Diagnostic {
    Severity severity = Severity::warning;
    std::optional<int64_t> stroke;  // the drawn stroke it is about
    std::string text;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace sketchwalk
