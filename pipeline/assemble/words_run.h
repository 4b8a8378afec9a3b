#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace casewright {

/// Writes words one after another into a block's inlines: white space folded, none at the beginning or end,
/// words that are set alike kept in one run, each with where it came from.
class WordsRun {
 public:
  explicit WordsRun(std::vector<Inline>& into) : into_(&into) {}

  /// How the words that follow are set.
  struct Style {
    Marks marks;
    std::string target;
    bool operator==(const Style&) const = default;
  };

  void add(std::string_view words, const Style& style = {}, Origin origin = {});
  void line_break();
  /// A reference to a footnote; it stands close to the word before it.
  void refer(std::string number, std::string id);
  bool empty() const { return into_->empty(); }

 private:
  Inline& run(const Style& style);
  void add_space(const Style& style);

  std::vector<Inline>* into_;
  bool space_ = false;  ///< a space is due before the next word
};

}  // namespace casewright
