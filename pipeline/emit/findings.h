#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"

namespace casewright {

/// How findings are shown.
struct FindingsView {
  bool show_text = false;               ///< a person asked to see the words; else names are masked
  std::string version;                  ///< of the program
  std::vector<std::string> unreadable;  ///< inputs that came to no reading; their faults say why
};

/// The words with all but the first letter of each word as asterisks: "G****".
std::string masked(std::string_view words);

/// One line a finding, `file:page:paragraph: level: family/rule: message`, then what to write instead, and a
/// line with the verdict of each file. Faults are not among them: they are for another stream.
std::string write_findings_text(const Checked& checked, const FindingsView& view);

/// The JSON of DESIGN.md section 6, ending with a line feed.
std::string write_findings_json(const Checked& checked, const FindingsView& view);

}  // namespace casewright
