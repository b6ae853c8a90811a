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
    int width = 0, features = 0;
    std::vector<Class> classes;   // in the order of the outputs
    double temperature = 1;       // logits are divided by it (Guo et al., 2017)
    double noneShift = 0;         // added to the divided logits of classes without symbol
    nlohmann::ordered_json more;  // everything else: purpose, data, training, figures, quickdraw

    // ErrorKind::resource, naming the file and the key, where it is missing or not as it must be.
    static Result<ModelCard> read(const std::filesystem::path& path);
    Result<void> write(const std::filesystem::path& path) const;
};

}  // namespace sketchwalk::neural
