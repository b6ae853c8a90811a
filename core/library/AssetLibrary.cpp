#include "core/library/AssetLibrary.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "core/base/Hash.h"
#include "core/base/Parallel.h"
#include "core/library/ModelBuilder.h"
#include "core/library/Notes.h"

namespace sketchwalk::library {
namespace {

constexpr uint64_t kMostNoteBytes = 1U << 20;
constexpr int kMostModels = 4000;
constexpr const char* kNoteEnding = ".asset.json";

using Notes = std::map<std::string, AssetNote, std::less<>>;

std::string stemOf(std::string_view path) {
    const size_t dot = path.rfind('.');
    return std::string(path.substr(
        0, dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos ? path.size() : dot));
}

Result<void> readNotes(const Folder& folder, const std::string& file, Notes& notes) {
    const bool one = file.ends_with(kNoteEnding);
    const size_t slash = file.rfind('/');
    const std::string prefix = slash == std::string::npos ? "" : file.substr(0, slash + 1);
    if (!one && file.substr(prefix.size()) != "library.json") return {};
    const std::string shown = (folder.path() / file).string();
    const auto bytes = folder.read(file, kMostNoteBytes);
    if (!bytes) return fail(ErrorKind::input, shown + ": " + bytes.error().text + ".");
    std::string beside;  // the model whose name the note bears
    const std::string stem = one ? file.substr(0, file.size() - std::string_view(kNoteEnding).size()) : "";
    for (const std::string& other : folder.files()) {
        if (one && isModelName(other) && stemOf(other) == stem) beside = other.substr(prefix.size());
    }
    if (one && beside.empty()) return {};  // its model is gone
    auto read = parseNotes({reinterpret_cast<const char*>(bytes->data()), bytes->size()}, shown, beside);
    if (!read) return tl::make_unexpected(read.error());
    for (auto& [name, note] : *read) {
        const std::string path = std::filesystem::path(prefix + name).lexically_normal().generic_string();
        if (one || !notes.contains(path)) notes[path] = std::move(note);  // the nearest to the file counts
    }
    return {};
}

Result<Notes> notesOf(const Folder& folder) {
    Notes notes;
    for (const bool single : {false, true}) {
        for (const std::string& file : folder.files()) {
            if (file.ends_with(kNoteEnding) != single) continue;
            if (auto read = readNotes(folder, file, notes); !read) return tl::make_unexpected(read.error());
        }
    }
    return notes;
}

void recolour(Model& model, const AssetNote& note) {
    for (assets::Material& material : model.materials) {
        auto found = note.colours.find(material.name);
        if (found == note.colours.end()) found = note.colours.find("*");
        if (found == note.colours.end()) continue;
        material.colour = found->second;
        material.pictures = nullptr;
    }
}

// A category of no kind, for showing what nothing fits: as large as the file says.
catalogue::Entry nameless(const glm::dvec3& size) {
    catalogue::Entry entry;
    entry.family = "building";
    entry.size = {std::max(size.x, 1e-3), std::max(size.z, 1e-3), std::max(size.y, 1e-3)};
    return entry;
}

std::string fingerprint(const std::string& text) {
    std::array<char, 16> hex{};
    std::snprintf(hex.data(), hex.size(), "%06x", static_cast<unsigned>(hashText(text) & 0xffffff));
    return hex.data();
}

}  // namespace

struct AssetLibrary::Plan {  // a file on its way in
    Listed listed;
    const catalogue::Entry* entry = nullptr;
    FileMeaning meaning;
    Stance stance;
    const AssetNote* note = nullptr;
    const Folder* folder = nullptr;
    Result<ReadyModel> ready = fail(ErrorKind::interrupted, "stopped");
};

AssetLibrary::Plan AssetLibrary::planOf(const Folder& folder, const std::string& file,
                                        const catalogue::Catalogue& catalogue, const FileWords& words,
                                        const Notes& notes) {
    Plan plan;
    plan.folder = &folder;
    plan.listed.folder = folder.path();
    plan.listed.file = file;
    plan.meaning = words.read(file);
    if (const auto found = notes.find(file); found != notes.end()) {
        plan.note = &found->second;
        plan.stance = plan.note->stance;
        if (plan.note->category) {
            const std::string& named = *plan.note->category;
            const catalogue::Entry* entry = catalogue.find(named);
            if (entry == nullptr && !named.empty()) entry = catalogue.resolve(named).entry;
            const bool good = entry != nullptr && entry->kind == catalogue::Kind::object;
            plan.meaning.category = good ? entry->id : "";
            plan.meaning.why = good            ? ""
                               : named.empty() ? "the library's owner says so"
                                               : "the catalogue has no object '" + named + "'";
            plan.meaning.size = 1;
            plan.meaning.weight = 1;
        }
        if (plan.note->weight) plan.meaning.weight = *plan.note->weight;
    }
    plan.stance.factor = plan.meaning.size;
    if (plan.note == nullptr) plan.stance.turn = plan.meaning.turn;
    plan.listed.category = plan.meaning.category;
    plan.listed.why = plan.meaning.why;
    plan.listed.weight = plan.meaning.weight;
    plan.entry = plan.meaning.category.empty() ? nullptr : catalogue.find(plan.meaning.category);
    return plan;
}

void AssetLibrary::take(Plan plan, const std::string& design) {
    Listed& listed = plan.listed;
    if (!plan.ready) {
        listed.state = State::refused;
        listed.why = plan.ready.error().text;
        m_files.push_back(std::move(listed));
        m_kept.push_back(nullptr);
        return;
    }
    auto kept = std::make_shared<Kept>();
    kept->ready = std::move(*plan.ready);
    kept->entry = plan.entry;
    kept->qualities = plan.meaning.qualities;
    kept->weight = plan.meaning.weight;
    const Model& model = kept->ready.model;
    listed.triangles = model.triangles();
    std::set<int> used;
    for (const auto& primitive : model.primitives) used.insert(primitive.material);
    listed.materials = used.size();
    for (const int material : used) {
        listed.pictures = listed.pictures || model.materials[static_cast<size_t>(material)].pictures != nullptr;
    }
    listed.state = plan.entry != nullptr && listed.why.empty() ? State::placed : State::unused;
    if (listed.state == State::placed) {
        listed.design = design;
        m_models[design] = kept;
        m_designs[plan.entry->id].push_back(design);
    }
    const catalogue::Entry entry = plan.entry != nullptr ? *plan.entry : nameless(kept->ready.size);
    const auto built = fitted(kept->ready, entry, {}, {});
    listed.size = built.mesh->max - built.mesh->min;
    m_files.push_back(std::move(listed));
    m_kept.push_back(std::move(kept));
}

Result<AssetLibrary> AssetLibrary::load(const std::vector<std::filesystem::path>& paths,
                                        const catalogue::Catalogue& catalogue, const FileWords& words, const Job& job) {
    std::vector<Folder> folders;
    std::vector<Notes> notes;
    for (const auto& path : paths) {
        auto folder = Folder::open(path);
        if (!folder) return tl::make_unexpected(folder.error());
        auto read = notesOf(*folder);
        if (!read) return tl::make_unexpected(read.error());
        folders.push_back(std::move(*folder));
        notes.push_back(std::move(*read));
    }
    std::vector<Plan> plans;
    for (size_t i = 0; i < folders.size(); ++i) {
        for (const std::string& file : folders[i].files()) {
            if (isModelName(file)) plans.push_back(planOf(folders[i], file, catalogue, words, notes[i]));
        }
    }
    if (plans.size() > kMostModels) {
        return fail(ErrorKind::input, "The library holds " + std::to_string(plans.size()) + " models, more than " +
                                          std::to_string(kMostModels) + ". Give the folder of one pack.");
    }
    PictureShelf pictures;
    parallelFor(job.threads, static_cast<int>(plans.size()), [&](int i) {
        if (job.stopped()) return;
        Plan& plan = plans[static_cast<size_t>(i)];
        const auto bytes = plan.folder->read(plan.listed.file, kMostFileBytes);
        auto model = bytes ? readModel(plan.listed.file, *bytes, plan.folder->neighboursOf(plan.listed.file), pictures)
                           : Result<Model>(tl::make_unexpected(bytes.error()));
        if (!model) {
            plan.ready = tl::make_unexpected(model.error());
            return;
        }
        if (plan.note != nullptr) recolour(*model, *plan.note);
        const glm::dvec3 size(model->max - model->min);
        if (plan.entry != nullptr) {
            plan.ready = madeReady(*model, *plan.entry, plan.stance);
            if (plan.ready) return;
            plan.listed.why = plan.ready.error().text;  // sound, but not fit for what it is called
            plan.entry = nullptr;
        }
        plan.ready = madeReady(std::move(*model), nameless(size), plan.stance);
    });
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped while reading the library.");

    std::map<std::string, int> taken;  // designs by the plain name of their path
    for (const Plan& plan : plans) ++taken["lib_" + plainName(stemOf(plan.listed.file))];
    AssetLibrary library;
    std::set<std::string> names;
    for (Plan& plan : plans) {
        std::string design = "lib_" + plainName(stemOf(plan.listed.file));
        if (taken[design] > 1) design += "_" + fingerprint(plan.listed.file);
        while (!names.insert(design).second) design += "_more";  // the same path in a second folder
        library.take(std::move(plan), design);
    }
    for (auto& [category, designs] : library.m_designs) std::sort(designs.begin(), designs.end());
    return library;
}

Diagnostics AssetLibrary::diagnostics() const {
    Diagnostics list;
    for (const Listed& file : m_files) {
        if (file.state != State::refused) continue;
        list.push_back({Severity::warning,
                        {},
                        "The model " + (file.folder / file.file).string() + " was refused: " + file.why + "."});
    }
    return list;
}

std::vector<assets::Design> AssetLibrary::designs(const catalogue::Entry& entry, const assets::Wish& wish) const {
    const auto found = m_designs.find(entry.id);
    if (found == m_designs.end()) return {};
    // Of those that suit, the ones that answer most of the wished words: red flowers are red where the library has
    // such.
    std::vector<assets::Design> best;
    size_t most = 0;
    for (const std::string& name : found->second) {
        const Kept& kept = *m_models.find(name)->second;
        if (!(kept.weight > 0) || (entry.family == "span" && !suitsSpan(kept.ready, entry, wish))) continue;
        size_t answered = 0;
        for (const std::string& quality : wish.qualities) {
            answered += static_cast<size_t>(std::count(kept.qualities.begin(), kept.qualities.end(), quality));
        }
        if (answered > most) best.clear();
        if (answered < most) continue;
        most = answered;
        best.push_back({name, kept.weight});
    }
    return best;
}

assets::Built AssetLibrary::build(std::string_view design, const assets::Wish& wish, uint64_t /*variantSeed*/,
                                  const catalogue::Palette& palette) const {
    const auto found = m_models.find(design);
    if (found == m_models.end()) return {std::make_shared<const assets::Mesh>(), {}};
    return fitted(found->second->ready, *found->second->entry, wish, palette);
}

assets::Built AssetLibrary::show(size_t file, const catalogue::Palette& palette) const {
    if (file >= m_kept.size() || !m_kept[file]) return {std::make_shared<const assets::Mesh>(), {}};
    const Kept& kept = *m_kept[file];
    const catalogue::Entry entry = kept.entry != nullptr ? *kept.entry : nameless(kept.ready.size);
    return fitted(kept.ready, entry, {}, palette);
}

}  // namespace sketchwalk::library
