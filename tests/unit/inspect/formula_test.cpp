#include "inspect/formula.h"

#include <catch2/catch.hpp>

#include "foreign/yaml.h"
#include "inspect/inflection.h"
#include "inspect/vale/vale_rule.h"

using namespace casewright;

namespace {

std::optional<double> value(std::string_view text) {
  return Formula::read(text).value([](std::string_view name) -> std::optional<double> {
    if (name == "words") return 372;
    if (name == "sentences") return 17;
    if (name == "syllables") return 549;
    return std::nullopt;
  });
}

/// The kind of the rule that a Vale rule becomes; "left out" where it cannot be run.
std::string kind_of(std::string_view yaml) {
  Faults faults;
  const auto record = yaml::read(yaml, "style.yml");
  if (!record) return "no yaml";
  const auto rule = rule_of_vale(*record, "Style", "style.yml", {}, faults);
  return rule ? rule->children.back().name : "left out";
}

}  // namespace

TEST_CASE("formulas are worked out as they are written") {
  CHECK(value("206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)").value() == Approx(59.771).margin(.0005));
  CHECK(value("2 + 3 * 4 - -1").value() == 15);
  CHECK(value("1.043 * sqrt(30 * 4 / 3)").value() == Approx(6.5965).margin(.001));
  CHECK_FALSE(value("unheard_of + 1").has_value());
  CHECK_FALSE(Formula::read("(1 + 2").trouble().empty());
  CHECK_FALSE(Formula::read("1 +").trouble().empty());
  CHECK_FALSE(Formula::read(std::string(500, '(')).trouble().empty());
}

TEST_CASE("a replacement stands in the form and the capitals of what it replaces") {
  CHECK(fitted("use", "utilised", "utilise") == "used");
  CHECK(fitted("use", "Utilising", "utilise") == "Using");
  CHECK(fitted("\"give\" or \"make\"", "delivered", "deliver") == "\"give\" or \"make\"");
  CHECK(fitted("\"keep\"", "Maintained", "maintain") == "\"kept\"");
  CHECK(fitted("\"find\", \"see\" or \"name\"", "identifying", "identify") == "\"finding\", \"seeing\" or \"naming\"");
  CHECK(fitted("\"train\"", "upskill", "upskill") == "\"train\"");
  CHECK(fitted("find out", "ascertained", "ascertain").empty() == false);
  CHECK(fitted("find out", "ascertained", "ascertain") == "found out");
  CHECK(fitted("begin", "commenced", "commence").empty());  // "began" or "begun": not guessed
  CHECK(fitted("put right", "rectifying", "rectify") == "putting right");
  CHECK(fitted("about", "With regard to", "") == "About");
  CHECK(article_for("hour") == "an");
  CHECK(article_for("unit") == "a");
  CHECK(article_for("end") == "an");
}

TEST_CASE("rules of Vale become rules of ours, or say why not") {
  CHECK(kind_of("extends: existence\nmessage: \"'%s' is weak\"\ntokens:\n  - very\n") == "pattern");
  CHECK(kind_of("extends: substitution\nmessage: \"Use '%s'\"\nswap:\n  kids: children\n") == "substitution");
  CHECK(kind_of("extends: occurrence\nmessage: many\nscope: sentence\nmax: 2\ntoken: ','\n") == "occurrence");
  CHECK(kind_of("extends: repetition\nmessage: twice\ntokens:\n  - '[^\\s]+'\n") == "repetition");
  CHECK(kind_of("extends: consistency\nmessage: both\neither:\n  advisor: adviser\n") == "consistency");
  CHECK(kind_of("extends: conditional\nmessage: no\nfirst: '\\b([A-Z]{3,5})\\b'\nsecond: '\\(([A-Z]{3,5})\\)'\n") == "conditional");
  CHECK(kind_of("extends: capitalization\nmessage: no\nmatch: $sentence\nscope: heading\n") == "capitalisation");
  CHECK(kind_of("extends: metric\nmessage: '%s'\nformula: words / sentences\ncondition: '> 20'\n") == "metric");
  CHECK(kind_of("extends: spelling\nmessage: '%s'\n") == "spelling");
  CHECK(kind_of("extends: sequence\nmessage: no\ntokens:\n  - pattern: the\n  - tag: MD\n") == "sequence");
  CHECK(kind_of("extends: sequence\nmessage: no\ntokens:\n  - tag: NN\n") == "left out");
  CHECK(kind_of("extends: script\nmessage: no\n") == "left out");
  CHECK(kind_of("extends: existence\nmessage: no\n") == "left out");
  CHECK(kind_of("a: [b\n") == "no yaml");
  CHECK(kind_of("a: &x 1\nb: *x\n") == "no yaml");
}
