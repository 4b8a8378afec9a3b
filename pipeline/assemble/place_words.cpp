#include "assemble/place_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "assemble/edit.h"
#include "assemble/other_words.h"
#include "assemble/role_words.h"
#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::array<string_view, 14> parts_of_towns{"north", "south", "east",  "west",  "upper",   "lower",   "central",
                                                     "greater", "inner", "outer", "great", "little", "old", "new"};

/// What the names of such places end in.
constexpr std::array<OtherWords, 7> nouns{{
    {"school", " academy primary secondary infant infants junior juniors nursery catholic community college high grammar trust "},
    {"college", " academy sixth form school "},
    {"nursery", " school day centre preschool pre-school playgroup "},
    {"practice", " surgery medical health centre center group clinic "},
    {"surgery", " practice medical health centre center group clinic "},
    {"hospital", " infirmary general university royal trust "},
    {"mosque", " centre islamic "},
}};

bool says_again(string_view written, string_view public_name) {
  constexpr std::size_t shortest_abbreviation = 3;
  const std::string word = ascii_lower(written);
  for (const string_view own : split(without_article(public_name), ' ')) {
    const std::string lowered = ascii_lower(own);
    if (lowered == word || (word.size() >= shortest_abbreviation && lowered.starts_with(word))) return true;
    if (says_otherwise(nouns, lowered, word)) return true;
  }
  return false;
}

}  // namespace

Span whole_place_name(string_view text, const Naming& naming) {
  Span span = naming.span;
  while (text.substr(span.end, 1) == " ") {
    const string_view next = word_after(text, span.end);
    if (next.empty() || !is_capital(next.front()) || !says_again(next, naming.public_name)) break;
    span.end += 1 + static_cast<std::uint32_t>(next.size());
  }
  const string_view before = word_before(text, span.begin);
  if (naming.part == PlacePart::town && !before.empty() && is_capital(before.front()) && among(parts_of_towns, ascii_lower(before)))
    span.begin = static_cast<std::uint32_t>(before.data() - text.data());
  return span;
}

Span with_noun(string_view text, const Naming& naming, Span span) {
  string_view tail = without_article(naming.public_name);
  while (!tail.empty()) {
    const string_view after = text.substr(span.end);
    const bool fits = after.size() > tail.size() && after[0] == ' ' && ascii_lower(after.substr(1, tail.size())) == ascii_lower(tail) &&
                      (after.size() == tail.size() + 1 || !is_word(after[tail.size() + 1]));
    if (fits) return {span.begin, span.end + static_cast<std::uint32_t>(tail.size() + 1)};
    const auto space = tail.find(' ');
    tail = space == string_view::npos ? string_view() : tail.substr(space + 1);
  }
  return span;
}

std::optional<Span> said_by_noun(string_view text, const Naming& naming) {
  const string_view head = text.substr(0, naming.span.begin);
  if (head.ends_with(" (") && text.substr(naming.span.end, 1) == ")") {  // "the nursery (Busy Bees)"
    const string_view noun = word_before(text, head.size() - 2, false);
    const string_view own = without_article(naming.public_name);
    const bool said = !noun.empty() && ascii_lower(noun) == ascii_lower(own.substr(own.find_last_of(' ') + 1));
    if (said && is_article(ascii_lower(word_before(text, static_cast<std::size_t>(noun.data() - text.data())))))
      return Span{static_cast<std::uint32_t>(head.size() - 2), naming.span.end + 1};
  }
  for (const string_view joint : {" of ", " called ", ", "}) {
    if (head.size() < joint.size() || ascii_lower(head.substr(head.size() - joint.size())) != joint) continue;
    const std::string ending = ascii_lower(without_article(naming.public_name)) + std::string(joint);
    if (head.size() < ending.size() || ascii_lower(head.substr(head.size() - ending.size())) != ending) continue;
    if (!is_article(ascii_lower(word_before(text, head.size() - ending.size())))) continue;
    const bool comma = joint == ", " && text.substr(naming.span.end, 1) == ",";
    return Span{static_cast<std::uint32_t>(head.size() - joint.size()), naming.span.end + (comma ? 1u : 0u)};
  }
  return std::nullopt;
}

}  // namespace casewright
