#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "inspect/kinds.h"
#include "inspect/patterns/phrase_notation.h"

namespace casewright {

std::uint32_t Preparation::phrase(const Record& element) {
  const std::string text = fold_space(element.content());
  auto wordings = wordings_of(text);
  if (const auto* trouble = std::get_if<PhraseTrouble>(&wordings)) {
    fault(element, "the phrase '" + text + "' cannot be read: " + trouble->what,
          "(a|b) stands for either, [x] may be left out, fail~ for all forms of fail");
    return phrases_.add({});
  }
  return phrases_.add(std::get<std::vector<std::string>>(wordings));
}

std::vector<std::uint32_t> Preparation::phrases(const Record& body, std::string_view element) {
  std::vector<std::uint32_t> numbers;
  for (const Record* each : body.all(element)) numbers.push_back(phrase(*each));
  return numbers;
}

std::optional<regex::Pattern> Preparation::pattern(const Record& element, bool ignore_case) {
  return pattern(element, std::string(trim(element.content())), ignore_case);
}

std::string Preparation::expression(const Record& body, const Record& element) {
  std::string text(trim(element.content()));
  const std::vector<const Record*> pieces = body.all("piece");
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
    text = replace_every(text, "(?P>" + std::string((*piece)->attribute("name")) + ")", "(?:" + std::string(trim((*piece)->content())) + ")");
  return text;
}

std::optional<regex::Pattern> Preparation::pattern(const Record& element, const std::string& text, bool ignore_case) {
  if (text.empty()) {
    fault(element, "the pattern is empty", "write a regular expression");
    return std::nullopt;
  }
  auto read = regex::Pattern::read(text, {ignore_case});
  if (const auto* trouble = std::get_if<regex::Trouble>(&read)) {
    fault(
        element,
        "the pattern cannot be read: " + trouble->what + ", at its character " + std::to_string(trouble->at),
        "patterns are Perl-compatible regular expressions");
    return std::nullopt;
  }
  auto compiled = std::get<regex::Pattern>(std::move(read));
  if (compiled.find("")) {
    fault(element, "the pattern matches nothing at all, so it would match everywhere",
          "let it ask for at least one character");
    return std::nullopt;
  }
  return compiled;
}

std::vector<regex::Pattern> Preparation::patterns(const Record& body, std::string_view element,
                                                  bool ignore_case) {
  std::vector<regex::Pattern> all;
  for (const Record* each : body.all(element))
    if (auto compiled = pattern(*each, expression(body, *each), ignore_case)) all.push_back(std::move(*compiled));
  return all;
}

std::vector<GatedPattern> Preparation::gated_patterns(const Record& body, std::string_view element, bool ignore_case) {
  std::vector<GatedPattern> all;
  for (const Record* each : body.all(element)) {
    const std::string text = expression(body, *each);
    if (auto compiled = pattern(*each, text, ignore_case)) all.push_back(gated(std::move(*compiled), text, {ignore_case}, needs_));
  }
  return all;
}

std::vector<std::uint32_t> Preparation::needs(const Record& element) {
  const std::string text = fold_space(element.attribute("needs"));
  std::vector<std::string> words;
  std::vector<std::uint32_t> numbers;
  for (const std::string_view each : split(text, ' '))
    if (each == "digit") numbers.push_back(needs_.add_digit());
    else if (!each.empty()) words.push_back(ascii_lower(each));
  if (!words.empty()) numbers.push_back(needs_.add(words));
  return numbers;
}

double Preparation::number(const Record& element, std::string_view attribute, double otherwise) {
  if (!element.has_attribute(attribute)) return otherwise;
  const std::string_view text = element.attribute(attribute);
  double value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value)) return value;
  fault(element, "'" + std::string(text) + "' is no number", "write digits, such as 25 or 0.3");
  return otherwise;
}

int Preparation::whole(const Record& element, std::string_view attribute, int otherwise) {
  constexpr double furthest = 1e6;
  return static_cast<int>(std::clamp(number(element, attribute, otherwise), -furthest, furthest));
}

std::shared_ptr<const Speller> Preparation::speller(const std::string& language) {
  std::shared_ptr<const Speller>& speller = spellers_[language];
  if (!speller) speller = std::make_shared<Speller>(language);
  return speller;
}

void Preparation::fault(const Record& where, std::string what, std::string hint) {
  faults_.push_back({file_, where.origin.part, 0, std::move(what), std::move(hint)});
}

}  // namespace casewright
