#include "inspect/field_terms.h"

#include <catch2/catch.hpp>

#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// True where `words` of `text` are left alone by a list of some terms.
bool held(const std::string& text, std::string_view words) {
  FieldTerms terms;
  for (const std::string_view term : {"Crown Court", "Crisis Team", "Care Order", "Children's Guardian", "Education, Health and Care Plan", "Community Nurse",
                                      "Anti-Social Behaviour Order", "Detective Constable", "=Royal Mail", "=Family Centre"})
    terms.insert(term);
  const Prose prose = prose_of_text(text);
  const auto begin = static_cast<std::uint32_t>(prose.text.find(words));
  REQUIRE(begin < prose.text.size());
  return terms.hold(prose, {begin, begin + static_cast<std::uint32_t>(words.size())});
}

}  // namespace

TEST_CASE("a term is left alone, and so is a part of it") {
  CHECK(held("He was sentenced at the Crown Court in May.", "the Crown Court"));
  CHECK(held("He was sentenced at the Crown Court in May.", "Court"));
  CHECK(held("The Crown Court heard it.", "The Crown Court"));
  CHECK(held("Care Orders were made, and the children’s guardian agreed; the Children’s Guardian said so.", "Children’s Guardian"));
  CHECK(held("Two Care Orders were made.", "Care Orders"));
  CHECK(held("An Education, Health and Care Plan was asked for.", "Health"));
  CHECK(held("An Anti Social Behaviour Order followed.", "Anti Social"));
  CHECK(held("A Royal Mail van stood there.", "Royal Mail"));
}

TEST_CASE("words of terms that end as a term does are one") {
  CHECK(held("The Community Crisis Team came.", "Community Crisis Team"));
  CHECK_FALSE(held("The Royal Crisis Team came.", "Royal Crisis Team"));
  CHECK_FALSE(held("The Rowan Crisis Team came.", "Rowan Crisis Team"));
  CHECK_FALSE(held("The Community Family Centre closed.", "Community Family Centre"));
}

TEST_CASE("a name beside a term is no part of it") {
  CHECK_FALSE(held("Detective Constable Marsh came.", "Detective Constable Marsh"));
  CHECK_FALSE(held("Detective Constable Marsh came.", "Marsh"));
  CHECK_FALSE(held("The case went to Larchmere Crown Court.", "Larchmere Crown Court"));
  CHECK_FALSE(held("She told Rose. Court was next.", "Rose"));
  CHECK_FALSE(held("They lived at Rose Court.", "Rose Court"));
  CHECK_FALSE(held("He came to court.", "court"));
}
