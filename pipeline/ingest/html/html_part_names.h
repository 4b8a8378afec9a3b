#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// The words that a name of a part of a page spells, as somebody would write a person's name: "kayleigh-hughes" and "kayleighHughes"
/// give "Kayleigh Hughes". Nothing for names of one word, of many, or with figures among them: these are for programs.
std::string words_of_part_name(std::string_view name);

}  // namespace casewright
