#include "assemble/doubts_beside.h"

#include <algorithm>
#include <array>

#include "assemble/words_beside.h"
#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"
#include "language/person_names.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::size_t most_beside = 3;

class Doubter : private WordsBeside {
 public:
  Doubter(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings, std::vector<Doubted>& doubts)
      : WordsBeside(text, ordinary, namings, doubts), people_(people) {}

  void run() {
    doubt_two_in_one();
    std::erase_if(namings_, [this](const Naming& each) { return doubt_whole(each) || doubt_with_given(each); });
    for (Doubted& each : doubts_) widen(each.span);
    for (const Naming& each : namings_)
      if (is_person_name(each)) doubt_beside(each.span);
      else if (!each.person && each.kind != NameKind::email && !each.inside_word) doubt_rest_of_place(each);
    put_in_order();
  }

 private:
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

  const Register& people_;
};

}  // namespace

void doubt_beside_names(string_view text, const Register& people, const WordFilter* ordinary, std::vector<Naming>& namings,
                        std::vector<Doubted>& doubts) {
  Doubter(text, people, ordinary, namings, doubts).run();
}

}  // namespace casewright
