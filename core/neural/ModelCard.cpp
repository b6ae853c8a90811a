#include "core/neural/ModelCard.h"

#include <array>
#include <cmath>

#include "core/base/File.h"

namespace sketchwalk::neural {
namespace {

using nlohmann::ordered_json;

constexpr size_t kMostClasses = 10000;
constexpr int kWidest = 4096;
constexpr int kDeepestCard = 64;  // of what lies in one another: each level takes of the stack

// What lies in files of its own, by its key.
template <class Card>
auto partsOf(Card& card) {
    return std::array{std::pair{"grouping", &card.grouping}, std::pair{"examples", &card.examples}};
}

// What is wrong with the card, or nothing.
std::string readCard(const ordered_json& root, ModelCard& card) {
    using Calibration = ModelCard::Calibration;
    if (!root.is_object() || root.value("format", ordered_json()) != "sketchwalk-model" ||
        root.value("version", ordered_json()) != 1) {
        return "is no sketchwalk-model of version 1";
    }
    card.name = root.at("name").get<std::string>();
    card.inputs = root.at("inputs").get<int>();
    card.weights = root.at("weights").get<std::string>();
    card.sha256 = root.at("sha256").get<std::string>();
    card.width = root.at("shape").at("width").get<int>();
    card.features = root.at("shape").at("features").get<int>();
    const ordered_json& fitted = root.at("calibration");
    Calibration& calibration = card.calibration;
    calibration = {fitted.at("temperature").get<double>(), fitted.at("noneTemperature").get<double>(),
                   fitted.at("noneScale").get<double>(), fitted.at("noneShift").get<double>()};
    const ordered_json& classes = root.at("classes");
    if (!classes.is_array() || classes.size() < 2 || classes.size() > kMostClasses) return "has impossible classes";
    for (const ordered_json& one : classes) {
        const ordered_json& symbol = one.at("symbol");
        card.classes.push_back({one.at("name").get<std::string>(), symbol.is_null() ? "" : symbol.get<std::string>()});
    }
    const auto elsewhere = [](const std::string& file) { return file.find('/') != std::string::npos; };
    if (card.weights.empty() || elsewhere(card.weights)) return "has weights elsewhere";
    for (const auto& [key, part] : partsOf(card)) {
        if (!root.contains(key)) continue;
        part->weights = root[key].at("weights").get<std::string>();
        part->sha256 = root[key].at("sha256").get<std::string>();
        if (elsewhere(part->weights)) return "has weights elsewhere";
    }
    if (card.width < 1 || card.width > kWidest || card.features < 1 || card.features > kWidest) {
        return "has an impossible shape";
    }
    const auto temperate = [](double t) { return t > 0.01 && t < 100; };
    if (!temperate(calibration.temperature) || !temperate(calibration.noneTemperature) ||
        !temperate(calibration.noneScale) || !(std::abs(calibration.noneShift) < 100)) {
        return "has an impossible calibration";
    }
    card.more = root;
    for (const char* key : {"format", "version", "name", "inputs", "weights", "sha256", "shape", "calibration",
                            "classes", "grouping", "examples"}) {
        card.more.erase(key);
    }
    return {};
}

}  // namespace

Result<ModelCard> ModelCard::read(const std::filesystem::path& path) {
    const auto text = readText(path, 16 << 20);
    if (!text) return parse({}, path.string());
    return parse(*text, path.string());
}

Result<ModelCard> ModelCard::parse(std::string_view text, const std::string& name) {
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, name + ": " + what + ". Install the program's models again.");
    };
    if (text.empty()) return wrong("the model card is missing or cannot be read");
    ModelCard card;
    bool tooDeep = false;
    const auto shallow = [&tooDeep](int depth, ordered_json::parse_event_t, const ordered_json&) {
        tooDeep = tooDeep || depth > kDeepestCard;
        return depth <= kDeepestCard;
    };
    try {
        const ordered_json root = ordered_json::parse(text, shallow);
        if (tooDeep) return wrong("nests too deep");
        const std::string what = readCard(root, card);
        if (!what.empty()) return wrong(what);
    } catch (const nlohmann::json::exception& failure) {
        return wrong(std::string("the model card is broken: ") + failure.what());
    }
    return card;
}

std::string ModelCard::text() const {
    ordered_json root = {{"format", "sketchwalk-model"}, {"version", 1},    {"name", name}, {"inputs", inputs},
                         {"weights", weights},           {"sha256", sha256}};
    root["shape"] = {{"width", width}, {"features", features}};
    root["calibration"] = {{"temperature", calibration.temperature},
                           {"noneTemperature", calibration.noneTemperature},
                           {"noneScale", calibration.noneScale},
                           {"noneShift", calibration.noneShift}};
    for (const auto& [key, part] : partsOf(*this)) {
        if (!part->weights.empty()) root[key] = {{"weights", part->weights}, {"sha256", part->sha256}};
    }
    for (const auto& [key, value] : more.items()) root[key] = value;
    ordered_json& list = root["classes"] = ordered_json::array();
    for (const Class& one : classes) {
        list.push_back(
            {{"name", one.name}, {"symbol", one.symbol.empty() ? ordered_json() : ordered_json(one.symbol)}});
    }
    return root.dump(1) + "\n";
}

Result<void> ModelCard::write(const std::filesystem::path& path) const {
    return writeFile(path, std::string_view(text()));
}

}  // namespace sketchwalk::neural
