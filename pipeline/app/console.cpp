#include "app/console.h"

#include <ostream>
#include <set>
#include <string>

namespace casewright {

void Console::tell(const Faults& faults) const {
  std::set<std::string> told;
  for (const Fault& fault : faults) {
    const std::string text = describe(fault);
    if (told.insert(text).second) err << text << '\n';
  }
}

void Console::say(std::string_view line) const { err << line << '\n'; }

}  // namespace casewright
