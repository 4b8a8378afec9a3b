#include "inspect/public_bodies.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/among.h"
#include "inspect/name_tokens.h"

namespace casewright {
namespace {

constexpr std::uint32_t most_before = 6, most_behind = 7;  ///< words of a body's name on either side of one of them

class BodyAround {
 public:
  BodyAround(const Seen& seen, Span words) : seen_(seen), prose_(seen.prose), stretch_(prose_.stretch_at(words.begin)) {
    const auto begins_before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
    const auto first = prose_.tokens.begin() + stretch_.first_token, end = prose_.tokens.begin() + stretch_.end_token;
    from_ = static_cast<std::uint32_t>(std::lower_bound(first, end, words.begin, begins_before) - prose_.tokens.begin());
  }

  bool run() const {
    for (std::uint32_t at = from_; at < stretch_.end_token && at <= from_ + most_behind && goes_on(at); ++at)
      if (is_capital(at) && is_body(at) && has_public_area(at)) return true;
    return false;
  }

 private:
  std::string_view word(std::uint32_t at) const { return folded_word(prose_, at); }
  bool is_capital(std::uint32_t at) const {
    const Casing casing = prose_.tokens[at].casing;
    return casing == Casing::capitalised || casing == Casing::mixed;
  }

  /// A capital, or what joins two of them on one line.
  bool goes_on(std::uint32_t at) const {
    if (at > from_ && prose_.text[prose_.tokens[at].begin - 1] == '\n') return false;
    return is_capital(at) || ((joins(at) || word(at) == ",") && at + 1 < stretch_.end_token && is_capital(at + 1));
  }
  bool joins(std::uint32_t at) const { return among({"and", "&"}, word(at)); }

  /// The last word but those that only say of what kind it is.
  bool is_body(std::uint32_t at) const {
    if (among({"council", "constabulary", "police"}, word(at))) return at + 1 >= stretch_.end_token || !is_capital(at + 1);
    return word(at) == "health" && at + 1 < stretch_.end_token && word(at + 1) == "board";
  }
  bool is_kind(std::uint32_t at) const { return among({"county", "city", "borough", "metropolitan", "university", "teaching", "unitary"}, word(at)); }

  /// True where the words before the body name an area that readers know, and the words asked for are among them or behind.
  bool has_public_area(std::uint32_t body) const {
    std::uint32_t end = body;
    while (end > stretch_.first_token && is_kind(end - 1)) --end;
    if (end == stretch_.first_token || among({"parish", "town", "community", "school", "youth", "student"}, word(end - 1))) return false;
    const std::uint32_t least = end > stretch_.first_token + most_before ? end - most_before : stretch_.first_token;
    for (std::uint32_t from = std::min(from_, end - 1) + 1; from-- > least;)
      if (is_capital(from) && is_area({prose_.tokens[from].begin, prose_.tokens[end - 1].span().end}, end - from == 1)) return true;
    return false;
  }

  /// One word before "Police" is its area even where somebody is called so: "Devon Police".
  bool is_area(Span words, bool one) const {
    const std::string_view area = prose_.view(words);
    return one ? seen_.names_public_area(area) : seen_.surely_names_public_area(area);
  }

  const Seen& seen_;
  const Prose& prose_;
  const Stretch& stretch_;
  std::uint32_t from_ = 0;
};

}  // namespace

bool stands_in_public_body(const Seen& seen, Span words) { return BodyAround(seen, words).run(); }

}  // namespace casewright
