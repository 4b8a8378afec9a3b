#include "inspect/public_areas.h"

#include <vector>

#include "base/among.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"

namespace casewright {
namespace {

/// Looks back from the words of a body to the area before them.
class Bodies {
 public:
  explicit Bodies(const Prose& prose) : prose_(prose) {}

  AreaNames run() {
    for (const Stretch& stretch : prose_.stretches)
      for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
        if (!is_capital(at) || !is_body(at, stretch.end_token)) continue;
        add(stretch.first_token, at);
        if (word(at) == "borough" || word(at) == "city") add_behind(at + 2, stretch.end_token);
      }
    return std::move(areas_);
  }

 private:
  std::string_view word(std::uint32_t at) const { return prose_.words[prose_.tokens[at].word].folded; }
  bool is_capital(std::uint32_t at) const { return has_capital(prose_.tokens[at].casing); }
  bool followed_by(std::uint32_t at, std::uint32_t end, std::initializer_list<std::string_view> words) const {
    return at + 1 < end && among(words, word(at + 1));
  }

  bool is_body(std::uint32_t at, std::uint32_t end) const {
    if (among({"council", "constabulary", "lscb", "lscp", "police"}, word(at))) return true;
    if (among({"county", "city", "borough", "metropolitan", "unitary"}, word(at)))
      return followed_by(at, end, {"council", "borough"}) || (word(at) != "county" && followed_by(at, end, {"of"}) && at + 2 < end && is_capital(at + 2));
    if (among({"safeguarding", "local", "multi-agency"}, word(at)))
      return followed_by(at, end, {"safeguarding", "children", "children's", "adults", "adult", "child", "board", "boards", "partnership", "partners"});
    return false;
  }

  static bool joins(std::string_view word) { return among({"and", "&", "of", "upon", "with", "on", ","}, word); }

  /// A body of a parish, a school or a profession has no area that a reader may know.
  static bool is_no_area(std::string_view word) {
    return among({"parish", "town", "community", "school", "youth", "student", "students", "health", "medical", "british", "social", "research", "church", "council", "the", "royal",
                  "county", "city", "borough", "district", "metropolitan", "london", "national", "local", "serious", "regional", "independent", "state"}, word);
  }

  void add(std::uint32_t first, std::uint32_t at) {
    std::uint32_t from = at;
    while (from > first && (is_capital(from - 1) || (joins(word(from - 1)) && from - 1 > first && is_capital(from - 2)))) --from;
    if (from < at && word(from) == "the") ++from;
    note(from, at);
  }

  void add_behind(std::uint32_t from, std::uint32_t end) {
    std::uint32_t to = from;
    while (to < end && (is_capital(to) || (joins(word(to)) && word(to) != "," && to + 1 < end && is_capital(to + 1)))) ++to;
    if (to > from) note(from, to);
  }

  /// The words as a whole, and each of them that "and" or a comma parts from the others.
  void note(std::uint32_t from, std::uint32_t to) {
    constexpr std::uint32_t most_words = 8;
    if (to <= from || to - from > most_words || is_title(word(from))) return;
    std::string whole, part;
    const auto keep = [&](std::string& words) {
      if (!words.empty()) areas_.insert(words);
      words.clear();
    };
    for (std::uint32_t at = from; at < to; ++at) {
      if (is_no_area(word(at))) return;
      const bool parts = among({"and", "&", ","}, word(at));
      if (word(at) != ",") whole += (whole.empty() ? "" : " ") + std::string(word(at) == "&" ? "and" : word(at));
      if (parts) keep(part);
      else part += (part.empty() ? "" : " ") + std::string(word(at));
    }
    keep(part);
    keep(whole);
  }

  const Prose& prose_;
  AreaNames areas_;
};

}  // namespace

AreaNames areas_of_bodies(const Prose& prose) { return Bodies(prose).run(); }

std::string area_words(std::string_view name) {
  std::string words;
  const std::string folded = unicode::fold(name);
  for (std::string_view each : split(folded, ' ')) {
    if (each == "&") each = "and";
    if (each.ends_with("'s")) each.remove_suffix(2);
    if (each.ends_with("\xE2\x80\x99s")) each.remove_suffix(4);
    if (each.empty() || (words.empty() && each == "the")) continue;
    words += (words.empty() ? "" : " ") + std::string(each);
  }
  return words;
}

}  // namespace casewright
