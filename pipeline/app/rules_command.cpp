#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "base/text.h"
#include "inspect/rule_book.h"

namespace casewright {
namespace {

std::optional<RuleBook> read_book(const Desk& desk) {
  auto book = read_rules(desk.world, desk.house.rules(desk.world));
  desk.console.tell(book.faults());
  if (!book) return std::nullopt;
  return std::move(*book);
}

/// One labelled part of an explanation, left out where there is nothing to say.
void print_part(std::ostream& out, std::string_view label, const std::string& words) {
  if (!words.empty()) out << label << words << '\n';
}

}  // namespace

Exit list_rules(const Desk& desk) {
  const auto book = read_book(desk);
  if (!book) return Exit::fault;
  std::size_t widest = 0;
  for (const Rule& rule : book->rules) widest = std::max(widest, rule.id.size());
  for (const Rule& rule : book->rules)
    desk.console.out << rule.id << std::string(widest + 2 - rule.id.size(), ' ') << name_of(rule.level)
                     << std::string(8 - name_of(rule.level).size(), ' ') << rule.message << '\n';
  return Exit::ready;
}

Exit explain_rule(const Desk& desk, const std::string& id) {
  const auto book = read_book(desk);
  if (!book) return Exit::fault;
  const Rule* rule = book->find(id);
  if (rule == nullptr) {
    desk.console.tell({{"", 0, 0, "no rule is called " + id, "`casewright rules list` shows them all"}});
    return Exit::fault;
  }
  std::ostream& out = desk.console.out;
  out << rule->id << " (" << name_of(rule->level) << ")\n\n" << rule->message << "\n\n";
  print_part(out, "Why:        ", rule->why);
  print_part(out, "Source:     ", rule->source);
  print_part(out, "Suggestion: ", rule->suggestion);
  print_part(out, "Applies to: ", rule->regimes.empty() ? "every kind of review" : list_in_words(rule->regimes));
  print_part(out, "It reports: ", rule->bad);
  print_part(out, "It accepts: ", rule->good);
  print_part(out, "Written in: ", rule->file);
  return Exit::ready;
}

}  // namespace casewright
