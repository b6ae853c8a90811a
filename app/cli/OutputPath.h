// Where results go, checked before the long work begins, so that nobody waits for a file that cannot be written.
#pragma once

#include <filesystem>

#include "core/base/Error.h"

namespace sketchwalk::cli {

// The path that a file may be written to: links followed, its folder there and writable, nothing but a plain file in
// its place. Else ErrorKind::output with the cause. Leaves nothing behind.
Result<std::filesystem::path> outputFile(const std::filesystem::path& path);

// The same for a folder that will be made where it is missing.
Result<std::filesystem::path> outputFolder(const std::filesystem::path& path);

// ErrorKind::usage where the result would replace the input.
Result<void> keepApart(const std::filesystem::path& in, const std::filesystem::path& out);

}  // namespace sketchwalk::cli
