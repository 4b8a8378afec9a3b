// YAML as a rule of a Vale style: read, translated, made ready and tried on a short text.
#include "foreign/yaml.h"
#include "inspect/rule_reader.h"
#include "inspect/vale/vale_rule.h"
#include "one_rule.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string file = "Style/Rule.yml";
  const auto yaml = yaml::read({reinterpret_cast<const char*>(data), size}, file);
  if (!yaml.ok()) return 0;
  Faults faults;
  const auto body = rule_of_vale(*yaml, "Style", file, {}, faults);
  if (!body) return 0;
  auto rule = read_rule(*body, "Style/Rule", file, faults);
  if (rule)
    try_rule(std::move(*rule), file, std::move(faults),
             short_text({"The the nurse utilised e.g. the WHO form at 9am. She was seen by nobody!", "Needles AND pins (2015)", ""}));
  return 0;
}
