#include "language/name_features.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/fnv.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ull)) * 0xFF51AFD7ED558CCDull;
  h ^= h >> 32;
  h *= 0xC4CEB9FE1A85EC53ull;
  return h ^ (h >> 29);
}

constexpr std::uint64_t number_of(std::string_view text) {
  return mix(fnv_hash(text), text.size());
}

/// The questions; the numbers are filed in models, so new ones go to the end.
enum Question : std::uint64_t {
  q_always = 1, q_word, q_shape, q_prefix, q_suffix, q_small_elsewhere, q_inside, q_title, q_count, q_genre_word,
  q_genre_shape, q_neighbour_word, q_neighbour_shape, q_neighbour_genre, q_before_word, q_word_after, q_two_before,
  q_two_after, q_before_shape, q_shape_after, q_shapes_before, q_shapes_after, q_shapes_around, q_run_first, q_run_last,
  q_run_before, q_run_after, q_run_length, q_run_title, q_opens, q_heading, q_scope, q_two_before_shape,
  q_two_after_shape, q_around, q_ordinary, q_ordinary_run, q_ordinary_opens, q_neighbour_ordinary,
  q_listed, q_neighbour_listed, q_listed_before, q_listed_after, q_listed_around, q_listed_pair,
};

/// "Xx", "dd-dd": letters and digits by kind, runs of letters as one, digits one by one.
std::string shape_of(std::string_view text) {
  std::string shape;
  char last = 0;
  for (const char each : text) {
    const auto c = static_cast<unsigned char>(each);
    const char kind = c >= 'A' && c <= 'Z' ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c >= '0' && c <= '9' ? 'd' : c >= 0x80 ? 'u' : each;
    if (kind == last && kind != 'd') continue;
    shape += last = kind;
    if (shape.size() > 10) break;
  }
  return shape;
}

}  // namespace

bool reads_as_judgment(const Prose& prose) {
  static constexpr std::string_view parties[] = {"applicant",  "applicants", "appellant",
                                                 "respondent", "claimant",   "judgment"};
  std::uint32_t telling = 0;
  for (const Word& each : prose.words)
    if (std::find(std::begin(parties), std::end(parties), each.folded) != std::end(parties)) telling += each.count;
  return telling >= 3 && telling * 400 >= prose.tokens.size();
}

NameFeatures::NameFeatures(const Prose& prose, const WordFilter& ordinary, const NameLists& lists)
    : prose_(prose), ordinary_(ordinary), lists_(lists), genre_(reads_as_judgment(prose) ? 2 : 1) {
  gather_forms();
  gather_evidence();
  heading_of_.reserve(prose.stretches.size());
  for (const Stretch& each : prose.stretches) {
    const bool known = each.heading < prose.stretches.size() && prose.stretches[each.heading].scope == Scope::heading;
    heading_of_.push_back(known ? number_of(prose.view(prose.stretches[each.heading].span).substr(0, 24)) : 0);
  }
}

void NameFeatures::ask(Form& form) {
  form.asked = {mix(q_before_word, form.word),  mix(q_word_after, form.word),     mix(q_two_before, form.word),        mix(q_two_after, form.word),
                mix(q_before_shape, form.word), mix(q_shape_after, form.shape),   mix(q_shapes_around, form.shape),    mix(q_two_before_shape, form.word),
                mix(q_two_after_shape, form.shape), mix(q_around, form.word)};
}

bool NameFeatures::is_name_in_capitals(std::string_view folded, bool ordinary) const {
  if (folded.size() < 3) return false;
  return ordinary ? is_everyday_word(folded) && lists_.given.knows(folded) : (lists_.holding(folded) & 3u) != 0;
}

void NameFeatures::gather_forms() {
  constexpr std::size_t casings = 6;
  std::vector<std::uint32_t> known(prose_.words.size() * casings);
  forms_.push_back({});
  ask(forms_.back());
  form_of_.reserve(prose_.tokens.size());
  for (std::uint32_t at = 0; at < prose_.tokens.size(); ++at) {
    const Token& token = prose_.tokens[at];
    std::uint32_t& number = known[token.word * casings + static_cast<std::size_t>(token.casing)];
    if (number == 0) {
      number = static_cast<std::uint32_t>(forms_.size());
      const std::string& folded = prose_.words[token.word].folded;
      Form made;
      made.ordinary = token.casing != Casing::number && token.casing != Casing::punctuation && ordinary_.knows_form_of(folded);
      const bool shouted = token.casing == Casing::capitals && is_name_in_capitals(folded, made.ordinary);
      made.word = number_of(folded);
      made.shape = number_of(shouted ? "Xx" : shape_of(prose_.view(token.span())));
      made.casing = shouted ? Casing::capitalised : token.casing;
      made.brief = static_cast<std::uint64_t>(made.casing) + 1;
      made.token = at;
      made.id = token.word;
      made.capital = has_capital(token.casing);
      if (made.casing != Casing::number && made.casing != Casing::punctuation) made.listed = lists_.holding(folded) << 1 | (made.ordinary ? 1u : 0u);
      made.small_elsewhere = made.capital && prose_.words[token.word].count_lower > 0;
      ask(made);
      forms_.push_back(made);
    }
    ++forms_[number].count;
    form_of_.push_back(number);
  }
}

void NameFeatures::gather_evidence() {
  for (const Stretch& stretch : prose_.stretches) {
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      Form& here = forms_[form_of_[at]];
      if (!here.capital) continue;
      if (!prose_.tokens[at].opens_sentence) here.inside_sentence = true;
      if (at == stretch.first_token) continue;
      std::uint32_t before = at - 1;
      if (prose_.view(prose_.tokens[before].span()) == "." && before > stretch.first_token) --before;
      if (form(before).capital && is_title(prose_.words[form(before).id].folded)) here.after_title = true;
    }
  }
}

const NameFeatures::Form& NameFeatures::form_near(std::uint32_t at, int steps, std::uint32_t first,
                                                  std::uint32_t end) const {
  const std::int64_t there = static_cast<std::int64_t>(at) + steps;
  if (there < static_cast<std::int64_t>(first) || there >= static_cast<std::int64_t>(end)) return forms_[0];
  return form(static_cast<std::uint32_t>(there));
}

void NameFeatures::of_word(std::uint32_t number, std::vector<NameFeature>& into) const {
  const Form& form = forms_[number];
  into.push_back(mix(q_always, 0));
  into.push_back(mix(q_always, genre_));
  into.push_back(mix(q_word, form.word));
  into.push_back(mix(q_shape, form.shape));
  into.push_back(mix(mix(q_genre_word, form.word), genre_));
  into.push_back(mix(mix(q_genre_shape, form.shape), genre_));
  if (number == 0) return;
  const std::string& folded = prose_.words[form.id].folded;
  for (std::size_t length = 1; length <= 4 && length < folded.size(); ++length) {
    into.push_back(mix(mix(q_prefix, form.brief), number_of(std::string_view(folded).substr(0, length))));
    into.push_back(mix(mix(q_suffix, form.brief), number_of(std::string_view(folded).substr(folded.size() - length))));
  }
  into.push_back(mix(mix(q_ordinary, form.ordinary), form.brief));
  into.push_back(mix(mix(q_listed, form.listed), form.brief));
  if (!form.capital) return;
  into.push_back(mix(q_small_elsewhere, form.small_elsewhere));
  into.push_back(mix(q_inside, form.inside_sentence));
  if (form.after_title) into.push_back(mix(q_title, 1));
  const std::uint64_t often = form.count > 8 ? 4 : form.count > 4 ? 3 : form.count > 2 ? 2 : form.count > 1 ? 1 : 0;
  into.push_back(mix(mix(q_count, often), genre_));
}

void NameFeatures::of_neighbour(std::uint32_t number, int steps, std::vector<NameFeature>& into) const {
  const Form& form = forms_[number];
  const auto where = static_cast<std::uint64_t>(steps + 8);
  into.push_back(mix(mix(q_neighbour_word, where), form.word));
  into.push_back(mix(mix(q_neighbour_shape, where), form.shape));
  into.push_back(mix(mix(mix(q_neighbour_ordinary, where), form.ordinary), form.brief));
  into.push_back(mix(mix(mix(q_neighbour_listed, where), form.listed), form.brief));
  if (steps == 1 || steps == -1) into.push_back(mix(mix(mix(q_neighbour_genre, where), form.word), genre_));
}

void NameFeatures::of_place(std::uint32_t at, const Stretch& stretch, std::vector<NameFeature>& into) const {
  const std::uint32_t first = stretch.first_token, end = stretch.end_token;
  const Form& here = form(at);
  const Form& before = form_near(at, -1, first, end);
  const Form& after = form_near(at, 1, first, end);
  const Form& before2 = form_near(at, -2, first, end);
  const Form& after2 = form_near(at, 2, first, end);
  into.insert(into.end(), {mix(before.asked[0], here.word),
                           mix(here.asked[1], after.word),
                           mix(before2.asked[2], before.word),
                           mix(after.asked[3], after2.word),
                           mix(before.asked[4], here.shape),
                           mix(here.asked[5], after.word),
                           mix(mix(before.asked[6], here.shape), after.shape),
                           mix(mix(before2.asked[7], before.word), here.shape),
                           mix(mix(here.asked[8], after.word), after2.word),
                           mix(mix(before.asked[9], here.shape), after.word)});
  if (here.casing == Casing::lower || here.casing == Casing::punctuation) return;
  into.insert(into.end(), {mix(mix(mix(q_listed_before, before.word), here.listed), here.brief),
                           mix(mix(mix(q_listed_after, after.word), here.listed), here.brief),
                           mix(mix(mix(mix(q_listed_around, before.brief), here.listed), here.brief), after.brief),
                           mix(mix(mix(q_listed_pair, here.listed), after.listed), before.listed)});
  const auto index = static_cast<std::size_t>(&stretch - prose_.stretches.data());
  into.push_back(mix(mix(q_heading, heading_of_[index]), here.brief));
  into.push_back(mix(mix(q_scope, static_cast<std::uint64_t>(stretch.scope)), here.brief));
  if (here.capital) of_run(at, first, end, into);
}

void NameFeatures::all_of(std::uint32_t at, const Stretch& stretch, std::vector<NameFeature>& into) const {
  of_word(form_of(at), into);
  for (const int step : {-2, -1, 1, 2}) {
    const std::int64_t from = static_cast<std::int64_t>(at) - step;
    const bool inside = from >= static_cast<std::int64_t>(stretch.first_token) && from < static_cast<std::int64_t>(stretch.end_token);
    of_neighbour(inside ? form_of(static_cast<std::uint32_t>(from)) : 0, step, into);
  }
  of_place(at, stretch, into);
}

/// What the capitalised words around a capitalised word tell.
void NameFeatures::of_run(std::uint32_t at, std::uint32_t first, std::uint32_t end,
                          std::vector<NameFeature>& into) const {
  constexpr std::uint32_t longest = 8;
  std::uint32_t from = at, to = at + 1;
  while (from > first && at - from < longest && form(from - 1).capital) --from;
  while (to < end && to - at < longest && form(to).capital) ++to;
  const bool opens = prose_.tokens[from].opens_sentence;
  into.push_back(mix(q_run_first, form(from).word));
  into.push_back(mix(q_run_last, form(to - 1).word));
  into.push_back(mix(q_run_before, form_near(from, -1, first, end).word));
  into.push_back(mix(q_run_after, form_near(to - 1, 1, first, end).word));
  into.push_back(mix(mix(q_run_length, std::min(to - from, 5u)), opens));
  std::uint32_t ordinary = 0;
  for (std::uint32_t each = from; each < to; ++each) ordinary += form(each).ordinary;
  into.push_back(mix(mix(q_ordinary_run, std::min(to - from, 4u)), ordinary == 0 ? 0 : ordinary == to - from ? 2 : 1));
  into.push_back(mix(mix(q_ordinary_opens, opens), mix(form(at).ordinary, form(at).small_elsewhere)));
  if (opens && from == at) into.push_back(mix(q_opens, form(at).small_elsewhere));
  for (std::uint32_t each = from; each < to; ++each)
    if (form(each).after_title) {
      into.push_back(mix(q_run_title, 1));
      break;
    }
}

}  // namespace casewright
