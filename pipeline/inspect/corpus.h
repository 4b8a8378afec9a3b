#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "base/working_days.h"
#include "base/world.h"
#include "inspect/duties.h"
#include "inspect/field_terms.h"
#include "inspect/numbered_things.h"
#include "inspect/public_areas.h"
#include "inspect/regimes.h"
#include "inspect/sections/section_wordings.h"
#include "language/lexicon.h"
#include "language/name_model.h"

namespace casewright {

/// The word lists that checks look things up in, read once from the corpus folder.
struct Corpus {
  SectionWordings sections;  ///< what headings say
  RegimeBook regimes;        ///< the rules that reviews may be held under
  DutyBook duties;           ///< which review the law requires or allows
  std::unordered_map<std::string, std::vector<std::string>> acronyms;  ///< "CAMHS" to what it stands for
  std::unordered_set<std::string> household;                           ///< acronyms every reader knows
  Lexicon lexicon;                                                     ///< what reading English needs
  std::vector<std::string> field_words;            ///< spelt right, whatever a dictionary says
  std::string common_words;                        ///< the list behind its remarks, its lines in order, a word looked up as it stands
  NumberedThings things;                           ///< whose numbers lead to nobody
  AreaNames councils;                              ///< areas that every reader knows
  std::unordered_set<std::string> peoples;         ///< languages, peoples and faiths, in small letters
  FieldTerms field_terms;                          ///< courts, orders, teams and posts that name nobody
  std::unordered_set<std::string> naming_words;    ///< that teams, wards and homes are named after, in small letters
  std::unordered_set<std::string> known_things;    ///< brands, clubs, charities and programmes, in small letters
  std::unordered_set<std::string> doubtful;        ///< words that a dictionary has and reports hardly ever mean
  std::map<std::string, Holidays> holidays;        ///< by nation as case.xml names it ("northern-ireland")

  std::shared_ptr<const NameModel> names;          ///< finds names that no register lists; null where it is missing

  /// The words that are no names; null where the model is missing that knows them.
  const WordFilter* ordinary() const { return names == nullptr ? nullptr : &names->ordinary(); }
  /// The bank holidays of a nation; none where the corpus has none of it.
  const Holidays& holidays_of(std::string_view nation) const;
};

/// Reads the corpus; a list that is missing or cannot be read is a fault, the others serve.
Result<Corpus> read_corpus(const World& world, const Path& folder);
/// Only the model that finds names.
Result<Corpus> read_names_of_corpus(const World& world, const Path& folder);
/// Only what is known of headings.
Result<Corpus> read_headings_of_corpus(const World& world, const Path& folder);

}  // namespace casewright
