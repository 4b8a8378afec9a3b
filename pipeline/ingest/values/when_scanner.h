#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/among.h"
#include "base/dates.h"
#include "ingest/values/when.h"
#include "ingest/values/when_tokens.h"

namespace casewright {

/// A day, month, year or part of one, found in a cell.
struct DayFound {
  Date date;
  Date to;
  bool uncertain = false;
  bool no_year = false;
  bool swapped = false;
  bool impossible = false;
  bool year_leads = false;  ///< 2014-03-03
  std::size_t next = 0;  ///< the token after it
};

/// Finds dates and times among the pieces of one cell.
class WhenScanner {
 public:
  /// `year` is that of days and months which do not tell theirs; 0 where nothing is known.
  WhenScanner(const std::vector<WhenToken>& tokens, DateOrder order, int year = 0) : tokens_(tokens), order_(order), year_(year) {}

  std::optional<DayFound> point_at(std::size_t at) const;
  /// Minutes after midnight of a time that begins at a token, and the token after it.
  std::optional<std::pair<int, std::size_t>> time_at(std::size_t at, bool dots) const;
  /// The three numbers of 22.05/16 at a token.
  bool three_numbers(std::size_t at) const;

 private:
  bool has(std::size_t at) const { return at < tokens_.size(); }
  bool is(std::size_t at, std::string_view text) const { return has(at) && tokens_[at].text == text; }
  bool number(std::size_t at, std::size_t least, std::size_t most) const { return has(at) && tokens_[at].is_number(least, most); }
  int value(std::size_t at) const { return tokens_[at].value; }
  bool separator(std::size_t at) const {
    return has(at) && among({"/", ".", "-", "\\", ","}, tokens_[at].text);
  }
  int month(std::size_t at) const { return has(at) && tokens_[at].kind == WhenToken::Kind::word ? month_of_name(tokens_[at].text) : 0; }
  std::size_t skip(std::size_t at, std::initializer_list<std::string_view> words) const {
    while (has(at) && among(words, tokens_[at].text)) ++at;
    return at;
  }
  std::size_t skip_ordinal(std::size_t at) const { return has(at) && is_ordinal_end(tokens_[at].text) ? at + 1 : at; }

  int year(std::size_t at, bool short_too) const;
  bool begins_time(std::size_t at) const;
  int roman_month(std::size_t at) const;
  std::optional<DayFound> numeric(std::size_t at) const;
  std::optional<DayFound> year_first(std::size_t at) const;
  std::optional<DayFound> digits_only(std::size_t at) const;
  std::optional<DayFound> two_numbers(std::size_t at) const;
  std::optional<DayFound> day_and_month(std::size_t at) const;
  std::optional<DayFound> days_and_month(std::size_t at) const;
  std::optional<DayFound> month_first(std::size_t at) const;
  std::optional<DayFound> part_of(std::size_t at) const;
  std::optional<DayFound> season(std::size_t at) const;
  std::optional<DayFound> week(std::size_t at) const;
  std::optional<DayFound> week_of_month(std::size_t at) const;
  std::optional<DayFound> year_alone(std::size_t at) const;
  DayFound finish(DayFound point, int year, int month, int day, std::size_t next) const;

  const std::vector<WhenToken>& tokens_;
  DateOrder order_;
  int year_;
};

}  // namespace casewright
