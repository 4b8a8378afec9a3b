#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace casewright {

/// One change of a text: the bytes of `span` become `by`.
struct Edit {
  Span span;
  std::string by;
};

/// The word that ends right before `at`, with one space between where `spaced`; empty where there is none.
std::string_view word_before(std::string_view text, std::size_t at, bool spaced = true);
/// The word that begins right behind `at` and one space.
std::string_view word_after(std::string_view text, std::size_t at);
/// True where a sentence, or the text, begins at `at`.
bool begins_sentence(std::string_view text, std::size_t at);
/// The text with its first letter made a capital.
std::string with_capital(std::string text);
/// Puts edits in order and drops those that overlap one before them in the list.
void settle(std::vector<Edit>& edits);
/// Where `span`, which no edit touches, stands in the text with all edits made.
Span after_edits(Span span, const std::vector<Edit>& edits);
/// The text with all edits made; they are settled.
std::string apply_edits(std::string_view text, const std::vector<Edit>& edits);

}  // namespace casewright
