#pragma once

#include <string>

#include "ingest/written_prose.h"

namespace casewright {

/// What an agency's review says of itself in lines such as "Author: ..." and in tables of two columns: who wrote it, how the author is
/// independent, when it was asked for, the time it covers, who signed it.
class ImrFacts {
 public:
  /// Takes what a block says, its cells one by one. True where all of it was such facts.
  bool take(const Block& block, const WrittenProse& prose);

  /// Appends <author>, <requested-on>, <records-secured-on> and <period>, as far as they are told.
  void add_opening(Record& imr) const;
  /// Appends <sign-off>, as far as it is told.
  void add_sign_off(Record& imr) const;
  /// What a report needs to know and nothing told, as a person says it.
  std::vector<std::string> missing() const;

 private:
  enum class Fact : std::uint8_t { none, author, post, independent, requested, secured, period, signer, date };
  struct Value {
    std::string words;
    Origin origin;
    bool told() const { return !words.empty(); }
  };

  static Fact fact_of(std::string_view label);
  bool take_lines(std::string_view text, Origin origin);
  void put(Fact fact, std::string_view words, Origin origin);

  Value author_, post_, independent_, requested_, secured_, period_, signer_, signers_post_, signed_on_;
  bool signing_ = false;  ///< what comes now tells of whoever signed it
};

}  // namespace casewright
