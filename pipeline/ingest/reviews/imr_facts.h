#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ingest/papers/written_prose.h"
#include "ingest/reviews/front_tables.h"
#include "ingest/reviews/imr_sentences.h"
#include "ingest/values/labels.h"

namespace casewright {

/// What an agency's review says of itself in lines such as "Author: ..." and in tables of labels and values: who wrote it, how the author is
/// independent, when it was asked for, the time it covers, who signed it. The first telling of each counts.
class ImrFacts {
 public:
  /// Takes what a block says, its cells one by one. True where all of it was such facts.
  bool take(const Block& block, const WrittenProse& prose);
  /// The same for the lines under a heading such as "Sign-off", where a name, a post and a day may stand without labels.
  void take_sign_off(std::span<const Block> blocks, const WrittenProse& prose);
  /// Takes a paragraph that says how the author is independent, or who wrote the review: "written by Ann Lea, nurse, who ...". `about_author` where
  /// a heading says that it is about the author. True where it was taken.
  bool take_prose(const Block& block, const WrittenProse& prose, bool about_author);

  /// Takes what the running head of the pages tells, where nothing else has told it: the weakest of sources.
  void take_weak(const Block& block, const WrittenProse& prose);

  /// Appends <author>, <requested-on>, <records-secured-on> and <period>, as far as they are told.
  void add_opening(Record& imr) const;
  /// Appends <sign-off>, as far as it is told.
  void add_sign_off(Record& imr) const;
  /// What a report needs to know and nothing told, as a person says it.
  std::vector<std::string> missing() const;

 private:
  struct Value {
    std::string words;
    Origin origin;
    bool told() const { return !words.empty(); }
  };

  /// An element of those parts that are told; it stands where the first of them does.
  static Record element_with(const char* name, std::initializer_list<std::pair<const char*, const Value*>> parts);
  bool take_lines(std::string_view said, Origin origin);
  /// True where the words are what such a label leads to.
  bool put(Field field, std::string_view words, Origin origin);
  void put_person(bool signer, const std::string& words, Origin origin);
  void put_person(bool signer, const ToldPerson& person, Origin origin);
  void take_signer(const FrontRow& row, const WrittenProse& prose);
  void sign_line(const std::string& line, Origin origin, std::size_t& lines_of_post);
  bool take_sentences(const ToldInSentences& told, Origin origin);
  static void keep(Value& value, std::string words, Origin origin);

  Value author_, post_, independent_, requested_, secured_, period_from_, period_to_, signer_, signers_post_, signed_on_;
  bool signing_ = false;     ///< what comes now tells of whoever signed it
  bool by_hand_ = false;     ///< the signer is known by a signature alone, which a name spells out
};

}  // namespace casewright
