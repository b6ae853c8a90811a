// A GLB taken apart: its JSON and its binary chunk.
#pragma once

#include <gtest/gtest.h>

#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace sketchwalk::gltf::test {

struct ParsedGlb {
    nlohmann::json json;
    std::vector<uint8_t> binary;
};

inline ParsedGlb parsed(const std::vector<uint8_t>& bytes) {
    uint32_t text = 0;
    std::memcpy(&text, bytes.data() + 12, 4);
    return {nlohmann::json::parse(bytes.begin() + 20, bytes.begin() + 20 + static_cast<long>(text)),
            {bytes.begin() + 28 + static_cast<long>(text), bytes.end()}};
}

}  // namespace sketchwalk::gltf::test
