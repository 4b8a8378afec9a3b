#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "base/text.h"
#include "emit/calendar_file.h"
#include "inspect/deadlines.h"

namespace casewright {
namespace {

std::string_view name_of(Deadline::State state) {
  switch (state) {
    case Deadline::State::waiting:
      return "waiting";
    case Deadline::State::due:
      return "due";
    case Deadline::State::done:
      return "done";
    case Deadline::State::late:
      return "late";
  }
  return {};
}

void print(std::ostream& out, const Deadline& each) {
  const std::string day = each.by.known() ? iso(each.by) : "no day yet";
  out << day << "  " << name_of(each.state) << std::string(9 - name_of(each.state).size(), ' ') << each.what;
  if (each.on.known()) out << " (" << iso(each.on) << ")";
  out << "\n            " << each.counted << "; " << each.source << '\n';
  if (!each.holidays_known) out << "            bank holidays of those years are not on record: only weekends are left out\n";
}

std::vector<CalendarDay> days_of(const Case& review, const std::vector<Deadline>& deadlines) {
  std::vector<CalendarDay> days;
  for (const Deadline& each : deadlines) {
    if (!each.by.exact()) continue;
    const std::string id = replace_every(each.id, "/", "-");
    days.push_back({id + "@" + review.code + ".casewright.invalid", each.by,
                    review.code + ": " + each.what + (each.state == Deadline::State::due ? "" : " (" + std::string(name_of(each.state)) + ")"),
                    each.counted + "\n" + each.source});
  }
  return days;
}

}  // namespace

Exit calendar(const Desk& desk, const CalendarOptions& options) {
  const auto opened = open_case(desk, options.case_folder);
  const auto book = read_rules(desk.world, desk.house.rules(desk.world));
  const auto corpus = read_corpus(desk.world, desk.house.corpus());
  desk.console.tell(book);
  desk.console.tell(corpus);
  if (!opened || !book || !corpus) return Exit::fault;
  const Date today = desk.world.today();
  const std::vector<Deadline> deadlines = deadlines_of(opened->review, *book, *corpus, today);
  if (deadlines.empty())
    desk.console.say("no rule of timescales applies under " +
                     (opened->review.regime.empty() ? std::string("a case without a regime") : opened->review.regime));
  for (const Deadline& each : deadlines) print(desk.console.out, each);
  if (options.ics.empty()) return Exit::ready;
  const Outcome written = desk.world.write_file(options.ics, write_calendar(days_of(opened->review, deadlines), today));
  desk.console.tell(written.faults());
  return written ? Exit::ready : Exit::fault;
}

}  // namespace casewright
