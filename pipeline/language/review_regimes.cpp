#include "language/review_regimes.h"

#include <algorithm>
#include <cassert>

#include "base/among.h"
#include "base/letters.h"
#include "base/record.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/xml/xml.h"

namespace casewright {

namespace data {
extern const std::string_view regimes_of_reviews;  // corpus/regimes.xml
}

namespace {

Date day_of(const Record& element, std::string_view attribute) { return date_from_iso(element.attribute(attribute)).value_or(Date{}); }

Regime regime_of(const Record& element) {
  Regime regime;
  regime.code = element.attribute("code");
  regime.nation = element.attribute("nation");
  regime.source = element.attribute("source");
  regime.line = element.attribute("line");
  regime.type = element.attribute("type");
  regime.also = words_between_spaces(element.attribute("also"));
  regime.report = element.has_attribute("report") ? element.attribute("report") : "Report";
  regime.board = element.attribute("board");
  regime.body = element.attribute("body");
  regime.of_adults = element.attribute("about") == "adults";
  regime.after = element.attribute("after");
  regime.from = day_of(element, "from");
  regime.to = day_of(element, "to");
  regime.grace = day_of(element, "grace");
  if (const Record* guidance = element.child("guidance")) {
    regime.guidance = guidance->attribute("title");
    regime.year = guidance->attribute("year");
  }
  for (const Record* letter : element.all("letter")) regime.letters.push_back(fold_space(letter->content()));
  for (const Record* name : element.all("named"))
    regime.names.push_back({fold_space(name->content()), std::string(name->attribute("with")), name->attribute("strong") == "yes"});
  return regime;
}

ReviewType type_of(const Record& element) {
  ReviewType type;
  type.code = element.attribute("code");
  type.spoken = type.name = fold_space(element.content());
  if (!type.name.empty()) type.name[0] = to_capital(type.name[0]);
  type.line = element.attribute("line");
  type.counts_as = element.attribute("counts-as");
  type.documents = words_between_spaces(element.attribute("documents"));
  type.published = element.attribute("published") != "no";
  return type;
}

ReviewRegimes read_regimes() {
  ReviewRegimes all;
  const auto root = xml::read(data::regimes_of_reviews, "corpus/regimes.xml", 1);
  assert(root.ok());
  if (!root) return all;
  for (const Record* each : root->all("nation")) all.nations.push_back({std::string(each->attribute("code")), std::string(each->attribute("holidays"))});
  for (const Record* each : root->all("type")) all.types.push_back(type_of(*each));
  for (const Record* each : root->all("regime")) all.regimes.push_back(regime_of(*each));
  return all;
}

bool is_line(std::string_view word) {
  const std::vector<Regime>& all = review_regimes().regimes;
  return std::any_of(all.begin(), all.end(), [word](const Regime& each) { return each.line == word; });
}

bool is_of(const Regime& regime, std::string_view word) {
  if (word == regime.code || word == regime.line) return true;
  if (word == (regime.of_adults ? "of-adults" : "of-children")) return true;
  if (word.starts_with("not-")) return word.substr(4) != regime.line && is_line(word.substr(4));
  if (!word.ends_with('+')) return false;
  const Regime* first = review_regimes().find(word.substr(0, word.size() - 1));
  return first != nullptr && first->line == regime.line && first->from <= regime.from;
}

}  // namespace

bool Regime::in_force(const Date& day) const { return (!from.known() || from <= day) && (!to.known() || day <= to); }

const Regime* ReviewRegimes::find(std::string_view code) const {
  const auto found = std::find_if(regimes.begin(), regimes.end(), [code](const Regime& each) { return each.code == code; });
  return found == regimes.end() ? nullptr : &*found;
}

const ReviewType* ReviewRegimes::type(std::string_view code, std::string_view regime) const {
  const Regime* under = find(regime);
  const ReviewType* found = nullptr;
  for (const ReviewType& each : types) {
    if (each.code != code) continue;
    if (each.line.empty() && found == nullptr) found = &each;
    if (!each.line.empty() && under != nullptr && each.line == under->line) found = &each;
  }
  return found;
}

const ReviewRegimes& review_regimes() {
  static const ReviewRegimes all = read_regimes();
  return all;
}

std::string_view review_type_name(std::string_view type, std::string_view regime) {
  const ReviewType* found = review_regimes().type(type, regime);
  return found == nullptr ? std::string_view() : std::string_view(found->name);
}

const ReviewType* counted_type(std::string_view type, std::string_view regime) {
  const ReviewType* found = review_regimes().type(type, regime);
  return found == nullptr || found->counts_as.empty() ? found : review_regimes().type(found->counts_as, regime);
}

bool is_held_under(std::string_view type, const Regime& regime) {
  const auto names = [type](const Regime& each) { return each.type == type || among(each.also, type); };
  const std::vector<Regime>& all = review_regimes().regimes;
  return names(regime) || std::none_of(all.begin(), all.end(), names);
}

bool is_for_learning_alone(std::string_view type) {
  const ReviewType* found = review_regimes().type(type);
  return found != nullptr && !found->published;
}

bool is_about_adults(std::string_view regime) {
  const Regime* found = review_regimes().find(regime);
  return found != nullptr && found->of_adults;
}

bool is_among_regimes(std::string_view regime, const std::vector<std::string>& words) {
  if (words.empty()) return true;
  if (regime.empty()) regime = "unknown";
  if (std::find(words.begin(), words.end(), regime) != words.end()) return true;
  const Regime* known = review_regimes().find(regime);
  return known != nullptr && std::any_of(words.begin(), words.end(), [known](const std::string& word) { return is_of(*known, word); });
}

std::vector<std::string> codes_of_regimes(const std::vector<std::string>& words) {
  std::vector<std::string> codes;
  if (std::find(words.begin(), words.end(), "unknown") != words.end()) codes.emplace_back("unknown");
  if (!words.empty())
    for (const Regime& each : review_regimes().regimes)
      if (is_among_regimes(each.code, words)) codes.push_back(each.code);
  return codes;
}

bool names_regimes(std::string_view word) { return !codes_of_regimes({std::string(word)}).empty(); }

}  // namespace casewright
