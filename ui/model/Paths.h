// Paths of the file system as Qt's text, and back; of any letters.
#pragma once

#include <QString>
#include <filesystem>

namespace sketchwalk::ui {

inline std::filesystem::path toPath(const QString& text) {
    return std::filesystem::path(text.toStdU16String());
}

inline QString fromPath(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

}  // namespace sketchwalk::ui
