#include "ingest/chronology_xml.h"

#include <cstdlib>
#include <optional>

#include "base/text.h"
#include "ingest/loose_words.h"

namespace casewright {
namespace {

/// A day, a month or a year: "2014-03-02", "2 March 2014", "March 2014", "2014".
std::optional<Date> read_day(std::string_view text) {
  if (const auto date = date_from_iso(text)) return date;
  const auto words = split(text, ' ');
  if (words.size() < 2 || words.size() > 3) return std::nullopt;
  const auto year = date_from_iso(words.back());
  const int month = month_of_name(words[words.size() - 2]);
  if (!year || year->month != 0 || month == 0) return std::nullopt;
  Date date{year->year, static_cast<std::int8_t>(month), 0};
  if (words.size() == 3) date.day = static_cast<std::int8_t>(std::atoi(std::string(words[0]).c_str()));
  return valid(date) && (words.size() == 2 || date.day != 0) ? std::optional<Date>(date) : std::nullopt;
}

When read_date_of_event(std::string_view written) {
  When when;
  when.written = fold_space(written);
  std::string_view text = when.written;
  when.uncertain = text.starts_with('?');
  if (when.uncertain) text = trim(text.substr(1));
  const std::size_t to = text.find(" to ");
  if (const auto from = read_day(text.substr(0, to))) when.from = *from;
  if (to != std::string_view::npos)
    if (const auto until = read_day(trim(text.substr(to + 4)))) when.to = *until;
  return when;
}

std::int16_t read_time_of_day(std::string_view text) {
  text = trim(text);
  if (text.size() != 5 || text[2] != ':') return -1;
  for (const std::size_t at : {0, 1, 3, 4})
    if (text[at] < '0' || text[at] > '9') return -1;
  const int hour = (text[0] - '0') * 10 + text[1] - '0', minute = (text[3] - '0') * 10 + text[4] - '0';
  return hour > 23 || minute > 59 ? std::int16_t{-1} : static_cast<std::int16_t>(hour * 60 + minute);
}

Answer answer_of(std::string_view word) {
  if (word == "yes") return Answer::yes;
  if (word == "no") return Answer::no;
  if (word == "alone") return Answer::alone;
  return Answer::not_recorded;
}

/// Reads a question put to the contact; what the answer cannot say is kept under the question's name.
Answer read_answer(const Record& event, std::string_view element, const char* heading, Event& into) {
  const Record* given = event.child(element);
  if (given == nullptr) return Answer::not_recorded;
  const std::string word = fold_space(given->content());
  if (word == "not-applicable") into.other.emplace_back(heading, "not applicable");
  if (given->has_attribute("child")) into.other.emplace_back(std::string(heading) + " (who)", given->attribute("child"));
  return answer_of(word);
}

std::string words_of(const Record& event, std::string_view element, const Case& known) {
  const Record* part = event.child(element);
  return part == nullptr ? std::string() : loose_words(*part, known);
}

Event read_event(const Record& record, const std::string& agency, std::size_t row, const Case& known) {
  Event event;
  const std::string own = fold_space(record.attribute("id"));
  event.id = agency + "-" + (own.empty() ? std::to_string(row) : own);
  event.agency = agency;
  event.when = read_date_of_event(record.attribute("date"));
  if (record.has_attribute("time")) {
    event.when.minute = read_time_of_day(record.attribute("time"));
    if (event.when.minute < 0) event.other.emplace_back("Time", fold_space(record.attribute("time")));
  }
  if (record.has_attribute("seq")) event.when.sequence = std::strtod(std::string(record.attribute("seq")).c_str(), nullptr);
  event.key = record.attribute("key") == "yes";
  event.background = record.attribute("background") == "yes";
  event.contact = record.attribute("contact") != "no";
  event.same_as = fold_space(record.attribute("same-as"));
  event.source = words_of(record, "source", known);
  event.what = words_of(record, "what-happened", known);
  event.child_seen = read_answer(record, "child-seen", "Child seen", event);
  event.child_spoken_to = read_answer(record, "child-spoken-to", "Child spoken to", event);
  event.voice = words_of(record, "voice", known);
  event.outcome = words_of(record, "outcome", known);
  event.comment = words_of(record, "comment", known);
  event.recorded_by = words_of(record, "recorded-by", known);
  event.origin = record.origin;
  return event;
}

}  // namespace

Result<Chronology> read_chronology_xml(const Record& root, const Path& file, const Case& known) {
  Chronology chronology{fold_space(root.attribute("agency")), file, {}};
  Faults faults;
  const auto records = root.all("event");
  chronology.events.reserve(records.size());
  for (const Record* record : records) {
    chronology.events.push_back(read_event(*record, chronology.agency, chronology.events.size() + 1, known));
    if (!chronology.events.back().when.from.known())
      faults.push_back({file, record->origin.part, 0, "the date of this event cannot be read; the event is kept without a date",
                        "write 2014-03-02, ?2014-03-02 when uncertain, March 2014, or 2014-03-02 to 2014-03-05"});
  }
  return {std::move(chronology), std::move(faults)};
}

}  // namespace casewright
