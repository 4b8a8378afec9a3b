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

/// A place without what one file format sets otherwise than another: marks, white space and the numbers of notes.
std::string bare(std::string_view place) {
  std::string letters;
  for (const char c : ascii_lower(place))
    if ((c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0) letters += c;
  for (const std::string_view mark : {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xA0", "\xC2\xAD"}) letters = replace_every(letters, mark, "");
  return letters;
}

bool stands_there(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings) {
  if (waiver.places.empty()) return true;
  const std::string place = standing_place(finding, readings), plain = bare(place);
  return std::any_of(waiver.places.begin(), waiver.places.end(), [&](const std::string& each) {
    return finding.thing.empty() ? bare(each) == plain : fold_space(each) == place;
  });
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

std::string standing_place(const Finding& finding, const std::vector<Reading>& readings) {
  if (!finding.thing.empty()) return fold_space(finding.thing);
  if (finding.span.empty() || finding.document >= readings.size()) return {};
  const Prose& prose = readings[finding.document].prose;
  const auto next = std::upper_bound(prose.sentences.begin(), prose.sentences.end(), finding.span.begin,
                                     [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  if (prose.stretches.empty()) return {};
  const bool within = next != prose.sentences.begin() && std::prev(next)->span.end >= finding.span.end;
  return fold_space(prose.view(within ? std::prev(next)->span : prose.stretch_at(finding.span.begin).span));
}

bool stands_for(const Waiver& waiver, const Finding& finding, const std::vector<Reading>& readings, const Date& on) {
  if (waiver.rule != finding.rule || !flaw_of(waiver).empty()) return false;
  if (waiver.until.known() && (!on.known() || waiver.until < on)) return false;
  return fold_space(waiver.words) == words_of(finding, readings) && stands_there(waiver, finding, readings);
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
