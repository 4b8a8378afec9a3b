#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// One case of tests/fixtures/redaction: what a program made, and what must be found in it.
struct RedactionCase {
  std::string name;                                             ///< the file's, without its ending
  std::string file;                                             ///< "report.docx"
  std::string bytes;                                            ///< of that file
  std::vector<std::pair<std::string, std::string>> finds;       ///< rule and level
  bool refuses = false;                                         ///< a person must rewrite, so no copy is made
};

/// Makes the file that the text of a case describes, in the form that tests/fixtures/redaction/README.md explains.
RedactionCase make_case(const std::string& name, std::string_view text);

}  // namespace casewright
