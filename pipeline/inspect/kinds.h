#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "foreign/regex.h"
#include "inspect/patterns/gated_pattern.h"
#include "inspect/patterns/need_table.h"
#include "inspect/patterns/phrase_table.h"
#include "inspect/rule.h"
#include "inspect/seen.h"
#include "inspect/speller.h"

namespace casewright {

/// What a rule does with a report, made ready once when the rule is read.
class Check {
 public:
  virtual ~Check() = default;
  /// Appends what the rule finds.
  virtual void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const = 0;
  /// True where it looks at the case and not at the document, so that one document of a set is enough.
  virtual bool of_the_case(const Seen&) const { return false; }
  /// True where its findings are guesses, which say nothing on words that a rule of the family is sure of.
  virtual bool guesses() const { return false; }
  /// True where it reads what the tagger of names finds.
  virtual bool asks_tagger() const { return guesses(); }
};

/// What a kind works with while it makes a rule ready: the tables that all share, and its faults.
class Preparation {
 public:
  Preparation(PhraseTable& phrases, NeedTable& needs, Spellers& spellers, Faults& faults, const std::string& file)
      : phrases_(phrases), needs_(needs), spellers_(spellers), faults_(faults), file_(file) {}

  /// The number of the phrase that the element's text gives; a fault where it is none.
  std::uint32_t phrase(const Record& element);
  /// The numbers of the phrases in all child elements of that name.
  std::vector<std::uint32_t> phrases(const Record& body, std::string_view element);
  /// The compiled pattern that the element's text gives, or nothing and a fault with the place in it.
  std::optional<regex::Pattern> pattern(const Record& element, bool ignore_case);
  /// The patterns in all child elements of that name; `(?P>name)` in them stands for the body's piece of that name.
  std::vector<regex::Pattern> patterns(const Record& body, std::string_view element, bool ignore_case);
  /// The same, each with what its expression says that it needs.
  std::vector<GatedPattern> gated_patterns(const Record& body, std::string_view element, bool ignore_case);
  /// The numbers of the needs that the attribute `needs` gives, all of which a stretch must meet: a digit, one of the words.
  std::vector<std::uint32_t> needs(const Record& element);
  /// The number of the need for one of these, in small letters.
  std::uint32_t need(const std::vector<std::string>& words) { return needs_.add(words); }
  /// A number that an attribute gives; `otherwise` where there is none.
  double number(const Record& element, std::string_view attribute, double otherwise);
  /// The same of a whole number; one beyond a million either way counts as a million.
  int whole(const Record& element, std::string_view attribute, int otherwise);
  /// The speller of that language, one for all rules.
  std::shared_ptr<const Speller> speller(const std::string& language);
  void fault(const Record& where, std::string what, std::string hint);

 private:
  /// What the element writes, with the body's pieces in it. A piece may stand in those behind it.
  static std::string expression(const Record& body, const Record& element);
  std::optional<regex::Pattern> pattern(const Record& element, const std::string& text, bool ignore_case);

  PhraseTable& phrases_;
  NeedTable& needs_;
  Spellers& spellers_;
  Faults& faults_;
  const std::string& file_;
};

/// One kind of rule.
struct Kind {
  std::string_view name;  ///< also the name of the element that holds what it needs
  std::string_view does;  ///< one sentence for `rules explain`
  std::shared_ptr<const Check> (*prepare)(const Rule& rule, Preparation& preparation);
};

/// All kinds, by name.
std::span<const Kind> kinds();
/// The kind of that name, or null.
const Kind* kind_named(std::string_view name);

}  // namespace casewright
