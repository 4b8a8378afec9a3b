#include "app/console.h"

#include <ostream>
#include <set>
#include <string>

#include "base/text.h"
#include "emit/findings_words.h"

namespace casewright {
namespace {

/// Each line by itself made harmless.
std::string harmless_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view each : split(text, '\n')) lines.push_back(harmless(each));
  return join_text(lines, "\n");
}

}  // namespace

void Console::tell(const Faults& faults) const {
  std::set<std::string> told;
  for (Fault fault : faults) {
    fault.file = harmless(fault.file);
    const std::string text = harmless_lines(describe(fault));
    if (told.insert(text).second) err << text << '\n';
  }
}

void Console::say(std::string_view line) const { err << harmless_lines(line) << '\n'; }

}  // namespace casewright
