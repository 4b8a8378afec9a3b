#include "inspect/patterns/need_rows.h"

#include <algorithm>

namespace casewright {

void put(const NeedRows& rows, NeedRows& into) {
  if (rows.empty()) into.emplace_back();
  else into.insert(into.end(), rows.begin(), rows.end());
}

void sort_out(NeedRows& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

void keep_heads(NeedRows& rows, std::size_t most) {
  sort_out(rows);
  if (rows.size() <= most) return;
  // Rows that are the same as far as a length are neighbours: how far each goes with the one before it says what each length leaves.
  std::vector<std::size_t> alike;
  for (std::size_t at = 1; at < rows.size(); ++at) {
    const auto [one, other] = std::mismatch(rows[at - 1].begin(), rows[at - 1].end(), rows[at].begin(), rows[at].end());
    alike.push_back(static_cast<std::size_t>(other - rows[at].begin()));
  }
  std::nth_element(alike.begin(), alike.begin() + static_cast<std::ptrdiff_t>(most - 1), alike.end());
  for (std::string& each : rows) each.resize(std::min(each.size(), alike[most - 1]));
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

void keep_ends(NeedRows& rows, std::size_t most) {
  if (rows.size() <= most) return;
  for (std::string& each : rows) std::reverse(each.begin(), each.end());
  keep_heads(rows, most);
  for (std::string& each : rows) std::reverse(each.begin(), each.end());
}

}  // namespace casewright
