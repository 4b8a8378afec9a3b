#include "inspect/vale/vale_fields.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace casewright {
namespace {

/// One field: the kinds of rule that have it (all where empty), and why it is not read where it is not.
struct Field {
  std::string_view name, kinds, unread;
};

constexpr std::string_view by_name = "dictionaries are found by their name: give it under dictionaries, and single words under ignore";

// From the documentation of Vale's checks (vale.sh/docs/checks) and the definitions in its source.
constexpr std::array<Field, 49> fields{{
    {"extends", "", ""},
    {"message", "", ""},
    {"description", "", ""},
    {"level", "", ""},
    {"scope", "", ""},
    {"link", "", ""},
    {"limit", "", ""},
    {"action", "", ""},
    {"vocab", "", ""},
    {"name", "", ""},
    {"code", "", "Vale no longer reads it either; code is left out here"},
    {"ignorecase", "existence substitution occurrence repetition consistency conditional sequence", ""},
    {"exceptions", "existence substitution repetition conditional capitalization spelling", ""},
    {"nonword", "existence substitution consistency", ""},
    {"append", "existence", ""},
    {"append", "spelling", "the words of the field are always added to the dictionary"},
    {"append", "substitution", "a substitution has nothing to add it to"},
    {"raw", "existence", ""},
    {"tokens", "existence repetition sequence", ""},
    {"swap", "substitution", ""},
    {"capitalize", "substitution", ""},
    {"pos", "substitution", "it asks for a model that tags parts of speech"},
    {"max", "occurrence repetition", ""},
    {"min", "occurrence", ""},
    {"token", "occurrence", ""},
    {"alpha", "repetition", ""},
    {"either", "consistency", ""},
    {"first", "conditional", ""},
    {"second", "conditional", ""},
    {"in", "conditional", "views are of Vale's own formats; the whole report is searched"},
    {"match", "capitalization", ""},
    {"style", "capitalization", ""},
    {"threshold", "capitalization", ""},
    {"indicators", "capitalization", ""},
    {"prefix", "capitalization", ""},
    {"formula", "metric", ""},
    {"condition", "metric", ""},
    {"grade", "readability", ""},
    {"metrics", "readability", ""},
    {"filters", "spelling", ""},
    {"ignore", "spelling", ""},
    {"dictionaries", "spelling", ""},
    {"custom", "spelling", "short forms and numbers are never held against a dictionary here"},
    {"threshold", "spelling", "suggestions are ordered by how near they are"},
    {"aff", "spelling", by_name},
    {"dic", "spelling", by_name},
    {"dicpath", "spelling", by_name},
    {"script", "script", ""},
    {"params", "script", ""},
}};

bool is_of(const Field& field, std::string_view kind) {
  if (field.kinds.empty()) return true;
  const auto kinds = split(field.kinds, ' ');
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void tell(const Record& child, std::string why, const std::string& file, Faults& faults) {
  faults.push_back({file, child.origin.part, 0, "the field '" + child.name + "' is not read: " + std::move(why), "the rule runs without it"});
}

}  // namespace

void tell_unread_fields(const Record& yaml, std::string_view kind, const std::string& file, Faults& faults) {
  for (const Record& child : yaml.children) {
    if (child.is_text()) continue;
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& each) { return each.name == ascii_lower(child.name) && is_of(each, kind); });
    if (found == fields.end()) tell(child, "a rule of the kind " + std::string(kind) + " has none of that name", file, faults);
    else if (!found->unread.empty()) tell(child, std::string(found->unread), file, faults);
  }
}

}  // namespace casewright
