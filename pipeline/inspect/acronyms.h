#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "inspect/sections/sections.h"
#include "language/word_table.h"
#include "model/prose.h"

namespace casewright {

/// One short form in capitals as a report uses it.
struct AcronymUse {
  static constexpr std::uint32_t nowhere = ~0u;
  Span first;
  int count = 0;
  std::uint32_t explained_at = nowhere;  ///< byte of the first explanation
  bool in_glossary = false;
  bool person = false;  ///< told of as somebody: "AJ, who was six"
  bool explained() const { return explained_at != nowhere; }
};

/// The short forms of a report, singular, with where each is explained: in brackets after its words, with its words
/// in brackets after it, after a dash or colon at the start of a line, as an entry of the glossary, or by what it is ("the MASH, where
/// police and council share what they know"). Only uses that `reads` allows count.
std::map<std::string, AcronymUse, std::less<>> acronyms_in(const Prose& prose, const WordTable& words, const std::vector<SectionSet>& sections,
                                                           const std::function<bool(Span)>& reads);

/// One entry of a glossary: a short form and what it is said to stand for.
struct GlossaryEntry {
  std::string word;
  std::string meaning;
  Span span;  ///< of the short form
};

/// The entries in the glossary: rows of tables, and lines such as "MASH - multi-agency safeguarding hub".
std::vector<GlossaryEntry> glossary_entries(const Prose& prose, const std::vector<SectionSet>& sections);

/// What a wrong entry ought to say: empty where it is right, "?" where its letters do not fit its words and
/// nothing better is known.
std::string mended_entry(const GlossaryEntry& entry,
                         const std::unordered_map<std::string, std::vector<std::string>>& known);

}  // namespace casewright
