#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

#include "language/name_chances.h"
#include "model/prose.h"

namespace casewright {

/// Those whom readers may know by name: the reviewer, the author, chairs. Each is introduced once, beside a word for the
/// office, and named again by the whole name, or by a title and the family name. A relative, a practitioner or anybody
/// else of the same family name is nobody public.
class PublicPeople {
 public:
  PublicPeople(const Prose& prose, const NameChances& chances);

  /// True where tokens [from, to), a title among them, name such a person.
  bool names(std::uint32_t from, std::uint32_t to) const;

 private:
  void learn_from_tagger(const NameChances& chances);
  void learn_officers();
  void learn_others(const NameChances& chances);
  void introduce(std::uint32_t from, std::uint32_t to);
  void take_titles(std::uint32_t from, std::uint32_t to, std::set<std::string, std::less<>>& titles) const;

  std::string words_between(std::uint32_t from, std::uint32_t to) const;
  std::string_view folded(std::uint32_t at) const;
  bool holds_office(std::uint32_t from, std::uint32_t to) const;
  bool stands_beside_office(std::uint32_t from, std::uint32_t to) const;
  bool office_before(std::uint32_t first, std::uint32_t from) const;
  bool office_behind(std::uint32_t to, std::uint32_t end) const;
  bool of_this_review(std::uint32_t at, std::uint32_t end) const;
  bool belongs_to_case(std::uint32_t from, std::uint32_t to) const;
  enum class Fit : std::uint8_t { no, may_be, by_title };
  Fit fit_of(std::string_view title, const std::string& family) const;

  const Prose& prose_;
  std::map<std::string, std::set<std::string, std::less<>>> known_;  ///< whole names, without titles, each with the titles it was seen with
  std::map<std::string, std::set<std::string, std::less<>>> rivals_;  ///< family names that somebody else bears, too, each with the titles
  std::unordered_set<std::string> relatives_;  ///< "mr okafor", of the family or one of those who worked with it
};

}  // namespace casewright
