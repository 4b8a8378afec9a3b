#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/text_reader.h"

// The words that dates in running text are made of, and those beside them that say what a number is.
namespace casewright {

/// True for "Monday", "mon", "Thurs".
bool names_weekday(std::string_view word);
/// The month that a word names, 0 for none; "may" and "march" in small letters are taken for verbs by the caller.
int month_word(std::string_view word);
/// Steps over "st", "nd", "rd" or "th", also behind white space.
bool take_ordinal(TextReader& read);
/// Steps over what joins days of one month and gives it: ' ' for nothing, ',' for a comma, '-' for all else ("to", "and the", "/").
char day_joint(TextReader& read);
/// True for words whose things are numbered as days may be written: "page 17/5".
bool numbered_so(std::string_view word);
/// True where what follows counts something: "17/5 of them", "21/2 years".
bool counted_so(TextReader read);

/// The word that ends before `at`, in small letters, over white space and the signs of `over`; "" where there is none. `from` is where it begins.
std::string word_ahead(std::string_view text, std::size_t at, std::string_view over = "", std::size_t* from = nullptr);

/// A day told in words before a month.
struct ToldDay {
  std::size_t begin = 0;  ///< of "the", or of a weekday before it
  int day = 0;
};

/// False where no text like this tells a day in words: one look for the endings of ordinals before "of".
bool may_tell_day(std::string_view text);
/// The day that stands with "of" right before the month at `month`.
std::optional<ToldDay> day_told_before(std::string_view text, std::size_t month);

}  // namespace casewright
