#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "inspect/corpus.h"
#include "inspect/patterns/need_table.h"
#include "inspect/patterns/phrase_table.h"
#include "inspect/rule.h"
#include "inspect/sections/sections.h"
#include "inspect/unknown_names.h"
#include "language/identity_search.h"
#include "language/word_table.h"
#include "model/case.h"
#include "model/document_roles.h"
#include "model/reading.h"

namespace casewright {

class Speller;
class Spelt;

/// One report as the kinds of rule see it: its Prose with what every check would otherwise work out anew.
class Seen {
 public:
  Seen(const std::vector<Reading>& set, std::uint32_t document, const std::vector<Inspected>& inspected,
       PhraseHits hits, std::vector<SectionSet> sections, const Corpus& corpus, const Case* of_case, const Register* people,
       std::vector<IdentityHit> names, const WordTable& words, std::string lower);

  const std::vector<Reading>& set;  ///< all documents of the check
  std::uint32_t document;           ///< the index of this one
  const Reading& reading;
  const Prose& prose;
  const std::vector<Inspected>& all_inspected;  ///< runs beside `set`
  const Inspected& inspected;
  PhraseHits hits;
  std::vector<SectionSet> sections;  ///< by stretch: the canonical sections it stands in
  const Corpus& corpus;
  const WordTable& words;            ///< what each distinct word is
  const Case* of_case;             ///< null where the case is not at hand
  const Register* people;          ///< null where no register is at hand
  std::vector<IdentityHit> names;  ///< names of the register, found by one search
  std::vector<UnknownName> unknown;  ///< what the tagger of names finds; left empty where no rule asks
  AreaNames areas;                ///< that the document gives to councils, boards and police forces
  bool judgment = false;             ///< the document reads as a court's judgment
  std::string lower;               ///< the Prose with ASCII letters lowered, byte for byte
  NeedsMet needs;                  ///< what the patterns of rules need to be worth running, by stretch
  std::vector<Span> quotations;    ///< inside quotation marks, in order
  mutable std::map<const Speller*, std::shared_ptr<const Spelt>> spelt;  ///< what kinds/spelling looked up, for all rules
  bool suggest = true;                ///< misspelt words get suggestions
  std::vector<std::string> offices;   ///< the names that case.xml gives besides the register's, in small letters
  std::vector<std::string> contacts;  ///< letters and digits of the ways to reach help or the board that the case publishes

  /// True where the rule reads the words at `span`: scope, section and quotation marks allow it.
  bool reads(const Rule& rule, Span span) const;
  /// The same for all of a stretch, whatever is quoted in it.
  bool reads_stretch(const Rule& rule, std::uint32_t index) const;
  /// True where the stretch is a cell that heads a row or column of its table.
  bool heads_a_table(std::uint32_t stretch) const;
  /// True where the span lies inside quotation marks or a quotation.
  bool quoted(Span span) const;
  /// True where the words are, or are part of, a way to reach help or the board that the case publishes.
  bool is_public_contact(std::string_view words) const;
  /// True where the words name somebody whom the case makes public by name: a reviewer, a chair, the board.
  bool names_public_office(std::string_view words) const;
  /// True where the words name somebody of the register whom readers may know: a reviewer, a chair.
  bool names_public_person(Span span) const;
  /// True where the words say no more than an area that readers know: the board's own, or a council's.
  bool names_public_area(std::string_view words) const;
  /// The same, but that words with a given name among them must be an area that the whole country knows: of "Jade Kirkwood
  /// and Kirklees Council" the document proves nothing.
  bool surely_names_public_area(std::string_view words) const;
  /// The sentence that holds byte `at`, or its whole stretch where it has none.
  Span sentence_at(std::uint32_t at) const;
  /// The index of the stretch that holds byte `at`.
  std::uint32_t stretch_index(std::uint32_t at) const;
  /// The dates that stand inside the stretch `where`, by their places in the Prose; each stretch is read once for all rules.
  const std::vector<DateInText>& dates_in(Span where) const;
  /// The same of exact ages.
  const std::vector<AgeInText>& ages_in(Span where) const;
  /// True where the stretch of that index meets all these needs.
  bool meets(const std::vector<std::uint32_t>& all, std::size_t stretch) const;
  /// True where each of these needs is met in some stretch.
  bool meets_somewhere(const std::vector<std::uint32_t>& all) const;
  /// True where a place of the phrase lies inside `where`.
  bool holds(std::uint32_t phrase, Span where) const;
  /// How the document is called in rules ("report", "summary").
  std::string_view role() const;

 private:
  mutable std::uint32_t last_stretch_ = 0;
  mutable std::optional<std::vector<bool>> header_cells_;  ///< by stretch; read when the first rule asks
  mutable std::map<std::uint32_t, std::vector<DateInText>> dates_;  ///< by where a stretch begins
  mutable std::map<std::uint32_t, std::vector<AgeInText>> ages_;    ///< the same
};

/// A finding of `rule` at `span`; `{name}` in its message and suggestion becomes the value given for it.
Finding report(const Seen& seen, const Rule& rule, Span span,
               const std::vector<std::pair<std::string, std::string>>& values = {});

}  // namespace casewright
