#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assemble/beside_names.h"
#include "assemble/edit.h"
#include "assemble/public_words.h"
#include "assemble/soften.h"
#include "language/identity_search.h"
#include "model/case.h"

namespace casewright {

/// Which of a text's words may change besides names.
enum class Softening : std::uint8_t { dates_and_names, names_only };

/// What has to be done to one text: edits to make, and places that a person must look at.
struct TextPlan {
  std::vector<Edit> edits;       ///< settled
  std::vector<Span> uncertain;   ///< in order, apart from the edits
  std::vector<std::string> problems;  ///< beside `uncertain`; name nobody
};

/// Plans what happens to texts of one case; it remembers the words it met and belongs to one thread.
class TextPlanner {
 public:
  /// `ordinary` says which words are no slips of names; it outlives the planner. Without it slips are not looked for.
  explicit TextPlanner(const Case& whole, const WordFilter* ordinary = nullptr);
  /// Another one that has learned what `other` has, for another thread.
  TextPlanner(const TextPlanner& other);

  /// Lets the planner know a text before others are planned: words in small letters there are no sure names.
  void learn(std::string_view text);
  /// What is to be done to `text`; `named` are places where a <ref> put a public name already.
  TextPlan plan(std::string_view text, Softening softening, const std::vector<Naming>& named = {});
  /// The same for a text that stands by itself; short texts, which events repeat by the thousand, are planned once.
  const TextPlan& plan_once(const std::string& text, Softening softening);
  /// The public name of a register entry or agency by id; empty where there is none.
  std::string_view public_name(std::string_view id) const;

 private:
  void add_hits(const std::vector<IdentityHit>& hits, std::vector<Naming>& namings, std::vector<Doubted>& doubts) const;

  /// Whom to look for; shared and read-only.
  struct Names {
    explicit Names(const Case& whole);
    const Register everybody;     ///< the register, and behind it the agencies by their real names
    const IdentitySearch search;  ///< for everybody; one walk finds people and agencies
  };

  const Case& whole_;
  std::shared_ptr<const Names> names_;
  const WordFilter* ordinary_;
  IdentityScanner scanner_;
  SoftenRules rules_;
  std::unordered_map<std::string, TextPlan> planned_;  ///< short texts with dates_and_names
  TextPlan last_;
};

}  // namespace casewright
