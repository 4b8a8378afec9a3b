#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/reading.h"

namespace casewright {

/// The words with all but the first letter of each word as asterisks: "G****".
std::string masked(std::string_view words);

/// Text on one line without what would steer a terminal or turn its writing round: other people choose names of files and words.
std::string harmless(std::string_view text);

/// A piece of an excerpt as it may be shown.
struct ShownPart {
  std::string text;          ///< masked where the words may identify somebody
  std::string behind;        ///< what the mask stands for; empty unless a person asked to see the words
  bool marked = false;       ///< the finding points at it
};

/// The words of reports as a view may show them. Unless a person asked to see them, everything that a finding calls
/// secret or that the register holds is masked, and of the rest every word that could be a name or a number.
class FindingsWords {
 public:
  FindingsWords(const Checked& checked, bool show_text);

  /// Where a finding stands: "page 3, paragraph 2.4", "the head or foot of the page", "the papers of the case".
  std::string place(const Finding& finding) const;
  /// The words a finding points at on one line; empty for a finding about a whole document or too long a passage.
  std::string pointed_at(const Finding& finding) const;
  /// The sentence round a finding with the words it points at marked, cut where it is very long.
  std::vector<ShownPart> excerpt(const Finding& finding) const;
  /// What the finding says, with the words that a stranger would type where it tells them.
  std::string message(const Finding& finding) const;
  /// "The search: ..." in the words of the report, masked like all others; empty where the finding tells none.
  std::string search(const Finding& finding) const;
  /// Words that come from a document some other way (a heading, a file's name), names masked unless asked for.
  std::string safe(std::size_t document, std::string text) const;

 private:
  struct Secrets {
    std::vector<Span> spans;         ///< ordered, apart from one another
    std::vector<std::string> words;  ///< what stands there, longest first
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_head;  ///< their first letters to indices of `words`
  };
  /// The words there on one line, masked unless a person asked to see them: all of them where they are secret.
  std::string words(std::size_t document, Span span, bool secret) const;
  std::vector<Span> hidden_in(std::size_t document, Span passage) const;
  bool is_secret(std::size_t document, Span span) const;
  ShownPart part(std::size_t document, Span span, bool hidden) const;

  const Checked& checked_;
  bool show_text_;
  std::vector<Secrets> secrets_;
};

/// A level as every page, summary and note names it: "Must mend".
std::string_view spoken_level(Level level);

}  // namespace casewright
