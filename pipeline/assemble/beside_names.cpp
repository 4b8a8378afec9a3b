#include "assemble/beside_names.h"

#include <algorithm>
#include <array>

#include "assemble/place_words.h"
#include "assemble/words_beside.h"
#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/person_names.h"

namespace casewright {
namespace {

using std::string_view;

/// The first letters of the words of a name, folded: "mlc" of "Mei Ling Chan".
std::string first_letters(string_view name) {
  std::string letters;
  bool inside = false;
  for (const char c : unicode::fold(name)) {
    if (is_letter(c) && !inside) letters += c;
    inside = is_letter(c);
  }
  return letters;
}

class Taker : private WordsBeside {
 public:
  Taker(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings, std::vector<Doubted>& doubts)
      : WordsBeside(text, ordinary, namings, doubts), people_(people) {}

  void run() {
    for (Naming& each : namings_)
      if (is_person_name(each)) take_initials(each);
      else if (each.kind == NameKind::place_name || each.kind == NameKind::alias) take_place(each);
      else if (each.part == PlacePart::street) take_house(each);
    join_one_name();
  }

 private:
  /// True where every letter begins some word of the names of the one who is named.
  bool fits(string_view letters, const Naming& naming) const {
    if (naming.identity >= people_.entries.size()) return false;
    std::string own;
    for (const NameEntry& each : people_.entries[naming.identity].names) own += first_letters(each.text);
    return std::all_of(letters.begin(), letters.end(), [&](char c) { return own.find(c) != std::string::npos; });
  }

  /// "M L" of "Dr M L Chan" and "K" of "Rosie K"; a title stands before the initials and goes, too.
  void take_initials(Naming& naming) const {
    Span span = naming.span;
    if (span.begin > 1 && text_[span.begin - 1] == '.') take_glued(span, naming);
    while (take_initials_before(span, naming)) {}
    if (span.begin < naming.span.begin)
      for (string_view title = run_before(span.begin); titled(title); title = run_before(span.begin)) span.begin = at(title);
    take_initials_after(span, naming);
    naming.span = span;
  }

  /// "G.Singh".
  void take_glued(Span& span, const Naming& naming) const {
    std::uint32_t from = span.begin;
    while (from > 0 && no_word.find(text_[from - 1]) == string_view::npos) --from;
    const std::string letters = initials_in(text_.substr(from, span.begin - from));
    if (!letters.empty() && fits(letters, naming)) span.begin = from;
  }

  bool take_initials_before(Span& span, const Naming& naming) const {
    const string_view run = run_before(span.begin);
    const std::string letters = initials_in(run);
    if (letters.empty() || taken(run) || !fits(letters, naming)) return false;
    const bool dotted = run.find_first_of(".-") != string_view::npos;
    const bool word = run == "I" || (run == "A" && sentence_begins(run)) || lettered_thing(run);
    const bool after_title = titled(run_before(at(run)));
    if (!dotted && !after_title && (word || letters.size() > 1)) return false;
    span.begin = at(run);
    return true;
  }

  /// "Smith W", "Chan M.L.", "Kirsty O-S"; a stop between goes only where an initial stands before it.
  void take_initials_after(Span& span, const Naming& naming) const {
    while (true) {
      string_view run = run_after(span.end);
      if (run.empty() && text_.substr(span.end, 1) == "." && ends_in_initial(span)) {
        std::size_t end = span.end;
        while (end < text_.size() && no_word.find(text_[end]) == string_view::npos) ++end;
        run = text_.substr(span.end + 1, end - span.end - 1);
        if (run.ends_with('.') && !goes_on(end)) run.remove_suffix(1);
      }
      const std::string letters = initials_in(run);
      const bool dotted = run.find_first_of(".-") != string_view::npos;
      if (letters.empty() || taken(run) || !fits(letters, naming) || run == "I" || (letters.size() > 1 && !dotted)) return;
      span.end = at(run) + static_cast<std::uint32_t>(run.size());
    }
  }

  bool ends_in_initial(Span span) const {
    const string_view name = text_.substr(span.begin, span.length());
    const auto space = name.find_last_of(" .");
    return space != string_view::npos && initials_in(name.substr(space + 1)).size() == 1;
  }

  void take_place(Naming& naming) const {
    if (naming.part == PlacePart::street) take_house(naming);
    naming.span = whole_place_name(text_, naming);
  }

  /// "No. 14" and "Flat 2, 14": what stands before an address goes with it.
  void take_house(Naming& naming) const {
    while (true) {
      std::size_t end = naming.span.begin;
      while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == ',')) --end;
      if (end == naming.span.begin) return;
      std::size_t from = end;
      while (from > 0 && no_word.find(text_[from - 1]) == string_view::npos) --from;
      const string_view word = text_.substr(from, end - from);
      static constexpr std::array<string_view, 9> kinds{"no", "no.", "number", "flat", "apartment", "apt", "unit", "room", "house"};
      const bool numbered = is_digit(text_[naming.span.begin]);
      if (is_house_number(word) && (own_number(word, naming) || kind_before(from, kinds))) naming.span.begin = static_cast<std::uint32_t>(from);
      else if (numbered && among(kinds, ascii_lower(word))) naming.span.begin = static_cast<std::uint32_t>(from);
      else return;
    }
  }

  template <class Words>
  bool kind_before(std::size_t at, const Words& kinds) const {
    const string_view before = run_before(at);
    return ascii_lower(before) != "no" && ascii_lower(before) != "no." && ascii_lower(before) != "number" && among(kinds, ascii_lower(before));
  }

  /// True where an address of the place has this number.
  bool own_number(string_view number, const Naming& naming) const {
    if (naming.identity >= people_.entries.size()) return false;
    const auto& names = people_.entries[naming.identity].names;
    return std::any_of(names.begin(), names.end(), [&](const NameEntry& each) {
      for (const string_view word : split(each.text, ' '))
        if (ascii_lower(word.substr(0, word.find(','))) == ascii_lower(number)) return true;
      return false;
    });
  }

  /// "Cabdi Abdi Maxamed": two names of one person with a particle or a stranger's word between are one.
  void join_one_name() {
    for (std::size_t i = 1; i < namings_.size();) {
      Naming &before = namings_[i - 1], &after = namings_[i];
      const bool one = before.identity == after.identity && is_person_name(before) && is_person_name(after);
      if (one && before.span.end < after.span.begin && joins({before.span.end, after.span.begin})) {
        before.span.end = after.span.end;
        before.kind = NameKind::full;
        namings_.erase(namings_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  bool joins(Span gap) const {
    const string_view between = text_.substr(gap.begin, gap.length());
    if (between.size() < 3 || between.front() != ' ' || between.back() != ' ') return false;
    const string_view word = between.substr(1, between.size() - 2);
    return word.find_first_of(" ,.;:()") == string_view::npos && (is_particle(word) || strange(word));
  }

  const Register& people_;
};

}  // namespace

void take_what_belongs(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings,
                       std::vector<Doubted>& doubts) {
  Taker(text, people, ordinary, namings, doubts).run();
}

}  // namespace casewright
