#pragma once

#include <string>
#include <vector>

#include "app/house.h"
#include "base/result.h"
#include "base/world.h"
#include "language/identity_search.h"
#include "language/word_filter.h"
#include "model/case.h"
#include "model/document.h"

namespace casewright {

/// The documents that one case gives, with what a person must still do to them.
struct Papers {
  PublicCase facts;
  std::vector<Document> documents;  ///< report, summary, brief, chronology, as the type of review asks
  Faults faults;                    ///< that lost nothing: what is missing is a "To write" block
};

/// Merges the case's chronologies, puts public names for real ones, and fills every template that a review
/// of its type asks for.
Result<Papers> make_papers(const World& world, const House& house, const Case& review, const IdentitySearch& identities);
/// The same for a case that nobody needs afterwards: its chronologies are let go once they are merged.
Result<Papers> make_papers(const World& world, const House& house, Case&& review, const IdentitySearch& identities);

/// One paper of the board's own, which is never published, and the name its file has.
struct BoardPaper {
  std::string name;   ///< "decision", "imr-a1"
  Document document;
};

/// A kind of paper, as its template says: the record of the decision, the rapid review report, agencies' own reviews, the action plan.
struct PaperKind {
  std::string name, template_name;
  std::vector<std::string> regimes;  ///< words that name those it is made under; empty: all
  bool for_each_imr = false;         ///< one for each agency's management review
};

/// All kinds that the templates of the house and the board's own make, by name. A template that cannot be read makes none.
std::vector<PaperKind> paper_kinds(const World& world, const House& house);
/// Fills the papers of that kind, one for each agency where the kind is an agency's; `duties` is what the law says of the case.
Result<std::vector<BoardPaper>> make_board_papers(const World& world, const House& house, Case&& review, const IdentitySearch& identities,
                                                  const WordFilter* ordinary, const PaperKind& kind, Record duties);

}  // namespace casewright
