#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assemble/beside_names.h"
#include "assemble/edit.h"
#include "language/word_filter.h"

namespace casewright {

bool starts_capital(std::string_view word);
/// The letters of "K", "K.", "M.L.", "O-S" or "ML", folded; empty for anything else.
std::string initials_in(std::string_view run);
/// True for a title with its capital: "Mr", "Dr.".
bool titled(std::string_view run);
/// "14", "14a".
bool is_house_number(std::string_view word);
/// True for what names one person in words, not in numbers.
bool is_person_name(const Naming& naming);
/// A capitalised word that is no title, month or acronym.
bool could_be_name(std::string_view word);

/// The words beside the names and the doubts of one text.
class WordsBeside {
 public:
  WordsBeside(std::string_view text, const WordFilter* ordinary, std::vector<Naming>& namings, std::vector<Doubted>& doubts)
      : text_(text), ordinary_(ordinary), namings_(namings), doubts_(doubts) {}

 protected:
  static constexpr std::string_view no_word = " \t\n\r,;:()[]\"/";

  /// The run of letters, stops and hyphens that ends one space before `at`.
  std::string_view run_before(std::size_t at) const;
  /// The run that begins one space behind `at`, without the stop that ends a sentence and without a possessive ending.
  std::string_view run_after(std::size_t at) const;
  bool goes_on(std::size_t end) const;
  std::uint32_t at(std::string_view part) const { return static_cast<std::uint32_t>(part.data() - text_.data()); }
  bool sentence_begins(std::string_view part) const { return begins_sentence(text_, at(part)); }
  /// "B" of "Plan B", before a name.
  bool lettered_thing(std::string_view run) const;
  /// True where a name or a doubt holds the run already.
  bool taken(std::string_view run) const;
  /// A capitalised word that no dictionary has: most likely a name.
  bool strange(std::string_view word) const;

  std::string_view text_;
  const WordFilter* ordinary_;
  std::vector<Naming>& namings_;
  std::vector<Doubted>& doubts_;
};

}  // namespace casewright
