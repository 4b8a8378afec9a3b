#include "assemble/words_beside.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::size_t most_initials = 4;

string_view without_possessive(string_view run) {
  for (const string_view ending : {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99", "!", "?"})
    if (run.ends_with(ending)) run.remove_suffix(ending.size());
  return run;
}

}  // namespace

bool starts_capital(string_view word) { return !word.empty() && unicode::is_upper(code_point_at(word, 0).value); }

std::string initials_in(string_view run) {
  std::string letters;
  for (std::size_t at = 0; at < run.size();) {
    const CodePoint next = code_point_at(run, at);
    if (unicode::is_upper(next.value)) letters += unicode::fold(run.substr(at, next.bytes));
    else if ((run[at] != '.' && run[at] != '-') || at == 0) return {};
    at += next.bytes;
  }
  return letters.size() > most_initials || run.ends_with('-') ? std::string() : letters;
}

bool titled(string_view run) {
  while (run.ends_with('.')) run.remove_suffix(1);
  return starts_capital(run) && is_title(unicode::fold(run));
}

bool is_house_number(string_view word) {
  if (word.empty() || word.size() > 5 || !is_digit(word.front())) return false;
  return std::all_of(word.begin(), word.end() - 1, [](char c) { return is_digit(c); }) && (is_digit(word.back()) || is_letter(word.back()));
}

bool is_person_name(const Naming& naming) {
  return naming.person && !naming.inside_word && !naming.plural && naming.kind != NameKind::email && naming.kind != NameKind::username &&
         naming.kind != NameKind::phone && naming.kind != NameKind::number && naming.kind != NameKind::postcode && naming.kind != NameKind::address;
}

bool could_be_name(string_view word) {
  if (!starts_capital(word)) return false;
  const std::string folded = unicode::fold(word);
  const bool has_small = std::any_of(word.begin(), word.end(), [](char c) { return is_small(c); });
  const bool all_letters = std::all_of(folded.begin(), folded.end(), [](char c) { return is_letter(c) || c == '-' || c == '\''; });
  return has_small && all_letters && folded.size() > 2 && !is_time_word(folded) && !is_title(folded);
}

string_view WordsBeside::run_before(std::size_t at) const {
  if (at == 0 || text_[at - 1] != ' ') return {};
  std::size_t from = at - 1;
  while (from > 0 && no_word.find(text_[from - 1]) == string_view::npos) --from;
  return text_.substr(from, at - 1 - from);
}

string_view WordsBeside::run_after(std::size_t at) const {
  if (at >= text_.size() || text_[at] != ' ') return {};
  std::size_t end = at + 1;
  while (end < text_.size() && no_word.find(text_[end]) == string_view::npos) ++end;
  string_view run = text_.substr(at + 1, end - at - 1);
  if (!goes_on(end) && run.ends_with('.')) run.remove_suffix(1);
  return without_possessive(run);
}

bool WordsBeside::goes_on(std::size_t end) const { return end + 1 < text_.size() && text_[end] == ' ' && is_small(text_[end + 1]); }

bool WordsBeside::lettered_thing(string_view run) const {
  if (run.size() != 1) return false;
  const string_view before = run_before(at(run));
  return starts_capital(before) && !titled(before) && initials_in(before).empty() && could_be_name(before);
}

bool WordsBeside::taken(string_view run) const {
  const Span span{at(run), at(run) + static_cast<std::uint32_t>(run.size())};
  const auto lies = [&](const auto& each) { return each.span.overlaps(span); };
  return std::any_of(namings_.begin(), namings_.end(), lies) || std::any_of(doubts_.begin(), doubts_.end(), lies);
}

bool WordsBeside::strange(string_view word) const {
  return ordinary_ != nullptr && could_be_name(word) && !ordinary_->knows_inflection_of(unicode::fold(word));
}

}  // namespace casewright
