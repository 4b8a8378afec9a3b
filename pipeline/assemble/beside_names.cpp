#include "assemble/beside_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "assemble/place_words.h"
#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"
#include "language/person_names.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::size_t most_initials = 4, most_beside = 3;
constexpr string_view no_word = " \t\n\r,;:()[]\"/";

bool starts_capital(string_view word) { return !word.empty() && unicode::is_upper(code_point_at(word, 0).value); }

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

/// The letters of "K", "K.", "M.L.", "O-S" or "ML", folded; empty for anything else.
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

bool is_person_name(const Naming& naming) {
  return naming.person && !naming.inside_word && !naming.plural && naming.kind != NameKind::email && naming.kind != NameKind::username &&
         naming.kind != NameKind::phone && naming.kind != NameKind::number && naming.kind != NameKind::postcode && naming.kind != NameKind::address;
}

class Besides {
 public:
  Besides(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings, std::vector<Doubted>& doubts)
      : text_(text), people_(people), ordinary_(ordinary), namings_(namings), doubts_(doubts) {}

  void run() {
    for (Naming& each : namings_)
      if (is_person_name(each)) take_initials(each);
      else if (each.kind == NameKind::place_name || each.kind == NameKind::alias) take_place(each);
      else if (each.part == PlacePart::street) take_house(each);
    join_one_name();
    doubt_two_in_one();
    std::erase_if(namings_, [this](const Naming& each) { return doubt_whole(each) || doubt_with_given(each); });
    for (Doubted& each : doubts_) widen(each.span);
    for (const Naming& each : namings_)
      if (is_person_name(each)) doubt_beside(each.span);
      else if (!each.person && each.kind != NameKind::email && !each.inside_word) doubt_rest_of_place(each);
    put_in_order();
  }

 private:
  /// The run of letters, stops and hyphens that ends one space before `at`.
  string_view run_before(std::size_t at) const {
    if (at == 0 || text_[at - 1] != ' ') return {};
    std::size_t from = at - 1;
    while (from > 0 && no_word.find(text_[from - 1]) == string_view::npos) --from;
    return text_.substr(from, at - 1 - from);
  }

  /// The run that begins one space behind `at`, without the stop that ends a sentence.
  string_view run_after(std::size_t at) const {
    if (at >= text_.size() || text_[at] != ' ') return {};
    std::size_t end = at + 1;
    while (end < text_.size() && no_word.find(text_[end]) == string_view::npos) ++end;
    string_view run = text_.substr(at + 1, end - at - 1);
    if (!goes_on(end) && run.ends_with('.')) run.remove_suffix(1);
    return without_possessive(run);
  }

  bool goes_on(std::size_t end) const { return end + 1 < text_.size() && text_[end] == ' ' && is_small(text_[end + 1]); }

  static string_view without_possessive(string_view run) {
    for (const string_view ending : {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99", "!", "?"})
      if (run.ends_with(ending)) run.remove_suffix(ending.size());
    return run;
  }

  std::uint32_t at(string_view part) const { return static_cast<std::uint32_t>(part.data() - text_.data()); }
  bool sentence_begins(string_view part) const { return begins_sentence(text_, at(part)); }

  static bool titled(string_view run) {
    while (run.ends_with('.')) run.remove_suffix(1);
    return starts_capital(run) && is_title(unicode::fold(run));
  }

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

  /// "B" of "Plan B", before a name.
  bool lettered_thing(string_view run) const {
    if (run.size() != 1) return false;
    const string_view before = run_before(at(run));
    return starts_capital(before) && !titled(before) && initials_in(before).empty() && could_be_name(before);
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

  static bool is_house_number(string_view word) {
    if (word.empty() || word.size() > 5 || !is_digit(word.front())) return false;
    return std::all_of(word.begin(), word.end() - 1, [](char c) { return is_digit(c); }) && (is_digit(word.back()) || is_letter(word.back()));
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

  /// "Kasia Ellery": one name of two people whose public names differ.
  void doubt_two_in_one() {
    for (std::size_t i = 1; i < namings_.size();) {
      const Naming &before = namings_[i - 1], &after = namings_[i];
      const string_view name = text_.substr(after.span.begin, after.span.length());
      const bool side_by_side = after.span.begin == before.span.end + 1 && text_[before.span.end] == ' ';
      const bool two = is_person_name(before) && is_person_name(after) && before.public_name != after.public_name && !from_reference(before) && !from_reference(after);
      if (!side_by_side || !two || titled(name.substr(0, name.find(' ')))) {
        ++i;
        continue;
      }
      doubt({before.span.begin, after.span.end}, "a name of one person and a name of another, side by side: write whom you mean, or reword");
      namings_.erase(namings_.begin() + static_cast<std::ptrdiff_t>(i - 1), namings_.begin() + static_cast<std::ptrdiff_t>(i + 1));
    }
  }

  /// True where a <ref> put the public name already.
  bool from_reference(const Naming& naming) const { return naming.identity >= people_.entries.size(); }

  bool joins(Span gap) const {
    const string_view between = text_.substr(gap.begin, gap.length());
    if (between.size() < 3 || between.front() != ' ' || between.back() != ' ') return false;
    const string_view word = between.substr(1, between.size() - 2);
    return word.find_first_of(" ,.;:()") == string_view::npos && (is_particle(word) || strange(word));
  }

  /// Names that here are nobody's and no one place's: "a Smith", "16 High Row", "the house on High Row".
  bool doubt_whole(const Naming& naming) {
    if (naming.identity >= people_.entries.size() || in_address_of_wires(naming.span)) return false;
    const string_view beside = word_before(text_, naming.span.begin);
    const std::string before = beside == "A" && !sentence_begins(beside) ? std::string() : ascii_lower(beside);
    if (is_person_name(naming)) {
      if (naming.kind == NameKind::family && beside == "A" && before.empty() && !lettered_thing(beside)) {
        doubt({at(beside), naming.span.end}, "a family name with an initial that fits nobody who has it: write whom you mean, or reword");
        return true;
      }
      const string_view name = text_.substr(naming.span.begin, naming.span.length());
      const bool part = naming.kind == NameKind::family || name.find(' ') == string_view::npos;
      if (!part || naming.kind == NameKind::initials || titled(name.substr(0, name.find(' '))) || !(starts_capital(name) || is_particle(name.substr(0, name.find(' '))))) return false;
      if (before != "a" && before != "an" && before != "another" && before != "every") return false;
      if (after_is_name_of_thing(naming.span.end)) return false;
      doubt(naming.span, "a name that is used here as a word for a kind of person: reword");
      return true;
    }
    if (naming.part != PlacePart::street || is_digit(text_[naming.span.begin]) || naming.kind == NameKind::postcode) return false;
    const string_view run = run_before(naming.span.begin);
    const string_view number = run.ends_with(',') ? run.substr(0, run.size() - 1) : run;
    if (is_house_number(number)) {
      doubt({at(run), naming.span.end}, "a house of this street whose number the register does not have: put what readers may know of it, or reword");
      return true;
    }
    static constexpr std::array<string_view, 5> of_a_street{"on", "along", "down", "up", "off"};
    static constexpr std::array<string_view, 4> of_a_house{"home", "house", "flat", "address"};
    const std::string shown = ascii_lower(naming.public_name);
    const bool house = std::any_of(of_a_house.begin(), of_a_house.end(), [&](string_view each) { return shown.find(each) != std::string::npos; });
    if (!house || !among(of_a_street, before)) return false;
    doubt(naming.span, "the name of a street, and its public name may be that of a house: reword");
    return true;
  }

  /// "Ellery" of "Grace Ellery", where it is doubted who Grace is.
  bool doubt_with_given(const Naming& naming) {
    if (naming.kind != NameKind::family || !is_person_name(naming)) return false;
    const bool behind = std::any_of(doubts_.begin(), doubts_.end(), [&](const Doubted& each) {
      return each.span.end + 1 == naming.span.begin && text_[each.span.end] == ' ';
    });
    if (behind) doubt(naming.span, "a family name behind a doubtful name: write whom you mean, or reword");
    return behind;
  }

  /// "kasia" of "kasia.nowak@post.example".
  bool in_address_of_wires(Span span) const {
    while (span.end < text_.size() && no_word.find(text_[span.end]) == string_view::npos) ++span.end;
    return text_.substr(span.begin, span.length()).find('@') != string_view::npos;
  }

  /// "a Joy Bell visit", "an Okafor-Smith file": the name stands before what it is given to.
  bool after_is_name_of_thing(std::uint32_t end) const {
    const string_view next = word_after(text_, end);
    return !next.empty() && is_small(next.front()) && ordinary_ != nullptr && naming_noun(next);
  }
  static bool naming_noun(string_view word) {
    static constexpr std::array<string_view, 12> nouns{"visit", "file", "report", "letter", "call", "meeting", "case", "family", "household", "child", "record", "review"};
    return among(nouns, word);
  }

  bool taken(string_view run) const {
    const Span span{at(run), at(run) + static_cast<std::uint32_t>(run.size())};
    const auto lies = [&](const auto& each) { return each.span.overlaps(span); };
    return std::any_of(namings_.begin(), namings_.end(), lies) || std::any_of(doubts_.begin(), doubts_.end(), lies);
  }

  /// A capitalised word that no dictionary has: most likely a name.
  bool strange(string_view word) const { return ordinary_ != nullptr && could_be_name(word) && !ordinary_->knows_inflection_of(unicode::fold(word)); }

  static bool could_be_name(string_view word) {
    if (!starts_capital(word)) return false;
    const std::string folded = unicode::fold(word);
    const bool has_small = std::any_of(word.begin(), word.end(), [](char c) { return is_small(c); });
    const bool all_letters = std::all_of(folded.begin(), folded.end(), [](char c) { return is_letter(c) || c == '-' || c == '\''; });
    return has_small && all_letters && folded.size() > 2 && !is_time_word(folded) && !is_title(folded);
  }

  /// What may belong to a name that is doubted already: the initials and the capitalised words beside it.
  void widen(Span& span) const {
    const auto belongs = [&](string_view run) {
      if (run.empty() || taken(run)) return false;
      if (titled(run)) return true;
      if (!initials_in(run).empty()) return run != "I" && !(run == "A" && sentence_begins(run)) && initials_in(run).size() < 3;
      if (strange(run)) return true;
      return could_be_name(run) && ordinary_ != nullptr && (!sentence_begins(run) || is_everyday_word(unicode::fold(run)));
    };
    for (std::size_t count = 0; count < most_beside; ++count) {
      string_view run = run_before(span.begin);
      if (run == "&" || run == "and") run = first_of_two(run, span);
      else if (!belongs(run)) break;
      if (run.empty()) break;
      span.begin = at(run);
    }
    for (std::size_t count = 0; count < most_beside; ++count) {
      const string_view run = run_after(span.end);
      if (!belongs(run)) break;
      span.end = at(run) + static_cast<std::uint32_t>(run.size());
    }
  }

  /// "Mr" of "Mr and Mrs Smith" and "A" of "A & A Warsame", which have no other name; empty where it is neither.
  string_view first_of_two(string_view joint, Span name) const {
    const string_view before = run_before(at(joint));
    if (before.empty() || taken(before)) return {};
    const string_view first = text_.substr(name.begin, name.length()).substr(0, text_.substr(name.begin, name.length()).find(' '));
    const bool titles = titled(before) && titled(first);
    const bool letters = joint == "&" && initials_in(before).size() == 1 && !initials_in(first).empty();
    return titles || letters ? before : string_view();
  }

  /// What stands beside a name that is replaced, may belong to it and would stay.
  void doubt_beside(Span name) {
    const std::string problem = "what stands beside a name that was replaced may belong to it: take it out, or reword";
    const auto belongs = [&](string_view run) {
      if (run.empty() || taken(run)) return false;
      if (const std::string letters = initials_in(run); !letters.empty())
        return letters.size() == 1 ? run != "I" && run != "A" : run.find_first_of(".-") != string_view::npos;
      return strange(run);
    };
    bool initials = false;
    Span before{name.begin, name.begin};
    for (std::size_t count = 0; count < most_beside; ++count) {
      const string_view run = run_before(before.begin);
      const bool joint = before.begin == name.begin && (run == "and" || run == "&") && titled(run_before(at(run)));
      if (joint) {
        const string_view title = run_before(at(run));
        if (!taken(title)) doubt({at(title), at(title) + static_cast<std::uint32_t>(title.size())}, "a title without the name that was meant: reword");
      }
      if (joint || lettered_thing(run) || !(belongs(run) || (initials && titled(run)))) break;
      initials = initials || !initials_in(run).empty();
      before.begin = at(run);
      before.end = before.end == name.begin ? at(run) + static_cast<std::uint32_t>(run.size()) : before.end;
    }
    if (before.begin < name.begin) doubt(before, problem);
    Span after{name.end, name.end};
    for (std::size_t count = 0; count < most_beside; ++count) {
      const string_view run = run_after(after.end);
      const bool particle = is_particle(run) && strange(run_after(after.end + 1 + run.size()));
      if (!particle && !belongs(run)) break;
      if (after.begin == name.end) after.begin = at(run);
      after.end = at(run) + static_cast<std::uint32_t>(run.size());
    }
    if (after.end > name.end) doubt(after, problem);
  }

  /// "High Street" of "Thornwick High Street", where readers see "the town".
  void doubt_rest_of_place(const Naming& place) {
    Span rest{place.span.end, place.span.end};
    for (std::size_t count = 0; count < most_beside; ++count) {
      const string_view run = run_after(rest.end);
      if (ordinary_ == nullptr || run.empty() || taken(run) || !could_be_name(run) || role_of_public_name(run) || number_follows(run)) break;
      if (rest.begin == place.span.end) rest.begin = at(run);
      rest.end = at(run) + static_cast<std::uint32_t>(run.size());
    }
    if (rest.end > place.span.end) doubt(rest, "what stands beside the name of a place may be part of it: take it out, or reword");
  }

  /// "Ward" of "Ward 3".
  bool number_follows(string_view run) const {
    const std::string_view next = text_.substr(at(run) + run.size());
    return next.size() > 1 && next[0] == ' ' && is_digit(next[1]);
  }

  /// A word that begins the public name of somebody: "At Summerfield Child A was seen."
  bool role_of_public_name(string_view word) const {
    return std::any_of(people_.entries.begin(), people_.entries.end(), [&](const Identity& each) { return each.public_name.starts_with(word); });
  }

  void doubt(Span span, std::string problem) { doubts_.push_back({span, std::move(problem)}); }

  /// Doubts that meet are one.
  void put_in_order() {
    std::stable_sort(doubts_.begin(), doubts_.end(), [](const Doubted& a, const Doubted& b) { return a.span.begin < b.span.begin; });
    std::vector<Doubted> apart;
    for (Doubted& each : doubts_)
      if (!apart.empty() && meets(apart.back().span, each.span)) apart.back().span.end = std::max(apart.back().span.end, each.span.end);
      else apart.push_back(std::move(each));
    doubts_ = std::move(apart);
  }

  bool meets(Span before, Span after) const { return after.begin <= before.end || text_.substr(before.end, after.begin - before.end) == " "; }

  string_view text_;
  const Register& people_;
  const WordFilter* ordinary_;
  std::vector<Naming>& namings_;
  std::vector<Doubted>& doubts_;
};

}  // namespace

void take_what_belongs(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings,
                       std::vector<Doubted>& doubts) {
  Besides(text, people, ordinary, namings, doubts).run();
}

}  // namespace casewright
