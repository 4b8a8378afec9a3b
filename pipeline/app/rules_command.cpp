#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "app/rule_cards.h"
#include "base/text.h"
#include "emit/findings/rules_reference.h"

namespace casewright {
namespace {

/// The cards of the rules as the board uses them.
std::optional<std::vector<RuleCard>> read_cards(const Desk& desk) {
  const auto rules = open_rules(desk);
  if (!rules) return std::nullopt;
  return rule_cards(desk, rules->book);
}

/// One labelled part of an explanation, left out where there is nothing to say.
void print_part(std::ostream& out, std::string_view label, const std::string& words) {
  if (!words.empty()) out << label << words << '\n';
}

/// What a profile changes in a rule: "plain-english/long-sentence: over 25".
void print_change(std::ostream& out, const Rule& changed, const Rule& rule) {
  out << "  " << changed.id << ":";
  for (const auto& [name, value] : changed.body.attributes)
    if (value != rule.body.attribute(name)) out << ' ' << name << ' ' << value << " (else " << rule.body.attribute(name) << ')';
  if (changed.level != rule.level) out << ' ' << name_of(changed.level);
  if (changed.tier < rule.tier || changed.only_asked != rule.only_asked) out << " always runs";
  out << '\n';
}

}  // namespace

Exit list_rules(const Desk& desk) {
  const auto cards = read_cards(desk);
  if (!cards) return Exit::fault;
  std::size_t widest = 0;
  for (const RuleCard& card : *cards) widest = std::max(widest, card.id.size());
  for (const RuleCard& card : *cards)
    desk.console.out << card.id << std::string(widest + 2 - card.id.size(), ' ') << name_of(card.level)
                     << std::string(8 - name_of(card.level).size(), ' ') << card.message << '\n';
  return Exit::ready;
}

Exit list_profiles(const Desk& desk) {
  const auto rules = open_rules(desk);
  if (!rules) return Exit::fault;
  for (const DocumentProfile& each : rules->book.profiles) {
    desk.console.out << each.name << ": " << each.title << (each.otherwise ? " (and every document that no other profile knows)" : "") << "\n  " << each.about << '\n';
    for (const Rule& rule : each.rules) print_change(desk.console.out, rule, *rules->book.find(rule.id));
    for (const std::string& id : each.off) desk.console.out << "  " << id << ": left out\n";
  }
  return Exit::ready;
}

Exit explain_rule(const Desk& desk, const std::string& id) {
  const auto cards = read_cards(desk);
  if (!cards) return Exit::fault;
  const RuleCard* card = card_of(*cards, id);
  if (card == nullptr) {
    std::vector<std::string> meant;
    for (const RuleCard& each : *cards)
      if (each.id.ends_with("/" + id)) meant.push_back(each.id);
    desk.console.tell({{"", 0, 0, "no rule is called " + id, meant.empty() ? "`casewright rules list` shows them all" : "perhaps " + list_in_words(meant) + " is meant"}});
    return Exit::fault;
  }
  std::ostream& out = desk.console.out;
  out << card->id << " (" << name_of(card->level) << ")\n\n" << card->message << "\n\n";
  print_part(out, "Why:        ", card->why);
  print_part(out, "Source:     ", card->source);
  print_part(out, "Suggestion: ", card->suggestion);
  print_part(out, "In Word:    ", card->in_word);
  print_part(out, "Applies to: ", card->regimes.empty() ? "every kind of review" : list_in_words(card->regimes));
  print_part(out, "It reports: ", card->bad);
  print_part(out, "It accepts: ", card->good);
  print_part(out, "Written in: ", card->file);
  return Exit::ready;
}

Exit write_reference(const Desk& desk, const Path& out) {
  const auto cards = read_cards(desk);
  if (!cards) return Exit::fault;
  const std::string page = write_rules_reference(*cards, CASEWRIGHT_VERSION);
  if (out.empty()) {
    desk.console.out << page;
    return Exit::ready;
  }
  const Outcome written = desk.world.write_file(out, page);
  desk.console.tell(written.faults());
  return written ? Exit::ready : Exit::fault;
}

}  // namespace casewright
