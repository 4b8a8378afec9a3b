#include "inspect/unknown_names.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "inspect/citations.h"
#include "inspect/name_tokens.h"
#include "inspect/public_people.h"
#include "language/name_evidence.h"
#include "language/name_features.h"
#include "language/name_tagger.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr float sure_of_public = 0.95f;

NameLabel likeliest(const LabelChances& chances) {
  const auto first = chances.begin() + 1, last = chances.begin() + static_cast<int>(NameLabel::public_person);
  return static_cast<NameLabel>(std::max_element(first, last) - chances.begin());
}

/// Gathers neighbouring words that tell into names.
class Gatherer {
 public:
  Gatherer(const Prose& prose, const NameModel& model, const NameChances& chances, float least)
      : prose_(prose), ordinary_(model.ordinary()), lists_(model.lists()), chances_(chances), least_(least), people_(prose, chances), citations_(prose, model.lists()) {}

  std::vector<UnknownName> run() {
    learn_capitals();
    for (const Stretch& stretch : prose_.stretches) {
      if (stretch.label == "style sheet") continue;  // names of typefaces
      for (std::uint32_t at = stretch.first_token; at < stretch.end_token;) {
        std::uint32_t end = at;
        if (tells_at(at)) end = end_of_name(at, stretch.end_token);
        if (end > at && is_strange_passage(at, end)) add_capitals(at, end);
        else if (end > at) add(at, end);
        at = std::max(end, at + 1);
      }
    }
    return std::move(names_);
  }

 private:
  bool tells_at(std::uint32_t at) const { return !chances_.surely_none(at) && chance_of_telling(chances_[at]) >= least_; }
  bool is_mark(std::uint32_t at) const { return casewright::is_mark(prose_, at); }

  /// A name goes on while its words tell and are of one kind; marks stay in where the words after them go on.
  std::uint32_t end_of_name(std::uint32_t at, std::uint32_t limit) const {
    const NameLabel kind = likeliest(chances_[at]);
    std::uint32_t end = at + 1;
    while (end < limit && tells_at(end) && (is_mark(end) || likeliest(chances_[end]) == kind) && !(is_name(kind) && (opens_after_stop(end) || goes_on(end) || (kind == NameLabel::person && parts_people(at, end))))) ++end;
    while (end > at && is_mark(end - 1) && !closes_initial(prose_, end - 1)) --end;
    return end;
  }

  static bool is_name(NameLabel label) {
    return label == NameLabel::person || label == NameLabel::place || label == NameLabel::organisation;
  }

  /// A word that goes on with the sentence and never with a name: "Thornley when Operation Larkspur began".
  bool goes_on(std::uint32_t at) const {
    return prose_.tokens[at].casing == Casing::lower &&
           among({"when", "where", "who", "which", "while", "because", "until", "but", "if", "that", "then", "said", "was", "were", "is", "are", "has", "had"}, folded(at));
  }

  /// "PC Ostrander saw Reuben": a small word of English between two capitals parts two people.
  bool parts_people(std::uint32_t from, std::uint32_t at) const {
    const bool between = is_capital(from) && is_capital(at - 1) && at + 1 < prose_.tokens.size() && is_capital(at + 1);
    return between && prose_.tokens[at].casing == Casing::lower && ordinary_.knows_form_of(folded(at)) && !joins(folded(at));
  }

  /// No name goes on behind the stop of a sentence.
  bool opens_after_stop(std::uint32_t at) const {
    return prose_.tokens[at].opens_sentence && is_mark(at - 1) && !closes_initial(prose_, at - 1);
  }

  bool is_capital(std::uint32_t at) const { return has_capital(prose_, at); }

  /// Words in small letters that stand inside names: "de la Cruz", "Bishop of Bath and Wells".
  static bool joins(std::string_view word) {
    static constexpr std::string_view joining[] = {"of", "the", "and", "for", "de", "la", "le", "da", "di", "du", "den", "der",
                                                   "van", "von", "al", "el", "bin", "ibn", "ap", "ab", "ferch"};
    return std::find(std::begin(joining), std::end(joining), word) != std::end(joining);
  }

  /// In Welsh or Polish every word is strange to the tagger, so that whole sentences look like one name.
  bool is_strange_passage(std::uint32_t from, std::uint32_t to) const {
    if (!is_name(likeliest(chances_[from]))) return false;
    std::uint32_t capitals = 0, small = 0, strange = 0;
    for (std::uint32_t at = from; at < to; ++at) {
      const std::string& word = prose_.words[prose_.tokens[at].word].folded;
      if (is_capital(at)) ++capitals;
      if (prose_.tokens[at].casing != Casing::lower || joins(word)) continue;
      ++small;
      strange += is_strange(at);
    }
    return capitals > 0 && small >= 2 && strange * 2 >= small;
  }

  /// A word in small letters that is no word of English.
  bool is_strange(std::uint32_t at) const {
    const std::string& word = prose_.words[prose_.tokens[at].word].folded;
    return prose_.tokens[at].casing == Casing::lower && (word.size() == 1 ? word != "a" : !ordinary_.knows_form_of(word));
  }

  /// True for one word that only the head of its sentence gives a capital, as the strange words behind it show.
  bool opens_strange_sentence(std::uint32_t at) const {
    const Token& token = prose_.tokens[at];
    if (!token.opens_sentence || capital_inside_[token.word]) return false;
    int strange = 0;
    for (std::uint32_t next = at + 1; next < prose_.tokens.size() && strange < 2; ++next) {
      if (is_mark(next)) continue;
      if (!is_strange(next)) return false;
      ++strange;
    }
    return strange == 2;
  }

  /// The names of such a passage: its words with capitals. One that only opens a sentence is a word like others,
  /// unless the text has it with a capital elsewhere.
  void add_capitals(std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t at = from; at < to;) {
      std::uint32_t end = at;
      while (end < to && (is_capital(end) || (end > at && end + 1 < to && is_capital(end + 1) && joins(prose_.words[prose_.tokens[end].word].folded)))) ++end;
      const bool only_opens = end - at == 1 && prose_.tokens[at].opens_sentence && !capital_inside_[prose_.tokens[at].word];
      if (end > at && !only_opens) add(at, end);
      at = std::max(end, at + 1);
    }
  }

  void learn_capitals() {
    capital_inside_.resize(prose_.words.size());
    for (std::uint32_t at = 0; at < prose_.tokens.size(); ++at)
      if (is_capital(at) && !prose_.tokens[at].opens_sentence) capital_inside_[prose_.tokens[at].word] = true;
  }

  void add(std::uint32_t from, std::uint32_t to) {
    while (from < to && (is_mark(from) || is_article(from))) ++from;
    if (from < to && likeliest(chances_[from]) == NameLabel::person)
      while (to - from > 1 && (ends_no_name(to - 1) || (is_mark(to - 1) && !closes_initial(prose_, to - 1)))) --to;
    if (from < to && likeliest(chances_[from]) == NameLabel::code) from = after_words(from, to);
    if (from < to && is_name(likeliest(chances_[from]))) trim(from, to);
    if (from < to && likeliest(chances_[from]) == NameLabel::person) to = behind_initial(from, to);
    if (from == to || !could_be_name(from, to)) return;
    const bool one_capital = std::count_if(prose_.tokens.begin() + from, prose_.tokens.begin() + to, [](const Token& each) { return each.casing == Casing::capitalised; }) <= 1;
    if (one_capital && is_name(likeliest(chances_[from])) && opens_strange_sentence(from)) return;
    const std::uint32_t begin = likeliest(chances_[from]) == NameLabel::person ? before_title(from) : from;
    UnknownName name{{prose_.tokens[begin].begin, prose_.tokens[to - 1].span().end}, likeliest(chances_[from]), 0, LeftAlone::no};
    for (std::uint32_t at = from; at < to; ++at) name.chance = std::max(name.chance, chance_of_telling(chances_[at]));
    if (name.label == NameLabel::person && people_.names(begin, to))
      name.left = LeftAlone::public_office;
    if (is_name(name.label) && (is_cited(from, to) || stands_in_statute(from, to))) name.left = LeftAlone::reference;
    if (stands_in_link(name.span)) name.left = LeftAlone::reference;
    names_.push_back(name);
  }

  bool is_cited(std::uint32_t from, std::uint32_t to) const {
    bool cited = false;
    for (std::uint32_t at = from; at < to; ++at) {
      if (is_capital(at) && !citations_.holds(at)) return false;
      cited = cited || is_capital(at);
    }
    return cited;
  }

  /// "Well-being" of "the Social Services and Well-being (Wales) Act 2014": the name goes on to its year.
  /// Not so "Sarah Jones and the Children Act 1989": no statute has a given name, and none goes on behind "the".
  bool stands_in_statute(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t most_words = 14;
    for (std::uint32_t at = from; at < to; ++at)
      if (lists_.given.knows(folded(at))) return false;
    const std::uint32_t end = std::min(prose_.stretch_at(prose_.tokens[to - 1].begin).end_token, to + most_words);
    for (std::uint32_t at = to - 1; at < end; ++at) {
      if (at >= to && !is_capital(at) && !among({"of", "and", "for", "(", ")", ",", "etc"}, folded(at))) return false;
      if (!among({"act", "measure", "regulations"}, folded(at)) || !is_capital(at)) continue;
      for (std::uint32_t year = at + 1; year < prose_.tokens.size() && year <= at + 4; ++year)
        if (is_year(folded(year))) return true;
        else if (!is_capital(year) && !among({"(", ")"}, folded(year))) break;
    }
    return false;
  }

  /// "Ffion E" is one name: the letter of a family name stands behind the given name.
  std::uint32_t behind_initial(std::uint32_t from, std::uint32_t to) const {
    const Stretch& stretch = prose_.stretch_at(prose_.tokens[from].begin);
    if (to >= stretch.end_token || prose_.tokens[to].length != 1 || prose_.tokens[to].begin != prose_.tokens[to - 1].span().end + 1) return to;
    const bool letter = prose_.tokens[to].casing == Casing::capitalised || prose_.tokens[to].casing == Casing::capitals;
    const bool word = among({"i", "a"}, folded(to)) || !lists_.given.knows(folded(to - 1));
    return letter && !word && !prose_.tokens[to].opens_sentence ? to + 1 : to;
  }

  /// "Prof. Oduya" and "Mr Gill" are one finding each: a title helps to know somebody.
  std::uint32_t before_title(std::uint32_t from) const {
    const std::uint32_t first = prose_.stretch_at(prose_.tokens[from].begin).first_token;
    const std::uint32_t stop = from > first + 1 && prose_.view(prose_.tokens[from - 1].span()) == "." ? 2 : 1;
    return from >= first + stop && is_capital(from - stop) && is_title(folded(from - stop)) ? from - stop : from;
  }

  /// Words that lead to a name or on from it: "of 4 Rowan Street", "National Insurance as"; at the head of a sentence with a capital too.
  void trim(std::uint32_t& from, std::uint32_t& to) const {
    const auto leads = [&](std::uint32_t at) {
      static constexpr std::string_view words[] = {"of", "in", "at", "on", "from", "to", "near", "by", "as", "is", "was", "are", "were", "and", "or", "with", "for", "who",
                                                   "his", "her", "their", "my", "our", "this", "that", "when", "where", "has", "had"};
      const Token& token = prose_.tokens[at];
      const bool small = token.casing == Casing::lower || (token.casing == Casing::capitalised && token.opens_sentence);
      return small && std::find(std::begin(words), std::end(words), prose_.words[token.word].folded) != std::end(words);
    };
    while (to - from > 1 && (leads(to - 1) || (is_mark(to - 1) && !closes_initial(prose_, to - 1)))) --to;
    while (to - from > 1 && (leads(from) || is_mark(from) || is_verb_before(from) || is_strange_before_place(from))) ++from;
  }

  /// "saw Reuben" behind "Ostrander", where the tagger knows somebody called Saw.
  bool is_verb_before(std::uint32_t at) const {
    return at > 0 && is_capital(at - 1) && prose_.tokens[at].casing == Casing::lower && is_capital(at + 1) && ordinary_.knows_form_of(folded(at)) && !joins(folded(at));
  }

  /// "mhentref Llanfihangel": a word of another language before the name of a place.
  bool is_strange_before_place(std::uint32_t at) const {
    return likeliest(chances_[at]) == NameLabel::place && is_strange(at) && is_capital(at + 1) && !joins(folded(at));
  }

  bool is_article(std::uint32_t at) const { return prose_.tokens[at].casing == Casing::lower && among({"a", "an"}, folded(at)) && likeliest(chances_[at]) == NameLabel::person; }

  /// "Bo Ng came": a word of the dictionary in small letters is no name's last.
  bool ends_no_name(std::uint32_t at) const {
    const std::string& word = prose_.words[prose_.tokens[at].word].folded;
    return prose_.tokens[at].casing == Casing::lower && (word.size() == 1 || ordinary_.knows_form_of(word));
  }

  /// A number does not begin with plain words: "telephone 01632".
  std::uint32_t after_words(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t at = from;
    while (at < to && (is_mark(at) || prose_.tokens[at].casing == Casing::lower) && !holds_sign(at)) ++at;
    return at == to ? from : at;
  }
  bool holds_sign(std::uint32_t at) const {
    return prose_.view(prose_.tokens[at].span()).find_first_of("0123456789@+(") != std::string_view::npos ||
           prose_.text.compare(prose_.tokens[at].span().end, 1, "@") == 0 ||
           (prose_.text.compare(prose_.tokens[at].span().end, 1, ".") == 0 && at + 2 < prose_.tokens.size() &&
            prose_.tokens[at + 2].begin == prose_.tokens[at + 1].span().end);
  }

  /// "Everybody says so": a pronoun.
  static bool stands_for_anybody(std::string_view word) {
    return among({"he", "she", "it", "they", "we", "you", "his", "her", "him", "them", "i", "me", "my", "everybody", "everyone", "everything", "nobody", "nothing",
                  "somebody", "someone", "something", "anybody", "anyone", "anything"}, word);
  }

  /// Persons, places and bodies have a word with a capital letter that is neither a reference ("A1-10") nor a month.
  bool could_be_name(std::uint32_t from, std::uint32_t to) const {
    const NameLabel label = likeliest(chances_[from]);
    if (label != NameLabel::person && label != NameLabel::place && label != NameLabel::organisation) return true;
    if (label == NameLabel::person && (is_numbered_plain(from, to) || is_role(from, to))) return false;
    if (is_plain_heading(from, to)) return false;
    if (to - from == 1 && stands_for_anybody(folded(from))) return false;
    if (to - from == 1 && is_given_name(from)) return true;
    if (to - from > 1 && label == NameLabel::person && is_small_name(from, to)) return true;
    if (label != NameLabel::person && is_strange_name(from, to, label)) return true;
    return std::any_of(prose_.tokens.begin() + from, prose_.tokens.begin() + to, [&](const Token& each) {
      if (each.casing != Casing::capitalised && each.casing != Casing::capitals && each.casing != Casing::mixed) return false;
      const std::string& word = prose_.words[each.word].folded;
      if (word.find_first_of("0123456789") != std::string::npos) return false;
      return to - from > 1 || !(is_day_or_month(word) || ((each.opens_sentence || follows_colon(from)) && !is_told_elsewhere(from) && (is_plain(word) || stands_small(each.word))));
    });
  }

  /// "Pratt rang" where "supervisor G. Pratt" stands in another line, and the tagger takes both for somebody.
  bool is_told_elsewhere(std::uint32_t at) const {
    constexpr float likely = 0.5f;
    return capital_inside_[prose_.tokens[at].word] && chances_[at][static_cast<std::size_t>(NameLabel::person)] >= likely;
  }

  /// "Recommendation 1: The partnership": a capital says little behind a colon.
  bool follows_colon(std::uint32_t at) const { return at > prose_.stretch_at(prose_.tokens[at].begin).first_token && folded(at - 1) == ":"; }

  /// "referred to as the Perpetrator": one word of English behind "the" is a role. Not so "the Baker family".
  bool is_role(std::uint32_t from, std::uint32_t to) const {
    if (to - from != 1 || from == prose_.stretch_at(prose_.tokens[from].begin).first_token || folded(from - 1) != "the") return false;
    const std::string& word = prose_.words[prose_.tokens[from].word].folded;
    const bool names_more = to < prose_.tokens.size() && (is_capital(to) || among({"family", "household", "home", "house", "address", "case", "children", "boy", "boys", "girl", "girls", "brothers",
                                                                                   "sisters", "siblings", "twins", "baby", "'s", "parents", "brothers'", "mother", "father"}, folded(to)));
    return !names_more && !word.ends_with("s") && ordinary_.knows_form_of(word) && !lists_.given.knows(word);
  }

  /// One word of which the tagger is surer than the word alone allows: "Tom" at the head of a sentence, "June said so",
  /// "tasha" in a message.
  bool is_given_name(std::uint32_t at) const {
    constexpr float likely = 0.5f, sure = 0.8f;
    constexpr std::size_t least_small = 3;  // letters of a name that nothing but its letters tells
    const std::string& word = prose_.words[prose_.tokens[at].word].folded;
    const bool small = prose_.tokens[at].casing == Casing::lower;
    if (ordinary_.knows_form_of(word) && (small || stands_small(prose_.tokens[at].word))) return false;
    if (is_day_or_month(word) && stands_among_times(at)) return false;
    const float chance = chances_[at][static_cast<std::size_t>(NameLabel::person)];
    if (small && word.size() < least_small) return false;
    if (small && chance >= likely) return true;
    return chance >= (is_day_or_month(word) ? sure : likely) && lists_.given.knows(word);
  }

  /// "stacy ann", "marlon thackeray": names in small letters, one of which nothing else in English is.
  bool is_small_name(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t at = from; at < to; ++at)
      if (prose_.tokens[at].casing == Casing::lower && is_given_name(at)) return true;
    return false;
  }

  /// "brannigans bakery", "coldharbor lane": in small letters, and no word of English.
  bool is_strange_name(std::uint32_t from, std::uint32_t to, NameLabel label) const {
    constexpr float likely = 0.5f;
    constexpr std::size_t least_letters = 4;
    for (std::uint32_t at = from; at < to; ++at)
      if (is_strange(at) && folded(at).size() >= least_letters && chances_[at][static_cast<std::size_t>(label)] >= likely) return true;
    return false;
  }

  /// "April and June": months in a row.
  bool stands_among_times(std::uint32_t at) const {
    for (std::uint32_t near = at < 2 ? 0 : at - 2; near < prose_.tokens.size() && near <= at + 2; ++near)
      if (near != at && is_day_or_month(folded(near))) return true;
    return false;
  }

  /// "21 Recommendations": a capital says nothing of one plain word where everything begins with one.
  bool is_plain_heading(std::uint32_t from, std::uint32_t to) const {
    constexpr Scopes with_capitals = Scopes{}.with(Scope::title).with(Scope::heading).with(Scope::contents).with(Scope::furniture).with(Scope::cell).with(Scope::caption).with(Scope::alternative_text);
    std::uint32_t words = 0;
    for (std::uint32_t at = from; at < to; ++at) {
      const std::string& word = prose_.words[prose_.tokens[at].word].folded;
      if (is_mark(at) || word.find_first_not_of("0123456789.") == std::string::npos) continue;
      if (++words > 1 || !(stands_small(prose_.tokens[at].word) || is_plain(word))) return false;
    }
    return words == 1 && with_capitals.has(prose_.stretch_at(prose_.tokens[from].begin).scope);
  }

  /// A word of English that the document writes small, and with a capital only where that says nothing. A strange word in small
  /// letters ("hiwot whispered") is as much a name as with a capital.
  bool stands_small(std::uint32_t word) const {
    const std::string& folded = prose_.words[word].folded;
    return prose_.words[word].count_lower > 0 && ordinary_.knows_form_of(folded) && (!capital_inside_[word] || !is_everyday_word(folded));
  }

  /// "Vitamin B12": plain words with a number among them are no person.
  bool is_numbered_plain(std::uint32_t from, std::uint32_t to) const {
    bool numbered = false;
    for (std::uint32_t at = from; at < to; ++at) {
      const std::string& word = prose_.words[prose_.tokens[at].word].folded;
      const bool digits = word.find_first_of("0123456789") != std::string::npos;
      numbered = numbered || digits;
      if (!digits && !is_mark(at) && (word.size() < 3 || !is_plain(word))) return false;
    }
    return numbered;
  }

  static bool is_day_or_month(std::string_view word) {
    return is_time_word(word) || (word.ends_with('s') && is_time_word(word.substr(0, word.size() - 1)));
  }

  /// An ordinary word that nobody is called ("clerk", "ninety-three"); at the head of a sentence its capital says nothing.
  bool is_plain(std::string_view word) const {
    for (std::size_t from = 0; from <= word.size();) {
      const std::size_t to = std::min(word.find('-', from), word.size());
      const std::string_view part = word.substr(from, to - from);
      if (part.size() > 1 && (is_everyday_word(part) || !ordinary_.knows_form_of(part))) return false;
      from = to + 1;
    }
    return true;
  }

  /// True inside a web address; those that lead to a person have a rule of their own.
  bool stands_in_link(Span span) const {
    const std::string_view text = prose_.text;
    const std::size_t before = text.find_last_of(" \t\n(<[", span.begin);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view word = text.substr(from, text.find_first_of(" \t\n)>]", from) - from);
    return word.find("://") != std::string_view::npos || word.starts_with("www.") ||
           prose_.view(span).find("://") != std::string_view::npos;
  }

  std::string_view folded(std::uint32_t token) const { return folded_word(prose_, token); }

  const Prose& prose_;
  const WordFilter& ordinary_;
  const NameLists& lists_;
  const NameChances& chances_;
  float least_;
  PublicPeople people_;
  Citations citations_;
  std::vector<bool> capital_inside_;  ///< by word: somewhere with a capital that no sentence's head explains
  std::vector<UnknownName> names_;
};

}  // namespace

std::vector<UnknownName> unknown_names(const NameModel& model, const Prose& prose, float least) {
  NameChances chances = tag_names(model, prose);
  doubt_public(chances, sure_of_public);
  share_evidence(prose, model.ordinary(), chances);
  share_couples(prose, model.lists().given, chances);
  suppose_given(prose, model.ordinary(), model.lists(), chances);
  return Gatherer(prose, model, chances, least).run();
}

}  // namespace casewright
