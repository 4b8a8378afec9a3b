#include "language/identity_matcher.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "foreign/unicode.h"
#include "language/council_areas.h"
#include "language/known_words.h"
#include "language/name_position.h"
#include "language/name_words.h"

namespace casewright {
namespace {

using Index = IdentitySearch::Index;

/// How a match came about.
enum class Way : std::uint8_t { plain, split_word, near, inside, compact };

/// A match before it is judged: tokens [first, last] hold it.
struct Match {
  Span span;
  std::size_t first = 0, last = 0;
  std::uint32_t phrase = 0;
  Way way = Way::plain;
  const std::vector<CompactForm>* compact = nullptr;
  Slip slip = Slip::one_letter;
};

/// One entry that a match may stand for, by its best form.
struct Candidate {
  std::uint32_t identity = 0;
  const NameForm* form = nullptr;
};

std::string_view words_for(NameKind kind) {
  switch (kind) {
    case NameKind::full: return "full name";
    case NameKind::given: return "given name";
    case NameKind::middle: return "middle name";
    case NameKind::family: return "family name";
    case NameKind::alias: return "alias";
    case NameKind::nickname: return "nickname";
    case NameKind::former: return "former name";
    case NameKind::initials: return "initials";
    case NameKind::place_name: return "name of a place or organisation";
    case NameKind::address: return "address";
    case NameKind::postcode: return "postcode";
    case NameKind::email: return "email address";
    case NameKind::username: return "user name";
    case NameKind::phone: return "telephone number";
    case NameKind::number: return "number";
  }
  return "name";
}

std::string_view words_for(Slip slip) {
  switch (slip) {
    case Slip::one_letter: return " with one letter wrong";
    case Slip::two_letters: return " with two letters wrong";
    case Slip::sound: return " written as it sounds";
    case Slip::scan: return " as a scanner may misread it";
  }
  return " with an error";
}

bool is_word_before_number(std::string_view folded) {
  return folded == "number" || folded == "no" || folded == "warrant" || folded == "collar" || folded == "badge" ||
         folded == "pc" || folded == "ref" || folded == "id";
}

/// Searches one text whose tokens are known.
class Matcher {
 public:
  Matcher(const Index& index, std::string_view text, const std::vector<SeenToken>& tokens, Scope scope)
      : index_(index), text_(text), tokens_(tokens), scope_(scope) {}

  std::vector<IdentityHit> run() {
    lay_atoms();
    find_phrases();
    for (std::size_t i = 0; i < tokens_.size(); ++i) find_odd(i);
    std::vector<IdentityHit> hits;
    for (const Match& each : chosen()) judge(each, hits);
    return hits;
  }

 private:
  struct Atom {
    Span span;
    std::size_t token = 0;
  };

  void lay_atoms() {
    atoms_.reserve(tokens_.size() + 8);
    numbers_.reserve(tokens_.size() + 8);
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      for (const KnownAtom& each : tokens_[i].word->atoms) {
        atoms_.push_back({{tokens_[i].span.begin + each.begin, tokens_[i].span.begin + each.end}, i});
        numbers_.push_back(each.number);
      }
  }

  void find_phrases() {
    index_.automaton.all(numbers_.data(), numbers_.size(), [this](const PhraseMatch& found) {
      Match match;
      match.first = atoms_[found.begin].token;
      match.last = atoms_[found.end - 1].token;
      match.span = {atoms_[found.begin].span.begin, atoms_[found.end - 1].span.end};
      match.phrase = found.phrase;
      if (gaps_allow(found)) matches_.push_back(match);
    });
  }

  /// True where only what may stand inside a name parts the atoms of a match.
  bool gaps_allow(const PhraseMatch& found) const {
    const NameForm& form = *index_.begin(found.phrase);
    const bool loose = std::any_of(index_.begin(found.phrase), index_.end(found.phrase),
                                   [](const NameForm& each) { return each.reversed; });
    for (std::uint32_t i = found.begin; i + 1 < found.end; ++i)
      if (!gap_allows({atoms_[i].span.end, atoms_[i + 1].span.begin}, atoms_[i].span.length(), form.shape, loose)) return false;
    return true;
  }

  bool gap_allows(Span gap, std::uint32_t length_before, FormShape shape, bool loose) const {
    if (gap.length() == 1 && (text_[gap.begin] == ' ' || text_[gap.begin] == '-')) return true;
    std::string folded = unicode::fold(text_.substr(gap.begin, gap.length()));
    if (folded.starts_with("'s") && loose) folded.erase(0, 2);
    bool space = false;
    for (const char c : folded) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || static_cast<unsigned char>(c) == 0xC2 || static_cast<unsigned char>(c) == 0xA0) {
        space = true;
      } else if (c == ',') {
        if (!loose) return false;
      } else if (c == '.') {
        if (shape != FormShape::contact && length_before > 4) return false;
      } else if (c == '@' || c == '_' || c == '+' || c == '/') {
        if (shape != FormShape::contact && space) return false;
      } else if (c != '-' && c != '\'') {
        return false;
      }
    }
    return true;
  }

  /// What no phrase finds: numbers, words split over a line, words with an error, names inside words.
  void find_odd(std::size_t i) {
    const SeenToken& token = tokens_[i];
    if (!token.is_word()) return;
    const KnownWord& word = *token.word;
    if (word.number_head) find_compact(i);
    if (i + 1 < tokens_.size()) find_split(i);
    if ((word.known && token.casing != Casing::mixed) || (!word.may_hold_name && word.near.empty())) return;
    const bool in_address = token.word->may_hold_name && among_marks(i);
    if (in_address || (token.word->may_hold_name && token.casing != Casing::lower)) find_inside(i);
    if (!token.word->near.empty() && near_counts(token)) push_near(i);
  }

  void push_near(std::size_t i) {
    const NearName& likeliest = tokens_[i].word->near.front();
    push(i, i, likeliest.number, Way::near);
    matches_.back().slip = likeliest.slip;
  }

  static bool near_counts(const SeenToken& token) {
    return !token.seen_small && (token.word->strange || !token.opens_sentence || token.word->folded.size() >= 7);
  }

  void push(std::size_t first, std::size_t last, std::uint32_t phrase, Way way) {
    matches_.push_back({{tokens_[first].span.begin, tokens_[last].span.end}, first, last, phrase, way, nullptr, Slip::one_letter});
  }

  /// Joins tokens that spaces and small marks part, as long as some number of the register begins so.
  void find_compact(std::size_t i) {
    std::string joined;
    std::size_t best = i;
    const std::vector<CompactForm>* found = nullptr;
    for (std::size_t j = i; j < tokens_.size() && j < i + 16; ++j) {
      if (j > i && tokens_[j].span.begin - tokens_[j - 1].span.end > 2) break;
      const std::string part = compact_of(text_.substr(tokens_[j].span.begin, tokens_[j].span.length()));
      if (part.empty()) {
        if (tokens_[j].span.length() > 1 || std::string_view("-./() ,+").find(text_[tokens_[j].span.begin]) == std::string_view::npos) break;
        continue;
      }
      joined += part;
      if (const auto whole = index_.compact.find(joined); whole != index_.compact.end()) {
        best = j;
        found = &whole->second;
      }
      if (!index_.compact_heads.contains(joined)) break;
    }
    if (found == nullptr || !long_enough(i, found->front())) return;
    Match match{{tokens_[i].span.begin, tokens_[best].span.end}, i, best, 0, Way::compact, found, Slip::one_letter};
    const bool plus = match.span.begin > 0 && text_[match.span.begin - 1] == '+';
    if (plus) --match.span.begin;
    matches_.push_back(match);
  }

  /// A short number says nothing without a word before it that calls it one.
  bool long_enough(std::size_t i, const CompactForm& form) const {
    if (form.compact.size() >= 6) return true;
    if (i == 0) return false;
    const std::size_t before = i >= 2 && !tokens_[i - 1].is_word() ? i - 2 : i - 1;
    return is_word_before_number(tokens_[before].word->folded);
  }

  /// "Wisniew-" at a line's end and "ska" on the next.
  void find_split(std::size_t i) {
    const std::size_t from = tokens_[i].span.end;
    const auto first = static_cast<unsigned char>(text_[from]);
    if (first != '-' && first < 0xC2) return;
    const std::size_t next = i + 2 < tokens_.size() && tokens_[i + 1].word->folded == "-" ? i + 2 : i + 1;
    const std::string_view gap = text_.substr(from, tokens_[next].span.begin - from);
    const bool hyphen = gap.starts_with("-") || gap.starts_with("\xC2\xAD") || gap.starts_with("\xE2\x80\x90");
    if (!hyphen || gap.find_first_of("\n ") == std::string_view::npos || !tokens_[next].is_word()) return;
    std::string joined;
    for (const std::string& each : atoms_of(text_.substr(tokens_[i].span.begin, from - tokens_[i].span.begin))) joined += each;
    joined += compact_of(text_.substr(tokens_[next].span.begin, tokens_[next].span.length()));
    const auto found = index_.single.find(joined);
    if (found != index_.single.end()) push(i, next, found->second, Way::split_word);
  }

  /// True where the word is glued to others by marks, as in an email or web address, or stands in a file name.
  bool among_marks(std::size_t i) const {
    if (scope_ == Scope::link || scope_ == Scope::file_name) return true;
    const Span span = tokens_[i].span;
    constexpr std::string_view glue = "@/_=.\\&%+-#0123456789";
    const bool before = span.begin > 1 && glue.find(text_[span.begin - 1]) != std::string_view::npos && text_[span.begin - 2] != ' ';
    const bool after = span.end + 1 < text_.size() && glue.find(text_[span.end]) != std::string_view::npos && text_[span.end + 1] != ' ';
    const bool digits = tokens_[i].word->folded.find_first_of("0123456789") != std::string::npos;
    return before || after || digits;
  }

  void find_inside(std::size_t i) {
    const std::string folded = compact_of(text_.substr(tokens_[i].span.begin, tokens_[i].span.length()));
    for (std::size_t length = std::min(index_.longest_inner, folded.size()); length >= 5; --length)
      for (std::size_t at = 0; at + length <= folded.size(); ++at) {
        const auto found = index_.inner.find(std::string_view(folded).substr(at, length));
        if (found == index_.inner.end()) continue;
        push(i, i, found->second, Way::inside);
        return;
      }
  }

  /// The longest matches that do not overlap, in the order of the text.
  std::vector<Match> chosen() {
    std::erase_if(matches_, [this](const Match& each) { return each.way == Way::plain && !written_right(each); });
    std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      return a.span.length() != b.span.length() ? a.span.length() > b.span.length() : a.span.begin < b.span.begin;
    });
    std::vector<Match> kept;
    for (const Match& each : matches_) {
      const bool free = std::none_of(kept.begin(), kept.end(), [&](const Match& other) { return other.span.overlaps(each.span); });
      if (free) kept.push_back(each);
    }
    std::sort(kept.begin(), kept.end(), [](const Match& a, const Match& b) { return a.span.begin < b.span.begin; });
    return kept;
  }

  bool written_right(const Match& match) const {
    return std::any_of(index_.begin(match.phrase), index_.end(match.phrase),
                       [&](const NameForm& each) { return written_as(each.need, match); });
  }

  bool written_as(CaseNeed need, const Match& match) const {
    if (need == CaseNeed::any) return true;
    for (std::size_t i = match.first; i <= match.last; ++i) {
      const SeenToken& token = tokens_[i];
      if (!token.is_word() || token.casing == Casing::number) continue;
      const bool single = token.span.length() == 1 || token.word->folded.size() == 1;
      if (need == CaseNeed::capital && !token.capital()) return false;
      if (need == CaseNeed::all_capitals && token.casing != Casing::capitals && !(single && token.capital())) return false;
    }
    return true;
  }

  // From a match to a hit.

  void judge(const Match& match, std::vector<IdentityHit>& hits) {
    if (match.way == Way::compact) return judge_compact(match, hits);
    std::vector<Candidate> candidates = candidates_of(match);
    if (candidates.empty()) return;
    IdentityHit hit;
    hit.span = match.span;
    const std::optional<std::size_t> title = title_before(match, *candidates.front().form);
    narrow(candidates, match, title);
    const NameForm& form = *candidates.front().form;
    if (index_.facts[candidates.front().identity].may_be_named) return;
    hit.identity = candidates.front().identity;
    hit.kind = form.kind;
    hit.inside_word = match.way == Way::inside;
    if (form.shape == FormShape::plural || (form.kind == NameKind::family && family_follows(match)))
      hit.plural = form.shape == FormShape::plural ? the_before(match.first) : true;
    hit.possessive = take_possessive(match, form, hit.span);
    const bool torn = match.way == Way::plain && take_rest_of_word(match, hit.span);
    take_last_stop(form, hit.span);
    if (title) hit.span.begin = tokens_[*title].span.begin;
    const bool shared = !one_public_name(candidates) && !(hit.plural && all_family(candidates));
    const Standing standing = title ? Standing::name : standing_in(match, form);
    if (standing == Standing::plain_word) return;
    if (!title && is_part_of_area(match, form)) return;
    if (is_usual_name(form) && (standing != Standing::name || has_stranger_beside(match))) return;
    const bool sure_name = !torn && standing == Standing::name && sure(match, form, title.has_value(), hit.plural);
    hit.certain = sure_name && !shared;
    hit.shared = sure_name && shared;
    if (shared) hit.may_be = identities_of(candidates);
    hit.how = describe(match, form, title.has_value(), hit, shared);
    if (hit.certain && !hit.plural) recent_.push_back(hit.identity);
    hits.push_back(std::move(hit));
  }

  void judge_compact(const Match& match, std::vector<IdentityHit>& hits) const {
    const CompactForm& form = match.compact->front();
    if (index_.facts[form.identity].may_be_named) return;
    IdentityHit hit;
    hit.span = match.span;
    hit.identity = form.identity;
    hit.kind = form.kind;
    hit.certain = true;
    hit.how = words_for(form.kind);
    std::vector<Candidate> holders;
    for (const CompactForm& each : *match.compact)
      if (!index_.facts[each.identity].may_be_named) holders.push_back({each.identity, nullptr});
    if (!one_public_name(holders)) {
      hit.may_be = identities_of(holders);
      hit.how += ", shared by several";
    }
    const bool titled = match.first > 0 && tokens_[match.first - 1].word->title && tokens_[match.first - 1].capital();
    if (titled && form.kind == NameKind::number) {  // "PC 9941"
      hit.span.begin = tokens_[match.first - 1].span.begin;
      hit.kind = NameKind::full;
      hit.how = "title and number";
    }
    hits.push_back(std::move(hit));
  }

  std::vector<Candidate> candidates_of(const Match& match) const {
    std::vector<Candidate> candidates;
    for (const NameForm* form = index_.begin(match.phrase); form != index_.end(match.phrase); ++form) {
      if (match.way == Way::plain && !written_as(form->need, match)) continue;
      const auto same = std::find_if(candidates.begin(), candidates.end(),
                                     [&](const Candidate& each) { return each.identity == form->identity; });
      if (same == candidates.end()) candidates.push_back({form->identity, form});
      else if (form->shape < same->form->shape) same->form = form;
    }
    keep_if_any(candidates, [](const Candidate& each) { return each.form->shape != FormShape::place_core; });
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.form->shape < b.form->shape; });
    return candidates;
  }

  /// The first token of the titles before a match, where it names a person and is not itself a match.
  std::optional<std::size_t> title_before(const Match& match, const NameForm& form) const {
    std::optional<std::size_t> title;
    if (!index_.facts[form.identity].person || match.way == Way::inside) return title;
    std::size_t at = match.first;
    for (int titles = 0; titles < 2; ++titles) {
      std::size_t before = at;
      if (before > 0 && tokens_[before - 1].word->folded == ".") --before;
      if (before == 0 || !is_title_here(tokens_[before - 1], form)) break;
      if (tokens_[at].span.begin - tokens_[before - 1].span.end > 3) break;
      at = before - 1;
      title = at;
    }
    return title;
  }

  static bool is_title_here(const SeenToken& token, const NameForm& form) {
    if (!token.word->title) return false;
    if (token.word->folded.size() <= 4 && token.word->folded != "lady") return token.capital() || token.word->folded.size() <= 3;
    const bool with_family = form.shape == FormShape::whole || form.shape == FormShape::family || form.shape == FormShape::half;
    return token.capital() && with_family;
  }

  template <class Keep>
  static void keep_if_any(std::vector<Candidate>& candidates, Keep keep) {
    if (candidates.size() < 2 || std::none_of(candidates.begin(), candidates.end(), keep)) return;
    std::erase_if(candidates, [&](const Candidate& each) { return !keep(each); });
  }

  /// Leaves out those whom title, role, or what went before rules out.
  void narrow(std::vector<Candidate>& candidates, const Match& match, std::optional<std::size_t> title) const {
    const auto fact = [this](const Candidate& each) -> const IdentityFacts& { return index_.facts[each.identity]; };
    if (title) {
      const std::string& word = tokens_[*title].word->folded;
      const char sex = sex_of_title(word);
      keep_if_any(candidates, [&](const Candidate& each) { return title_fits(word, fact(each).public_name); });
      keep_if_any(candidates, [&](const Candidate& each) { return sex == ' ' || fact(each).sex == sex; });
      if (word != "miss" && word != "master") keep_if_any(candidates, [&](const Candidate& each) { return !fact(each).child; });
    }
    keep_if_any(candidates, [&](const Candidate& each) { return !fact(each).may_be_named; });
    keep_if_any(candidates, [](const Candidate& each) { return each.form->shape != FormShape::place_core; });
    if (candidates.size() < 2) return;
    const std::string before = words_before(title.value_or(match.first));
    keep_if_any(candidates, [&](const Candidate& each) { return role_fits(before, fact(each)); });
    keep_if_any(candidates, [&](const Candidate& each) {
      return std::find(recent_.begin(), recent_.end(), each.identity) != recent_.end();
    });
  }

  /// The three words before token `at`, folded, each with a space before it.
  std::string words_before(std::size_t at) const {
    std::string words;
    for (std::size_t i = at < 3 ? 0 : at - 3; i < at; ++i) words += " " + tokens_[i].word->folded;
    return words;
  }

  static bool role_fits(std::string_view before, const IdentityFacts& fact) {
    const auto ends = [&](std::string_view word) { return before.ends_with(word); };
    if (ends(" brother") || ends(" sister") || ends(" sibling") || ends(" son") || ends(" daughter")) return fact.child;
    if (ends(" mother") || ends(" mum")) return fact.role == "mother";
    if (ends(" father") || ends(" dad")) return fact.role == "father";
    std::string_view role = fact.public_name;
    const auto number = role.find_last_of(' ');
    if (number != std::string_view::npos && role.size() - number <= 3) role = role.substr(0, number);
    return role.size() > 3 && before.size() > role.size() && before.ends_with(role) && before[before.size() - role.size() - 1] == ' ';
  }

  bool one_public_name(const std::vector<Candidate>& candidates) const {
    return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& each) {
      return index_.facts[each.identity].public_name == index_.facts[candidates.front().identity].public_name;
    });
  }

  static std::vector<std::uint32_t> identities_of(const std::vector<Candidate>& candidates) {
    std::vector<std::uint32_t> identities;
    for (const Candidate& each : candidates) identities.push_back(each.identity);
    std::sort(identities.begin(), identities.end());
    return identities;
  }

  bool all_family(const std::vector<Candidate>& candidates) const {
    return std::all_of(candidates.begin(), candidates.end(),
                       [&](const Candidate& each) { return index_.facts[each.identity].family; });
  }

  bool the_before(std::size_t first) const { return first > 0 && tokens_[first - 1].word->folded == "the"; }

  /// "the Smith family", "the Smith household".
  bool family_follows(const Match& match) const {
    if (match.last + 1 >= tokens_.size() || !the_before(match.first)) return false;
    const std::string& next = tokens_[match.last + 1].word->folded;
    return next == "family" || next == "household" || next == "children" || next == "siblings" || next == "parents" || next == "home";
  }

  /// True where a possessive ending follows; where the name itself ends so, the ending belongs to the hit.
  bool take_possessive(const Match& match, const NameForm& form, Span& span) const {
    if (match.last + 1 >= tokens_.size() || match.way == Way::inside) return false;
    const SeenToken& next = tokens_[match.last + 1];
    if (next.span.begin != span.end || next.casing != Casing::punctuation) return false;
    const std::string& mark = next.word->folded;
    if (mark != "'s" && mark != "'") return false;
    if (form.ends_possessive) {
      if (mark == "'s") span.end = next.span.end;
      return false;
    }
    const char last = tokens_[match.last].word->folded.empty() ? ' ' : tokens_[match.last].word->folded.back();
    return mark == "'s" || last == 's' || last == 'z' || last == 'x';
  }

  /// Widens a hit that is only one capitalised part of a hyphenated word ("Akhtar-Husein") to the whole word.
  bool take_rest_of_word(const Match& match, Span& span) const {
    const Span last = tokens_[match.last].span, first = tokens_[match.first].span;
    const bool behind = span.end < last.end && starts_capital(text_.substr(span.end, last.end - span.end));
    const bool before = span.begin > first.begin && starts_capital(text_.substr(first.begin, span.begin - first.begin));
    if (behind) span.end = last.end;
    if (before) span.begin = first.begin;
    return behind || before;
  }

  static bool starts_capital(std::string_view part) {
    while (!part.empty() && (part[0] == '-' || part[0] == '\'')) part.remove_prefix(1);
    return !part.empty() && unicode::is_upper(code_point_at(part, 0).value);
  }

  /// Takes in the last stop of dotted initials where it ends no sentence.
  void take_last_stop(const NameForm& form, Span& span) const {
    if (form.kind != NameKind::initials || form.atoms.size() < 2 || span.end + 2 >= text_.size()) return;
    const bool dotted = text_.substr(span.begin, span.length()).find('.') != std::string_view::npos;
    if (dotted && text_[span.end] == '.' && text_[span.end + 1] == ' ' && unicode::is_lower(code_point_at(text_, span.end + 2).value))
      ++span.end;
  }

  /// True for a few capitals right behind a number: a grade ("WCAG 2.2 AA") or a unit ("47 KB").
  bool is_grade_or_unit(const Match& match) const {
    if (match.first != match.last || match.first == 0) return false;
    const SeenToken& token = tokens_[match.first];
    const SeenToken& before = tokens_[match.first - 1];
    return token.casing == Casing::capitals && token.span.length() <= 3 && before.casing == Casing::number &&
           token.span.begin - before.span.end <= 2;
  }

  /// True for one word of a person's name that here is one word of an area: "North Yorkshire".
  bool is_part_of_area(const Match& match, const NameForm& form) const {
    return match.first == match.last && match.way != Way::inside && index_.facts[form.identity].person && stands_in_council_area(tokens_, match.first);
  }

  /// A short form that the register does not have itself. Before a family name that it does not have it is somebody
  /// else's: "Liz Strange".
  static bool is_usual_name(const NameForm& form) { return form.kind == NameKind::nickname && form.shape == FormShape::middle; }
  bool has_stranger_beside(const Match& match) const { return stranger_follows(tokens_, match.last) || stranger_precedes(tokens_, match.first); }

  /// How an everyday word, initials or a part of a name stands here.
  Standing standing_in(const Match& match, const NameForm& form) const {
    if (match.way != Way::plain) return Standing::name;
    if (is_grade_or_unit(match)) return Standing::plain_word;
    const bool initials = form.shape == FormShape::initials || form.shape == FormShape::made_initials;
    if (initials) {
      if (in_capitals(tokens_, match.first)) return Standing::unclear;
      return form.atoms.size() == 1 && is_everyday_word(form.atoms.front()) ? Standing::unclear : Standing::name;
    }
    if (!form.everyday) return Standing::name;
    if (match.first == match.last) return standing_of(tokens_, match.first);
    return in_capitals(tokens_, match.first) ? Standing::unclear : Standing::name;
  }

  bool sure(const Match& match, const NameForm& form, bool titled, bool plural) const {
    if (match.way == Way::near) return false;
    if (match.way == Way::inside) return among_marks(match.first);
    const bool small = std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(match.first),
                                    tokens_.begin() + static_cast<std::ptrdiff_t>(match.last) + 1,
                                    [](const SeenToken& each) { return each.capital(); });
    if (small && !titled && (form.shape == FormShape::half || (form.shape == FormShape::other && form.atoms.size() > 1))) return false;
    switch (form.shape) {
      case FormShape::middle:
      case FormShape::made_initials: return false;
      case FormShape::plural: return plural;
      case FormShape::half: return form.kind == NameKind::family && (titled || plural || !stranger_precedes(tokens_, match.first));
      case FormShape::given:
      case FormShape::other: return !stranger_follows(tokens_, match.last);
      case FormShape::family: return titled || plural || !stranger_precedes(tokens_, match.first);
      case FormShape::place_core: return form.atoms.size() > 1 || form.atoms.front().size() >= 6;
      case FormShape::whole:
      case FormShape::initials:
      case FormShape::joined:
      case FormShape::place:
      case FormShape::address:
      case FormShape::contact: return true;
    }
    return false;
  }

  std::string describe(const Match& match, const NameForm& form, bool titled, const IdentityHit& hit, bool shared) const {
    std::string how;
    if (hit.possessive) how += "possessive of the ";
    if (form.shape == FormShape::plural) how += "plural of the ";
    if (titled) how += "title and ";
    if (form.shape == FormShape::half) how += "one part of the ";
    how += words_for(form.kind);
    if (form.reversed && form.kind == NameKind::full) how += " in reverse order";
    if (form.shape == FormShape::joined) how += " in one word";
    if (match.way == Way::split_word) how += ", split over two lines";
    if (match.way == Way::near) how += words_for(match.slip);
    if (match.way == Way::inside) how += " inside a longer word";
    if (shared) how += ", shared by several";
    return how;
  }

  const Index& index_;
  std::string_view text_;
  const std::vector<SeenToken>& tokens_;
  Scope scope_;
  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> numbers_;
  std::vector<Match> matches_;
  std::vector<std::uint32_t> recent_;  ///< entries surely named before in this text
};

}  // namespace

std::vector<IdentityHit> match_identities(const IdentitySearch::Index& index, std::string_view text,
                                          const std::vector<SeenToken>& tokens, Scope scope) {
  return Matcher(index, text, tokens, scope).run();
}

}  // namespace casewright
