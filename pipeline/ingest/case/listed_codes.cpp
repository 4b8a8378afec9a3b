#include "ingest/case/listed_codes.h"

#include "base/among.h"
#include "base/text.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

constexpr std::string_view any_other_board = "other";

/// The codes that a list gives, each once and in its order.
template <class List, class Code>
std::vector<std::string> codes_of(const List& list, Code code) {
  std::vector<std::string> codes;
  for (const auto& each : list)
    if (!among(codes, each.*code)) codes.push_back(each.*code);
  return codes;
}

void check_code(const Record& element, std::string_view attribute, const std::vector<std::string>& known, const Path& file, Faults& faults) {
  if (among(known, element.attribute(attribute))) return;
  const std::vector<std::string> but_last(known.begin(), known.end() - 1);
  faults.push_back({file, element.origin.part, 0, "the " + std::string(attribute) + " attribute of <" + element.name + "> is not one of the words it may be",
                    "it may be " + join_text(but_last, ", ") + " or " + known.back()});
}

}  // namespace

void check_listed_codes(const Record& root, const Path& file, Faults& faults) {
  const ReviewRegimes& all = review_regimes();
  check_code(root, "regime", codes_of(all.regimes, &Regime::code), file, faults);
  check_code(root, "type", codes_of(all.types, &ReviewType::code), file, faults);
  const Record* board = root.child("board");
  if (board == nullptr) return;
  std::vector<std::string> kinds = codes_of(all.regimes, &Regime::board);
  kinds.emplace_back(any_other_board);
  check_code(*board, "kind", kinds, file, faults);
  check_code(*board, "nation", codes_of(all.nations, &Nation::code), file, faults);
}

}  // namespace casewright
