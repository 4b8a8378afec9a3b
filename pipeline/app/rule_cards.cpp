#include "app/rule_cards.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "certify/waiver_rules.h"
#include "foreign/xml/xml.h"
#include "inspect/kinds.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// Advice by rule, by kind within a family, by kind and by family; the most exact is given.
using Advice = std::map<std::string, std::string, std::less<>>;

std::string key(std::string_view rule, std::string_view family, std::string_view kind) {
  return std::string(rule) + "|" + std::string(family) + "|" + std::string(kind);
}

Advice read_advice(const Desk& desk) {
  Advice advice;
  const Path file = join(desk.house.corpus(), "mend-in-word.xml");
  auto bytes = desk.world.read_file(file);
  desk.console.tell(bytes.faults());
  if (!bytes) return advice;
  const auto root = xml::read(*bytes, file, 1);
  desk.console.tell(root.faults());
  if (!root) return advice;
  for (const Record* each : root->all("mend")) {
    advice[key(each->attribute("rule"), each->attribute("family"), each->attribute("kind"))] = fold_space(each->content());
  }
  return advice;
}

std::string advice_for(const Advice& advice, const RuleCard& card) {
  for (const std::string& each : {key(card.id, "", ""), key("", card.family(), card.kind), key("", "", card.kind), key("", card.family(), "")})
    if (const auto found = advice.find(each); found != advice.end()) return found->second;
  return {};
}

double limit_of(const Rule& rule, std::string_view attribute, double otherwise) {
  const std::string text(rule.body.attribute(attribute));
  return text.empty() ? otherwise : std::atof(text.c_str());
}

RuleCard card_of(const Rule& rule) {
  RuleCard card;
  card.id = rule.id;
  card.kind = rule.kind;
  if (const Kind* kind = kind_named(rule.kind)) card.does = kind->does;
  card.level = rule.level;
  card.message = rule.message;
  card.why = rule.why;
  card.source = rule.source;
  card.suggestion = rule.suggestion;
  card.bad = rule.bad;
  card.good = rule.good;
  card.regimes = codes_of_regimes(rule.regimes);
  card.file = rule.file;
  if (rule.kind == "measure") {
    card.measure = rule.body.attribute("of");
    card.over = limit_of(rule, "over", card.over);
    card.under = limit_of(rule, "under", card.under);
  }
  return card;
}

}  // namespace

std::vector<RuleCard> rule_cards(const Desk& desk, const RuleBook& book) {
  std::vector<RuleCard> cards = waiver_rules();
  for (const Rule& rule : book.rules) cards.push_back(card_of(rule));
  std::sort(cards.begin(), cards.end(), [](const RuleCard& a, const RuleCard& b) { return a.id < b.id; });
  const Advice advice = read_advice(desk);
  for (RuleCard& card : cards) card.in_word = advice_for(advice, card);
  return cards;
}

}  // namespace casewright
