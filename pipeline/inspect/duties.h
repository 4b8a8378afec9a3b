#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "model/case.h"

namespace casewright {

/// What the law says of a review: that it must or may be held where certain facts hold.
struct ReviewDuty {
  std::string review, source;
  bool required = false;              ///< else it is allowed
  std::vector<std::string> regimes;   ///< words that name them; empty: under all
  std::vector<std::vector<std::string>> when;  ///< of each group one fact must hold; "not-..." must not
};

/// All duties, with the words for each kind of fact, as corpus/reviews.xml gives them.
struct DutyBook {
  struct Fact {
    std::string kind, words;
  };
  std::vector<Fact> facts;
  std::vector<ReviewDuty> duties;

  /// Reads the corpus file; what cannot be read becomes a fault, the rest serves.
  static DutyBook read(const Record& root, const std::string& file, Faults& faults);
  /// The words for a kind of fact; the kind itself where there are none.
  std::string words_of(std::string_view kind) const;
};

/// What came of one duty for one case.
struct DutyFound {
  enum class Outcome : std::uint8_t { applies, open, does_not } outcome = Outcome::open;
  const ReviewDuty* duty = nullptr;
  std::vector<std::string> because;  ///< the facts it rests on, in words
  std::vector<std::string> missing;  ///< the facts of which case.xml says nothing, in words
};

/// Every duty of the case's regime; those that apply come first, then the open ones.
std::vector<DutyFound> duties_of(const Case& of_case, const DutyBook& book);
/// The same as an element for templates: <duties><duty review verb outcome source><because/><missing/></duty></duties>, with
/// <known kind answer> for each fact.
Record duties_record(const Case& of_case, const DutyBook& book);

}  // namespace casewright
