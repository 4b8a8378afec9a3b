#include "language/identity_matches.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_forms.h"
#include "language/name_words.h"

namespace casewright {
namespace {

bool is_word_before_number(std::string_view folded) {
  return among({"number", "no", "warrant", "collar", "badge", "officer", "constable", "pc", "wpc", "dc", "ds", "ps", "sgt", "pcso", "ref", "id"}, folded);
}

class MatchFinder {
 public:
  explicit MatchFinder(const SearchedText& searched)
      : searched_(searched), index_(searched.index), text_(searched.text), tokens_(searched.tokens) {}

  std::vector<Match> run() {
    lay_atoms();
    find_phrases();
    for (std::size_t i = 0; i < tokens_.size(); ++i) find_odd(i);
    return chosen();
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
    for (std::uint32_t i = found.begin; i + 1 < found.end; ++i) {
      const Span gap{atoms_[i].span.end, atoms_[i + 1].span.begin};
      if (!gap_allows(gap, atoms_[i].span.length(), form.shape, loose)) return false;
      if (parts_clauses(gap, tokens_[atoms_[i].token], tokens_[atoms_[i + 1].token], form)) return false;
      if (loose && i + 2 == found.end && begins_next_of_list(gap, atoms_[i + 1])) return false;
    }
    return true;
  }

  /// "a bath, row after row", "Yours, Art. Best wishes": the mark parts what is no name, or two sentences.
  bool parts_clauses(Span gap, const SeenToken& before, const SeenToken& after, const NameForm& form) const {
    const std::string_view mark = text_.substr(gap.begin, gap.length());
    if (mark.starts_with(",")) return form.shape == FormShape::place && before.casing == Casing::lower && after.casing == Casing::lower;
    const bool of_person = form.shape == FormShape::whole || form.shape == FormShape::given || form.shape == FormShape::other;
    return mark.starts_with(". ") && of_person && before.word->folded.size() > 1 && !among({"st", "md", "mc", "wm", "jr", "fr"}, before.word->folded) && !before.word->title;
  }

  /// "R" of "M Khan, R Khan": behind the comma another name begins.
  bool begins_next_of_list(Span gap, const Atom& last) const {
    const std::size_t next = last.token + 1;
    return last.span.length() == 1 && text_[gap.begin] == ',' && next < tokens_.size() && tokens_[next].capital() && tokens_[next].span.begin == last.span.end + 1 && text_[last.span.end] == ' ';
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
    else if (token.casing == Casing::mixed || token.casing == Casing::capitals) find_titled_number(i);
    if (i + 1 < tokens_.size()) find_split(i);
    if (is_letter_alone(i) && (i == 0 || !goes_on_spelling(i - 1))) find_spelled(i);
    if (token.capital() && word.folded.find('-') != std::string::npos) find_hyphened(i);
    const bool tag = is_tag(searched_, i);
    if (tag && word.tagged != PhraseAutomaton::unknown) return push(i, i, word.tagged, Way::inside);
    if ((word.known && token.casing != Casing::mixed) || (!word.may_hold_name && word.near.empty())) return;
    const bool in_address = token.word->may_hold_name && among_marks(searched_, i);
    if (in_address || (token.word->may_hold_name && tag) || (token.word->may_hold_name && token.casing != Casing::lower)) find_inside(i);
    if (!token.word->near.empty() && near_counts(i)) push_near(i);
  }

  void push_near(std::size_t i) {
    const NearName& likeliest = tokens_[i].word->near.front();
    push(i, i, likeliest.number, Way::near);
    matches_.back().slip = likeliest.slip;
  }

  /// A few capitals among small letters are an acronym: "MARAC" is no Marek.
  bool near_counts(std::size_t i) const {
    constexpr std::size_t letters_of_acronym = 6;
    const SeenToken& token = tokens_[i];
    if (token.casing == Casing::capitals && token.word->folded.size() <= letters_of_acronym && !in_capitals(tokens_, i)) return false;
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

  /// "PC4417": a short number right behind what calls it one.
  void find_titled_number(std::size_t i) {
    const std::string& folded = tokens_[i].word->folded;
    const std::size_t digits = std::min(folded.find_first_of("0123456789"), folded.size());
    if (digits == 0 || !is_word_before_number(std::string_view(folded).substr(0, digits))) return;
    const auto found = index_.compact.find(folded.substr(digits));
    if (found != index_.compact.end()) matches_.push_back({tokens_[i].span, i, i, 0, Way::compact, &found->second, Slip::one_letter});
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

  /// "Wisniew-ska": a hyphen of a line's end that whoever joined the lines took for the word's own.
  void find_hyphened(std::size_t i) {
    constexpr std::size_t shortest = 6;  // "Co-op" is no Mr Coop
    const std::string joined = compact_of(text_.substr(tokens_[i].span.begin, tokens_[i].span.length()));
    const auto found = joined.size() < shortest ? index_.single.end() : index_.single.find(joined);
    if (found != index_.single.end()) push(i, i, found->second, Way::split_word);
  }

  bool is_letter_alone(std::size_t i) const {
    const Span span = tokens_[i].span;
    return tokens_[i].is_word() && span.length() <= 4 && code_point_at(text_, span.begin).bytes == span.length() && !is_digit(text_[span.begin]);
  }

  /// True where the token is a letter, or a mark between letters, of a word whose letters stand apart, and another letter follows.
  bool goes_on_spelling(std::size_t i) const {
    constexpr std::uint32_t widest_gap = 3;  // bytes: a space of any width
    const Span span = tokens_[i].span;
    const bool mark = span.length() == 1 && std::string_view(".-*_|/").find(text_[span.begin]) != std::string_view::npos;
    if ((!mark && !is_letter_alone(i)) || i + 1 >= tokens_.size() || tokens_[i + 1].span.begin - span.end > widest_gap) return false;
    return is_letter_alone(i + 1) || (!mark && goes_on_spelling(i + 1));
  }

  /// "P e r p e t u a", "P-e-r-p-e-t-u-a": letters that stand apart, as in wide headings.
  void find_spelled(std::size_t first) {
    constexpr std::size_t fewest = 4, most = 200;
    std::string joined;
    std::vector<std::size_t> begins, tokens;  // of each letter, in the joined word and among the tokens
    for (std::size_t i = first; begins.size() < most; ++i) {
      if (is_letter_alone(i)) {
        begins.push_back(joined.size());
        tokens.push_back(i);
        joined += compact_of(text_.substr(tokens_[i].span.begin, tokens_[i].span.length()));
      }
      if (!goes_on_spelling(i)) break;
    }
    if (begins.size() < fewest) return;
    const auto token_at = [&](std::size_t at) { return tokens[static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), at) - begins.begin()) - 1]; };
    if (const auto whole = index_.single.find(joined); whole != index_.single.end()) return push(first, tokens.back(), whole->second, Way::spelled);
    for (std::size_t length = std::min(index_.longest_inner, joined.size()); length >= 5; --length)
      for (std::size_t at = 0; at + length <= joined.size(); ++at)
        if (const auto found = index_.inner.find(std::string_view(joined).substr(at, length)); found != index_.inner.end()) push(token_at(at), token_at(at + length - 1), found->second, Way::spelled);
  }

  /// "#JusticeForSummer", "SummerJasmin": a word that is a name as well counts behind a mark or beside another name.
  bool find_humps(std::size_t i) {
    const Span span = tokens_[i].span;
    std::size_t known = 0;
    std::uint32_t telling = 0;
    bool sure = span.begin > 0 && (text_[span.begin - 1] == '#' || text_[span.begin - 1] == '@');
    for (const std::string& hump : humps_of(text_.substr(span.begin, span.length()))) {
      const auto found = hump.size() < 3 ? index_.single.end() : index_.single.find(hump);
      if (found == index_.single.end()) continue;
      if (known++ == 0) telling = found->second;
      sure = sure || std::none_of(index_.begin(found->second), index_.end(found->second), [](const NameForm& each) { return each.everyday || each.common || each.atoms.front().size() < 4; });
    }
    if (known == 0 || (known == 1 && !sure)) return false;
    push(i, i, telling, Way::inside);
    return true;
  }

  void find_inside(std::size_t i) {
    if (tokens_[i].casing == Casing::mixed && find_humps(i)) return;
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
                       [&](const NameForm& each) { return written_as(each.need, match, searched_); });
  }

  const SearchedText& searched_;
  const IdentitySearch::Index& index_;
  std::string_view text_;
  const std::vector<SeenToken>& tokens_;
  std::vector<Atom> atoms_;
  std::vector<std::uint32_t> numbers_;
  std::vector<Match> matches_;
};

bool part_written_as(CaseNeed need, std::string_view part) {
  if (need == CaseNeed::capital) return unicode::is_upper(code_point_at(part, 0).value);
  for (std::size_t at = 0; at < part.size();) {
    const CodePoint each = code_point_at(part, at);
    if (unicode::is_lower(each.value)) return false;
    at += each.bytes;
  }
  return true;
}

}  // namespace

bool called_by_name(const SearchedText& searched, const Match& match) {
  const std::vector<SeenToken>& tokens = searched.tokens;
  std::size_t at = match.first;
  if (at > 0 && tokens[at - 1].word->folded == ".") --at;
  if (at > 0 && among({"mr", "mrs", "ms"}, tokens[at - 1].word->folded)) return true;
  const bool alone = match.first > 1 && tokens[match.first - 1].word->folded == "(" && match.last + 1 < tokens.size() && tokens[match.last + 1].word->folded == ")";
  return alone && is_kin(tokens[match.first - 2].word->folded);
}

bool speaks(const SearchedText& searched, const Match& match) {
  const std::vector<SeenToken>& tokens = searched.tokens;
  if (match.first != match.last || match.last + 1 >= tokens.size()) return false;
  if (!among({"said", "says", "told", "tells", "asked", "rang", "texted", "replied", "stated", "states", "reports"}, tokens[match.last + 1].word->folded)) return false;
  return match.first == 0 || !among({"the", "a", "an", "his", "her", "their", "this", "that", "no", "of", "and", "-"}, tokens[match.first - 1].word->folded);
}

namespace {

/// "aug ward-hope": plain words that a hyphen makes one are a name where the register has them so.
bool is_hyphened(const SearchedText& searched, const Match& match) {
  const SeenToken& token = searched.tokens[match.first];
  return match.first == match.last && token.word->atoms.size() > 1 && token.span == match.span;
}

/// "kai" and "zoe" are short, but no dictionary has them.
bool is_no_word(const SearchedText& searched, const Match& match) {
  const KnownWord& word = *searched.tokens[match.first].word;
  return match.first == match.last && word.strange && word.folded.size() >= 3 && word.atoms.size() == 1 && searched.tokens[match.first].span == match.span;
}

/// "dean.wood" of "dean.wood@police.example", where all is small.
bool before_at_sign(const SearchedText& searched, const Match& match) {
  const std::string_view behind = searched.text.substr(match.span.end);
  const std::string_view run = behind.substr(0, behind.find_first_of(" \t\n\r\"<>(),;"));
  return match.first != match.last && run.find('@') != std::string_view::npos;
}

}  // namespace

bool written_as(CaseNeed need, const Match& match, const SearchedText& searched) {
  if (need == CaseNeed::any) return true;
  if (need == CaseNeed::capital && match.way == Way::plain && (before_at_sign(searched, match) || speaks(searched, match) || is_hyphened(searched, match) || is_no_word(searched, match) || called_by_name(searched, match))) return true;
  for (std::size_t i = match.first; i <= match.last; ++i) {
    const SeenToken& token = searched.tokens[i];
    if (!token.is_word() || token.casing == Casing::number) continue;
    if (token.span.begin < match.span.begin || token.span.end > match.span.end) {  // "TFOW-final"
      const Span part{std::max(token.span.begin, match.span.begin), std::min(token.span.end, match.span.end)};
      if (!part_written_as(need, searched.text.substr(part.begin, part.length()))) return false;
      continue;
    }
    const bool single = token.span.length() == 1 || token.word->folded.size() == 1;
    if (need == CaseNeed::capital && !token.capital()) return false;
    if (need == CaseNeed::all_capitals && token.casing != Casing::capitals && !(single && token.capital())) return false;
  }
  return true;
}

bool is_tag(const SearchedText& searched, std::size_t token) {
  const std::uint32_t begin = searched.tokens[token].span.begin;
  return begin > 0 && (searched.text[begin - 1] == '#' || searched.text[begin - 1] == '@');
}

bool among_marks(const SearchedText& searched, std::size_t token) {
  if (searched.scope == Scope::link || searched.scope == Scope::file_name) return true;
  const std::string_view text = searched.text;
  const Span span = searched.tokens[token].span;
  constexpr std::string_view glue = "@/_=.\\&%+-#0123456789";
  const bool before = span.begin > 1 && glue.find(text[span.begin - 1]) != std::string_view::npos && text[span.begin - 2] != ' ';
  const bool after = span.end + 1 < text.size() && glue.find(text[span.end]) != std::string_view::npos && text[span.end + 1] != ' ';
  const bool digits = searched.tokens[token].word->folded.find_first_of("0123456789") != std::string::npos;
  return before || after || digits;
}

std::vector<Match> find_matches(const SearchedText& searched) { return MatchFinder(searched).run(); }

}  // namespace casewright
