#include "ingest/values/typed_number.h"

#include <algorithm>

#include "base/among.h"
#include "base/dates.h"
#include "base/letters.h"
#include "base/number_words.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_figures = 2;  ///< of a number that counts; "999" and "2014" are none

/// Bytes of white space and of marks that part a number from what follows; `marks` says whether there was a mark or a tab.
std::size_t parting(std::string_view rest, bool& marks) {
  std::size_t at = 0;
  while (at < rest.size()) {
    const std::string_view here = rest.substr(at);
    if (here.starts_with("\xE2\x80\x93") || here.starts_with("\xE2\x80\x94")) at += 3, marks = true;
    else if (here.starts_with("\xC2\xA0")) at += 2;
    else if (here[0] == ' ') ++at;
    else if (here[0] == '\t' || here[0] == '.' || here[0] == ':' || here[0] == ')' || here[0] == '-') ++at, marks = true;
    else break;
  }
  return at;
}

/// How many small letters of Roman numerals "iv" has at the beginning; 0 where another letter follows.
std::size_t roman_at(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("ivx"), text.size());
  return end > 0 && end <= 4 && (end == text.size() || !is_letter_byte(text[end])) ? end : 0;
}

/// "6.2", "4", "11": its figures, its last number and what stands before it.
std::size_t figures_at(std::string_view text, TypedNumber& found) {
  std::size_t at = 0, last = 0;
  while (at < text.size() && is_digit(text[at])) {
    last = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at - last > most_figures) return 0;
    if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) ++at;
    else break;
  }
  if (at == 0) return 0;
  found.number = std::stoul(std::string(text.substr(last, at - last)));
  found.before = std::string(text.substr(0, last));
  found.dotted = last > 0;
  return at;
}

/// "Section Three –", "Part B:", "Chapter 2".
TypedNumber with_its_name(std::string_view text) {
  TypedNumber found;
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || !among({"section", "part", "chapter"}, ascii_lower(text.substr(0, space)))) return {};
  std::string_view rest = trim(text.substr(space));
  const std::size_t end = std::min(rest.find_first_of(" \t.:)-"), rest.size());
  std::string_view word = rest.substr(0, std::min(end, rest.find("\xE2\x80\x93")));
  TypedNumber figures;
  if (const std::size_t bytes = figures_at(rest, figures); bytes > 0) word = rest.substr(0, bytes);
  const bool roman = !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
  found.number = figures.number > 0 ? figures.number : number_said_by(word);
  if (found.number == 0 && !roman) return {};
  found.named = true;
  const auto behind = static_cast<std::size_t>(rest.data() - text.data()) + word.size();
  bool marks = false;
  found.words = behind + parting(text.substr(behind), marks);
  // "Part I play", "Part A lot of us took"
  if (!marks && word.size() < 3 && figures.number == 0 && found.words < text.size() && !is_capital(text[found.words])) return {};
  return found;
}

}  // namespace

std::size_t number_said_by(std::string_view word) {
  if (word.size() == 1 && is_capital(word[0])) return static_cast<std::size_t>(word[0] - 'A') + 1;
  if (!word.empty() && word.size() <= most_figures && std::all_of(word.begin(), word.end(), is_digit)) return std::stoul(std::string(word));
  if (word.empty() || !is_letter_byte(word[0])) return 0;
  return static_cast<std::size_t>(number_of_words(ascii_lower(word)).value_or(0));
}

TypedNumber typed_number(std::string_view text) {
  const std::size_t lead = std::min(text.find_first_not_of(" \t"), text.size());
  std::string_view bare = text.substr(lead);
  if (TypedNumber named = with_its_name(bare); named.named) return named.words += lead, named;
  TypedNumber found;
  const std::size_t open = !bare.empty() && bare[0] == '(' ? 1 : 0;
  std::size_t at = figures_at(bare.substr(open), found);
  const bool figures = at > 0;
  if (!figures && open + 1 < bare.size()) {
    at = roman_at(bare.substr(open));
    if (at == 0 && is_letter_byte(bare[open]) && static_cast<unsigned char>(bare[open]) < 0x80) at = 1;
    if (at == 1) found.number = number_said_by(std::string(1, static_cast<char>(bare[open] & ~0x20)));
  }
  if (at == 0) return {};
  at += open;
  bool marks = false;
  const std::size_t gap = parting(bare.substr(at), marks);
  found.words = lead + at + gap;
  if (gap == 0 || found.words >= text.size()) return {};
  const std::string_view rest = text.substr(found.words);
  // A letter counts only with its bracket or stop: "a. ", "(b) ", never "A child".
  if (!figures && (at >= bare.size() || (bare[at] != ')' && bare[at] != '.') || at + 1 >= bare.size() || (bare[at + 1] != ' ' && bare[at + 1] != '\t'))) return {};
  if (figures && (!marks || (bare[at] == '-' && bare[at + 1] != ' '))) {  // "3 October 2014", "24 hours later", "3-5 March"
    if (!is_capital(rest[0]) && static_cast<unsigned char>(rest[0]) < 0x80) return {};
    if (month_of_name(rest.substr(0, std::min(rest.find(' '), rest.size()))) > 0) return {};
  }
  return is_digit(rest[0]) && !found.dotted && !marks ? TypedNumber{} : found;
}

TypedNumber typed_number(const Block& block) {
  const TypedNumber in_words = typed_number(block.text());
  if (in_words.words > 0 || block.number.empty()) return in_words;
  TypedNumber taken_off = typed_number(block.number + " Words");
  taken_off.words = 0;
  return taken_off;
}

std::string without_typed_number(std::string_view text) { return fold_space(text.substr(typed_number(text).words)); }

}  // namespace casewright
