// XML as a rule file: read, made ready and tried on a short text, which no rule may bring down. Run it from the project's
// folder.
#include "foreign/xml/xml.h"
#include "inspect/rule_reader.h"
#include "one_rule.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string file = "rules/tone/fuzz.xml";
  const auto plain = xml::read({reinterpret_cast<const char*>(data), size}, file, 1);
  if (!plain.ok()) return 0;
  Faults faults;
  auto rule = read_rule(*plain, "tone/fuzz", file, faults);
  if (rule)
    try_rule(std::move(*rule), file, std::move(faults),
             short_text({"The mother failed to bring the child, 14, on 3 May 2015. She was seen by nobody!", "Dr Ewan Wojcik AND 4 Ash Lane, ZZ99 3AB (2015)", ""}));
  return 0;
}
