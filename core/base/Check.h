// CHECK(condition, "why it must hold"): for our own mistakes only, active in every build; ends the program with the
// place.
#pragma once

#include <cstdio>
#include <cstdlib>

#define CHECK(condition, why)                                                                            \
    do {                                                                                                 \
        if (!(condition)) {                                                                              \
            std::fprintf(stderr, "%s:%d: check failed: %s (%s)\n", __FILE__, __LINE__, #condition, why); \
            std::abort();                                                                                \
        }                                                                                                \
    } while (false)
