#include "inspect/patterns/pattern_needs.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/letters.h"
#include "inspect/patterns/need_rows.h"

namespace casewright {
namespace {

using Rows = NeedRows;

constexpr std::size_t longest_row = 24, most_sets = 2, most_of_a_class = 8;
constexpr unsigned endless = 1000, most_repeated = 4;
constexpr int deepest_expression = 32;

/// What is known of the texts that a part of an expression matches: how they begin and end, and what stands somewhere in them.
struct Known {
  bool whole = true;         ///< `first` holds every one of them, and `last` is not used
  Rows first, last;          ///< each of them begins with one of these, and ends with one of those
  std::vector<Rows> needed;  ///< sets of which each of them holds one

  const Rows& end() const { return whole ? first : last; }
};

Known unknown() { return {false, {}, {}, {}}; }

/// Reads an expression by descent; `ok_` is false from where it says something that is not followed here.
class ExpressionReader {
 public:
  ExpressionReader(std::string_view text, regex::Reading reading, NeedAlphabet alphabet, std::size_t most)
      : text_(text), alphabet_(alphabet), most_(most), ignore_case_(reading.ignore_case) {}

  std::vector<Rows> read() {
    by_unicode_ = takes("(*UCP)");
    Known known = alternatives(0);
    if (!ok_ || at_ != text_.size()) return {};
    std::vector<Rows> sets = std::move(known.needed);
    if (!known.whole) need(sets, std::move(known.last));
    need(sets, std::move(known.first));
    const auto more = [this](const Rows& a, const Rows& b) { return worth(a) != worth(b) ? worth(a) > worth(b) : a.size() < b.size(); };
    std::stable_sort(sets.begin(), sets.end(), more);
    std::vector<Rows> best;
    for (std::size_t at = 0; at < sets.size() && best.size() < most_sets; ++at) {
      Rows rows = fewest(std::move(sets[at]));
      if (best.empty() || rows != best.back()) best.push_back(std::move(rows));
    }
    return best;
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool takes(std::string_view wanted) {
    if (!text_.substr(std::min(at_, text_.size())).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  /// How much it rules out; 0: nothing.
  int worth(const Rows& rows) const {
    int least = rows.empty() ? 0 : rarity(alphabet_, rows.front());
    for (const std::string& each : rows) least = std::min(least, rarity(alphabet_, each));
    return least;
  }

  /// Adds the set, unless it rules out nothing.
  void need(std::vector<Rows>& sets, Rows rows) const {
    if (worth(rows) > 0) sets.push_back(std::move(rows));
  }

  /// The set without rows that hold another of it. Beyond some signs more rule out little, and each takes room.
  static Rows fewest(Rows rows) {
    constexpr std::size_t enough = 8;
    for (std::string& each : rows) each.resize(std::min(each.size(), enough));
    std::sort(rows.begin(), rows.end(), [](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    Rows kept;
    for (std::string& each : rows)
      if (std::none_of(kept.begin(), kept.end(), [&](const std::string& other) { return each.find(other) != std::string::npos; })) kept.push_back(std::move(each));
    return kept;
  }

  /// Every one of `heads` before every one of `tails`; nothing where those are too many or too long.
  std::optional<Rows> joined(const Rows& heads, const Rows& tails) const {
    if (heads.empty() || tails.empty()) return heads.empty() ? tails : heads;
    if (heads.size() * tails.size() > most_) return std::nullopt;
    Rows all;
    all.reserve(heads.size() * tails.size());
    bool again = false;  // some may be there twice
    for (const std::string& head : heads)
      for (const std::string& tail : tails) {
        if (head.size() + tail.size() > longest_row) return std::nullopt;
        const bool one = !head.empty() && !tail.empty() && head.back() == tail.front() && runs_as_one(alphabet_, tail.front());
        all.push_back(head);
        all.back().append(tail, one ? 1 : 0);
        again = again || one;
      }
    if (again) sort_out(all);
    return all;
  }

  /// Puts a part behind a row of others.
  void follow(Known& row, Known part) const {
    for (Rows& each : part.needed) need(row.needed, std::move(each));
    std::optional<Rows> seam = joined(row.end(), part.first);
    if (row.whole && part.whole && seam) {
      row.first = std::move(*seam);
      return;
    }
    if (!row.whole && !part.whole) {
      if (seam) need(row.needed, std::move(*seam));
      else need(row.needed, std::move(row.last)), need(row.needed, std::move(part.first));
      row.last = std::move(part.last);
    } else if (row.whole && !part.whole) {
      if (seam) row.first = std::move(*seam);
      else need(row.needed, std::move(part.first));
      row.last = std::move(part.last);
    } else {
      if (!seam && !row.whole) need(row.needed, std::move(row.last));
      row.last = seam && !row.whole ? std::move(*seam) : std::move(part.first);
    }
    row.whole = false;
  }

  /// Puts one sign that stands for itself behind a row of others.
  void follow(Known& row, char sign) const {
    Rows& rows = row.whole ? row.first : row.last;
    const bool fits = std::all_of(rows.begin(), rows.end(), [](const std::string& each) { return each.size() < longest_row; });
    if (!fits) return follow(row, Known{true, {std::string(1, sign)}, {}, {}});
    if (rows.empty()) rows.emplace_back();
    for (std::string& each : rows) add_sign(alphabet_, sign, each);
  }

  Known alternatives(int depth) {
    std::vector<Known> all;
    all.push_back(row(depth));
    while (ok_ && takes("|")) all.push_back(row(depth));
    return all.size() == 1 ? std::move(all.front()) : any_of(std::move(all));
  }

  Known any_of(std::vector<Known> all) const {
    Known any;
    std::size_t rows = 0;
    for (const Known& each : all) any.whole = any.whole && each.whole && (rows += std::max<std::size_t>(each.first.size(), 1)) <= most_;
    if (!any.whole) {
      if (Rows some = some_of(all); !some.empty()) need(any.needed, std::move(some));
      for (const Known& each : all) put(each.end(), any.last);
      keep_ends(any.last, most_);
    }
    for (const Known& each : all) put(each.first, any.first);
    keep_heads(any.first, most_);
    return any;
  }

  /// Of each of them the set that rules out most, together; empty where one has none.
  Rows some_of(const std::vector<Known>& all) const {
    Rows some;
    for (const Known& each : all) {
      const Rows best = one_of(each);
      if (best.empty()) return {};
      some.insert(some.end(), best.begin(), best.end());
    }
    keep_heads(some, most_);
    return some;
  }

  /// The set that rules out most; empty where none rules out anything.
  Rows one_of(const Known& known) const {
    const Rows* best = &known.first;
    const auto consider = [&](const Rows& rows) {
      if (worth(rows) > worth(*best)) best = &rows;
    };
    if (!known.whole) consider(known.last);
    for (const Rows& each : known.needed) consider(each);
    return worth(*best) == 0 ? Rows() : *best;
  }

  Known row(int depth) {
    Known row;
    while (ok_ && at_ < text_.size() && here() != '|' && here() != ')') {
      if (const char sign = plain_letter(); sign != '\0') follow(row, sign);
      else follow(row, repeated(depth));
    }
    return row;
  }

  /// Takes a letter, digit or space that stands for itself, once; 0 where there is none.
  char plain_letter() {
    const char letter = here(), next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (!(is_letter(letter) || is_digit(letter) || letter == ' ') || next == '?' || next == '*' || next == '+' || next == '{') return '\0';
    if (is_letter(letter) && two_shapes()) return '\0';
    ++at_;
    return sign_of(alphabet_, letter);
  }

  /// A part with how often it may stand.
  Known repeated(int depth) {
    Known part = atom(depth);
    if (!ok_) return part;
    unsigned least = 1, most = 1;
    if (takes("?")) least = 0;
    else if (takes("*")) least = 0, most = endless;
    else if (takes("+")) most = endless;
    else if (here() == '{' && !counts(least, most)) return part;
    if (here() == '?' || here() == '+') ++at_;  // lazy or possessive
    return least == 1 && most == 1 ? part : times(part, least, most);
  }

  Known times(const Known& part, unsigned least, unsigned most) const {
    if (part.whole)
      if (auto all = every_count(part.first, least, most)) return {true, std::move(*all), {}, {}};
    if (least == 0) return unknown();
    Known again = part;
    for (unsigned count = 1; count < std::min(least, most_repeated); ++count) follow(again, part);
    if (again.whole) again.last = again.first;
    again.whole = again.whole && least == most && least <= most_repeated;
    return again;
  }

  /// The rows as often as they may stand, where those are few.
  std::optional<Rows> every_count(const Rows& rows, unsigned least, unsigned most) const {
    Rows all, row;
    for (unsigned count = 0;; ++count) {
      if (count >= least) put(row, all);
      if (all.size() > most_) return std::nullopt;
      if (count == most) break;
      std::optional<Rows> longer = joined(row, rows);
      if (!longer) return std::nullopt;
      sort_out(*longer);
      if (*longer == row) {  // more of it changes nothing
        if (count < least) all = row;
        break;
      }
      row = std::move(*longer);
    }
    return all;
  }

  bool counts(unsigned& least, unsigned& most) {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return ok_ = false;
    const char* const end = text_.data() + close;
    const auto [comma, error] = std::from_chars(text_.data() + at_ + 1, end, least);
    most = least;
    if (error != std::errc()) return ok_ = false;
    if (comma != end && comma + 1 == end) most = endless;
    else if (comma != end) ok_ = std::from_chars(comma + 1, end, most).ptr == end;
    if (comma != end && *comma != ',') ok_ = false;
    if (least >= endless || most < least) ok_ = false;
    at_ = close + 1;
    return ok_;
  }

  Known atom(int depth) {
    const char first = text_[at_];
    if (static_cast<unsigned char>(first) >= 0x80) return beyond_ascii();
    ++at_;
    if (first == '(') return group(depth);
    if (first == '[') return one_letter();
    if (first == '\\') return escaped();
    if (first == '^' || first == '$') return {};
    if (first == '.') return unknown();
    if (first == '*' || first == '+' || first == '?' || first == '{') ok_ = false;
    if (is_letter(first) && two_shapes()) return unknown();
    return {true, {std::string(1, sign_of(alphabet_, first))}, {}, {}};
  }

  /// True where a letter may be a capital or none: words of such letters have too many shapes.
  bool two_shapes() const { return alphabet_ == NeedAlphabet::shapes && ignore_case_; }

  Known beyond_ascii() {
    const std::size_t from = at_++;
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
    return ignore_case_ ? unknown() : Known{true, {in_signs(alphabet_, text_.substr(from, at_ - from))}, {}, {}};
  }

  /// The signs that a character of a class stands for.
  void add_letter(char letter, Rows& rows) const {
    const auto add = [&](char sign) {
      if (std::none_of(rows.begin(), rows.end(), [sign](const std::string& each) { return each.front() == sign; })) rows.emplace_back(1, sign);
    };
    add(sign_of(alphabet_, letter));
    if (is_letter(letter) && two_shapes()) add(is_small(letter) ? 'A' : 'a');
  }

  Known group(int depth) {
    bool looks_around = false, looks_for_none = false;
    const bool outside = ignore_case_;
    if (takes("*")) ok_ = false;
    if (takes("?")) {
      if (takes("=") || takes("<=")) looks_around = true;
      else if (takes("!") || takes("<!")) looks_for_none = true;
      else if (takes("i:")) ignore_case_ = true;
      else if (takes("-i:")) ignore_case_ = false;
      else if (!takes(":") && !takes(">")) ok_ = false;
    }
    if (!ok_ || depth >= deepest_expression) {
      ok_ = false;
      return {};
    }
    if (looks_for_none) return pass_group(), Known{};
    Known inside = alternatives(depth + 1);
    ignore_case_ = outside;
    if (!takes(")")) ok_ = false;
    if (!looks_around) return inside;
    Known beside;
    beside.needed = std::move(inside.needed);
    if (!inside.whole) need(beside.needed, std::move(inside.last));
    need(beside.needed, std::move(inside.first));
    return beside;
  }

  /// Goes behind the end of a group.
  void pass_group() {
    for (int open = 1; open > 0 && ok_; ++at_) {
      const char each = here();
      if (at_ >= text_.size()) ok_ = false;
      else if (each == '\\') ++at_;
      else if (each == '[') ++at_, one_letter(), --at_;
      else open += each == '(' ? 1 : each == ')' ? -1 : 0;
    }
  }

  /// A class in brackets: the signs of its characters where they are few.
  Known one_letter() {
    Rows rows;
    bool few = !takes("^");
    for (bool first = true; at_ < text_.size() && (first || here() != ']'); first = false) {
      if (takes("[:")) ok_ = false;
      const char each = here();
      const bool range = each != '\\' && at_ + 2 < text_.size() && text_[at_ + 1] == '-' && text_[at_ + 2] != ']';
      const Known one = each == '\\' ? (++at_, escaped_in_class()) : static_cast<unsigned char>(each) >= 0x80 ? beyond_ascii() : Known{true, {}, {}, {}};
      few = few && one.whole;
      rows.insert(rows.end(), one.first.begin(), one.first.end());
      if (each == '\\' || static_cast<unsigned char>(each) >= 0x80) {
        if (here() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') few = false;  // a range from there on
        continue;
      }
      const char last = range ? text_[at_ + 2] : each;
      if (last == '\\' || static_cast<unsigned char>(last) >= 0x80) few = false;
      for (int letter = each; few && letter <= last; ++letter) {
        add_letter(static_cast<char>(letter), rows);
        few = rows.size() <= most_of_a_class;
      }
      at_ += range ? (last == '\\' ? 2 : 3) : 1;
      if (range && last == '\\') few = false;
    }
    if (!takes("]")) ok_ = false;
    sort_out(rows);
    if (!few || rows.size() > most_of_a_class) return unknown();
    return {true, std::move(rows), {}, {}};
  }

  Known escaped_in_class() {
    if (here() == 'b') return ++at_, unknown();  // a backspace
    return escaped();
  }

  /// What stands behind a backslash.
  Known escaped() {
    if (at_ >= text_.size()) {
      ok_ = false;
      return {};
    }
    const char each = text_[at_++];
    const bool shapes = alphabet_ == NeedAlphabet::shapes;
    const auto all_of = [](Rows rows) { return Known{true, std::move(rows), {}, {}}; };
    if (each == 'b' || each == 'B' || each == 'A' || each == 'z' || each == 'Z') return {};
    if (each == 'x') return by_number();
    if (each == 'p' || each == 'P') return by_property(each == 'P');
    if (each == 'd' || each == 's' || each == 'w') {
      if (by_unicode_ || (each == 'w' && !shapes)) return unknown();
      return each == 'd' ? all_of({"0"}) : each == 's' ? all_of({" "}) : all_of({"0", "A", "_", "a"});
    }
    if (each == 'n' || each == 't' || each == 'r' || each == 'f') return all_of({" "});
    if (std::string_view("DSWhHvVRN").find(each) != std::string_view::npos) return unknown();
    if (static_cast<unsigned char>(each) >= 0x80 || is_letter(each) || is_digit(each)) ok_ = false;
    return all_of({std::string(1, sign_of(alphabet_, each))});
  }

  /// What stands behind \x: {2019}, or up to two digits.
  Known by_number() {
    const bool braces = takes("{");
    std::size_t end = at_;
    while (end < text_.size() && (is_digit(text_[end]) || (text_[end] >= 'a' && text_[end] <= 'f') || (text_[end] >= 'A' && text_[end] <= 'F')) && (braces || end < at_ + 2)) ++end;
    unsigned number = 0;
    std::from_chars(text_.data() + at_, text_.data() + end, number, 16);
    at_ = end;
    if (braces && !takes("}")) ok_ = false;
    if (number >= 0x80) return alphabet_ == NeedAlphabet::shapes && !ignore_case_ ? Known{true, {"~"}, {}, {}} : unknown();
    Rows rows;
    add_letter(static_cast<char>(number), rows);
    return {true, std::move(rows), {}, {}};
  }

  /// What stands behind \p and \P: {Lu}.
  Known by_property(bool none_of) {
    const std::size_t close = here() == '{' ? text_.find('}', at_) : std::string_view::npos;
    if (close == std::string_view::npos) {
      ok_ = false;
      return {};
    }
    const std::string_view name = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    const bool letter = name == "L" || name == "Lu" || name == "Ll";
    if (none_of || !letter || alphabet_ == NeedAlphabet::words) return unknown();
    Rows rows{"~"};
    if (name != "Ll" || ignore_case_) rows.emplace_back("A");
    if (name != "Lu" || ignore_case_) rows.emplace_back("a");
    return {true, std::move(rows), {}, {}};
  }

  std::string_view text_;
  NeedAlphabet alphabet_;
  std::size_t most_;
  std::size_t at_ = 0;
  bool ignore_case_;
  bool by_unicode_ = false;
  bool ok_ = true;
};

}  // namespace

std::vector<std::vector<std::string>> signs_needed(std::string_view pattern, regex::Reading reading, NeedAlphabet alphabet, std::size_t most) {
  return ExpressionReader(pattern, reading, alphabet, most).read();
}

}  // namespace casewright
