// What lies beside a network's weights: NAME.json says what it is, what it reads, what its outputs mean, how well it
// does, and whose data it learnt from.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::neural {

struct ModelCard {
    struct Class {
        std::string name;    // category of Quick, Draw!, or "drawn:ID"
        std::string symbol;  // catalogue id; empty: none of these
    };
    std::string name;
    int inputs = 0;       // kInputsVersion of its training
    std::string weights;  // file name beside the card
    std::string sha256;   // of that file, lower-case hex
    struct Part {
        std::string weights, sha256;  // as above; empty: there is none
    };
    Part grouping;  // the networks of Grouping.h
    Part examples;  // Examples.h
    int width = 0, features = 0;
    std::vector<Class> classes;  // in the order of the outputs
    // The chance of "none" is the logistic of noneScale times its log-odds, plus noneShift; the log-odds are those of
    // the softmax of the logits over noneTemperature. The rest is shared out among symbols by the softmax of their
    // logits over temperature (Platt, 1999; Guo et al., 2017).
    struct Calibration {
        double temperature = 1, noneTemperature = 1, noneScale = 1, noneShift = 0;
    };
    Calibration calibration;
    nlohmann::ordered_json more;  // everything else: purpose, data, training, figures, quickdraw

    // ErrorKind::resource, naming the file and the key, where it is missing or not as it must be.
    static Result<ModelCard> read(const std::filesystem::path& path);
    static Result<ModelCard> parse(std::string_view text, const std::string& name);
    Result<void> write(const std::filesystem::path& path) const;
    std::string text() const;  // as written
};

}  // namespace sketchwalk::neural
