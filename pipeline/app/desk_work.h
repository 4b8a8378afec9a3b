#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/board_profile.h"
#include "app/commands.h"
#include "batch/inputs.h"
#include "emit/writers.h"
#include "inspect/corpus.h"
#include "inspect/inspect.h"
#include "inspect/rule_book.h"
#include "language/identity_search.h"
#include "model/case.h"
#include "model/reading.h"

namespace casewright {

/// A case with the search for its register.
struct OpenCase {
  Case review;
  IdentitySearch names;
};

/// A list of names that a report must not hold, with the search for them.
struct OpenNames {
  Register people;
  IdentitySearch search;
  std::string sha256;  ///< of the file
};

/// The rule book with the word lists it looks things up in.
struct OpenRules {
  RuleBook book;
  Corpus corpus;
  std::vector<NamedPerson> may_be_named;  ///< by the board's profile
  int tier = 1;                    ///< rules up to this tier
  std::string profile = "auto";    ///< the kind of document whose limits hold
  std::vector<std::string> asked;  ///< rules that run only where asked for
  std::shared_ptr<const OpenNames> names;  ///< a list of names where there is no case, else null

  /// Inspects a set of reports that belong together, with a case's register where there is one, and judges
  /// each.
  Checked inspect_all(std::vector<Reading> readings, const OpenCase* of_case, const std::string& regime,
                      const std::vector<std::string>& families) const;
  /// What reports hold, recognised and measured; no rule runs.
  Checked survey(std::vector<Reading> readings) const;
};

/// Reads a case folder and tells its faults; nothing where the case cannot be used.
std::optional<OpenCase> open_case(const Desk& desk, const Path& folder);

/// Reads a list of names and tells its faults; null where it cannot be used.
std::shared_ptr<const OpenNames> open_names(const Desk& desk, const Path& file);

/// Reads rules and word lists and tells their faults; nothing where a rule cannot be used.
/// Rules of Vale styles come beside them; those that cannot be run are told and left out.
/// Where `families` are named, what only others need is left out.
std::optional<OpenRules> open_rules(const Desk& desk, const std::vector<Path>& styles = {}, const std::vector<std::string>& families = {});

/// A document of our own making as a Reading, named for the file it will become.
Reading reading_of(Document document, const std::string& name);

/// Reads a report for a check: with its flat text, and with what a PDF breaks of the standard for accessible files.
/// `for_redaction` leaves out what only other families ask for.
Result<Reading> read_for_check(const World& world, const std::string& bytes, const Path& file, bool for_redaction = false);
/// Reads a report file with its Prose.
Result<Reading> read_with_prose(const World& world, const Path& file);
/// The same of a file of a batch, which may stand in an archive.
Result<Reading> read_with_prose(const World& world, const BatchInput& input, bool for_redaction = false);
/// True where only the rules of redaction are asked for, which need less of a report.
bool only_redaction(const std::vector<std::string>& families);

/// The writers of those names, each once; a fault names one that there is not.
Result<std::vector<const Writer*>> writers_for(const std::vector<std::string>& formats);

}  // namespace casewright
