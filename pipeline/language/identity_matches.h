#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/identity_index.h"
#include "language/known_words.h"
#include "language/name_position.h"
#include "model/prose.h"

namespace casewright {

/// A text that is searched, cut into tokens, with where it stands.
struct SearchedText {
  const IdentitySearch::Index& index;
  std::string_view text;
  const std::vector<SeenToken>& tokens;
  Scope scope;
};

/// How a match came about.
enum class Way : std::uint8_t { plain, split_word, near, inside, compact, spelled };

/// A match before it is judged: tokens [first, last] hold it.
struct Match {
  Span span;
  std::size_t first = 0, last = 0;
  std::uint32_t phrase = 0;
  Way way = Way::plain;
  const std::vector<CompactForm>* compact = nullptr;
  Slip slip = Slip::one_letter;
};

/// What may be names in a text: the longest matches that do not overlap, in the order of the text, not judged yet.
std::vector<Match> find_matches(const SearchedText& searched);

/// True where the words of a match are written as a form of a name asks for; of a word that it holds in part, that part.
bool written_as(CaseNeed need, const Match& match, const SearchedText& searched);
/// True where small letters say nothing against a name: "mr price", "mum (carol)".
bool called_by_name(const SearchedText& searched, const Match& match);
/// True where somebody may speak though written small: "jade said no".
bool speaks(const SearchedText& searched, const Match& match);
/// True right behind "#" or "@".
bool is_tag(const SearchedText& searched, std::size_t token);
/// True where a word is glued to others by marks, as in an email or web address, or stands in a file name.
bool among_marks(const SearchedText& searched, std::size_t token);

}  // namespace casewright
