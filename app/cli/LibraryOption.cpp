#include "app/cli/LibraryOption.h"

#include <CLI/Option.hpp>
#include <memory>

#include "core/base/File.h"

namespace sketchwalk::cli {

void addLibraryOption(CLI::App& command, std::vector<std::filesystem::path>& folders) {
    command
        .add_option("--library", folders,
                    "A folder of glTF, GLB or OBJ models to use in place of recipes; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FOLDER");
}

Result<library::AssetLibrary> readLibrary(const std::vector<std::filesystem::path>& folders,
                                          const catalogue::Catalogue& catalogue, const Job& job) {
    const auto words = library::FileWords::load(resourceFolder() / "library-words.json", catalogue);
    if (!words) return tl::make_unexpected(words.error());
    return library::AssetLibrary::load(folders, catalogue, *words, job);
}

Result<void> takeLibrary(const std::vector<std::filesystem::path>& folders, pipeline::Resources& resources,
                         Diagnostics& diagnostics, const Job& job) {
    if (folders.empty()) return {};
    auto library = readLibrary(folders, resources.catalogue, job);
    if (!library) return tl::make_unexpected(library.error());
    const Diagnostics refused = library->diagnostics();
    diagnostics.insert(diagnostics.end(), refused.begin(), refused.end());
    resources.ownAssets = std::make_shared<const library::AssetLibrary>(std::move(*library));
    return {};
}

}  // namespace sketchwalk::cli
