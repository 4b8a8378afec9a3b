#include "ingest/values/when.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/among.h"
#include "base/text.h"
#include "ingest/values/when_scanner.h"

namespace casewright {
namespace {

constexpr std::size_t longest_cell = 400;

// Whole days that a spreadsheet counts from 1900: from November 1958, below which a number of five digits is
// rather a year with the mark of a footnote, to the end of 2099.
constexpr double first_serial = 21510, last_serial = 73050;

bool is_doubt(const WhenToken& token) {
  return among({"?", "~", "approx", "approximately", "about", "around", "circa", "c", "ca", "est", "estimated", "possibly",
                             "probably", "maybe", "uncertain", "unsure", "unclear", "thought", "believed", "before", "after", "prior"}, token.text);
}

/// Words beside a date that say nothing of what happened.
bool is_filler(const WhenToken& token) {
  if (token.kind == WhenToken::Kind::mark) return true;
  if (is_weekday(token.text)) return true;
  return among({"on", "the", "at", "of", "and", "to", "until", "till", "through", "date", "dated", "dates", "time", "hrs", "hr",
                             "hours", "h", "am", "pm", "a", "p", "m", "s", "morning", "afternoon", "evening", "night", "day", "week",
                             "commencing", "beginning", "ending", "weekend", "w", "e", "wc", "ongoing", "present", "onward", "onwards", "between",
                             "from", "since", "by", "early", "mid", "late", "st", "nd", "rd", "th", "t", "z", "year", "month", "in",
                             "exact", "not", "known", "noon", "midday", "midnight", "during", "or", "thereabouts"}, token.text);
}

bool is_period_word(std::string_view word) { return among({"-", "to", "until", "till", "through"}, word); }

/// The day of a cell that holds nothing but a spreadsheet's day number.
std::optional<double> serial_in(std::string_view cell) {
  cell = trim(cell);
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (cell.size() < 5 || !(number >= first_serial && number < last_serial)) return std::nullopt;
  return number;
}

bool says_not_known(std::string_view cell) {
  std::string plain = ascii_lower(fold_space(cell));
  if (plain.size() > 2 && (plain.front() == '(' || plain.front() == '[')) plain = fold_space(std::string_view(plain).substr(1, plain.size() - 2));
  return among({"undated", "not dated", "no date", "n/k", "nk", "not known", "unknown", "date not known", "date unknown",
                        "not recorded", "date not recorded", "n/a", "na", "tbc", "-", "?", "??", "none", "n.d.", "nd", "not stated"}, plain);
}

/// All that was found in a cell, before it is judged.
struct Found {
  std::vector<DayFound> points;
  bool uncertain = false, remark = false, period = false;
  bool together = false;  ///< the second stands behind an "and"
  int minute = -1;
};

Found scan(const std::vector<WhenToken>& tokens, DateOrder order, int year) {
  const WhenScanner scanner(tokens, order, year);
  Found found;
  bool between = false, joined = false;
  for (std::size_t at = 0; at < tokens.size();) {
    // A time is tried first where only a time can have a colon, a dot only once the date is known.
    const bool dated = !found.points.empty() && found.points.back().next <= at;
    if (const auto time = scanner.time_at(at, dated && !scanner.three_numbers(at)); time && !(dated && scanner.three_numbers(at))) {
      if (found.minute < 0) found.minute = time->first;
      at = time->second;
      continue;
    }
    if (const std::optional<DayFound> point = scanner.point_at(at)) {
      // ISO 8601 writes a period as 2015-01-13/2015-01-19.
      const bool interval = dated && tokens[at - 1].is("/") && found.points.back().next + 1 == at && found.points.back().year_leads && point->year_leads;
      // "March/April 2014"
      const bool months = dated && found.points.back().date.day == 0 && point->date.day == 0 && found.points.back().date.month != 0 && point->date.month != 0 &&
                          found.points.back().next + 1 == at && among({"/", "&", "and"}, tokens[at - 1].text);
      if (found.points.size() == 1 && (joined || between || interval || months)) found.period = true;
      if (dated && found.points.size() == 1 && among({"&", "and", "+"}, tokens[at - 1].text)) found.together = true;
      found.points.push_back(*point);
      joined = false;
      at = point->next;
      continue;
    }
    const WhenToken& token = tokens[at];
    if (is_doubt(token)) found.uncertain = true;
    else if (!is_filler(token)) found.remark = true;
    if (is_period_word(token.text)) joined = true;
    else if (token.kind != WhenToken::Kind::mark && !is_weekday(token.text) && !is_ordinal_end(token.text) && !is_doubt(token))
      joined = joined && is_filler(token);
    if (token.is("between")) between = true;
    ++at;
  }
  return found;
}

/// "28 February - 3 March 2014": what the first date leaves out stands in the second.
void complete(std::vector<DayFound>& points) {
  for (std::size_t i = points.size(); i-- > 1;) {
    DayFound& left = points[i - 1];
    const DayFound& right = points[i];
    if (!left.no_year || right.no_year || left.impossible || right.impossible) continue;
    left.date.year = right.date.year;
    if (left.date.month > right.date.month && right.date.month != 0) --left.date.year;
    if (left.to.month != 0 && left.to.year == 0) left.to.year = left.date.year;
    left.no_year = false;
    left.impossible = !valid(left.date);
  }
}

Date end_of(const DayFound& point) { return point.to.known() ? point.to : point.date; }

void judge(WhenRead& read, Found& found) {
  using Problem = WhenRead::Problem;
  complete(found.points);
  const DayFound& first = found.points.front();
  // 2019-04-03T00:00 is how systems write a day without a time.
  const bool no_time = found.minute == 0 && first.year_leads && first.date.exact();
  read.when.minute = static_cast<std::int16_t>(no_time ? -1 : found.minute);
  read.when.uncertain = found.uncertain;
  for (const DayFound& each : found.points) read.when.uncertain |= each.uncertain;
  for (const DayFound& each : found.points) {
    if (each.swapped) read.problem = Problem::other_order;
    if (each.no_year) read.problem = Problem::no_year;
    if (each.impossible) read.problem = Problem::impossible;
  }
  if (first.impossible || first.no_year) return;
  read.when.from = first.date;
  if (first.to.known() && day_number(first.to) < day_number(first.date)) read.problem = Problem::backwards;
  else read.when.to = first.to;
  if (found.points.size() == 1) return;
  const DayFound& second = found.points[1];
  const bool same = second.date == first.date;
  if (second.impossible || second.no_year) return;
  // "3/4/19 & 4/4/19": one day and the next.
  const bool next_day = found.together && found.points.size() == 2 && first.date.exact() && second.date.exact() && day_number(second.date) == day_number(first.date) + 1;
  if (found.period || next_day) {
    const Date end = end_of(second);
    if (day_number(end) < day_number(first.date)) read.problem = Problem::backwards;
    else if (!same || end != first.date) read.when.to = end;
    if (found.points.size() > 2) read.problem = Problem::several;
  } else if (!same || found.points.size() > 2) {
    read.problem = Problem::several;
  }
}

}  // namespace

double days_of_serial(double serial, bool from_1904) {
  if (from_1904) return serial + static_cast<double>(day_number(Date{1904, 1, 1}));
  return serial + static_cast<double>(day_number(Date{1899, 12, 30})) + (serial < 60 ? 1 : 0);
}

int read_time(std::string_view cell) {
  const std::vector<WhenToken> tokens = when_tokens(cell.substr(0, longest_cell));
  const WhenScanner scanner(tokens, DateOrder::day_first);
  double fraction = 0;
  const std::string_view trimmed = trim(cell);
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), fraction);
  if (error == std::errc() && end == trimmed.data() + trimmed.size() && trimmed.size() > 4 && trimmed.starts_with("0.") && fraction < 1)
    return static_cast<int>(fraction * 1440 + 0.5) % 1440;
  if (tokens.size() == 1 && tokens[0].is_number(4, 4) && tokens[0].value / 100 < 24 && tokens[0].value % 100 < 60)
    return tokens[0].value / 100 * 60 + tokens[0].value % 100;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const auto time = scanner.time_at(at, true)) return time->first;
  return -1;
}

int order_shown(std::string_view cell) {
  // Nearly every cell of a long chronology can be judged, or passed over, by its first numbers.
  if (cell.size() >= 8 && cell.size() <= 10 && cell.find_first_not_of("0123456789/") == std::string_view::npos && cell[2] == '/' &&
      cell[5] == '/' && (cell[0] == '0' || (cell[0] == '1' && cell[1] <= '2')) && (cell[3] == '0' || (cell[3] == '1' && cell[4] <= '2')))
    return 0;
  const std::vector<WhenToken> tokens = when_tokens(cell.substr(0, longest_cell));
  const WhenScanner scanner(tokens, DateOrder::day_first);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    // The middle of 2015-01-13/2015-01-19 is no date.
    const bool within = at >= 2 && tokens[at - 1].kind == WhenToken::Kind::mark && tokens[at - 1].glued && tokens[at].glued &&
                        tokens[at - 2].kind == WhenToken::Kind::number;
    if (within || !scanner.three_numbers(at)) continue;
    if (tokens[at].value > 12 && tokens[at + 2].value <= 12) return 1;
    if (tokens[at + 2].value > 12 && tokens[at].value <= 12) return -1;
    at += 4;  // the end of one date and the beginning of the next are no date
  }
  return 0;
}

WhenRead read_when(std::string_view cell, DateOrder order, int year) {
  WhenRead read;
  read.when.written = std::string(cell);
  if (says_not_known(cell)) {
    read.problem = WhenRead::Problem::not_known;
    read.when.uncertain = true;
    return read;
  }
  if (const std::optional<double> serial = serial_in(cell)) {
    const double days = days_of_serial(*serial, false);
    const auto whole = static_cast<std::int64_t>(days);
    read.when.from = date_of_day_number(whole);
    if (days > static_cast<double>(whole)) read.when.minute = static_cast<std::int16_t>((days - static_cast<double>(whole)) * 1440 + 0.5);
    if (read.when.minute >= 1440) read.when.minute = 1439;
    read.serial = true;
    return read;
  }
  Found found = scan(when_tokens(cell.substr(0, longest_cell)), order, year);
  read.remark = found.remark || cell.size() > longest_cell;
  if (found.points.empty()) {
    read.when.uncertain = found.uncertain;
    read.when.minute = static_cast<std::int16_t>(found.minute);
    read.problem = WhenRead::Problem::no_date;
    return read;
  }
  judge(read, found);
  return read;
}

}  // namespace casewright
