// XML as a rule file: read, made ready and tried on a short text, which no rule may bring down. Run it from the project's
// folder.
#include "foreign/xml.h"
#include "inspect/inspect.h"
#include "inspect/kinds.h"
#include "inspect/rule_reader.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Reading short_text() {
  Reading reading;
  for (const char* words : {"The mother failed to bring the child, 14, on 3 May 2015. She was seen by nobody!", "Dr Ewan Wojcik AND 4 Ash Lane, ZZ99 3AB (2015)", ""})
    reading.document.blocks.push_back(text_block(BlockKind::paragraph, words));
  reading.prose = read_prose(reading.document, {});
  return reading;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string file = "rules/tone/fuzz.xml";
  const auto plain = xml::read({reinterpret_cast<const char*>(data), size}, file, 1);
  if (!plain.ok()) return 0;
  Faults faults;
  auto rule = read_rule(*plain, "tone/fuzz", file, faults);
  if (!rule || rule->kind == "spelling") return 0;  // the same for every input, and slow
  RuleBook book;
  Preparation preparation(book.phrases, book.needs, book.spellers, faults, file);
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
