#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "language/identity_matches.h"
#include "language/name_forms.h"

namespace casewright {

/// One entry that a match may stand for, by its best form.
struct Candidate {
  std::uint32_t identity = 0;
  const NameForm* form = nullptr;
};

/// Everybody whom a match may mean, the likeliest form first; nobody where it is written as none of their names.
std::vector<Candidate> candidates_of(const SearchedText& searched, const Match& match);
/// The first token of the titles before a match, where it names a person and is not itself a match.
std::optional<std::size_t> title_before(const SearchedText& searched, const Match& match, const NameForm& form);
/// Somebody surely named before in the same text.
struct Mention {
  std::uint32_t identity = 0;
  bool with_family_name = false;
};
/// Leaves out those whom title, role, or what went before rules out.
void narrow(const SearchedText& searched, std::vector<Candidate>& candidates, const Match& match, std::optional<std::size_t> title,
            const std::vector<Mention>& mentioned);
/// True where the title can't be theirs: of the other sex, a grown-up's before a child, another profession's.
bool belied_by_title(const SearchedText& searched, const Candidate& candidate, std::size_t title);
/// True where readers are told the same of all of them.
bool one_public_name(const SearchedText& searched, const std::vector<Candidate>& candidates);
/// Their places in the register, in its order.
std::vector<std::uint32_t> identities_of(const std::vector<Candidate>& candidates);
/// True where all of them belong to the family, or to its home by their name.
bool one_family(const SearchedText& searched, const std::vector<Candidate>& candidates);

}  // namespace casewright
