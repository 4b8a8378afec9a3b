#include "assemble/public_words.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::array<string_view, 20> determiners{"the", "a",    "an",  "his",  "her",   "their", "its",  "our",     "my",     "your",
                                                  "this", "that", "each", "every", "another", "no", "any", "same", "mother's", "father's"};
constexpr std::array<string_view, 9> owners{"his", "her", "their", "its", "our", "my", "your", "whose", "both"};
constexpr std::array<string_view, 7> of_a_family{"family", "household", "children", "siblings", "parents", "home", "family's"};

/// "St Bride's" and "a primary school" without what stands before the noun.
string_view without_article(string_view words) {
  if (words.empty() || string_view("tTaA").find(words.front()) == string_view::npos) return words;
  for (const string_view article : {"the ", "a ", "an ", "The ", "A ", "An "})
    if (words.starts_with(article)) return words.substr(article.size());
  return words;
}

/// "Social Worker" of "Social Worker 1"; letters after "Child" stay.
string_view without_number(string_view words) {
  const auto space = words.find_last_of(' ');
  if (space == string_view::npos) return words;
  const string_view last = words.substr(space + 1);
  return std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; }) ? words.substr(0, space) : words;
}

bool vowel_sound(string_view words) {
  const std::string lowered = ascii_lower(words.substr(0, 4));
  if (lowered.starts_with("uni") || lowered.starts_with("use") || lowered.starts_with("one") || lowered.starts_with("eu")) return false;
  return !lowered.empty() && string_view("aeiou").find(lowered[0]) != string_view::npos;
}

/// What stands for a number or an address of the wires.
string_view words_for(NameKind kind) {
  if (kind == NameKind::email) return "an email address";
  if (kind == NameKind::username) return "an online name";
  return kind == NameKind::phone ? "a telephone number" : "a reference number";
}

bool is_contact(NameKind kind) {
  return kind == NameKind::email || kind == NameKind::username || kind == NameKind::phone || kind == NameKind::number;
}

bool is_article(string_view word) { return word == "the" || word == "a" || word == "an"; }

class Namer {
 public:
  Namer(string_view text, const std::vector<Naming>& namings, std::vector<Edit>& edits)
      : text_(text), namings_(namings), edits_(edits) {}

  void run() {
    for (std::size_t i = 0; i < namings_.size(); ++i) {
      const Naming& naming = namings_[i];
      if (i > 0 && repeats(namings_[i - 1], naming)) continue;
      if (naming.inside_word || glued(naming)) inside_word(naming);
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

  /// A second name of the one just named: "Katarzyna (Kasia)", "Jan Smith, known as Smithy,", "14 High Row, ZZ99 3AB".
  bool repeats(const Naming& before, const Naming& naming) {
    if (is_contact(before.kind) || is_contact(naming.kind)) return false;
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
    if (is_contact(naming.kind)) return false;
    const char before = naming.span.begin > 0 ? text_[naming.span.begin - 1] : ' ';
    const char after = naming.span.end < text_.size() ? text_[naming.span.end] : ' ';
    return before == '@' || before == '_' || after == '@' || after == '_';
  }

  /// Only part of a word: the whole run without spaces goes.
  void inside_word(const Naming& naming) {
    Span run = naming.span;
    constexpr string_view ends = " \t\n\r\"'()<>,;";
    while (run.begin > done_ && ends.find(text_[run.begin - 1]) == string_view::npos) --run.begin;
    while (run.end < text_.size() && ends.find(text_[run.end]) == string_view::npos) ++run.end;
    while (run.end > naming.span.end && (text_[run.end - 1] == '.' || text_[run.end - 1] == ':')) --run.end;
    const string_view words = text_.substr(run.begin, run.length());
    if (words.find('@') != string_view::npos) put_noun(run, "an email address");
    else if (words.find("://") != string_view::npos || words.starts_with("www.")) put_noun(run, "a web address");
    else put_noun(run, std::string(naming.public_name));
  }

  void contact(const Naming& naming) {
    Span span = naming.span;
    std::size_t label = span.begin;
    while (label > done_ && (text_[label - 1] == ' ' || text_[label - 1] == ':')) --label;
    static constexpr std::array<string_view, 22> labels{"number", "no",  "tel",   "telephone", "phone", "mobile", "email", "e-mail", "ref",      "reference", "id",
                                                        "nhs",    "upn", "registration", "reg", "username", "address", "landline", "numbers", "call", "pnc", "hcs"};
    const std::string before = ascii_lower(word_before(text_, label, false));
    if (label < span.begin && among(labels, before) && before != "call") {
      edits_.push_back({{static_cast<std::uint32_t>(label), span.end}, ""});
      done_ = span.end;
      return;
    }
    string_view words = words_for(naming.kind);
    if (among(determiners, ascii_lower(word_before(text_, span.begin)))) words = without_article(words);
    put_noun(span, std::string(words));
  }

  /// "the Smiths" and "the Smith household".
  void family(const Naming& naming) {
    const string_view after = word_after(text_, naming.span.end);
    if (among(of_a_family, ascii_lower(after)) && naming.span.end < text_.size() && text_[naming.span.end] == ' ') {
      put({naming.span.begin, naming.span.end + 1}, "");
      return;
    }
    const bool the = ascii_lower(word_before(text_, naming.span.begin)) == "the";
    put(naming.span, the ? "family" : "the family");
    if (text_.substr(naming.span.end, 1) == "'" && text_.substr(naming.span.end, 2) != "'s")
      edits_.push_back({{naming.span.end + 1, naming.span.end + 1}, "s"});
  }

  void name(const Naming& naming) {
    std::string words(naming.public_name);
    Span span = naming.span;
    if (apposed(naming)) return;
    absorb_role_before(naming, span);
    absorb_role_apart(naming, span);
    absorb_noun_after(naming, span);
    if (the_noun_of(naming)) return;
    const bool has_article = without_article(words).size() < words.size();
    if (has_article && determined(span.begin)) words = without_article(words);
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

  bool owned(std::size_t at) const {
    const std::string before = ascii_lower(word_before(text_, at));
    return among(owners, before) || before.ends_with("'s") || before.ends_with("\xE2\x80\x99s") || before == "the";
  }

  static string_view last_word(string_view words) {
    const auto space = words.find_last_of(' ');
    return space == string_view::npos ? words : words.substr(space + 1);
  }

  static bool same_relation(const std::string& written, string_view public_name) {
    const std::string last = ascii_lower(last_word(public_name));
    if (written == last) return true;
    return (last == "mother" && (written == "mum" || written == "mam")) || (last == "father" && written == "dad");
  }

  /// "her mother Mary", "Child K's grandmother, Mary Bell, wrote": the relation says it all.
  bool apposed(const Naming& naming) {
    if (!naming.person || without_number(naming.public_name) != naming.public_name) return false;
    std::size_t end = naming.span.begin;
    while (end > done_ && text_[end - 1] == ' ') --end;
    const bool comma = end > done_ && text_[end - 1] == ',';
    if (comma) --end;
    const std::string relation = ascii_lower(word_before(text_, end, false));
    if (relation.empty() || !same_relation(relation, naming.public_name)) return false;
    if (!owned(end - relation.size())) return false;
    Span gone{static_cast<std::uint32_t>(end), naming.span.end};
    if (comma) {
      const char after = naming.span.end < text_.size() ? text_[naming.span.end] : '.';
      if (after == ',') ++gone.end;
      else if (after != '.' && after != ';' && after != ')') return false;
    }
    edits_.push_back({gone, ""});
    done_ = gone.end;
    return true;
  }

  /// "the social worker Parveen Akhtar" and "mother Kasia": the words before say part of the public name.
  void absorb_role_before(const Naming& naming, Span& span) const {
    const string_view role = without_number(without_article(naming.public_name));
    const std::string lowered = ascii_lower(role);
    std::size_t end = span.begin;
    while (end > done_ && text_[end - 1] == ' ') --end;
    if (end == span.begin || end < lowered.size() + done_) return;
    const std::size_t from = end - lowered.size();
    const bool starts = from == 0 || text_[from - 1] == ' ' || text_[from - 1] == '(';
    if (!starts || ascii_lower(text_.substr(from, lowered.size())) != lowered) return;
    const std::string before = ascii_lower(word_before(text_, from));
    const bool article = before == "the" || before == "a" || before == "an";
    if (!naming.person && article) return;
    span.begin = static_cast<std::uint32_t>(article ? static_cast<std::size_t>(word_before(text_, from).data() - text_.data()) : from);
  }

  /// "the health visitor, Joanna May, called" and "Joanna May, the health visitor, called": the role between commas is
  /// the public name again.
  void absorb_role_apart(const Naming& naming, Span& span) const {
    if (!naming.person) return;
    const std::string role = ascii_lower(without_number(without_article(naming.public_name)));
    const char next = span.end < text_.size() ? text_[span.end] : '.';
    const std::size_t apart = role.size() + 2;
    if (span.begin >= apart + done_ && ascii_lower(text_.substr(span.begin - apart, apart)) == role + ", " && (next == ',' || next == '.' || next == ';')) {
      const string_view article = word_before(text_, span.begin - apart);
      if (is_article(ascii_lower(article))) {
        span = {static_cast<std::uint32_t>(article.data() - text_.data()), span.end + (next == ',' ? 1u : 0u)};
        return;
      }
    }
    const std::string after = ascii_lower(text_.substr(span.end, role.size() + 8));
    for (const string_view article : {"the", "a", "an"}) {
      const std::string apposition = ", " + std::string(article) + " " + role;
      if (!after.starts_with(apposition)) continue;
      const std::size_t end = span.end + apposition.size();
      const char stop = end < text_.size() ? text_[end] : '.';
      if (stop != ',' && stop != '.' && stop != ';') continue;
      span.end = static_cast<std::uint32_t>(end + (stop == ',' ? 1 : 0));
      return;
    }
  }

  /// "St Bride's school": the noun behind is the public name's own.
  void absorb_noun_after(const Naming& naming, Span& span) const {
    if (naming.person) return;
    string_view tail = without_article(naming.public_name);
    while (!tail.empty()) {
      const string_view after = text_.substr(span.end);
      const bool fits = after.size() > tail.size() && after[0] == ' ' && ascii_lower(after.substr(1, tail.size())) == ascii_lower(tail) &&
                        (after.size() == tail.size() + 1 || !std::isalnum(static_cast<unsigned char>(after[tail.size() + 1])));
      if (fits) {
        span.end += static_cast<std::uint32_t>(tail.size() + 1);
        return;
      }
      const auto space = tail.find(' ');
      tail = space == string_view::npos ? string_view() : tail.substr(space + 1);
    }
  }

  /// "the town of Wharnley" where readers see "the town".
  bool the_noun_of(const Naming& naming) {
    if (naming.person) return false;
    const string_view head = text_.substr(0, naming.span.begin);
    for (const string_view joint : {" of ", " called ", ", "}) {
      if (head.size() < joint.size() || ascii_lower(head.substr(head.size() - joint.size())) != joint) continue;
      const std::string ending = ascii_lower(without_article(naming.public_name)) + std::string(joint);
      if (head.size() < ending.size() || ascii_lower(head.substr(head.size() - ending.size())) != ending) continue;
      const std::size_t noun = head.size() - ending.size();
      const std::string article = ascii_lower(word_before(text_, noun));
      if (article != "the" && article != "a" && article != "an") continue;
      std::uint32_t end = naming.span.end;
      if (joint == ", " && text_.substr(end, 1) == ",") ++end;
      edits_.push_back({{static_cast<std::uint32_t>(head.size() - joint.size()), end}, ""});
      done_ = end;
      return true;
    }
    return false;
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
