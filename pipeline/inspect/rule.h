#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "inspect/sections/sections.h"
#include "model/finding.h"
#include "model/prose.h"

namespace casewright {

class Check;

/// What a rule does with somebody's words inside quotation marks: reads them like the author's, leaves them alone, or
/// tells of them as advice.
enum class Quoted : std::uint8_t { read, skip, tell };

/// One rule as its file says it: what a board wants to know about a report, and why.
struct Rule {
  std::string id;    ///< "family/name", from its path
  std::string kind;  ///< a name of kinds()
  Level level = Level::advise;
  std::string message;
  std::string why;
  std::string source;  ///< the law, guidance or house rule behind it
  std::string suggestion;
  std::vector<std::string> regimes;     ///< words that name those it applies to (language/review_regimes); empty: all
  std::vector<std::string> documents;   ///< names of document roles it reads; empty: all
  std::vector<std::string> instead_of;  ///< rules that stay silent on words this one reports
  Scopes scopes;
  std::uint8_t heading_levels = 0;  ///< a bit for each level of heading it reads; 0: all
  bool header_cells = false;        ///< of a table's cells it reads only those that head a row or column
  SectionSet within = 0;   ///< only in these sections; 0: anywhere
  SectionSet outside = 0;  ///< never in these sections
  int most = 0;            ///< how many findings it makes in one document; 0: as many as there are
  int tier = 1;            ///< 1 runs always, 2 and 3 where a thorough check is asked for
  bool only_asked = false; ///< a point on which bodies disagree: runs only where a board asks for it by id
  Quoted quoted = Quoted::read;
  bool secret = false;     ///< the words it finds may identify somebody
  std::string bad, good;   ///< example
  Record body;             ///< what its kind needs
  std::string file;
  std::uint32_t line = 0;
  std::shared_ptr<const Check> check;

  std::string_view family() const { return std::string_view(id).substr(0, id.find('/')); }
  /// True where the rule applies to a report under that regime; a report under none meets only general rules.
  bool applies_to(std::string_view regime) const;
};

}  // namespace casewright
