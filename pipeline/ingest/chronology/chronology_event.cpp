#include "ingest/chronology/chronology_event.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "ingest/values/answers.h"

namespace casewright {
namespace {

/// "5, 9, 12 to 15 and 20", at most a dozen of them.
std::string rows_in_words(const std::vector<std::uint32_t>& rows) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < rows.size();) {
    std::size_t j = i;
    while (j + 1 < rows.size() && rows[j + 1] == rows[j] + 1) ++j;
    if (parts.size() == 12) {
      parts.push_back("more");
      break;
    }
    parts.push_back(std::to_string(rows[i]) + (j > i + 1 ? " to " + std::to_string(rows[j]) : ""));
    i = j == i + 1 ? j : j + 1;
  }
  return (rows.size() == 1 ? "row " : "rows ") + list_in_words(parts);
}

void add_text(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

void keep(Event& event, const RowCell& cell, std::string_view text) {
  std::string heading = cell.column != nullptr ? cell.column->heading : "column " + std::to_string(cell.cell->column);
  event.other.emplace_back(std::move(heading), std::string(text));
}

/// Tells what is the matter with a date; digits and marks may be quoted, words may not.
void tell_date(const WhenRead& read, const RowCell& cell, std::uint32_t row, Teller& teller) {
  using Problem = WhenRead::Problem;
  const std::string& text = cell.cell->text;
  const bool plain = text.size() <= 24 && text.find_first_not_of("0123456789/.-:? ") == std::string::npos;
  const std::string quoted = plain ? " (" + text + ")" : "";
  const std::uint32_t column = cell.cell->column;
  switch (read.problem) {
    case Problem::none: break;
    case Problem::not_known: teller.note(Teller::Note::not_known, row); break;
    case Problem::no_date:
      teller.tell(row, column, "no date can be read in this cell" + quoted + "; the event was kept without one",
                  "write it as 03/03/2014, March 2014 or 2014, with ? before it where it is not certain");
      break;
    case Problem::impossible:
      teller.tell(row, column, "this is no day of the calendar" + quoted + "; the event was kept without it", "look it up in the record");
      break;
    case Problem::no_year:
      teller.tell(row, column, "this date has no year" + quoted + "; the event was kept without it", "add the year");
      break;
    case Problem::backwards:
      teller.tell(row, column, "this period ends before it begins" + quoted + "; its beginning was taken", "look it up in the record");
      break;
    case Problem::other_order:
      teller.tell(row, column, "day and month change places in this date" + quoted + "; it was read in the only way it can be",
                  "write it with the day first");
      break;
    case Problem::several:
      teller.tell(row, column, "this cell has several dates that are no period; the first was taken and the cell is kept with the event",
                  "give each date a row of its own, or write a period as 12/03/2014 to 14/03/2014");
      break;
  }
}

WhenRead when_of(const Cell& cell, DateOrder order) {
  const bool serial = cell.kind == CellKind::date || cell.kind == CellKind::date_time;
  if (!serial) return read_when(cell.text, order);
  WhenRead read;
  const double day = std::floor(cell.number);
  read.when.from = date_of_day_number(static_cast<std::int64_t>(day));
  read.when.written = cell.text;
  if (cell.kind == CellKind::date_time)
    read.when.minute = static_cast<std::int16_t>(std::min(1439.0, (cell.number - day) * 1440 + 0.5));
  if (!valid(read.when.from)) {
    read.when.from = {};
    read.problem = WhenRead::Problem::impossible;
  }
  return read;
}

/// Completes a date by what stands above it, and notes whence.
void complete_date(WhenRead& read, const Cell& cell, DateOrder order, std::uint32_t row, const DatesAbove& above, Teller& teller) {
  switch (above.complete(read, cell.text, order)) {
    case DatesAbove::From::nothing: return;
    case DatesAbove::From::band: return teller.note(Teller::Note::year_of_band, row);
    case DatesAbove::From::row: return teller.note(Teller::Note::date_of_row, row);
    case DatesAbove::From::weekday: return teller.note(Teller::Note::weekday_agrees, row);
    case DatesAbove::From::ditto: return teller.note(Teller::Note::ditto, row);
  }
}

void take_date(Event& event, const RowCell& cell, std::uint32_t row, OrderOfDate order, DatesAbove& above, Teller& teller) {
  const std::int16_t minute = event.when.minute;
  const double sequence = event.when.sequence;
  const std::string time = event.when.written;
  WhenRead read = when_of(*cell.cell, order.order);
  complete_date(read, *cell.cell, order.order, row, above, teller);
  if (order.doubt != OrderOfDate::Doubt::none) {
    read.when.uncertain = true;
    teller.note(order.doubt == OrderOfDate::Doubt::either ? Teller::Note::either_order : Teller::Note::other_order, row);
  }
  if (read.serial) teller.note(Teller::Note::serial, row);
  tell_date(read, cell, row, teller);
  event.when = std::move(read.when);
  above.take(event.when);
  event.when.sequence = sequence;
  if (event.when.minute < 0) event.when.minute = minute;
  if (!time.empty()) event.when.written += " " + time;
  if (read.remark || read.problem == WhenRead::Problem::several) keep(event, cell, cell.cell->text);
}

void take_end_date(Event& event, const RowCell& cell, std::uint32_t row, OrderOfDate order, Teller& teller) {
  WhenRead read = when_of(*cell.cell, order.order);
  read.when.uncertain |= order.doubt != OrderOfDate::Doubt::none;
  const Date end = read.when.to.known() ? read.when.to : read.when.from;
  if (end.known() && event.when.from.known() && day_number(end) >= day_number(event.when.from)) {
    if (end != event.when.from) event.when.to = end;
    event.when.uncertain |= read.when.uncertain;
    event.when.written += " to " + cell.cell->text;
    return;
  }
  keep(event, cell, cell.cell->text);
  if (read.problem != WhenRead::Problem::not_known)
    teller.tell(row, cell.cell->column, "this end of a period cannot be read, or lies before its beginning; it was kept as it is written",
                "write it as 03/03/2014");
}

void take_time(Event& event, const RowCell& cell, std::uint32_t row, Teller& teller) {
  const Cell& time = *cell.cell;
  int minute = read_time(time.text);
  if (time.kind == CellKind::time || time.kind == CellKind::date_time)
    minute = static_cast<int>(std::lround((time.number - std::floor(time.number)) * 1440)) % 1440;
  if (minute >= 0) event.when.minute = static_cast<std::int16_t>(minute);
  else if (time.text.find_first_of("0123456789") != std::string::npos)
    teller.tell(row, time.column, "no time of day can be read in this cell; it was kept as it is written", "write it as 14:30");
  event.when.written += (event.when.written.empty() ? "" : " ") + time.text;
}

/// 1.5, or 2.01 for "2a".
bool take_sequence(Event& event, std::string_view text) {
  text = trim(text);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || !(number >= 0 && number < 1e9)) return false;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (rest.size() > 1) return false;
  if (rest.size() == 1) {
    const char letter = ascii_lower(rest)[0];
    if (letter < 'a' || letter > 'z') return false;
    number += (letter - 'a' + 1) / 100.0;
  }
  event.when.sequence = number;
  return true;
}

/// The answer that says more: "alone" over "yes" over "no" over nothing.
void raise_answer(Answer& answer, Answer said) { answer = std::max(answer, said); }

void take_answer(Event& event, const RowCell& cell) {
  const AnswerRead read = read_answer(cell.cell->text);
  const Field field = cell.column->field;
  if (field == Field::seen_alone) {
    // "No" means only that the child was not seen alone.
    if (read.answer == Answer::yes || read.answer == Answer::alone) raise_answer(event.child_seen, Answer::alone);
    if (read.answer == Answer::no || read.remark) keep(event, cell, cell.cell->text);
    return;
  }
  if (field != Field::child_spoken_to) raise_answer(event.child_seen, read.answer);
  if (field == Field::child_spoken_to || field == Field::child_seen_or_spoken) raise_answer(event.child_spoken_to, read.answer);
  if (!read.remark) return;
  if (field == Field::child_seen_and_voice && read.answer != Answer::not_recorded) add_text(event.voice, read.words);
  else keep(event, cell, cell.cell->text);
}

/// The text field of an event that a column fills, or null.
std::string* text_of(Event& event, Field field) {
  switch (field) {
    case Field::source: return &event.source;
    case Field::event: return &event.what;
    case Field::voice: return &event.voice;
    case Field::outcome: return &event.outcome;
    case Field::comment: return &event.comment;
    case Field::recorded_by: return &event.recorded_by;
    case Field::same_as: return &event.same_as;
    default: return nullptr;
  }
}

void take_flag(Event& event, const RowCell& cell) {
  const AnswerRead read = read_answer(cell.cell->text);
  if (cell.column->field == Field::contact) event.contact = read.answer != Answer::no;
  else if (read.answer == Answer::yes) (cell.column->field == Field::key ? event.key : event.background) = true;
  if (read.remark) keep(event, cell, cell.cell->text);
}

}  // namespace

void Teller::tell(std::uint32_t row, std::uint32_t column, std::string what, std::string hint) {
  if (!place_.empty()) what = "in \xE2\x80\x9C" + place_ + "\xE2\x80\x9D: " + what;
  faults_.push_back({file_, row, column, std::move(what), std::move(hint)});
}

void Teller::note(Note note, std::uint32_t row) {
  std::vector<std::uint32_t>& rows = noted_[static_cast<std::size_t>(note)];
  if (rows.empty() || rows.back() != row) rows.push_back(row);
}

void Teller::settle() {
  struct Wording {
    std::string_view what, hint;
  };
  static constexpr Wording wordings[] = {
      {"the date is said not to be known", "find it in the record, or write what is known, such as March 2014"},
      {"no date stands here, so this was read as a part of the event above", "give it a date if it is an event of its own"},
      {"no date stands here, so the date of the event above was taken and marked as uncertain", "write the date in each row"},
      {"cells stand in a column without a heading; they are kept under the number of the column", "give the column a name"},
      {"the date is a bare number and was read as a spreadsheet's day number", "format the column as a date and save again"},
      {"some dates of this file put the month first, so that these can be read in two ways; the day was taken first, and they are marked as uncertain",
       "look each up in the record, and write its month as a word"},
      {"only with the month first does the date stand in the order of the rows; it was read so and marked as uncertain",
       "look it up in the record, and write its month as a word"},
      {"the date has no year, and that of the heading above was taken", "add the year if it is another"},
      {"the date does not tell all, and what it leaves out was taken from a date above it; it is marked as uncertain", "write day, month and year in each row"},
      {"the date has no year; that of a date above was taken, since the weekday agrees with it", "add the year if it is another"},
      {"a mark says that the date is that of the row above", "write the date in each row"},
  };
  for (std::size_t i = 0; i < noted_.size(); ++i) {
    if (noted_[i].empty()) continue;
    tell(noted_[i].front(), 0, rows_in_words(noted_[i]) + ": " + std::string(wordings[i].what), std::string(wordings[i].hint));
    noted_[i].clear();
  }
}

bool RowCells::has(Field field) const {
  return std::any_of(cells.begin(), cells.end(), [field](const RowCell& each) { return each.column != nullptr && each.column->field == field; });
}

bool RowCells::own(Field field) const {
  return std::any_of(cells.begin(), cells.end(),
                     [field](const RowCell& each) { return each.own && each.column != nullptr && each.column->field == field; });
}

bool RowCells::own_beside(std::initializer_list<Field> fields) const {
  return std::any_of(cells.begin(), cells.end(), [fields](const RowCell& each) {
    const Field field = each.column == nullptr ? Field::none : each.column->field;
    return each.own && std::find(fields.begin(), fields.end(), field) == fields.end();
  });
}

Event event_of_row(const RowCells& cells, const DateOrders& orders, DatesAbove& above, Teller& teller) {
  Event event;
  const std::uint32_t row = cells.row->number;
  const RowCell* date = nullptr;
  for (const RowCell& each : cells.cells)
    if (each.column != nullptr && each.column->field == Field::date && (date == nullptr || (each.own && !date->own))) date = &each;
  if (date != nullptr) take_date(event, *date, row, orders.of(*date->cell), above, teller);
  for (const RowCell& each : cells.cells) {
    const Field field = each.column == nullptr ? Field::none : each.column->field;
    const std::string& text = each.cell->text;
    if (&each == date) continue;
    if (std::string* into = text_of(event, field)) add_text(*into, text);
    else if (field == Field::end_date) take_end_date(event, each, row, orders.of(*each.cell), teller);
    else if (field == Field::time) take_time(event, each, row, teller);
    else if (field == Field::sequence) {
      if (event.when.sequence != 0 || !take_sequence(event, text)) keep(event, each, text);
    } else if (field == Field::contact || field == Field::key || field == Field::background) take_flag(event, each);
    else if (field == Field::none || field == Field::kept || field == Field::date) {
      keep(event, each, text);
      if (each.column == nullptr) teller.note(Teller::Note::no_heading, row);
    }
    else take_answer(event, each);
  }
  if (event.child_spoken_to == Answer::not_recorded) event.child_spoken_to = spoken_to_in(event.voice, event.child_seen);
  return event;
}

bool add_words(Event& event, Field field, std::string_view words) {
  std::string* text = text_of(event, field);
  if (text != nullptr) add_text(*text, words);
  return text != nullptr;
}

void append_row(Event& event, const RowCells& cells) {
  for (const RowCell& each : cells.cells) {
    if (!each.own) continue;
    const Field field = each.column == nullptr ? Field::none : each.column->field;
    std::string* into = text_of(event, field);
    if (into != nullptr) {
      add_text(*into, each.cell->text);
      continue;
    }
    const std::string heading = each.column != nullptr ? each.column->heading : "column " + std::to_string(each.cell->column);
    const auto same = std::find_if(event.other.begin(), event.other.end(), [&](const auto& kept) { return kept.first == heading; });
    if (same != event.other.end()) add_text(same->second, each.cell->text);
    else event.other.emplace_back(heading, each.cell->text);
  }
}

}  // namespace casewright
