#include "assemble/conflicts.h"

#include <algorithm>
#include <functional>

#include "assemble/edit.h"
#include "base/text.h"

namespace casewright {
namespace {

/// Clocks of two agencies that differ by no more than this do not disagree.
constexpr int minutes_alike = 15;

/// One thing said, and who says it.
struct Said {
  std::string what;
  std::vector<std::string> by;
};

std::string agency_words(const Event& event, const Case& whole) {
  const Agency* agency = whole.agency(event.agency);
  return agency == nullptr ? event.agency : agency->public_name.empty() ? agency->name : agency->public_name;
}

std::string date_words(const Event& event) {
  const When& when = event.when;
  if (!when.from.known()) return {};
  const std::string about = when.uncertain ? "about " : "";
  if (when.to.known() && when.to != when.from) return "between " + about + long_form(when.from) + " and " + long_form(when.to);
  return (when.from.exact() ? "on " : "in ") + about + long_form(when.from);
}

std::string time_words(const Event& event) {
  const int minute = event.when.minute;
  if (minute < 0) return {};
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return "at " + two(minute / 60) + ":" + two(minute % 60);
}

std::string answer_words(Answer answer, std::string_view done) {
  switch (answer) {
    case Answer::not_recorded: return {};
    case Answer::no: return "the child was not " + std::string(done);
    case Answer::yes:
    case Answer::alone: return "the child was " + std::string(done);
  }
  return {};
}

/// "According to A and B it was on 1 May 2014, according to C on 2 May 2014.", or nothing where all agree.
std::string disagreement(const LinkedEvents& linked, const std::vector<IntegratedEvent>& events, const Case& whole,
                         std::string_view lead, const std::function<std::string(const Event&)>& words) {
  std::vector<Said> all;
  for (const std::uint32_t at : linked) {
    const std::string what = words(events[at].event);
    if (what.empty()) continue;
    auto known = std::find_if(all.begin(), all.end(), [&](const Said& each) { return each.what == what; });
    if (known == all.end()) known = all.insert(all.end(), {what, {}});
    const std::string agency = agency_words(events[at].event, whole);
    if (std::find(known->by.begin(), known->by.end(), agency) == known->by.end()) known->by.push_back(agency);
  }
  if (all.size() < 2) return {};
  std::string sentence;
  for (const Said& each : all) {
    sentence += sentence.empty() ? "According to " : ", according to ";
    sentence += list_in_words(each.by) + " ";
    if (&each == &all.front()) sentence += lead;
    sentence += each.what;
  }
  return sentence + ".";
}

bool times_disagree(const LinkedEvents& linked, const std::vector<IntegratedEvent>& events) {
  int least = 24 * 60, most = -1;
  for (const std::uint32_t at : linked)
    if (const int minute = events[at].event.when.minute; minute >= 0) {
      least = std::min(least, minute);
      most = std::max(most, minute);
    }
  return most - least > minutes_alike;
}

}  // namespace

std::string retold_where_alike(std::string sentence) {
  constexpr std::string_view opening = "According to ", lead = " it was ", next = ", according to ";
  const auto told = sentence.find(lead);
  const auto first_end = sentence.find(next);
  if (!sentence.starts_with(opening) || told == std::string::npos || first_end == std::string::npos || told > first_end) return sentence;
  const std::string when = sentence.substr(told + lead.size(), first_end - told - lead.size());
  std::vector<std::string> tellers{sentence.substr(opening.size(), told - opening.size())};
  for (std::size_t from = first_end; from != std::string::npos;) {
    const std::size_t begin = from + next.size(), end = sentence.find(next, begin);
    const std::string part = sentence.substr(begin, (end == std::string::npos ? sentence.size() - 1 : end) - begin);
    if (!part.ends_with(" " + when)) return sentence;
    tellers.push_back(part.substr(0, part.size() - when.size() - 1));
    from = end;
  }
  const bool of_day = when.starts_with("in the ") || when == "at night";
  return with_capital(list_in_words(tellers)) + " give different " + (of_day ? "times " : "days ") + when + ".";
}

std::vector<std::string> find_conflicts(const LinkedEvents& linked, const std::vector<IntegratedEvent>& events,
                                        const Case& whole) {
  std::vector<std::string> found;
  const auto note = [&found](std::string sentence) {
    if (!sentence.empty()) found.push_back(std::move(sentence));
  };
  note(disagreement(linked, events, whole, "it was ", date_words));
  if (times_disagree(linked, events)) note(disagreement(linked, events, whole, "it was ", time_words));
  note(disagreement(linked, events, whole, "", [](const Event& event) { return answer_words(event.child_seen, "seen"); }));
  note(disagreement(linked, events, whole, "",
                    [](const Event& event) { return answer_words(event.child_spoken_to, "spoken to"); }));
  return found;
}

}  // namespace casewright
