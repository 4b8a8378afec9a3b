#include "base/result.h"

namespace casewright {

std::string describe(const Fault& fault) {
  std::string text = fault.file;
  if (fault.line != 0) text += ":" + std::to_string(fault.line);
  if (fault.line != 0 && fault.column != 0) text += ":" + std::to_string(fault.column);
  if (!text.empty()) text += ": ";
  text += fault.what;
  if (!fault.hint.empty()) text += "\n  hint: " + fault.hint;
  return text;
}

}  // namespace casewright
