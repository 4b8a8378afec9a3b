// Text, Markdown or a page, by the first byte, checked with every rule, with and without the register of the minimal case.
// Run it from the project's folder. No finding may stand outside the text or within a letter.
#include <cstdlib>

#include "base/disk.h"
#include "ingest/case/case_reader.h"
#include "ingest/readers.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

struct Known {
  RuleBook book = std::move(read_rules(Disk(), {"rules"})).value();
  Corpus corpus = std::move(read_corpus(Disk(), "corpus")).value();
  Case minimal = std::move(read_case(Disk(), "tests/fixtures/case/minimal", "templates/schemas")).value();
  IdentitySearch names{minimal.people};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static const Known known;
  constexpr const char* files[] = {"fuzz.txt", "fuzz.md", "fuzz.html"};
  if (size == 0) return 0;
  Result<Reading> read = read_report({reinterpret_cast<const char*>(data) + 1, size - 1}, files[data[0] % 3]);
  if (!read.ok()) return 0;
  read->prose = read_prose(read->document, read->container);
  InspectOptions options;
  options.corpus = &known.corpus;
  options.tier = 3;
  options.suggest = false;
  if ((data[0] & 0x40) != 0) {
    options.of_case = &known.minimal;
    options.people = &known.minimal.people;
    options.names = &known.names;
  }
  std::vector<Reading> readings;
  readings.push_back(*std::move(read));
  const Checked done = inspect(known.book, std::move(readings), options);
  const std::string& text = done.readings[0].prose.text;
  for (const Finding& each : done.findings) {
    if (each.span.begin > each.span.end || each.span.end > text.size()) std::abort();
    if (!each.span.empty() && (static_cast<unsigned char>(text[each.span.begin]) & 0xC0) == 0x80) std::abort();
  }
  return 0;
}
