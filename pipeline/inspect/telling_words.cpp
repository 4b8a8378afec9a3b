#include "inspect/telling_words.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/regex.h"
#include "foreign/unicode.h"
#include "language/prose_reader.h"

namespace casewright {
namespace {

constexpr float likely = 0.4f;
constexpr Scopes on_the_page = Scopes{}.with(Scope::title).with(Scope::heading).with(Scope::paragraph).with(Scope::list).with(Scope::cell).with(Scope::caption).with(Scope::quotation).with(Scope::note).with(Scope::contents);
constexpr std::uint32_t most_tagged = 20'000;  // bytes; in longer words a name tells itself early

bool has_register_name(const Seen& seen, Span span) {
  return std::any_of(seen.names.begin(), seen.names.end(), [&](const IdentityHit& hit) {
    return hit.span.overlaps(span) && (seen.people == nullptr || !seen.people->entries[hit.identity].may_be_named);
  });
}

/// Telephone, NHS and other long numbers, postcodes, dates of birth, addresses of mail and streets.
bool has_identifier(std::string_view words) {
  static const auto patterns = [] {
    std::vector<regex::Pattern> all;
    const auto add = [&all](const char* pattern, bool ignore_case) {
      auto read = regex::Pattern::read(pattern, {ignore_case});
      if (auto* made = std::get_if<regex::Pattern>(&read)) all.push_back(std::move(*made));
    };
    add(R"((?<![\d.])(?:\+44|0)\d(?:[ -]?\d){8,9}(?!\d))", false);
    add(R"((?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d))", false);
    add(R"(\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b)", false);
    add(R"([\w.+-]+@[\w-]+\.[\w.]+)", false);
    add(R"(\b(?:dob|born|d\.o\.b\.)\W)", true);
    add(R"(\b\d{1,4}[a-z]? (?:[A-Z][a-z]+ )+(?:Street|Road|Avenue|Lane|Close|Drive|Terrace|Crescent|Court|Way|Place)\b)", false);
    add(R"(\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b)", false);
    return all;
  }();
  return std::any_of(patterns.begin(), patterns.end(), [words](const regex::Pattern& each) { return each.find(words).has_value(); });
}

/// True where the file also hides these words: who reads the description learns what was hidden.
bool is_hidden(const Seen& seen, std::string_view words) {
  const std::vector<Carried>& items = seen.reading.container.items;
  return std::any_of(items.begin(), items.end(), [words](const Carried& each) { return each.kind == CarriedKind::hidden_text && each.text.find(words) != std::string::npos; });
}

/// True where these words stand on the page and nowhere hidden; a number before them, as of a heading, may be left out there.
bool is_shown(const Seen& seen, std::string_view words) {
  words.remove_prefix(std::min(words.find_first_not_of("0123456789. "), words.size()));
  if (words.empty() || is_hidden(seen, words)) return false;
  return std::any_of(seen.prose.stretches.begin(), seen.prose.stretches.end(), [&](const Stretch& stretch) {
    return stretch.carried == 0 && on_the_page.has(stretch.scope) && seen.prose.view(stretch.span).find(words) != std::string_view::npos;
  });
}

bool tagger_sees_somebody(const Seen& seen, std::string_view words, Guess guess) {
  const bool shown_is_fine = guess != Guess::tagger, people = guess == Guess::tagger_of_people;
  const Prose alone = prose_of_text(words.substr(0, most_tagged));
  const auto found = unknown_names(*seen.corpus.names, alone, likely);
  return std::any_of(found.begin(), found.end(), [&](const UnknownName& each) {
    const bool whole = !people || (each.label == NameLabel::person && alone.view(each.span).find(' ') != std::string_view::npos);
    const bool somebody = whole && each.left == LeftAlone::no && (each.label == NameLabel::person || each.label == NameLabel::place);
    return somebody && !(shown_is_fine && is_shown(seen, alone.view(each.span)));
  });
}

/// The words of a file's name or an address apart: "/2021/wilfred-lowe_2.jpg".
std::string words_apart(std::string words) {
  std::replace_if(words.begin(), words.end(), [](char c) { return std::string_view("-_/\\.+%&=?,;:()").find(c) != std::string_view::npos; }, ' ');
  return words;
}

/// "Pettigrove, Jayden": a listed given name behind a comma, among words parted by semicolons.
bool is_turned_name(const NameModel& names, std::string_view words) {
  for (const std::string_view each : split(words, ';')) {
    const std::size_t comma = each.find(", ");
    if (comma == std::string_view::npos || each.find(',', comma + 1) != std::string_view::npos) continue;
    const std::string family = unicode::fold(trim(each.substr(0, comma))), given = unicode::fold(trim(each.substr(comma + 2)));
    if (!family.empty() && family.find(' ') == std::string::npos && !names.ordinary().knows_form_of(family) && names.lists().given.knows(given)) return true;
  }
  return false;
}

}  // namespace

bool lists_name_somebody(const NameModel& names, std::string_view folded) {
  const NameLists& lists = names.lists();
  const WordFilter& ordinary = names.ordinary();
  constexpr std::size_t shortest = 4;
  std::string_view before;
  for (const std::string_view word : split(folded, ' ')) {
    const bool everyday = ordinary.knows_form_of(word);
    if (before.size() >= shortest && word.size() >= shortest && lists.given.knows(before) && (lists.family.knows(word) || !everyday) && !(everyday && ordinary.knows_form_of(before))) return true;
    before = word;
  }
  return false;
}

Telling telling(const Seen& seen, Span span, Guess guess) {
  if (span.empty()) return Telling::no;
  const std::string_view words = seen.prose.view(span);
  if (has_register_name(seen, span) || has_identifier(words)) return Telling::surely;
  if (seen.corpus.names == nullptr) return Telling::no;
  const std::string apart = fold_space(words_apart(unicode::fold(guess == Guess::lists ? words : words.substr(0, most_tagged))));
  const bool listed = guess != Guess::tagger_of_unshown && (lists_name_somebody(*seen.corpus.names, apart) || (guess == Guess::tagger_of_people && is_turned_name(*seen.corpus.names, words)));
  const bool somebody = guess == Guess::lists ? listed : (listed && !is_shown(seen, words)) || tagger_sees_somebody(seen, words, guess);
  return somebody ? Telling::likely : Telling::no;
}

}  // namespace casewright
