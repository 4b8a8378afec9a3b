#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "inspect/patterns/phrase_table.h"
#include "language/review_regimes.h"
#include "model/document.h"
#include "model/prose.h"

namespace casewright {

/// All regimes, in the order of their file, and what reports say of them.
struct RegimeBook {
  std::vector<Regime> regimes;
  PhraseTable phrases;  ///< every name, guidance and letter that reports use
  std::map<std::string, std::uint32_t, std::less<>> phrase_of;  ///< by wording, its number in `phrases`

  /// A book of these.
  static RegimeBook of(std::vector<Regime> regimes);
  const Regime* find(std::string_view code) const;
};

/// A regime whose guidance a report cites, and how often.
struct Cited {
  std::string regime;
  int times = 0;
  Span first;
};

/// The regime of a report and what it rests on, in plain words.
struct RegimeFound {
  std::string code, reason;
};

/// When the report says that its review was decided on or begun.
struct ReviewBegun {
  Date day;
  Span place;
};

/// The regimes whose guidance a text cites by name and year ("Working Together ... 2015"), ordered by code. `lower` is the
/// Prose in small letters.
std::vector<Cited> cited_regimes(const Prose& prose, const std::string& lower, const RegimeBook& book);
/// The day on which the review began, as far as a sentence of the report gives it; nothing known where none does.
ReviewBegun review_begun(const Prose& prose, const std::string& lower);
/// The regime a report is under: what it says of itself, else the guidance it cites most, else the names of
/// boards and reviews that it uses with the day the review began or the cover's date. Empty where nothing decides it.
/// `lower` is its Prose in small letters.
RegimeFound recognise_regime(const Document& document, const Prose& prose, const std::string& lower, const RegimeBook& book);
/// True where both may be cited in one report of a review that began on that day: the years of change from boards to partners.
bool both_in_grace(const Regime& one, const Regime& other, const Date& begun);

}  // namespace casewright
