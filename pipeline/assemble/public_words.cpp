#include "assemble/public_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "assemble/contact_words.h"
#include "assemble/place_words.h"
#include "assemble/role_words.h"
#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::array<string_view, 20> determiners{"the", "a",    "an",  "his",  "her",   "their", "its",  "our",     "my",     "your",
                                                  "this", "that", "each", "every", "another", "no", "any", "same", "mother's", "father's"};
constexpr std::array<string_view, 7> of_a_family{"family", "household", "children", "siblings", "parents", "home", "family's"};

bool vowel_sound(string_view words) {
  const std::string lowered = ascii_lower(words.substr(0, 4));
  if (lowered.starts_with("uni") || lowered.starts_with("use") || lowered.starts_with("one") || lowered.starts_with("eu")) return false;
  return !lowered.empty() && string_view("aeiou").find(lowered[0]) != string_view::npos;
}

class Namer {
 public:
  Namer(string_view text, const std::vector<Naming>& namings, std::vector<Edit>& edits)
      : text_(text), namings_(namings), edits_(edits) {}

  void run() {
    for (std::size_t i = 0; i < namings_.size(); ++i) {
      const Naming& naming = namings_[i];
      if (naming.span.end <= done_ || (i > 0 && repeats(i))) continue;
      if (naming.inside_word || glued(naming)) inside_word(naming);
      else if (labelled(naming)) continue;
      else if (is_contact(naming.kind)) contact(naming);
      else if (naming.plural) family(naming);
      else name(naming);
    }
  }

 private:
  void put(Span span, std::string by) {
    span.begin = std::max(span.begin, done_);
    if (!by.empty() && begins_sentence(text_, span.begin)) by = with_capital(std::move(by));
    done_ = span.end;
    edits_.push_back({span, std::move(by)});
  }

  void put_noun(Span span, std::string by) {
    const string_view before = word_before(text_, span.begin);
    if ((before == "a" || before == "A") && vowel_sound(by)) edits_.push_back({{span.begin - 1, span.begin - 1}, "n"});
    if ((before == "an" || before == "An") && !vowel_sound(by)) edits_.push_back({{span.begin - 2, span.begin - 1}, ""});
    put(span, std::move(by));
  }

  /// "14 High Row, Thornwick, ZZ99 3CD": town and postcode behind a street say no more than its public name.
  bool goes_on_with_address(const Naming& before, const Naming& naming) const {
    if (before.part == PlacePart::none || (naming.part != PlacePart::town && naming.kind != NameKind::postcode)) return false;
    if (before.part == PlacePart::town && before.span.end != done_) return false;
    const string_view gap = text_.substr(before.span.end, naming.span.begin - before.span.end);
    return gap == ", " || gap == " " || gap == ",";
  }

  /// A second name of the one just named: "Katarzyna (Kasia)", "Jan Smith, known as Smithy,", "14 High Row, ZZ99 3AB".
  bool repeats(std::size_t at) { return names_in_brackets(at) || repeats(namings_[at - 1], namings_[at]); }

  /// "Leanne Ward (née Sutton, later Hope)", "(also known as Ayan, Yaya and Aya)": names of the one just named, and nothing else.
  bool names_in_brackets(std::size_t at) {
    const Naming& before = namings_[at - 1];
    const auto between = [&](std::uint32_t from, std::uint32_t to) { return ascii_lower(text_.substr(from, to - from)); };
    if (!before.person || before.plural || before.inside_word || before.span.end != done_) return false;
    if (!between(before.span.end, namings_[at].span.begin).starts_with(" (")) return false;
    const std::uint32_t inside = before.span.end + 2;
    const bool told = !trim(between(inside, namings_[at].span.begin)).empty();  // "née", and not a list of people
    std::uint32_t from = inside;
    for (; at < namings_.size() && namings_[at].identity == before.identity && is_bridge(between(from, namings_[at].span.begin)); ++at) {
      from = namings_[at].span.end;
      if (text_.substr(from, 1) == "'" || text_.substr(from, 1) == "\"") ++from;
      if (text_.substr(from, 1) != ")") continue;
      edits_.push_back({{before.span.end, from + 1}, ""});
      done_ = from + 1;
      return true;
    }
    if (!told || text_.substr(from, 2) != ", ") return false;
    edits_.push_back({{inside, from + 2}, ""});
    done_ = from + 2;
    return true;
  }

  /// True for words that only join two names of one person.
  static bool is_bridge(const std::string& words) {
    static constexpr std::array<string_view, 18> joints{"known", "as", "also", "aka", "n\xC3\xA9" "e", "nee", "formerly", "previously", "or", "and", "called", "now", "later", "once", "then", "born", "hereafter", "hereinafter"};
    std::string plain = words;
    for (char& c : plain)
      if (string_view(",;/'\"").find(c) != string_view::npos) c = ' ';
    const std::string folded = fold_space(plain);
    const auto all = split(folded, ' ');
    return folded.empty() || std::all_of(all.begin(), all.end(), [](string_view each) { return each.empty() || among(joints, each); });
  }

  bool repeats(const Naming& before, const Naming& naming) {
    if (is_contact(before.kind) || is_contact(naming.kind)) return false;
    if (goes_on_with_address(before, naming)) {
      edits_.push_back({{before.span.end, naming.span.end}, ""});
      done_ = naming.span.end;
      return true;
    }
    if (before.identity != naming.identity || before.plural || naming.plural || before.inside_word || naming.inside_word) return false;
    const string_view written = text_.substr(before.span.end, naming.span.begin - before.span.end);
    if (written.find('.') != string_view::npos) return false;
    const std::string gap = ascii_lower(written);
    if (gap.find_first_not_of(" (,'\"-abcdefghijklmnopqrstuvwxyz\xC3\xA9") != std::string::npos) return false;
    const std::string words(trim(replace_every(replace_every(replace_every(gap, "(", " "), ",", " "), "'", " ")));
    static constexpr std::array<string_view, 10> bridges{"known as", "also known as", "aka", "n\xC3\xA9" "e", "nee", "formerly", "or", "called", "now", "previously"};
    const bool bridge = among(bridges, fold_space(words));
    const bool bracket = gap.find('(') != std::string::npos && words.empty();
    const bool side_by_side = words.empty() && gap.find(',') == std::string::npos && gap.find('(') == std::string::npos;
    const bool address = words.empty() && !naming.person;
    if (!bridge && !bracket && !side_by_side && !address) return false;
    std::uint32_t end = naming.span.end;
    const auto at = [&](std::uint32_t i) { return i < text_.size() ? text_[i] : '\0'; };
    if (gap.find('(') != std::string::npos) {
      if (at(end) == '\'' || at(end) == '"') ++end;
      if (at(end) != ')') return false;
      ++end;
    } else if (gap.starts_with(",") && bridge && at(end) == ',') {
      ++end;
    }
    edits_.push_back({{before.span.end, end}, ""});
    done_ = end;
    return true;
  }

  /// True where a name stands within an email address, a user name or the like.
  bool glued(const Naming& naming) const {
    if (text_.substr(naming.span.begin, naming.span.length()).find('@') != string_view::npos) return false;
    const Span run = run_of(naming.span);
    if (text_.substr(run.begin, run.length()).find('@') != string_view::npos) return true;
    if (is_contact(naming.kind)) return false;
    const char before = naming.span.begin > 0 ? text_[naming.span.begin - 1] : ' ';
    const char after = naming.span.end < text_.size() ? text_[naming.span.end] : ' ';
    return before == '_' || after == '_';
  }

  /// The name with all that stands beside it without a space.
  Span run_of(Span run) const {
    const std::uint32_t end = run.end;
    constexpr string_view ends = " \t\n\r\"'()<>,;";
    while (run.begin > done_ && ends.find(text_[run.begin - 1]) == string_view::npos) --run.begin;
    while (run.end < text_.size() && ends.find(text_[run.end]) == string_view::npos) ++run.end;
    while (run.end > end && (text_[run.end - 1] == '.' || text_[run.end - 1] == ':')) --run.end;
    return run;
  }

  /// Only part of a word: the whole run without spaces goes.
  void inside_word(const Naming& naming) {
    const Span run = run_of(naming.span);
    const string_view words = text_.substr(run.begin, run.length());
    if (words.starts_with('#')) put_noun(run, "a hashtag");
    else if (words.starts_with('@')) put_noun(run, "an online name");
    else if (words.find('@') != string_view::npos) put_noun(run, "an email address");
    else if (words.find("://") != string_view::npos || words.starts_with("www.")) put_noun(run, "a web address");
    else put_noun(run, std::string(naming.public_name));
  }

  bool labelled(const Naming& naming) {
    if (!is_contact(naming.kind) && naming.kind != NameKind::postcode) return false;
    std::optional<Edit> edit = under_its_label(text_, naming, done_);
    if (!edit) return false;
    done_ = edit->span.end;
    edits_.push_back(std::move(*edit));
    return true;
  }

  void contact(const Naming& naming) {
    string_view words = words_for_contact(naming.kind);
    if (among(determiners, ascii_lower(word_before(text_, naming.span.begin)))) words = without_article(words);
    put_noun(naming.span, std::string(words));
  }

  /// "the Smiths" and "the Smith household".
  void family(const Naming& naming) {
    const string_view after = word_after(text_, naming.span.end);
    if (!naming.of_family) return family_of(naming, among(of_a_family, ascii_lower(after)) && text_.substr(naming.span.end, 1) == " ");
    if (among(of_a_family, ascii_lower(after)) && naming.span.end < text_.size() && text_[naming.span.end] == ' ') {
      put({naming.span.begin, naming.span.end + 1}, "");
      return;
    }
    const bool the = ascii_lower(word_before(text_, naming.span.begin)) == "the";
    put(naming.span, the ? "family" : "the family");
    if (text_.substr(naming.span.end, 1) == "'" && text_.substr(naming.span.end, 2) != "'s")
      edits_.push_back({{naming.span.end + 1, naming.span.end + 1}, "s"});
  }

  /// "the Connors" and "the Connors household" next door are not the family that readers know.
  void family_of(const Naming& naming, bool said) {
    Span span = naming.span;
    const string_view before = word_before(text_, span.begin);
    if (ascii_lower(before) == "the") span.begin = static_cast<std::uint32_t>(before.data() - text_.data());
    const char last = naming.public_name.empty() ? ' ' : naming.public_name.back();
    put(span, std::string(naming.public_name) + (last == 's' ? "'" : "'s") + (said ? "" : " family"));
    if (!said) mend_possessive(naming.span.end, 'y');
  }

  void name(const Naming& naming) {
    std::string words(naming.public_name);
    if (const auto gone = said_by_relation(text_, naming, done_)) {
      edits_.push_back({*gone, ""});
      done_ = gone->end;
      return;
    }
    if (const auto gone = naming.person ? std::nullopt : said_by_noun(text_, naming)) {
      edits_.push_back({*gone, ""});
      done_ = gone->end;
      return;
    }
    Span span = with_role(text_, naming, done_);
    if (!naming.person) span = with_noun(text_, naming, span);
    const bool has_article = without_article(words).size() < words.size();
    if (has_article && (determined(span.begin) || counted(span.begin))) words = without_article(words);
    if (words.starts_with("another ") && determined(span.begin)) words = "other" + words.substr(7);  // "the other town office"
    if (naming.person && (naming.kind == NameKind::nickname || naming.kind == NameKind::alias) && !has_article &&
        ascii_lower(word_before(text_, span.begin)) == "the")
      span.begin = static_cast<std::uint32_t>(word_before(text_, span.begin).data() - text_.data());
    const char last = words.empty() ? ' ' : words.back();
    put_noun(span, std::move(words));
    mend_possessive(span.end, last);
  }

  void mend_possessive(std::uint32_t end, char last) {
    const string_view after = text_.substr(end);
    const std::size_t mark = after.starts_with("'") ? 1 : after.starts_with("\xE2\x80\x99") ? 3 : 0;
    if (mark == 0) return;
    const bool with_s = after.size() > mark && after[mark] == 's' && (after.size() == mark + 1 || !std::isalnum(static_cast<unsigned char>(after[mark + 1])));
    const auto at = end + static_cast<std::uint32_t>(mark);
    if (with_s && last == 's') edits_.push_back({{at, at + 1}, ""});
    const char original = end > 0 ? text_[end - 1] : ' ';
    const bool plural_mark = !with_s && (after.size() == mark || after[mark] == ' ') && (original == 's' || original == 'z' || original == 'x');
    if (plural_mark && last != 's') edits_.push_back({{at, at}, "s"});
  }

  /// "two Haverton schools"
  bool counted(std::size_t at) const {
    return among({"two", "three", "four", "five", "six", "several", "many", "some", "most", "all", "few", "other", "various", "different"}, ascii_lower(word_before(text_, at)));
  }

  /// True where an article or owner already stands before, an adjective between allowed.
  bool determined(std::size_t at) const {
    const string_view before = word_before(text_, at);
    if (before.empty()) return false;
    const std::string lowered = ascii_lower(before);
    if (among(determiners, lowered) || lowered.ends_with("'s") || lowered.ends_with("\xE2\x80\x99s")) return true;
    static constexpr std::array<string_view, 8> adjectives{"local", "nearby", "old", "new", "same", "former", "current", "previous"};
    if (!among(adjectives, lowered)) return false;
    return determined(static_cast<std::size_t>(before.data() - text_.data()));
  }

  string_view text_;
  const std::vector<Naming>& namings_;
  std::vector<Edit>& edits_;
  std::uint32_t done_ = 0;  ///< edits so far end here
};

}  // namespace

void name_publicly(string_view text, const std::vector<Naming>& namings, std::vector<Edit>& edits) {
  Namer(text, namings, edits).run();
}

}  // namespace casewright
