#include "inspect/pattern_needs.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/letters.h"

namespace casewright {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t longest_word = 32, most_sets = 3, shortest_word = 2;
constexpr unsigned endless = 1000;
constexpr int deepest_expression = 32;

/// What is known of the texts that a part of an expression matches.
struct Known {
  std::optional<Words> all;   ///< every one of them, where they are few
  std::vector<Words> needed;  ///< sets of which each holds one word of any of them
};

std::size_t shortest(const Words& words) {
  std::size_t length = longest_word;
  for (const std::string& each : words) length = std::min(length, each.size());
  return length;
}

Known only(std::string text) { return {Words{std::move(text)}, {}}; }

/// Any letter is in every text; a digit is not.
bool rules_out(const Words& words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& each) { return each.size() >= shortest_word || each == "0"; });
}

/// As words are compared: in small letters, every digit as 0.
std::string plain(char each) {
  return std::string(1, is_digit(each) ? '0' : each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each);
}

void need(std::vector<Words>& sets, Words words) {
  if (!rules_out(words)) return;
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (std::find(sets.begin(), sets.end(), words) == sets.end()) sets.push_back(std::move(words));
}

/// Every one of `heads` before every one of `tails`; nothing where those are too many.
std::optional<Words> joined(const Words& heads, const Words& tails, std::size_t most) {
  if (heads.size() * tails.size() > most) return std::nullopt;
  Words all;
  for (const std::string& head : heads)
    for (const std::string& tail : tails) {
      all.push_back(head + tail);
      if (all.back().size() > longest_word) return std::nullopt;
    }
  return all;
}

/// The set that rules out most: its words are long, and they are few.
const Words* best_of(const std::vector<Words>& sets) {
  const auto better = [](const Words& a, const Words& b) {
    return shortest(a) != shortest(b) ? shortest(a) > shortest(b) : a.size() < b.size();
  };
  const auto best = std::min_element(sets.begin(), sets.end(), better);
  return best == sets.end() ? nullptr : &*best;
}

/// Reads an expression by descent; `ok_` is false from where it says something that is not followed here.
class ExpressionReader {
 public:
  ExpressionReader(std::string_view text, std::size_t most) : text_(text), most_(most) {}

  std::vector<Words> read() {
    Known known = alternatives(0);
    if (!ok_ || at_ != text_.size()) return {};
    std::vector<Words> sets = std::move(known.needed);
    if (known.all) need(sets, std::move(*known.all));
    while (sets.size() > most_sets) {
      const auto worst = std::min_element(sets.begin(), sets.end(), [](const Words& a, const Words& b) { return shortest(a) < shortest(b); });
      sets.erase(worst);
    }
    return sets;
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool takes(std::string_view wanted) {
    if (!text_.substr(std::min(at_, text_.size())).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  Known alternatives(int depth) {
    Known known = row(depth);
    while (ok_ && takes("|")) {
      const Known other = row(depth);
      Known either;
      if (known.all && other.all && known.all->size() + other.all->size() <= most_) {
        either.all = *known.all;
        either.all->insert(either.all->end(), other.all->begin(), other.all->end());
      } else if (const auto some = one_of(known), others = one_of(other); some && others && some->size() + others->size() <= most_) {
        Words both = *some;
        both.insert(both.end(), others->begin(), others->end());
        need(either.needed, std::move(both));
      }
      known = std::move(either);
    }
    return known;
  }

  static std::optional<Words> one_of(const Known& known) {
    if (known.all && rules_out(*known.all)) return known.all;
    const Words* best = best_of(known.needed);
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

  Known row(int depth) {
    Known row;
    Words run{""};        // what the parts since the last unknown one spell
    bool whole = true;    // no part was unknown
    while (ok_ && at_ < text_.size() && here() != '|' && here() != ')') {
      Known part = repeated(depth);
      std::optional<Words> longer = part.all ? joined(run, *part.all, most_) : std::nullopt;
      if (longer) {
        run = std::move(*longer);
        continue;
      }
      whole = false;
      need(row.needed, std::move(run));
      for (Words& each : part.needed) need(row.needed, std::move(each));
      run = part.all ? std::move(*part.all) : Words{""};
    }
    if (whole) row.all = std::move(run);
    else need(row.needed, std::move(run));
    return row;
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
    return least == 1 && most == 1 ? part : times(std::move(part), least, most);
  }

  Known times(Known part, unsigned least, unsigned most) const {
    Known again;
    if (least > 0) again.needed = std::move(part.needed);
    if (!part.all) return again;
    std::optional<Words> row = Words{""}, all = Words{};
    for (unsigned count = 0; all && count <= most; ++count) {
      if (count > 0) {
        std::optional<Words> longer = joined(*row, *part.all, most_);
        if (count <= least && !longer) need(again.needed, *row);
        row = std::move(longer);
      }
      if (row && count == least) need(again.needed, *row);
      if (!row || all->size() + row->size() > most_) all.reset();
      else if (count >= least) all->insert(all->end(), row->begin(), row->end());
    }
    if (all) again = {std::move(all), {}};
    return again;
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
    if (least > longest_word || most < least) ok_ = false;
    at_ = close + 1;
    return ok_;
  }

  Known atom(int depth) {
    const char first = text_[at_++];
    const auto byte = static_cast<unsigned char>(first);
    if (first == '(') return group(depth);
    if (first == '[') return one_letter();
    if (first == '\\') return escaped();
    if (first == '^' || first == '$') return only("");
    if (first == '.' || byte >= 0x80) {
      while (at_ < text_.size() && byte >= 0x80 && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
      return {};
    }
    if (first == '*' || first == '+' || first == '?' || first == '{') ok_ = false;
    return only(plain(first));
  }

  Known group(int depth) {
    bool looks_around = false;
    if (takes("*")) ok_ = false;
    if (takes("?")) {
      if (takes("=") || takes("!") || takes("<=") || takes("<!")) looks_around = true;
      else if (!takes(":") && !takes(">")) ok_ = false;
    }
    if (!ok_ || depth >= deepest_expression) {
      ok_ = false;
      return {};
    }
    Known inside = alternatives(depth + 1);
    if (!takes(")")) ok_ = false;
    return looks_around ? only("") : inside;
  }

  /// A class in brackets: of few ASCII characters each of them, else nothing.
  Known one_letter() {
    Words letters;
    bool few = !takes("^");
    for (bool first = true; at_ < text_.size() && (first || here() != ']'); first = false) {
      if (takes("[:")) ok_ = false;
      const char each = text_[at_++];
      const bool range = each != '\\' && here() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']';
      if (each == '\\') {
        const char kind = here();
        ++at_;
        if (kind == 'd') letters.emplace_back("0");
        else few = false;
        if (kind == 'x' || kind == 'p' || kind == 'P' || kind == 'N') skip_braces();
      } else if (range) {
        few = few && is_digit(each) && is_digit(text_[at_ + 1]);
        letters.emplace_back("0");
        at_ += text_[at_ + 1] == '\\' ? 1 : 2;
      } else if (static_cast<unsigned char>(each) >= 0x80) {
        few = false;
      } else {
        letters.push_back(plain(each));
      }
    }
    if (!takes("]")) ok_ = false;
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    if (!few || letters.size() > 6) return {};
    return {std::move(letters), {}};
  }

  /// What stands behind \x and its like: {2019}, or two digits.
  void skip_braces() {
    const auto in_number = [](char each) { return is_digit(each) || (each >= 'a' && each <= 'f') || (each >= 'A' && each <= 'F'); };
    if (here() == '{') at_ = std::min(text_.find('}', at_), text_.size() - 1) + 1;
    else
      for (int digits = 0; digits < 2 && in_number(here()); ++digits) ++at_;
  }

  Known escaped() {
    if (at_ >= text_.size()) {
      ok_ = false;
      return {};
    }
    const char each = text_[at_++];
    if (each == 'b' || each == 'B' || each == 'A' || each == 'z' || each == 'Z') return only("");
    if (each == 'd') return only("0");
    if (std::string_view("DsSwWhHvVRN").find(each) != std::string_view::npos) return {};
    if (each == 'x' || each == 'p' || each == 'P') {
      if (each != 'x' && here() != '{') ok_ = false;
      skip_braces();
      return {};
    }
    const bool sign = static_cast<unsigned char>(each) < 0x80 && !((each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9'));
    if (!sign) ok_ = false;
    return only(std::string(1, each));
  }

  std::string_view text_;
  std::size_t most_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace

std::vector<std::vector<std::string>> words_needed(std::string_view pattern, std::size_t most) {
  return ExpressionReader(pattern, most).read();
}

}  // namespace casewright
