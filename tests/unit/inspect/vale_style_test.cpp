// Vale's kinds of rule as they run here: tests/fixtures/vale/Example has one of each.

#include "inspect/vale/vale_style.h"

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "foreign/yaml.h"
#include "inspect/inspect.h"
#include "inspect/vale/vale_rule.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

const Path folder = join(PROJECT_FOLDER, "tests/fixtures/vale");

/// Which words a rule of the style finds in a text with one heading.
std::vector<std::string> found(const std::string& rule, const std::string& heading, const std::string& text) {
  static const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")}, {folder});
  static const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  REQUIRE((book.ok() && corpus.ok()));
  REQUIRE(book->find("Example/" + rule) != nullptr);
  std::vector<Reading> readings(1);
  Document& document = readings[0].document;
  document.blocks.push_back(text_block(BlockKind::heading, heading));
  document.blocks.back().level = 1;
  document.blocks.push_back(text_block(BlockKind::paragraph, text));
  readings[0].prose = read_prose(document, {});
  InspectOptions options;
  options.families = {"Example"};
  options.corpus = &*corpus;
  const Checked checked = inspect(*book, std::move(readings), options);
  std::vector<std::string> words;
  for (const Finding& each : checked.findings)
    if (each.rule == "Example/" + rule) words.emplace_back(checked.readings[0].prose.view(each.span));
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("each kind of Vale's rules finds what it should and nothing else") {
  CHECK(found("Existence", "A", "Obviously it was very much so, and very many knew.") == Words{"Obviously", "very much"});
  CHECK(found("Raw", "A", "From 2015-2018 and 5-8.") == Words{"2015-2018"});
  CHECK(found("Substitution", "A", "She had two cell phones to utilise.") == Words{"cell phones", "utilise"});
  CHECK(found("Occurrence", "A", "One, two, three, four, five. One, two.").size() == 1);
  CHECK(found("Repetition", "A", "He saw the the nurse.").size() == 1);
  CHECK(found("Consistency", "A", "An adviser met another adviser and an advisor.") == Words{"advisor"});
  CHECK(found("Consistency", "A", "An adviser met another adviser.").empty());
  CHECK(found("Conditional", "A", "The Home Office Group (HOG) met the DEF and the NHS and the HOG.") == Words{"DEF"});
  CHECK(found("Capitalization", "What The Family Said", "Then the family said yes.") == Words{"What The Family Said"});
  CHECK(found("Capitalization", "What the family said in Casewright", "Yes.").empty());
  CHECK(found("Metric", "A", "Organisational considerations necessitated multidisciplinary collaboration.").size() == 1);
  CHECK(found("Metric", "A", "The cat sat on the mat.").empty());
  CHECK(found("Readability", "A", "Organisational considerations necessitated multidisciplinary collaboration.").size() == 1);
  CHECK(found("Spelling", "A", "She recieved it.") == Words{"recieved"});
  CHECK(found("Sequence", "A", "It must be seen, and it was seen.") == Words{"must be seen"});
}

TEST_CASE("a Vale rule's level, message and link become ours") {
  const Styles styles = read_styles(Disk(), folder);
  REQUIRE(styles.rules.size() == 12);
  for (const StyleRule& each : styles.rules) {
    if (each.id == "Example/Substitution") CHECK((each.rule.attribute("level") == "fix" && each.rule.content_of("message") == "Use '{use}' instead of '{found}'."));
    if (each.id == "Example/Existence") CHECK((each.rule.attribute("level") == "advise" && each.rule.child("why")->attribute("source") == "https://style.example/weasel"));
  }
}

TEST_CASE("what cannot be run here is named, with why, and left out") {
  const Styles styles = read_styles(Disk(), folder);
  std::string told;
  for (const Fault& each : styles.left_out) told += each.file + ": " + each.what + "\n";
  CHECK(styles.left_out.size() == 2);
  CHECK(told.find("Script.yml: the extension 'script' is not run here") != std::string::npos);
  CHECK(told.find("Tagged.yml: the tag 'NN' needs a model") != std::string::npos);
}

TEST_CASE("broken YAML is a fault with its line, and aliases are refused") {
  CHECK_FALSE(yaml::read("extends: [a\nb: }", "x.yml").ok());
  CHECK_FALSE(yaml::read("a: &x 1\nb: *x\n", "x.yml").ok());
  CHECK_FALSE(yaml::read(std::string(100, '['), "x.yml").ok());
  const auto broken = yaml::read("a: 1\nb: \"open\nc: 2\n", "x.yml");
  REQUIRE_FALSE(broken.ok());
  CHECK(broken.faults()[0].line > 0);
  Faults faults;
  for (const std::string_view text : {"extends: existence\n", "extends: substitution\nswap: 3\n", "extends: metric\ncondition: x\n",
                                      "extends: occurrence\n", "extends: capitalization\nmatch: $odd\n", "extends: nonsense\n", "a\n"}) {
    INFO(text);
    const auto yaml = yaml::read(text, "x.yml");
    REQUIRE(yaml.ok());
    CHECK_FALSE(rule_of_vale(*yaml, "S", "x.yml", {}, faults).has_value());
  }
  CHECK(faults.size() >= 7);
}
