#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "language/name_lists.h"
#include "language/word_filter.h"
#include "model/prose.h"

namespace casewright {

/// The number of one thing that can be said of a word in its place, as the model's weights are filed.
using NameFeature = std::uint64_t;

/// True for a text that reads as a court's judgment; in one other details give people away than in a review.
bool reads_as_judgment(const Prose& prose);

/// Says of every word of a document what a tagger of names may want to know: how it is written, its neighbours,
/// what the rest of the document shows. Training and tagging ask the same questions, so they cannot drift.
///
/// Words written alike share a `form`; what depends on the form alone is worked out once a document.
class NameFeatures {
 public:
  NameFeatures(const Prose& prose, const WordFilter& ordinary, const NameLists& lists);

  /// How many distinct forms there are; form 0 is the edge of a stretch.
  std::uint32_t forms() const { return static_cast<std::uint32_t>(forms_.size()); }
  /// The form of token `at`.
  std::uint32_t form_of(std::uint32_t at) const { return form_of_[at]; }
  /// What the form tells about itself.
  void of_word(std::uint32_t form, std::vector<NameFeature>& into) const;
  /// What the form tells about the token that stands `steps` to its right; -2 to 2, never 0.
  void of_neighbour(std::uint32_t form, int steps, std::vector<NameFeature>& into) const;
  /// What the place of token `at` of a stretch tells.
  void of_place(std::uint32_t at, const Stretch& stretch, std::vector<NameFeature>& into) const;
  /// All of it together, as training reads it.
  void all_of(std::uint32_t at, const Stretch& stretch, std::vector<NameFeature>& into) const;

 private:
  struct Form {
    std::uint64_t word = 0, shape = 0, brief = 0;  ///< brief: casing alone
    std::uint64_t listed = 0;                      ///< the lists of names that hold it, and whether it is a word too
    std::uint32_t token = 0;                       ///< where it first stands
    std::uint32_t id = 0;                          ///< of Prose::words
    Casing casing = Casing::punctuation;
    bool capital = false;
    bool ordinary = false;                         ///< its letters make a word of the dictionary
    bool small_elsewhere = false, inside_sentence = false, after_title = false;
    std::uint32_t count = 0;
    /// Each question about a place, in their order there, as far as the word that it begins with answers it.
    std::array<NameFeature, 10> asked{};
  };
  static void ask(Form& form);
  const Form& form(std::uint32_t at) const { return forms_[form_of_[at]]; }
  const Form& form_near(std::uint32_t at, int steps, std::uint32_t first, std::uint32_t end) const;
  /// "CALLER JADE MCILWRAITH": a listed name in capitals reads as one in small letters would, an acronym does not.
  bool is_name_in_capitals(std::string_view folded, bool ordinary) const;
  void gather_forms();
  void gather_evidence();
  void of_run(std::uint32_t at, std::uint32_t first, std::uint32_t end, std::vector<NameFeature>& into) const;

  const Prose& prose_;
  const WordFilter& ordinary_;
  const NameLists& lists_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> form_of_;
  std::vector<std::uint64_t> heading_of_;  ///< by stretch
  std::uint64_t genre_ = 0;                ///< judgments and reports give people away in other ways
};

}  // namespace casewright
