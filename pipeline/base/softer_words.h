#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"

// How house style tells what is too exact for readers (DOMAIN.md 4.1, P-04 to P-07): drafts are written so, and findings
// suggest it.
namespace casewright {

/// "morning", "afternoon", "evening" or "night".
std::string_view part_of_day(int minute);
/// "in the morning", "at night".
std::string in_part_of_day(std::string_view part);
/// "under one month old", "aged 4 years", "a 14-month-old".
std::string softer_age(const AgeInText& age);

/// A clock time told in words, with the part of the day that the words after it give: "half past three in the afternoon".
struct ToldTime {
  Span span;
  std::string_view part;  ///< empty where the words give none
};
/// Every such time in `text`.
std::vector<ToldTime> told_times(std::string_view text);

/// Days of the year that are named, after "on", "before" and the like or with their year: "Christmas Day 2012", "Good Friday 2022".
/// The year is 0 where none is told; then month and day are 0, too, where the day moves with Easter.
std::vector<DateInText> named_days(std::string_view text);

/// What house style writes for the first time, age or named day in `words`; empty where it finds none.
std::string softer_words(std::string_view words);

}  // namespace casewright
