// library: what the program understands of folders of models, with pictures of them.
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <thread>

#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/LibraryOption.h"
#include "app/cli/OutputPath.h"
#include "core/base/File.h"
#include "core/base/Parallel.h"
#include "core/library/Thumbnail.h"

namespace sketchwalk::cli {
namespace {

using library::AssetLibrary;
using library::Listed;
using library::State;
using nlohmann::json;

struct LibraryOptions {
    std::vector<std::filesystem::path> folders;
    std::filesystem::path thumbnails;
    int side = 256;
    int threads = 1;
};

const char* nameOf(State state) {
    return state == State::placed ? "placed" : state == State::unused ? "unused" : "refused";
}

double rounded(float metres) {
    return std::round(static_cast<double>(metres) * 100) / 100;
}

json factsOf(const AssetLibrary& library) {
    json rows = json::array(), counts = {{"placed", 0}, {"unused", 0}, {"refused", 0}}, categories = json::object();
    for (const Listed& file : library.files()) {
        json row = {{"file", file.file}, {"state", nameOf(file.state)}};
        row["category"] = file.category.empty() ? json(nullptr) : json(file.category);
        if (!file.why.empty()) row["why"] = file.why;
        if (file.state != State::refused) {
            row["size"] = {rounded(file.size.x), rounded(file.size.y), rounded(file.size.z)};
            row["triangles"] = file.triangles;
            row["materials"] = file.materials;
            row["pictures"] = file.pictures;
        }
        if (file.state == State::placed) {
            row["asset"] = file.design;
            row["weight"] = file.weight;
            categories[file.category] = categories.value(file.category, 0) + 1;
        }
        counts[nameOf(file.state)] = counts[nameOf(file.state)].get<int>() + 1;
        rows.push_back(std::move(row));
    }
    return {{"counts", counts}, {"categories", categories}, {"files", rows}};
}

std::string sizeText(const Listed& file) {
    char text[64];
    std::snprintf(text, sizeof text, "%.1f x %.1f x %.1f", static_cast<double>(file.size.x),
                  static_cast<double>(file.size.y), static_cast<double>(file.size.z));
    return file.state == State::refused ? "-" : text;
}

std::string textOf(const AssetLibrary& library) {
    std::vector<std::vector<std::string>> rows{{"file", "is", "category", "metres", "triangles", "materials", "why"}};
    size_t placed = 0;
    for (const Listed& file : library.files()) {
        const bool read = file.state != State::refused;
        placed += file.state == State::placed;
        rows.push_back({file.file, nameOf(file.state), file.category.empty() ? "-" : file.category, sizeText(file),
                        read ? std::to_string(file.triangles) : "-", read ? std::to_string(file.materials) : "-",
                        file.why});
    }
    std::vector<size_t> widths(rows.front().size(), 0);
    for (const auto& row : rows) {
        for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const auto& row : rows) {
        std::string line;
        for (size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - row[i].size() + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text + "\n" + std::to_string(placed) + " of " + std::to_string(library.files().size()) +
           " models can be placed.\n";
}

// "buildings/blue/house.gltf" -> "buildings_blue_house_gltf.png": one picture a model, all in one folder.
std::string pictureName(const std::string& file) {
    std::string name;
    for (const char c : file) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        name += plain ? c : '_';
    }
    return name + ".png";
}

Result<int> writeThumbnails(const AssetLibrary& library, const LibraryOptions& options, Console& console,
                            const Job& job) {
    const auto folder = outputFolder(options.thumbnails);
    if (!folder) return tl::make_unexpected(folder.error());
    std::error_code failed;
    std::filesystem::create_directories(*folder, failed);
    if (failed) return fail(ErrorKind::output, "Cannot make " + folder->string() + ": " + failed.message() + ".");
    std::vector<Image> pictures;
    const int count = static_cast<int>(library.files().size());
    for (int i = 0; i < count; ++i) {
        const Listed& file = library.files()[static_cast<size_t>(i)];
        if (file.state == State::refused) continue;
        console.progress("thumbnails", i / static_cast<double>(count));
        auto picture = library::thumbnail(library.show(static_cast<size_t>(i), {}), options.side, job);
        if (!picture) return tl::make_unexpected(picture.error());
        if (auto written = writeFile(*folder / pictureName(file.file), encodePng(*picture)); !written) {
            return tl::make_unexpected(written.error());
        }
        pictures.push_back(std::move(*picture));
    }
    if (auto written = writeFile(*folder / "sheet.png", encodePng(library::contactSheet(pictures))); !written) {
        return tl::make_unexpected(written.error());
    }
    return static_cast<int>(pictures.size());
}

Result<void> show(const LibraryOptions& options, const std::stop_token& stop, Console& console) {
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    if (!catalogue) return tl::make_unexpected(catalogue.error());
    const Job job{stop, {}, options.threads};
    const auto library = readLibrary(options.folders, *catalogue, job);
    if (!library) return tl::make_unexpected(library.error());
    json facts = factsOf(*library);
    if (!console.json()) console.print(textOf(*library));
    if (!options.thumbnails.empty()) {
        const auto written = writeThumbnails(*library, options, console, job);
        if (!written) return tl::make_unexpected(written.error());
        facts["thumbnails"] = options.thumbnails.string();
        console.say("Wrote " + std::to_string(*written) + " pictures and sheet.png to " + options.thumbnails.string() +
                    ".\n");
    }
    console.result(facts);
    return {};
}

}  // namespace

void addLibrary(CLI::App& program, Session& session) {
    auto* command = program.add_subcommand("library", "Show what is understood of folders of models");
    const auto options = std::make_shared<LibraryOptions>();
    options->threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 256U));
    command->add_option("FOLDER", options->folders, "Folders of glTF, GLB or OBJ models")
        ->required()
        ->type_name("FOLDER");
    command
        ->add_option("--thumbnails", options->thumbnails, "A folder for a picture of each model and sheet.png with all")
        ->type_name("FOLDER");
    command->add_option("--side", options->side, "Pixels of a picture's sides, 32 to 1024")
        ->check(CLI::Range(32, 1024).description(""))
        ->default_str("256")
        ->type_name("N");
    command
        ->add_option("--threads", options->threads, "Processor threads to use (default: all); never changes the result")
        ->check(CLI::Range(1, 256).description(""))
        ->type_name("N");
    addTalkOptions(*command, session.talk);
    command->callback([options, &session] {
        session.action = [options, stop = session.stop](Console& console) { return show(*options, stop, console); };
    });
}

}  // namespace sketchwalk::cli
