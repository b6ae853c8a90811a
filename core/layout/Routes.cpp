#include "core/layout/Routes.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace sketchwalk::layout {
namespace {

using catalogue::Catalogue;
using catalogue::Entry;
using catalogue::Follows;
using catalogue::Meaning;

constexpr double kLeastStretch = 1.5;  // metres between points that times are kept at: a pen's own jitter is shorter
constexpr double kHandsPace = 0.2;     // of the map's longer side in a second: how quickly a hand usually draws
constexpr double kIdlest = 0.6;        // of the usual pace: what the slowest of quick hands means
constexpr double kWetSamples = 64;
constexpr double kLoopShare = 0.04, kLoopLeast = 3;  // of the length; metres: ends this near are one
constexpr double kHighest = 2000;                    // metres
constexpr int kMostWords = 3;                        // of a follower's name

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) || c == ',' || c == ';') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool follows(const Meaning& meaning) {
    return meaning.entry != nullptr && meaning.entry->follows != Follows::nothing;
}

// The follower that a phrase names, as a whole ("a red cart") or within ("the cart's route", "boat trip").
Meaning followerIn(const Catalogue& catalogue, const std::string& phrase) {
    Meaning whole = catalogue.resolve(phrase);
    if (follows(whole)) return whole;
    const std::vector<std::string> words = wordsOf(phrase);
    for (int length = std::min<int>(kMostWords, static_cast<int>(words.size())); length > 0; --length) {
        for (size_t first = 0; first + static_cast<size_t>(length) <= words.size() && first < 64; ++first) {
            std::string part = words[first];
            for (size_t k = first + 1; k < first + static_cast<size_t>(length); ++k) part += " " + words[k];
            Meaning meaning = catalogue.resolve(part);
            if (follows(meaning)) return meaning;
        }
    }
    return {};
}

// "at 30 m", "12 metres high": the height that words tell; negative where they tell none.
double heightIn(const std::string& phrase) {
    const std::vector<std::string> words = wordsOf(phrase);
    for (size_t i = 0; i < words.size(); ++i) {
        size_t end = 0;
        while (end < words[i].size() &&
               (std::isdigit(static_cast<unsigned char>(words[i][end])) || words[i][end] == '.'))
            ++end;
        if (end == 0 || end > 6) continue;
        const std::string unit = end < words[i].size()  ? words[i].substr(end)
                                 : i + 1 < words.size() ? words[i + 1]
                                                        : "";
        if (unit != "m" && !unit.starts_with("met")) continue;
        double metres = 0, place = 1;
        bool fraction = false;
        for (const char c : words[i].substr(0, end)) {
            if (c == '.') {
                fraction = true;
            } else if (fraction) {
                metres += (c - '0') * (place /= 10);
            } else {
                metres = metres * 10 + (c - '0');
            }
        }
        return std::min(metres, kHighest);
    }
    return -1;
}

// The stroke's points on the map, far enough apart; their seconds are the pen's, all 0 where it kept none.
std::vector<RoutePoint> drawnPoints(const sketch::Stroke& stroke, Point extent) {
    std::vector<RoutePoint> points;
    bool timed = true;
    for (const sketch::StrokePoint& p : stroke.points) {
        if (!std::isfinite(p.at.x) || !std::isfinite(p.at.y)) continue;
        const Point at(std::clamp(p.at.x, 0.0, extent.x), std::clamp(p.at.y, 0.0, extent.y));
        timed = timed && std::isfinite(p.seconds) && p.seconds >= 0;
        const double height = std::isfinite(p.height) ? std::min<double>(p.height, kHighest) : -1;
        const double seconds = timed ? std::max<double>(p.seconds, points.empty() ? 0 : points.back().seconds) : 0;
        if (!points.empty() && distance(points.back().at, at) < 1e-3) continue;
        points.push_back({at, seconds, height});
    }
    std::vector<RoutePoint> kept;
    for (size_t i = 0; i < points.size(); ++i) {
        const bool last = i + 1 == points.size();
        if (!kept.empty() && !last && distance(kept.back().at, points[i].at) < kLeastStretch) continue;
        if (last && kept.size() > 1 && distance(kept.back().at, points[i].at) < kLeastStretch) kept.pop_back();
        kept.push_back(points[i]);
    }
    if (!kept.empty() && (!timed || kept.back().seconds <= kept.front().seconds)) {
        for (RoutePoint& point : kept) point.seconds = 0;
    }
    return kept;
}

// Turns the pen's seconds into the follower's.
void settleTimes(std::vector<RoutePoint>& points, const catalogue::Pace& pace, double mapSide) {
    if (points.size() < 2) {
        for (RoutePoint& point : points) point.seconds = 0;
        return;
    }
    std::vector<double> lengths, waits;
    double length = 0;
    for (size_t i = 1; i < points.size(); ++i) {
        lengths.push_back(distance(points[i - 1].at, points[i].at));
        waits.push_back(points[i].seconds - points[i - 1].seconds);
        length += lengths.back();
    }
    const double drawn = points.back().seconds - points.front().seconds;
    double whole = length / pace.usual;  // seconds
    if (drawn > 0) {
        const double speed = length / drawn;
        const double quick = pace.usual * std::sqrt(speed / (kHandsPace * mapSide));
        const double wished = speed < pace.slowest    ? pace.slowest
                              : speed <= pace.fastest ? speed
                                                      : std::clamp(quick, kIdlest * pace.usual, pace.fastest);
        whole = length / wished;
    } else {
        waits = lengths;
    }
    // The factor that makes the whole last as long as wished, where no stretch may be too fast.
    double low = 0, high = 1;
    const auto lasting = [&](double factor) {
        double sum = 0;
        for (size_t i = 0; i < waits.size(); ++i) sum += std::max(lengths[i] / pace.fastest, factor * waits[i]);
        return sum;
    };
    while (lasting(high) < whole && high < 1e12) high *= 2;
    for (int step = 0; step < 80; ++step) (lasting((low + high) / 2) < whole ? low : high) = (low + high) / 2;
    points.front().seconds = 0;
    for (size_t i = 0; i < waits.size(); ++i)
        points[i + 1].seconds = points[i].seconds + std::max(lengths[i] / pace.fastest, high * waits[i]);
}

Polyline lineOf(const std::vector<RoutePoint>& points) {
    Polyline line;
    for (const RoutePoint& point : points) line.push_back(point.at);
    return line;
}

bool mostlyWet(const Polyline& line, const Waters& waters) {
    const double length = lengthOf(line);
    int wet = 0;
    for (int i = 0; i < static_cast<int>(kWetSamples); ++i)
        wet += waters.wet(pointAlong(line, length * (i + 0.5) / kWetSamples)) ? 1 : 0;
    return 2 * wet > static_cast<int>(kWetSamples);
}

}  // namespace

void planRoutes(Draft& draft, const Waters& waters) {
    const Catalogue& catalogue = draft.catalogue;
    const Point extent = draft.layout.extent;
    for (const sketch::Stroke* stroke : draft.routes) {
        Route route;
        route.stroke = stroke->id;
        route.points = drawnPoints(*stroke, extent);
        if (route.points.empty()) continue;
        const Polyline line = lineOf(route.points);
        Meaning named = followerIn(catalogue, stroke->brush);
        if (!stroke->text.empty()) {
            Meaning told = followerIn(catalogue, stroke->text);
            if (told.entry != nullptr) {
                named = std::move(told);
            } else if (heightIn(stroke->text) < 0) {
                draft.note(stroke->id, {"Nobody is known by the words \"%1\" who would go along a route.",
                                        {stroke->text.substr(0, 60)}});
            }
        }
        const Entry* entry = named.entry;
        if (entry == nullptr) entry = catalogue.find(line.size() > 1 && mostlyWet(line, waters) ? "boat" : "person");
        if (entry == nullptr || entry->follows == Follows::nothing) continue;  // the catalogue knows nobody
        route.follower = entry->id;
        route.qualities = std::move(named.qualities);
        const double length = lengthOf(line);
        const bool near = distance(line.front(), line.back()) <= std::max(kLoopLeast, kLoopShare * length);
        route.loop = line.size() > 2 && (stroke->closed || (near && length > 4 * kLoopLeast));
        if (stroke->closed && line.size() > 2 && distance(line.front(), line.back()) > kLeastStretch) {
            RoutePoint back = route.points.front();
            const double before = route.points.back().seconds;
            back.seconds = before > 0 ? before * (1 + distance(line.front(), line.back()) / length) : 0;
            route.points.push_back(back);
        }
        settleTimes(route.points, entry->pace, std::max(extent.x, extent.y));
        const double told = std::max(heightIn(stroke->text), heightIn(stroke->brush));
        for (RoutePoint& point : route.points) {
            if (point.height < 0) point.height = told;
        }
        draft.layout.routes.push_back(std::move(route));
    }
}

}  // namespace sketchwalk::layout
