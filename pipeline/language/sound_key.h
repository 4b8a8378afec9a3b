#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// How a folded name sounds to an English ear, after Lawrence Philips' Metaphone (1990) with the spellings of Irish,
/// Welsh, Polish and Arabic names that registers hold: "sean" and "shaun" give one key. Empty where it says too little.
std::string sound_key(std::string_view folded);

/// A folded name as a scanner may misread it: "rn" and "m", "cl" and "d", "0" and "o" become one.
std::string scan_key(std::string_view folded);

}  // namespace casewright
