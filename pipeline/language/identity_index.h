#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/identity_search.h"
#include "language/name_forms.h"
#include "language/near_names.h"
#include "language/phrase_automaton.h"

namespace casewright {

/// What the search needs to know of a register entry.
struct IdentityFacts {
  std::string public_name;  ///< folded
  std::string role;
  char sex = ' ';           ///< 'f', 'm' or ' '
  bool person = false, may_be_named = false, child = false, family = false;
};

/// Everything an IdentitySearch looks things up in.
struct IdentitySearch::Index {
  explicit Index(const Register& people);

  std::vector<IdentityFacts> facts;                ///< beside Register::entries
  std::vector<NameForm> forms;                     ///< sorted by their atoms
  struct Range { std::uint32_t begin = 0, end = 0; };
  std::vector<Range> forms_of_phrase;              ///< by phrase number: the forms with these atoms
  PhraseAutomaton automaton;
  std::unordered_map<std::string, std::uint32_t> single;  ///< atom to the phrase that it is alone
  std::unordered_map<std::string, std::vector<CompactForm>> compact;
  std::unordered_set<std::string> compact_heads;   ///< every beginning of a compact form
  NearNames near;                                  ///< numbers are phrases
  std::size_t longest_inner = 0;                   ///< of `inner`
  std::unordered_map<std::string_view, std::uint32_t> inner;  ///< names looked for inside longer words, to phrases

  /// The forms of a phrase.
  const NameForm* begin(std::uint32_t phrase) const { return forms.data() + forms_of_phrase[phrase].begin; }
  const NameForm* end(std::uint32_t phrase) const { return forms.data() + forms_of_phrase[phrase].end; }

 private:
  void add_facts(const Register& people);
  void add_compact(const Register& people);
  void add_single(std::uint32_t phrase);
};

}  // namespace casewright
