#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "inspect/rule.h"
#include "model/document.h"

namespace casewright {

/// What one kind of document asks of its language: the limits, levels and rules in which it differs from the rule
/// files. A letter to a family wants shorter sentences than an overview report.
struct DocumentProfile {
  std::string name;    ///< "letter", from its path
  std::string title;   ///< "Letter to the family"
  std::string about;   ///< whom it is for, and why its limits are what they are
  std::string source;  ///< what they rest on
  bool otherwise = false;             ///< stands for documents that no profile knows
  double most_words = 0;              ///< a document that only looks like it and has more is another; 0: any length
  std::vector<std::string> roles;     ///< names of document roles that it is for
  std::vector<std::string> titles;    ///< words of a title or a file name that tell it
  std::vector<std::string> openings;  ///< words that one of the first paragraphs begins with
  std::vector<Rule> rules;            ///< the rules that it changes, as it has them, ordered by id
  std::set<std::string> off;          ///< the rules that it leaves out
  std::string file;

  /// The rule as this kind of document has it; null where it is left out.
  const Rule* of(const Rule& rule) const;
};

/// Reads a profile's own part; its changes of rules are applied by `change_rule`.
DocumentProfile read_document_profile(const Record& xml, const std::string& name, const std::string& file);

/// One change that a profile makes (`limit`, `level` or `run`), made to a copy of the rule; a fault where the rule
/// has no such limit.
Outcome change_rule(const Record& change, const std::string& file, Rule& rule);

/// The profile that a document falls under: the one asked for by name, else that of its role, else what its title,
/// its file name or its first words tell. Null where there are no profiles.
const DocumentProfile* profile_of(const std::vector<DocumentProfile>& profiles, const Document& document, const Prose& prose,
                                  std::string_view asked);

}  // namespace casewright
