#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/record.h"

namespace casewright::xml {

struct Pattern;
/// A RELAX NG pattern; shared, never changed.
using PatternPointer = std::shared_ptr<const Pattern>;

/// What one pattern asks for.
enum class PatternKind { empty, not_allowed, text, choice, group, interleave, one_or_more, list, data, value, attribute, element, reference };

/// One pattern of a schema, in the terms of the RELAX NG specification.
struct Pattern {
  PatternKind kind = PatternKind::empty;
  std::vector<std::string> names;  ///< of an element or attribute; none: any name
  PatternPointer left;             ///< the content of an element, attribute, list or repetition
  PatternPointer right;
  std::string word;                ///< the data type, the value, or the name of the definition
  std::vector<std::pair<std::string, std::string>> parameters;  ///< of a data type
  std::string documentation;
};

/// A whole schema as patterns.
struct Grammar {
  PatternPointer start;  ///< null where the schema uses what this reading does not know
  std::map<std::string, PatternPointer> definitions;
  std::map<std::string, std::string> documentation;  ///< by definition

  /// The pattern itself, or what it refers to.
  const PatternPointer& resolve(const PatternPointer& pattern) const;
  /// The sentence that explains an element, attribute or value; empty where the schema has none.
  std::string explain(const Pattern& pattern) const;
};

/// Simplified: what cannot match and what is offered already vanish from choices, what is empty from groups.
PatternPointer choice_of(PatternPointer left, PatternPointer right);
PatternPointer group_of(PatternPointer left, PatternPointer right);
PatternPointer interleave_of(PatternPointer left, PatternPointer right);
PatternPointer one_or_more_of(PatternPointer inner);
const PatternPointer& empty_pattern();
const PatternPointer& no_pattern();

/// Reads the patterns of a schema; `neighbours` holds the schemas that it may include, by file name.
Grammar read_grammar(const Record& schema, const std::map<std::string, Record>& neighbours);

}  // namespace casewright::xml
