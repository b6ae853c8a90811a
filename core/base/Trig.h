// Elementary functions that give the same bits on every machine: the C library picks other code paths by processor,
// these use only +, -, *, / and sqrt, which IEEE 754 fixes. Accurate to about 1e-12; use them wherever a result reaches
// a file.
#pragma once

namespace sketchwalk::exact {

double sin(double radians);
double cos(double radians);
double atan2(double y, double x);
double exp(double x);
double log(double x);                      // x > 0
double pow(double base, double exponent);  // base >= 0
inline double radians(double degrees) {
    return degrees * 0.017453292519943295;
}
inline double degrees(double radians) {
    return radians * 57.29577951308232;
}

}  // namespace sketchwalk::exact
