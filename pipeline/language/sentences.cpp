#include "language/sentences.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace casewright {
namespace {

/// Never end a sentence, whatever follows.
constexpr std::array<std::string_view, 23> abbreviations{
    "dr", "mr", "mrs", "ms", "messrs", "prof", "rev", "revd", "sgt", "insp", "supt", "cllr",
    "hon", "e.g", "eg", "i.e", "ie", "cf", "viz", "vs", "approx", "dept", "incl"};
/// End no sentence where a number follows.
constexpr std::array<std::string_view, 19> before_numbers{"no", "nos", "p", "pp", "para", "paras", "fig", "figs", "s", "ss",
                                                          "art", "vol", "ch", "sec", "tel", "ext", "ed", "c", "ref"};
/// Go before a single letter that is the whole name of somebody or something.
constexpr std::array<std::string_view, 30> before_letters{
    "child",   "sibling", "adult",  "baby",   "appendix", "annex",  "hospital", "school",  "family", "section",
    "table",   "part",    "option", "parent", "brother",  "sister", "person",   "boy",     "girl",   "subject",
    "visitor", "worker",  "nurse",  "mother", "father",   "group",  "figure",   "teacher", "plan",   "hepatitis"};
/// Begin sentences, and hardly ever a name.
constexpr std::array<std::string_view, 46> openers{
    "the",  "a",    "an",      "he",   "she",   "it",   "they", "we",     "you",   "i",     "his",   "her",
    "their", "its", "our",     "this", "that",  "these", "those", "there", "in",    "on",    "at",    "by",
    "for",  "from", "with",    "when", "while", "where", "who",  "what",   "how",   "why",   "as",    "if",
    "but",  "and",  "however", "no",   "all",   "both", "after", "before", "mother", "father"};

template <class List>
bool among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The run of characters without space that ends at `to`.
std::string_view run_before(std::string_view text, std::size_t to) {
  std::size_t from = to;
  while (from > 0 && !is_space(text[from - 1])) --from;
  return text.substr(from, to - from);
}

/// The run without space that begins at `from`, without the marks at its end.
std::string_view run_after(std::string_view text, std::size_t from) {
  std::size_t to = from;
  while (to < text.size() && !is_space(text[to])) ++to;
  while (to > from && (text[to - 1] == ',' || text[to - 1] == '.' || text[to - 1] == ':')) --to;
  return text.substr(from, to - from);
}

std::size_t skip_back(std::string_view text, std::size_t at) {
  while (at > 0 && is_space(text[at - 1])) --at;
  return at;
}

bool numbering(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
}

bool roman_or_letter(std::string_view word) {
  if (word.size() == 1) return true;
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

/// True where the stop of a single letter ends a name's initial, not a sentence.
bool initial_goes_on(std::string_view text, std::size_t letter_from, std::string_view next) {
  const std::string_view before = run_before(text, skip_back(text, letter_from));
  if (among(before_letters, ascii_lower(before))) return false;
  return !among(openers, ascii_lower(next));
}

/// True where the sentence that seemed to end before `begin` goes on there.
bool goes_on(std::string_view text, std::size_t begin) {
  const std::size_t end = skip_back(text, begin);
  if (end == 0) return true;
  const std::string_view next = run_after(text, begin);
  const bool new_line = text.substr(end, begin - end).find('\n') != std::string_view::npos;
  if (text[end - 1] != '.') {
    const bool quoted = std::string_view("\"')\x9D\x99").find(text[end - 1]) != std::string_view::npos;
    if (quoted && !new_line && !next.empty() && is_small(next[0])) return true;
    const bool stopped = text[end - 1] == '!' || text[end - 1] == '?' || text[end - 1] == ':' || text[end - 1] == ';';
    return new_line && !stopped && !next.empty() && (is_small(next[0]) || is_small(text[end - 1])) && !is_capital(next[0]);
  }
  std::string_view run = run_before(text, end);
  while (!run.empty() && (run[0] == '(' || run[0] == '"' || run[0] == '\'')) run.remove_prefix(1);
  const std::string_view word = run.substr(0, run.empty() ? 0 : run.size() - 1);
  const bool first = skip_back(text, end - run.size()) == 0;
  if (first && (numbering(word) || roman_or_letter(word))) return true;
  const std::string lowered = ascii_lower(word);
  if (among(abbreviations, lowered)) return true;
  if (lowered == "st") return !among(openers, ascii_lower(next));
  if (!next.empty() && is_digit(next[0]) && among(before_numbers, lowered)) return true;
  if (word.size() == 1 && is_capital(word[0])) return initial_goes_on(text, end - 2, next);
  const bool initials = word.size() >= 3 && is_capital(word.back()) && word[word.size() - 2] == '.';
  return initials && initial_goes_on(text, end - run.size(), next);
}

/// Adds the beginnings that the Unicode rules cannot see: "seen.Then" and "seen.1 Then".
void add_glued(std::string_view text, std::vector<std::uint32_t>& begins) {
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    if (at < 3 || at + 2 >= text.size() || is_space(text[at + 1])) continue;
    if (!is_small(text[at - 1]) || !is_small(text[at - 2]) || !is_small(text[at - 3])) continue;
    if (run_before(text, at).find_first_of("@/.") != std::string_view::npos) continue;
    if (is_capital(text[at + 1]) && (is_small(text[at + 2]) || is_space(text[at + 2]))) {
      if (run_after(text, at).find_first_of("@/") == std::string_view::npos)
        begins.push_back(static_cast<std::uint32_t>(at + 1));
      continue;
    }
    std::size_t after = at + 1;
    while (after < text.size() && is_digit(text[after]) && after < at + 4) ++after;
    const bool mark = after > at + 1 && after + 1 < text.size() && is_space(text[after]) && is_capital(text[after + 1]);
    if (mark) begins.push_back(static_cast<std::uint32_t>(after + 1));
  }
}

}  // namespace

void SentenceFinder::find(std::string_view text, std::vector<std::uint32_t>& begins) {
  begins.clear();
  if (text.find_first_of(".?!\n\xE2") == std::string_view::npos) return;
  breaker_.find(text, raw_);
  for (const std::uint32_t begin : raw_)
    if (!goes_on(text, begin)) begins.push_back(begin);
  const std::size_t found = begins.size();
  add_glued(text, begins);
  if (begins.size() == found) return;
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
}

}  // namespace casewright
