#include "certify/waivers.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

/// The words that a finding points at; white space as in a waiver file, where lines may be broken anywhere.
std::string words_of(const Finding& finding, const std::vector<Reading>& readings) {
  if (finding.span.empty() || finding.document >= readings.size()) return {};
  return fold_space(readings[finding.document].prose.view(finding.span));
}

/// The words as somebody may have typed them: in small letters, without quotation marks around them.
std::string as_typed(std::string_view words) {
  constexpr std::string_view marks[] = {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"};
  std::string plain = ascii_lower(fold_space(words));
  for (const std::string_view mark : marks) {
    if (plain.starts_with(mark)) plain.erase(0, mark.size());
    if (plain.ends_with(mark)) plain.resize(plain.size() - mark.size());
  }
  return fold_space(plain);
}

}  // namespace

std::string flaw_of(const Waiver& waiver) {
  if (trim(waiver.rule).empty()) return "the waiver names no rule";
  if (trim(waiver.reason).empty()) return "the waiver gives no reason";
  if (trim(waiver.person).empty()) return "the waiver names no person who decided";
  if (trim(waiver.role).empty()) return "the waiver does not say in which role the person decided";
  if (!waiver.date.exact() || !valid(waiver.date)) return "the waiver has no date";
  if (waiver.until.known() && waiver.until < waiver.date) return "the waiver ends before it was given";
  return {};
}

bool stands_for(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings, const Date& on) {
  if (waiver.rule != finding.rule || !flaw_of(waiver).empty()) return false;
  if (waiver.until.known() && (!on.known() || waiver.until < on)) return false;
  return fold_space(waiver.words) == words_of(finding, readings);
}

bool nearly_stands_for(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings) {
  return waiver.rule == finding.rule && !finding.span.empty() && as_typed(waiver.words) == as_typed(words_of(finding, readings));
}

std::vector<Finding> apply(const std::vector<Waiver>& waivers, std::vector<Finding> findings,
                           const std::vector<Reading>& readings, const Date& on) {
  for (Finding& finding : findings) {
    const auto found = std::find_if(waivers.begin(), waivers.end(), [&](const Waiver& waiver) {
      return stands_for(waiver, finding, readings, on);
    });
    if (found != waivers.end()) finding.waived = *found;
  }
  return findings;
}

}  // namespace casewright
