// YAML as a rule of a Vale style: read, translated, made ready and tried on a short text.
#include "foreign/yaml.h"
#include "inspect/inspect.h"
#include "inspect/kinds.h"
#include "inspect/rule_reader.h"
#include "inspect/vale_rule.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Reading short_text() {
  Reading reading;
  for (const char* words : {"The the nurse utilised e.g. the WHO form at 9am. She was seen by nobody!", "Needles AND pins (2015)", ""})
    reading.document.blocks.push_back(text_block(BlockKind::paragraph, words));
  reading.prose = read_prose(reading.document, {});
  return reading;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string file = "Style/Rule.yml";
  const auto yaml = yaml::read({reinterpret_cast<const char*>(data), size}, file);
  if (!yaml.ok()) return 0;
  Faults faults;
  const auto body = rule_of_vale(*yaml, "Style", file, {}, faults);
  if (!body) return 0;
  auto rule = read_rule(*body, "Style/Rule", file, faults);
  if (!rule) return 0;
  RuleBook book;
  Preparation preparation(book.phrases, book.needs, book.spellers, faults, file);
  if (rule->kind == "spelling") return 0;  // the same for every input, and slow
  rule->check = kind_named(rule->kind)->prepare(*rule, preparation);
  if (!faults.empty() || rule->check == nullptr) return 0;
  book.rules.push_back(std::move(*rule));
  book.phrases.settle();
  book.needs.settle();
  std::vector<Reading> readings;
  readings.push_back(short_text());
  inspect(book, std::move(readings), {});
  return 0;
}
