#include "model/review_types.h"

#include <utility>

namespace casewright {

std::string_view review_type_name(std::string_view type, std::string_view regime) {
  if (type == "scr" && regime.starts_with("SCO-")) return "Significant case review";
  static constexpr std::pair<std::string_view, std::string_view> names[] = {
      {"scr", "Serious case review"},
      {"lcspr", "Local child safeguarding practice review"},
      {"executive-summary", "Executive summary of a serious case review"},
      {"cpr", "Child practice review"},
      {"susr", "Single unified safeguarding review"},
      {"learning-review", "Learning review"},
      {"cmr", "Case management review"},
      {"sar", "Safeguarding adults review"},
      {"dhr", "Domestic homicide review"}};
  for (const auto& [code, name] : names)
    if (code == type) return name;
  return {};
}

}  // namespace casewright
