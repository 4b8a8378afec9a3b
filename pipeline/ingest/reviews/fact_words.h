#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "ingest/values/labels.h"

namespace casewright {

/// What a label of a front sheet leads to; a label in two tongues ("Swydd / Role") leads where one of them does. `none` for what is too long for
/// one; a question ("Have you ever managed the team?") can only be one about the author's independence.
Field meaning_of(std::string_view label);

/// What is still to be filled in: "To write: ...", "[awaited]", "tbc", "......", "XX May 2022", "??".
bool is_open(std::string_view words);

/// The day that words tell first; unknown where they tell none.
Date day_of(std::string_view words);
/// True for words that are nothing but a day.
bool is_day(std::string_view words);
/// The first day of a period and its last: "March 2022 up to and including 9 October 2023", "the twelve months to 3 June 2021 (from 4 June 2020)".
/// Unknown where there are not two.
std::pair<Date, Date> period_of(std::string_view words);
/// The same of two days that stand somewhere in the words, whatever is between them.
std::pair<Date, Date> period_within(std::string_view words);

/// The parts of "Ann Lea, Chief Nurse, Tarn Trust. 3 May 2024".
std::vector<std::string> parts_of(std::string_view words);
/// True for two to six words that all begin with a capital, as names do, and are no post ("Chief Executive").
bool is_like_a_name(std::string_view line);

/// Somebody who wrote or signed, as far as words tell it.
struct ToldPerson {
  std::string name, post;
  Date date;  ///< on which it was signed
};
/// Reads "Ann Lea, Chief Nurse, 3 May 2024", "Chief Fire Officer Ann Lea (Prevention)", "Ann Lea (Chief Nurse), at the meeting of 3 May 2024".
ToldPerson person_in(std::string_view words);

}  // namespace casewright
