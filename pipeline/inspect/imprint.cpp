#include "inspect/imprint.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/dates.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t first_stretches = 60;  // of a cover, an imprint and the page behind it
constexpr std::uint32_t short_line = 120;    // bytes
constexpr int first_year = 1974;             // the first inquiry into a child's death that was published as a report
constexpr int last_year = 2100;

/// What a board or partnership may be called behind the name of its area, the longest first.
constexpr auto bodies = std::to_array<std::string_view>(
    {"local safeguarding children board", "local safeguarding children partnership", "safeguarding children partnership board",
     "safeguarding children board", "safeguarding children partnership", "safeguarding adults board", "safeguarding partnership board",
     "child protection committee", "public protection committee", "community safety partnership", "safeguarding partnership",
     "safeguarding board"});

/// Words that join the parts of an area's name: "Bath and North East Somerset", "Stoke-on-Trent".
bool is_joining_word(std::string_view folded) {
  static constexpr auto words = std::to_array<std::string_view>({"&", "and", "cum", "in", "of", "on", "the", "upon", "with"});
  return std::find(words.begin(), words.end(), folded) != words.end();
}


/// How many tokens from `at` on spell the words of a body; 0 where they do not.
std::size_t length_of(const Prose& prose, std::uint32_t at, std::uint32_t end, std::string_view body) {
  std::size_t count = 0;
  for (const std::string_view word : split(body, ' ')) {
    if (at + count >= end || prose.words[prose.tokens[at + count].word].folded != word) return 0;
    ++count;
  }
  return count;
}

/// The name that ends in a body at the token `at`, with the area before it; empty where no area stands there.
std::string with_area(const Prose& prose, const Stretch& stretch, std::uint32_t at, std::size_t length) {
  std::uint32_t from = at;
  for (std::uint32_t i = at; i > stretch.first_token; --i) {
    const Token& token = prose.tokens[i - 1];
    const std::string& folded = prose.words[token.word].folded;
    if (has_capital(token.casing) && folded != "the") from = i - 1;
    else if (!is_joining_word(folded) && folded != "-" && folded != "'s") break;
  }
  if (from == at) return {};
  return fold_space(prose.view({prose.tokens[from].begin, prose.tokens[at + length - 1].span().end}));
}

std::string board_in(const Prose& prose, const Stretch& stretch) {
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at)
    for (const std::string_view body : bodies)
      if (const std::size_t length = length_of(prose, at, stretch.end_token, body); length != 0) {
        std::string name = with_area(prose, stretch, at, length);
        if (!name.empty()) return name;
        break;
      }
  return {};
}

int year_of(std::string_view word) {
  if (word.size() != 4 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  const int year = (word[0] - '0') * 1000 + (word[1] - '0') * 100 + (word[2] - '0') * 10 + (word[3] - '0');
  return year >= first_year && year <= last_year ? year : 0;
}

int latest_year(const Prose& prose, const Stretch& stretch) {
  int latest = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) latest = std::max(latest, year_of(prose.view(prose.tokens[at].span())));
  return latest;
}

bool says_published(const Prose& prose, const Stretch& stretch) {
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const std::string& word = prose.words[prose.tokens[at].word].folded;
    if (word == "published" || word == "publication") return true;
  }
  return false;
}

}  // namespace

Imprint imprint_of(const Prose& prose) {
  Imprint imprint;
  int published = 0, on_a_line = 0;
  std::size_t seen = 0;
  for (const Stretch& stretch : prose.stretches) {
    if (!visible_scopes.has(stretch.scope) || stretch.scope == Scope::contents) continue;
    if (++seen > first_stretches) break;
    if (imprint.board.empty()) imprint.board = board_in(prose, stretch);
    const bool is_line = stretch.scope == Scope::title || stretch.span.length() <= short_line;
    if (!is_line) continue;
    const int year = latest_year(prose, stretch);
    if (published == 0 && says_published(prose, stretch)) published = year;
    // A cover has its year high up; further down a short line may name any year.
    if (seen <= first_stretches / 4) on_a_line = std::max(on_a_line, year);
  }
  imprint.year = published != 0 ? published : on_a_line;
  return imprint;
}

}  // namespace casewright
