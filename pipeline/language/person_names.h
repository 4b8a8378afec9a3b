#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/register.h"

namespace casewright {

using Strings = std::vector<std::string>;

/// The names of one person, sorted into what stands first and what stands last.
struct PersonNames {
  Strings full, given, middle, family, others, initials, nicknames;

  explicit PersonNames(const Identity& person);

 private:
  void sort_in(const NameEntry& entry, Strings& aliases);
  void split_full();
  void place_alias(const std::string& text);
  void place_second_name(const std::string& text, Strings words);
  void place_whole_name(const std::string& text, Strings words);
  void place_untitled(const std::string& text);
  void take_family(Strings& words);

  Strings formers_;  ///< a former name of one word is a family name
};

/// True for a word that is part of a family name and none by itself: "van", "de", "Mac".
bool is_particle(std::string_view word);

}  // namespace casewright
