#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inspect/sections/section_wordings.h"

namespace casewright {

/// Where a heading stands among the others of its report; sections are 0 where nothing is known of them.
struct HeadingPlace {
  double through = 0;                ///< how far through the report, from 0 to 1
  std::uint8_t level = 0;            ///< 1 is the highest; 0 where it is not known
  SectionSet before = 0, after = 0;  ///< what the headings before and behind it stand for
  SectionSet above = 0;              ///< what the nearest heading of a higher level stands for
  SectionSet peer = 0;               ///< what the one before it on its own level, under the same heading, stands for
  bool has_peer = false;
  bool opens = false;  ///< the heading behind it is of a lower level, so that this one stands over others
};

/// Where the heading stands among all of a report, of which the levels and what each stands for are given.
HeadingPlace place_among(const std::vector<std::uint8_t>& levels, const std::vector<SectionSet>& sections, std::size_t at);

/// What a heading's words say, as the names of features: stems, neighbours, pairs, classes, the word that it is about.
std::vector<std::string> heading_features(std::string_view heading, const SectionWordings& known);
/// The same where the words of the heading have been told apart already.
std::vector<std::string> heading_features(std::string_view heading, const HeadingWords& words, const SectionWordings& known);
/// What the first words under a heading say: stems, neighbours and classes, one number or month like another. They are judged by
/// themselves, apart from those of the heading.
std::vector<std::string> opening_features(std::string_view opening, const SectionWordings& known);
/// What the place says, to be added to those of the words; `words` are those features: a question under an account of events is
/// another than one under an analysis.
std::vector<std::string> place_features(const HeadingPlace& place, const std::vector<std::string>& words);

}  // namespace casewright
