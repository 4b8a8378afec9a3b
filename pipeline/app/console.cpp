#include "app/console.h"

#include <algorithm>
#include <ostream>
#include <set>
#include <string>

#include "base/text.h"
#include "emit/findings/findings_words.h"

namespace casewright {
namespace {

/// Each line by itself made harmless.
std::string harmless_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view each : split(text, '\n')) lines.push_back(harmless(each));
  return join_text(lines, "\n");
}

}  // namespace

void Console::tell(const Faults& faults, bool stopped) const {
  const auto tell_all = [this](auto first, auto last) {
    std::set<std::string> told;
    for (; first != last; ++first) {
      Fault fault = *first;
      fault.file = harmless(fault.file);
      const std::string text = harmless_lines(describe(fault));
      if (told.insert(text).second) err << text << '\n';
    }
  };
  if (!stopped) return tell_all(faults.begin(), faults.end());
  Faults parted = faults;
  const auto stopping = std::stable_partition(parted.begin(), parted.end(), [](const Fault& each) { return each.aside; });
  tell_all(parted.begin(), stopping);
  say(parted.end() - stopping == 1 ? "This must be mended first:" : "These must be mended first:");
  tell_all(stopping, parted.end());
}

void Console::say(std::string_view line) const { err << harmless_lines(line) << '\n'; }

}  // namespace casewright
