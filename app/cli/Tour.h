// Where a bot goes: to every drawn house and over every bridge, then here and there until it has walked enough.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>

#include "core/navigation/Paths.h"
#include "core/navigation/Reach.h"
#include "core/play/Bot.h"

namespace sketchwalk::cli {

struct TourOptions {
    double metres = 1000;  // at least so far, along the map
    uint64_t seed = 1;
};

struct Tour {
    play::BotFigures figures;
    int targets = 0;  // places that hang together with the spawn over the navigation mesh
    int reached = 0;
    int cutOff = 0;                   // things that do not: water lies between
    std::vector<std::string> missed;  // targets that were not reached, in words
};

// `progress` is told the share that is done.
Tour walkTour(play::World& world, const play::Surface& surface, const navigation::Paths& paths,
              const std::vector<navigation::Goal>& goals, const TourOptions& options, const std::stop_token& stop,
              const std::function<void(double)>& progress);

nlohmann::json reportOf(const Tour& tour);

}  // namespace sketchwalk::cli
