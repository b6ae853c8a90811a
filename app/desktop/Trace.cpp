#include "app/desktop/Trace.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/File.h"

namespace sketchwalk::desktop {
namespace {

using nlohmann::json;
constexpr const char* kTypes[] = {"press", "move", "release"};

TraceEvent eventOf(const json& j) {  // throws json::exception, std::invalid_argument
    TraceEvent event;
    event.t = j.at("t").get<double>();
    event.x = j.at("x").get<double>();
    event.y = j.at("y").get<double>();
    event.pressure = j.value("pressure", 1.0);
    event.brush = j.value("brush", "");
    if (j.contains("tilt")) {
        event.xTilt = j["tilt"].at(0).get<double>();
        event.yTilt = j["tilt"].at(1).get<double>();
    }
    const std::string type = j.at("type").get<std::string>();
    const auto* found = std::find(std::begin(kTypes), std::end(kTypes), type);
    if (found == std::end(kTypes)) throw std::invalid_argument("no such type: " + type);
    event.type = static_cast<TraceEvent::Type>(found - kTypes);
    if (!std::isfinite(event.t + event.x + event.y + event.pressure + event.xTilt + event.yTilt))
        throw std::invalid_argument("no number");
    return event;
}

}  // namespace

Result<std::vector<TraceEvent>> readTrace(const std::filesystem::path& path) {
    const auto text = readText(path);
    if (!text) return tl::make_unexpected(text.error());
    std::vector<TraceEvent> events;
    try {
        const json all = json::parse(*text);
        for (const json& j : all.at("events")) {
            events.push_back(eventOf(j));
            if (events.size() > 1 && events.back().t < events[events.size() - 2].t) {
                throw std::invalid_argument("time runs backward");
            }
        }
    } catch (const std::exception& error) {
        return fail(ErrorKind::input, path.string() + ": it is no pen trace; event " + std::to_string(events.size()) +
                                          ": " + error.what() + ".");
    }
    return events;
}

Result<void> writeTrace(const std::filesystem::path& path, const std::vector<TraceEvent>& events) {
    json list = json::array();
    for (const TraceEvent& event : events) {
        list.push_back({{"t", event.t},
                        {"x", event.x},
                        {"y", event.y},
                        {"pressure", event.pressure},
                        {"type", kTypes[static_cast<int>(event.type)]},
                        {"brush", event.brush}});
        if (event.xTilt != 0 || event.yTilt != 0) list.back()["tilt"] = {event.xTilt, event.yTilt};
    }
    return writeFile(path, json{{"events", std::move(list)}}.dump(1) + "\n");
}

}  // namespace sketchwalk::desktop
