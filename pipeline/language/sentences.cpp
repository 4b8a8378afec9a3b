#include "language/sentences.h"

#include <algorithm>
#include <array>

#include "base/few_words.h"
#include "base/find_text.h"
#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

/// Never end a sentence, whatever follows.
constexpr FewWords abbreviations{std::array<std::string_view, 47>{
    "dr",   "drs", "mr",  "mrs", "ms",     "messrs", "prof", "rev", "revd", "sgt",  "insp", "supt", "cllr", "hon",  "capt", "lt",
    "col",  "gen", "sen", "gov", "pres",   "det",    "e.g",  "eg",  "i.e",  "ie",   "cf",   "viz",  "vs",   "v",    "approx", "dept",
    "incl", "mt",  "ft",  "wm",  "admin.", "esp",    "resp", "al",  "assoc", "asst", "univ", "pvt",  "p.s",  "ps",   "ca"}};
/// End a sentence only where a word follows that begins sentences: "Smith Ltd. The firm", "at 10 a.m. He".
constexpr FewWords before_openers{std::array<std::string_view, 14>{
    "inc", "ltd", "co",  "corp", "plc", "llc", "bros", "jr",
    "sr",  "st",  "a.m", "p.m",  "am",  "pm"}};
/// Say who spoke, after a quotation that ends in "?" or "!".
constexpr FewWords speech{std::array<std::string_view, 16>{
    "said",     "asked",  "replied", "says",    "asks",     "answered", "cried",  "shouted",
    "whispered", "added", "told",    "exclaimed", "called", "wondered", "thought", "muttered"}};
/// Months and days as they are cut short before a number.
constexpr FewWords months{std::array<std::string_view, 19>{
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri"}};
/// End no sentence where a number follows.
constexpr FewWords before_numbers{std::array<std::string_view, 19>{
    "no", "nos", "p", "pp", "para", "paras", "fig", "figs", "s", "ss",
    "art", "vol", "ch", "sec", "tel", "ext", "ed", "c", "ref"}};
/// Go before a single letter that is the whole name of somebody or something.
constexpr FewWords before_letters{std::array<std::string_view, 30>{
    "child",   "sibling", "adult",  "baby",   "appendix", "annex",  "hospital", "school",  "family", "section",
    "table",   "part",    "option", "parent", "brother",  "sister", "person",   "boy",     "girl",   "subject",
    "visitor", "worker",  "nurse",  "mother", "father",   "group",  "figure",   "teacher", "plan",   "hepatitis"}};
/// Begin sentences, and hardly ever a name.
constexpr FewWords openers{std::array<std::string_view, 46>{
    "the",  "a",    "an",      "he",   "she",   "it",   "they", "we",     "you",   "i",     "his",   "her",
    "their", "its", "our",     "this", "that",  "these", "those", "there", "in",    "on",    "at",    "by",
    "for",  "from", "with",    "when", "while", "where", "who",  "what",   "how",   "why",   "as",    "if",
    "but",  "and",  "however", "no",   "all",   "both", "after", "before", "mother", "father"}};

constexpr std::string_view closers = "\"')]";

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
  if (before_letters.has(ascii_lower(before))) return false;
  return !openers.has(ascii_lower(next));
}

/// "Why?" Mary asked: the words after a quotation name who spoke.
bool names_speaker(std::string_view text, std::size_t begin) {
  const std::string_view first = run_after(text, begin);
  if (first.empty() || !is_capital(first[0])) return false;
  std::size_t after = begin + first.size();
  while (after < text.size() && is_space(text[after])) ++after;
  return speech.has(run_after(text, after));
}

/// True where the sentence that seemed to end before `begin` goes on there.
bool goes_on(std::string_view text, std::size_t begin) {
  const std::size_t end = skip_back(text, begin);
  if (end == 0) return true;
  if (end == begin && static_cast<unsigned char>(text[begin - 1]) < 0x80) return true;  // inside a web address
  const std::string_view next = run_after(text, begin);
  const bool new_line = text.substr(end, begin - end).find('\n') != std::string_view::npos;
  if (text[end - 1] != '.') {
    const bool quoted = std::string_view("\"')\x9D\x99").find(text[end - 1]) != std::string_view::npos;
    if (quoted && !new_line && !next.empty() && (is_small(next[0]) || names_speaker(text, begin))) return true;
    const bool stopped = text[end - 1] == '!' || text[end - 1] == '?' || text[end - 1] == ':' || text[end - 1] == ';';
    return new_line && !stopped && !next.empty() && (is_small(next[0]) || is_small(text[end - 1])) && !is_capital(next[0]);
  }
  std::string_view run = run_before(text, end);
  while (!run.empty() && (run[0] == '(' || run[0] == '"' || run[0] == '\'')) run.remove_prefix(1);
  const std::string_view word = run.substr(0, run.empty() ? 0 : run.size() - 1);
  const bool first = skip_back(text, end - run.size()) == 0;
  if (first && (numbering(word) || roman_or_letter(word))) return true;
  const std::string lowered = ascii_lower(word);
  if (abbreviations.has(lowered)) return true;
  if (before_openers.has(lowered)) return !openers.has(ascii_lower(next));
  if (lowered == "etc") return next.size() < 2 || !is_capital(next[0]) || !is_small(next[1]);
  if (!next.empty() && is_digit(next[0]) && months.has(lowered)) return true;
  if (!next.empty() && is_digit(next[0]) && before_numbers.has(lowered)) return true;
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

/// True where the word that ends at `stop` is a plain word or a closed bracket: a stop after it ends a sentence.
bool plain_before(std::string_view text, std::size_t stop) {
  if (stop >= 1 && closers.find(text[stop - 1]) != std::string_view::npos) return true;
  const std::string_view run = run_before(text, stop);
  if (run.size() < 2 || run.find_first_of("./@") != std::string_view::npos) return false;
  const std::string lowered = ascii_lower(run);
  if (abbreviations.has(lowered) || before_openers.has(lowered) || before_numbers.has(lowered) || lowered == "etc") return false;
  return is_digit(run.back()) || run.size() > 3 || (is_small(run.back()) && run.find_first_of("aeiouy") != std::string_view::npos);
}

/// True where a number after the stop begins a sentence: the word before it is small and no month cut short.
bool number_begins(std::string_view text, std::size_t stop) {
  const std::string_view run = run_before(text, stop);
  return run.size() > 2 && is_small(run.back()) && !months.has(ascii_lower(run));
}

/// Adds the beginnings that lack a capital: "no bite. i think", "they left. 13 of them". The rules of Unicode never see one there.
void add_small(std::string_view text, std::vector<std::uint32_t>& begins) {
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    std::size_t next = at + 1;
    if (next >= text.size() || text[next] != ' ') continue;
    while (next < text.size() && text[next] == ' ') ++next;
    if (next >= text.size() || (!is_small(text[next]) && !is_digit(text[next])) || !plain_before(text, at)) continue;
    if (is_digit(text[next]) && !number_begins(text, at)) continue;
    if (run_after(text, next).find_first_of("@/") != std::string_view::npos && !text.substr(next).starts_with("http")) continue;
    begins.push_back(static_cast<std::uint32_t>(next));
  }
}

/// A table of the characters of a list.
constexpr std::array<bool, 256> table_of(std::string_view characters) {
  std::array<bool, 256> table{};
  for (const char each : characters) table[static_cast<unsigned char>(each)] = true;
  return table;
}
constexpr std::array<bool, 256> rule_signs = table_of("*_=~#-:;");

/// Which characters a text holds at all; most paragraphs lack most marks, and then need no search for them.
class Held {
 public:
  explicit Held(std::string_view text) {
    for (const char each : text) held_[static_cast<unsigned char>(each)] = true;
  }
  bool has(char each) const { return held_[static_cast<unsigned char>(each)]; }
  bool any(std::string_view characters) const {
    return std::any_of(characters.begin(), characters.end(), [&](char each) { return has(each); });
  }

 private:
  std::array<bool, 256> held_{};
};

/// A line of signs alone ("***", "-----") is no part of the sentences beside it; a smile ends one.
void add_rules(std::string_view text, std::vector<std::uint32_t>& begins) {
  constexpr std::string_view signs = "*_=-~#";
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!rule_signs[static_cast<unsigned char>(text[at])] || (at > 0 && !is_space(text[at - 1]))) continue;
    std::size_t end = at;
    while (end < text.size() && text[end] == text[at]) ++end;
    const std::string_view run = run_after(text, at);
    const bool smile = run == ":)" || run == ":-)" || run == ";)" || run == ";-)" || run == ":(" || run == ":-(";
    const bool rule = end - at >= 3 && signs.find(text[at]) != std::string_view::npos && (end == text.size() || is_space(text[end]));
    if (!smile && !rule) continue;
    if (rule && at > 0) begins.push_back(static_cast<std::uint32_t>(at));
    std::size_t after = at + (smile ? run.size() : end - at);
    while (after < text.size() && is_space(text[after])) ++after;
    if (after < text.size() && (rule || is_capital(text[after]))) begins.push_back(static_cast<std::uint32_t>(after));
    at = after == 0 ? at : after - 1;
  }
}

bool is_address(std::string_view run) {
  const std::size_t stop = run.find('.');
  if (stop == std::string_view::npos || stop + 2 >= run.size()) return false;
  return run.starts_with("http") || run.starts_with("www.") || run.find('@') != std::string_view::npos;
}

/// "27/03/2021" or "09:11".
bool is_stamp(std::string_view run, char joint) {
  return run.size() >= 4 && is_digit(run[0]) && is_digit(run.back()) && run.find(joint) != std::string_view::npos &&
         run.find_first_not_of("0123456789/:") == std::string_view::npos;
}

/// Walks the runs without space and marks the parts of a letter or message that have no stop of their own:
/// an address of the web, the day and time of a message, "Dear Ms A," and "Yours sincerely,".
class LetterParts {
 public:
  LetterParts(std::string_view text, std::vector<std::uint32_t>& begins) : text_(text), begins_(begins) {}

  void mark() {
    for (std::size_t at = next_run(0); at < text_.size(); at = next_run(end_of(at))) meet(at, text_.substr(at, end_of(at) - at));
  }

 private:
  void meet(std::size_t at, std::string_view run) {
    const bool address = is_address(run), capital = is_capital(run[0]);
    if (after_address_ && at > 0 && (capital || address)) begin(at);
    if (after_time_ && (capital || is_small(run[0])) && run != "AM" && run != "PM") begin(at);
    if (after_greeting_ && capital) begin(at);
    const std::size_t next = next_run(end_of(at));
    const bool dated = is_stamp(run, '/') && next < text_.size() && is_stamp(text_.substr(next, end_of(next) - next), ':');
    if (dated && at > 0 && last_ != "on" && last_ != "at") begin(at);
    after_address_ = address && std::string_view(".,;:)").find(run.back()) == std::string_view::npos;
    after_time_ = (is_stamp(run, ':') && dated_) || (after_time_ && (run == "AM" || run == "PM"));
    dated_ = dated;
    greet(at, run);
    last_ = run;
  }

  /// "Dear Ms A," within five words, and the words that close a letter.
  void greet(std::size_t at, std::string_view run) {
    if (run == "Dear") dear_ = at;
    const std::string lowered = ascii_lower(run);
    const bool closes = lowered == "regards," || lowered == "sincerely," || lowered == "faithfully," || lowered == "wishes,";
    after_greeting_ = closes || (dear_ != std::string_view::npos && at - dear_ < 40 && run.back() == ',');
    if (run.back() == ',' || run.back() == '.') dear_ = std::string_view::npos;
  }

  std::size_t next_run(std::size_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }
  std::size_t end_of(std::size_t at) const {
    while (at < text_.size() && !is_space(text_[at])) ++at;
    return at;
  }
  void begin(std::size_t at) { begins_.push_back(static_cast<std::uint32_t>(at)); }

  std::string_view text_, last_;
  std::vector<std::uint32_t>& begins_;
  std::size_t dear_ = std::string_view::npos;
  bool after_address_ = false, after_time_ = false, after_greeting_ = false, dated_ = false;
};

/// True where the text may hold a part of a letter or message.
bool like_letter(std::string_view text, const Held& held) {
  const auto holds = [&](std::string_view words) { return find_text(text, words) != std::string_view::npos; };
  const auto closes = [&] {  // "Kind regards,", "Yours sincerely,", "Yours faithfully,"
    for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
      const std::string_view before = text.substr(0, at);
      if (before.ends_with("egards") || before.ends_with("erely") || before.ends_with("fully")) return true;
    }
    return false;
  };
  if (held.has('@') || (held.has(':') && held.has('/'))) return true;
  if (held.has('.') && held.has('w') && holds("www.")) return true;
  if (held.has('D') && holds("Dear ")) return true;
  return held.has(',') && closes();
}

/// Moves a beginning that stands before the closing mark of the sentence before it: "the phrase. ' And".
std::uint32_t past_closing(std::string_view text, std::uint32_t begin) {
  const bool closing = begin + 1 < text.size() && closers.find(text[begin]) != std::string_view::npos && is_space(text[begin + 1]);
  if (!closing) return begin;
  std::uint32_t after = begin + 1;
  while (after < text.size() && is_space(text[after])) ++after;
  return after < text.size() ? after : begin;
}

}  // namespace

void SentenceFinder::find(std::string_view text, std::vector<std::uint32_t>& begins) {
  begins.clear();
  const Held held(text);
  if (!held.any(".?!\n\xE2*_=~#:-,")) return;
  breaker_.find(text, raw_);
  for (const std::uint32_t begin : raw_)
    if (!goes_on(text, begin)) begins.push_back(past_closing(text, begin));
  const std::size_t found = begins.size();
  if (held.has('.')) add_glued(text, begins);
  if (held.has('.')) add_small(text, begins);
  if (held.any("*_=~#-:;")) add_rules(text, begins);
  if (like_letter(text, held)) LetterParts(text, begins).mark();
  if (begins.size() == found) return;
  std::sort(begins.begin(), begins.end());
  begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
}

}  // namespace casewright
