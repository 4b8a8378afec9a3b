#include "ingest/chronology/chronology_xml.h"

#include <cstdlib>

#include "base/text.h"
#include "ingest/papers/loose_words.h"
#include "ingest/values/answers.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

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

Event read_event(const Record& record, const std::string& agency, std::size_t row, const Case& known,
                 WhenRead::Problem& problem) {
  Event event;
  const std::string own = fold_space(record.attribute("id"));
  event.id = agency + "-" + (own.empty() ? std::to_string(row) : own);
  event.agency = agency;
  const WhenRead read = read_when(record.attribute("date"));
  problem = read.problem;
  event.when = read.when;
  if (record.has_attribute("time")) {
    event.when.minute = static_cast<std::int16_t>(read_time(record.attribute("time")));
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
  if (event.child_spoken_to == Answer::not_recorded) event.child_spoken_to = spoken_to_in(event.voice, event.child_seen);
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
    WhenRead::Problem problem{};
    chronology.events.push_back(read_event(*record, chronology.agency, chronology.events.size() + 1, known, problem));
    const Event& event = chronology.events.back();
    if (problem == WhenRead::Problem::backwards)
      faults.push_back({file, record->origin.part, 0, "the period of this event ends before it begins", "exchange or correct the dates"});
    else if (problem != WhenRead::Problem::none && event.when.from.known())
      faults.push_back({file, record->origin.part, 0, "the date of this event was read in part only", "write one date or one period: 2014-03-02 to 2014-03-05"});
    if (!event.when.from.known() && problem != WhenRead::Problem::not_known)
      faults.push_back({file, record->origin.part, 0, "the date of this event cannot be read; the event is kept without a date",
                        "write 2014-03-02, ?2014-03-02 when uncertain, March 2014, or 2014-03-02 to 2014-03-05"});
  }
  return {std::move(chronology), std::move(faults)};
}

}  // namespace casewright
