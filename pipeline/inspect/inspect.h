#pragma once

#include <string>
#include <vector>

#include "inspect/corpus.h"
#include "inspect/rule_book.h"
#include "language/identity_search.h"
#include "model/case.h"
#include "model/reading.h"

namespace casewright {

/// What a check is told besides the reports.
struct InspectOptions {
  std::string regime = "auto";  ///< a code of DOMAIN.md section 1, or "auto": recognised from the report
  std::vector<std::string> families;      ///< only these families of rules; empty: all
  const Case* of_case = nullptr;          ///< the case behind the reports, where it is at hand
  const Register* people = nullptr;       ///< the register that `names` was made from
  const IdentitySearch* names = nullptr;  ///< finds names of the register
  int tier = 1;         ///< rules up to this tier
  std::string profile = "auto";           ///< the kind of document by name, or "auto": recognised from each document
  std::vector<std::string> asked;         ///< rules that run only where they are asked for by id
  bool suggest = true;  ///< work out what a misspelt word may have been; it costs most of a check with many slips
  const Corpus* corpus = nullptr;         ///< word lists; without them fewer things are found
};

/// Inspects a set of reports that belong together. Findings come ordered by document, place and rule, each
/// with its place worked out; the verdicts are left to certify.
Checked inspect(const RuleBook& book, std::vector<Reading> readings, const InspectOptions& options);

}  // namespace casewright
