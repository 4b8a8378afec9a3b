#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/word_filter.h"
#include "model/prose.h"
#include "model/register.h"

namespace casewright {

/// A place in a text where somebody or something of the register is named.
struct IdentityHit {
  Span span;                   ///< the name with a title before it, without a possessive ending
  std::uint32_t identity = 0;  ///< index in Register::entries
  NameKind kind = NameKind::full;
  std::string how;             ///< "given name", "possessive of the title and family name"; names nobody
  bool certain = false;        ///< false: a person must decide whether it is this one, or a name at all
  bool shared = false;         ///< surely a name of somebody in the register, though not which of `may_be`
  std::vector<std::uint32_t> may_be;  ///< every entry that it may stand for where their public names differ, else empty
  bool possessive = false;     ///< 's or ' follows
  bool plural = false;         ///< a family as a whole, "the Smiths"
  bool inside_word = false;    ///< only part of a longer word, as in an email address
};

/// Finds every form of every name of a register; read-only once made, so threads and workers may share it.
///
/// Entries that may be named are recognised, so that nothing inside their names is taken for somebody else,
/// and are not reported. Hits come in the order of the text and do not overlap; where they would, the longest stays.
class IdentitySearch {
 public:
  explicit IdentitySearch(const Register& people);
  ~IdentitySearch();
  IdentitySearch(IdentitySearch&&) noexcept;
  IdentitySearch& operator=(IdentitySearch&&) noexcept;

  /// Every hit in a document, hidden parts and file names too; spans are bytes of Prose::text.
  /// Slips of typing, hearing and scanning count too; `ordinary` says which words are no names.
  std::vector<IdentityHit> find(const Prose& prose, const WordFilter* ordinary = nullptr) const;
  /// Every hit in one piece of text.
  std::vector<IdentityHit> find_in(std::string_view text) const;

  struct Index;
  const Index& index() const { return *index_; }

 private:
  std::unique_ptr<const Index> index_;
};

/// Searches many short texts of one case; it remembers the words it met, so it is quick, and belongs to one thread.
class IdentityScanner {
 public:
  /// With `ordinary` slips of typing, hearing and scanning count too, as in IdentitySearch::find.
  explicit IdentityScanner(const IdentitySearch& search, const WordFilter* ordinary = nullptr);
  /// Another one that has learned what `other` has, for another thread.
  IdentityScanner(const IdentityScanner& other);
  ~IdentityScanner();

  /// Lets a text be known before the search: what stands in small letters somewhere is no sure name elsewhere.
  void learn(std::string_view text);
  /// Every hit in `text`.
  std::vector<IdentityHit> find_in(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casewright
