#pragma once

#include <string>
#include <string_view>

#include "ingest/values/when.h"

namespace casewright {

/// What the rows above tell of a date that does not tell all itself: "4 Nov" below a band "2018" or below 30/10/2018, "6th" below 3 March 2018,
/// a ditto mark. Rows of most chronologies stand in order, oldest or newest first, and a date that lacks its year is taken to keep it.
class DatesAbove {
 public:
  /// Whence a date was completed.
  enum class From : std::uint8_t {
    nothing,  ///< it was not
    band,     ///< the year of the band above it
    row,      ///< what a date above it says
    weekday,  ///< the same, and its weekday agrees
    ditto,    ///< it says that it is the same
  };

  /// A new table begins: bands end, but what the one before it dated may still tell a year.
  void begin_table() {
    year_ = 0;
    school_year_ = false;
    band_day_ = {};
  }
  /// Takes the year that a band over rows says: "2019", "Autumn term 2018", "School year 2018-19", or the day: "Tuesday 5 March 2019". False where it
  /// says neither.
  bool take_band(std::string_view text);
  /// The day that the band above tells, for rows that tell none: "Tuesday 5 March 2019"; unknown where it tells none.
  const When& day_of_band() const { return band_day_; }
  /// Takes the date of a row, as it was read.
  void take(const When& when);
  /// Completes a date read from that cell in that order, as far as what stands above tells it.
  From complete(WhenRead& read, std::string_view cell, DateOrder order) const;

 private:
  bool newest_first() const { return steps_back_ > 0; }
  WhenRead with_year_of_rows(std::string_view cell, DateOrder order, From& from) const;
  /// How many days a date may run against the order of its rows: people enter a day late.
  static constexpr std::int64_t most_days_back = 45;

  int year_ = 0;             ///< of the band
  bool school_year_ = false; ///< from September of it to August of the next
  When band_day_;
  Date last_;
  Date last_to_;
  int steps_back_ = 0;       ///< how many dates stand before the one above them, less those that stand after
};

}  // namespace casewright
