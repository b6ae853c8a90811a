// A folder of models as a source of assets: read, understood and made ready once, then immutable.
//
// The same folder gives the same library on any machine: files are taken in the order of their names, and a design's
// name comes from its path alone, so adding a file renames nothing.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/assets/Source.h"
#include "core/base/Job.h"
#include "core/library/FileWords.h"
#include "core/library/Fit.h"
#include "core/library/Folder.h"

namespace sketchwalk::library {

enum class State { placed, unused, refused };

struct Listed {  // what became of one file
    std::filesystem::path folder;
    std::string file;  // relative to the folder, with '/'
    State state = State::unused;
    std::string category;  // catalogue id; empty where nothing fits
    std::string why;       // unused and refused: the reason, in plain words
    std::string design;    // placed: its name as a Source
    glm::vec3 size{0};     // metres, width, height, depth, where nothing is wished; 0 where it was refused
    size_t triangles = 0, materials = 0;
    bool pictures = false;
    double weight = 1;
};

class AssetLibrary : public assets::Source {
  public:
    // All folders together, in the order given. ErrorKind::input where a folder cannot be listed or its JSON is wrong;
    // a model that cannot be used is refused alone. ErrorKind::interrupted when stopped. `catalogue` must outlive it.
    static Result<AssetLibrary> load(const std::vector<std::filesystem::path>& folders,
                                     const catalogue::Catalogue& catalogue, const FileWords& words, const Job& job);

    const std::vector<Listed>& files() const { return m_files; }  // by folder, then by name
    // One warning for each refused file.
    Diagnostics diagnostics() const;

    std::vector<assets::Design> designs(const catalogue::Entry& entry, const assets::Wish& wish) const override;
    bool has(std::string_view design) const override { return m_models.find(design) != m_models.end(); }
    int variants(std::string_view) const override { return 1; }
    bool understands(std::string_view, std::string_view) const override { return false; }
    assets::Built build(std::string_view design, const assets::Wish& wish, uint64_t variantSeed,
                        const catalogue::Palette& palette) const override;
    // A file as it is, also one that is not placed: at the size its category or, without one, its own shape gives.
    assets::Built show(size_t file, const catalogue::Palette& palette) const;

  private:
    struct Kept {
        ReadyModel ready;
        const catalogue::Entry* entry = nullptr;  // null: nothing fits
        std::vector<std::string> qualities;
        double weight = 1;
    };
    struct Plan;
    static Plan planOf(const Folder& folder, const std::string& file, const catalogue::Catalogue& catalogue,
                       const FileWords& words, const std::map<std::string, struct AssetNote, std::less<>>& notes);
    void take(Plan plan, const std::string& design);

    std::vector<Listed> m_files;
    std::vector<std::shared_ptr<const Kept>> m_kept;                           // one a file; null where it was refused
    std::map<std::string, std::shared_ptr<const Kept>, std::less<>> m_models;  // by design
    std::map<std::string, std::vector<std::string>, std::less<>> m_designs;    // by category, sorted
};

}  // namespace sketchwalk::library
