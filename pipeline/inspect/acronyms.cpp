#include "inspect/acronyms.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "foreign/unicode.h"
#include "inspect/explained_terms.h"

namespace casewright {
namespace {

/// How many words before a bracket may hold what a short form stands for, for each of its letters and beside.
constexpr std::uint32_t words_a_letter = 2, words_beside = 3;

bool roman(std::string_view word) { return word.find_first_not_of("IVXLCDM") == std::string_view::npos; }

/// Two to eight letters of which two or more are capitals: "MASH", "DfE", "A&E".
bool short_form(std::string_view word) {
  int capitals = 0;
  for (const char each : word) {
    const bool capital = each >= 'A' && each <= 'Z';
    if (!capital && !(each >= 'a' && each <= 'z') && each != '&') return false;
    capitals += capital;
  }
  return word.size() >= 2 && word.size() <= 8 && capitals >= 2 && capitals * 2 >= static_cast<int>(word.size());
}

/// "MLeo", "SFLeo": letters before a name tell who somebody is to whom.
bool letters_before_a_name(std::string_view word) {
  const std::size_t last = word.find_last_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  return last != std::string_view::npos && last > 0 && word.size() - last >= 3;
}

/// "SCRs" as "SCR".
std::string_view singular(std::string_view word) {
  if (word.size() > 2 && word.back() == 's') word.remove_suffix(1);
  return word;
}

/// A stretch set in capitals, where a short form cannot be told from a word.
bool mostly_in_capitals(const Prose& prose, const Stretch& stretch) {
  std::uint32_t capitals = 0, words = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Casing casing = prose.tokens[at].casing;
    if (casing == Casing::punctuation || casing == Casing::number) continue;
    ++words;
    capitals += casing == Casing::capitals;
  }
  return words > 1 && capitals * 2 > words;
}

char lowered_letter(char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); }

bool dash(std::string_view mark) {
  return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94" || mark == ":" || mark == "=";
}
bool quote(std::string_view mark) {
  return mark == "\"" || mark == "'" || mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99" || mark == "\xE2\x80\x9C" ||
         mark == "\xE2\x80\x9D";
}

/// Looks around one short form for what explains it.
class Around {
 public:
  Around(const Prose& prose, const Stretch& stretch, std::uint32_t token, std::string_view word)
      : prose_(prose), stretch_(stretch), at_(token), word_(word) {}

  bool explained() const { return closes_bracket() || opens_bracket() || heads_line() || follows_dash() || follows_or() || spelt_out(); }

 private:
  std::string_view text(std::uint32_t at) const { return prose_.view(prose_.tokens[at].span()); }
  bool begins_like_it(std::uint32_t at) const { return lowered_letter(text(at)[0]) == lowered_letter(word_[0]); }

  /// "multi-agency safeguarding hub (MASH)", also "(the MASH)" and "('MASH')".
  bool closes_bracket() const {
    std::uint32_t open = at_;
    for (int back = 0; back < 5 && open > stretch_.first_token && text(open) != "("; ++back) --open;
    if (text(open) != "(") return false;
    std::uint32_t after = at_ + 1;
    while (after < stretch_.end_token && quote(text(after))) ++after;
    if (after >= stretch_.end_token || (text(after) != ")" && text(after) != "," && text(after) != ";")) return false;
    return matches_before(open) || names_before(open) || title_before(open);
  }

  /// "350,000 Polish zlotys (PLN)": the code of a sum that the words before the bracket give.
  bool names_before(std::uint32_t open) const {
    constexpr std::uint32_t near = 4;
    if (open + 1 != at_ || word_.size() != 3) return false;
    for (std::uint32_t at = open, words = 0; at > stretch_.first_token && words < near; ++words)
      if (prose_.tokens[--at].casing == Casing::number) return words > 0;
    return false;
  }

  /// "World Conservation Union (IUCN)": a name of several words stands for it, whatever its letters.
  bool title_before(std::uint32_t open) const {
    if (open + 1 != at_ || at_ + 1 >= stretch_.end_token || text(at_ + 1) != ")" || open < stretch_.first_token + 2) return false;
    return is_name(open - 1) && is_name(open - 2);
  }

  /// "serious case review - SCR".
  bool follows_dash() const {
    if (at_ < stretch_.first_token + 3) return false;
    const std::string_view mark = text(at_ - 1);
    if (mark == ":") return initials_before(at_ - 1);
    return dash(mark) && mark != ":" && mark != "=" && matches_before(at_ - 1);
  }

  /// "General Data Protection Regulation, or GDPR".
  bool follows_or() const {
    if (at_ < stretch_.first_token + 3 || text(at_ - 1) != "or") return false;
    return initials_before(text(at_ - 2) == "," ? at_ - 2 : at_ - 1);
  }

  /// "Concise Child Practice Review: CPR": each letter begins one of the words before the mark.
  bool initials_before(std::uint32_t mark) const {
    if (mark < stretch_.first_token + word_.size()) return false;
    for (std::size_t each = 0; each < word_.size(); ++each)
      if (text(mark - static_cast<std::uint32_t>(word_.size() - each))[0] != word_[each]) return false;
    return true;
  }

  /// True where the first letters of the words before `open` hold half the letters of the short form in order.
  bool matches_before(std::uint32_t open) const {
    const auto reach = static_cast<std::uint32_t>(word_.size()) * words_a_letter + words_beside;
    std::size_t letter = word_.size(), matched = 0;
    for (std::uint32_t at = open, words = 0; at > stretch_.first_token && words < reach; ++words) {
      const std::string_view before = text(--at);
      std::size_t part = before.size();
      do {  // the parts of a word with hyphens, the last first
        part = part == 0 ? std::string_view::npos : before.rfind('-', part - 1);
        const std::size_t first = part == std::string_view::npos ? 0 : part + 1;
        if (first >= before.size()) continue;
        const std::size_t found = letter == 0 ? std::string_view::npos : rfind_small(lowered_letter(before[first]), letter - 1);
        if (found == std::string_view::npos) continue;
        ++matched;
        letter = found;
      } while (part != std::string_view::npos);
    }
    return matched * 2 >= word_.size();
  }

  std::size_t rfind_small(char letter, std::size_t from) const {
    for (std::size_t at = from + 1; at-- > 0;)
      if (lowered_letter(word_[at]) == letter) return at;
    return std::string_view::npos;
  }

  /// "MASH (multi-agency safeguarding hub)".
  bool opens_bracket() const {
    std::uint32_t open = at_ + 1;
    while (open < stretch_.end_token && quote(text(open))) ++open;
    if (open + 2 >= stretch_.end_token || text(open) != "(") return false;
    std::uint32_t first = open + 1;
    while (first + 1 < stretch_.end_token && (quote(text(first)) || text(first) == "the" || text(first) == "or")) ++first;
    const bool told = text(open + 1) == "the" || text(open + 1) == "a" || text(open + 1) == "an";
    if (told && open + 4 < stretch_.end_token && text(open + 3) != ")") return true;
    return begins_like_it(first) || (is_name(first) && first + 1 < stretch_.end_token && is_name(first + 1));
  }
  /// "the SHANARRI indicators (safe, healthy, active, nurtured, achieving, respected, responsible and included)": each letter begins
  /// one of the words in the next bracket.
  bool spelt_out() const {
    constexpr std::uint32_t near = 6;
    std::uint32_t at = at_ + 1;
    while (at < stretch_.end_token && at < at_ + near && text(at) != "(") ++at;
    if (word_.size() < 4 || at + 1 >= stretch_.end_token || text(at) != "(" || !begins_like_it(at + 1)) return false;
    std::size_t letter = 0;
    for (++at; at < stretch_.end_token && text(at) != ")" && letter < word_.size(); ++at)
      letter += lowered_letter(text(at)[0]) == lowered_letter(word_[letter]);
    return letter == word_.size();
  }
  bool is_name(std::uint32_t at) const { return prose_.tokens[at].casing == Casing::capitalised; }

  /// "MASH: multi-agency safeguarding hub" at the start of a line, and "MASH stands for ...".
  bool heads_line() const {
    if (at_ + 2 >= stretch_.end_token) return false;
    if ((text(at_ + 1) == "stands" || text(at_ + 1) == "means") && begins_like_it(at_ + (text(at_ + 1) == "means" ? 2 : 3)))
      return true;
    return at_ == stretch_.first_token && dash(text(at_ + 1)) && begins_like_it(at_ + 2);
  }

  const Prose& prose_;
  const Stretch& stretch_;
  std::uint32_t at_;
  std::string_view word_;
};

bool little(std::string_view word) {
  static constexpr std::string_view words[] = {"and", "of", "the", "for", "in", "to", "on", "a", "an", "with", "at", "by", "or", "&"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// The first letters of the words of a meaning, with little words or without.
std::string initials(const std::string& meaning, bool with_little) {
  std::string letters;
  const std::string words = replace_every(replace_every(meaning, "-", " "), "/", " ");
  for (const std::string_view part : split(words, ' ')) {
    const std::string_view word = trim(part);
    if (!word.empty() && (with_little || !little(word))) letters += word[0];
  }
  return letters;
}

std::string bare(std::string_view text) {
  std::string letters;
  for (const char each : unicode::fold(text))
    if ((each >= 'a' && each <= 'z') || each == ' ' || each == '-') letters += each == '-' ? ' ' : each;
  return fold_space(letters);
}

/// True where the letters of the short form stand in the meaning in their order, the first at its start.
bool letters_fit(const std::string& word, const std::string& meaning) {
  if (meaning.empty() || meaning[0] != word[0]) return false;
  std::size_t at = 0;
  for (const char letter : word) {
    at = meaning.find(letter, at);
    if (at == std::string::npos) return false;
    ++at;
  }
  return true;
}

/// How many words differ between two meanings of the same number of words; more than any count where they have not.
std::size_t words_that_differ(const std::string& one, const std::string& other) {
  const auto a = split(one, ' '), b = split(other, ' ');
  if (a.size() != b.size()) return 99;
  std::size_t count = 0;
  for (std::size_t at = 0; at < a.size(); ++at) count += a[at] != b[at];
  return count;
}

/// True where two meanings differ in how one word ends: "disability", "disabilities".
bool only_in_number(const std::string& one, const std::string& other) {
  constexpr std::ptrdiff_t least = 4;
  const auto a = split(one, ' '), b = split(other, ' ');
  for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
    if (a[at] == b[at]) continue;
    const auto same = std::mismatch(a[at].begin(), a[at].end(), b[at].begin(), b[at].end()).first - a[at].begin();
    if (same < least || same + 4 < static_cast<std::ptrdiff_t>(std::max(a[at].size(), b[at].size()))) return false;
  }
  return true;
}

std::string without_article(std::string meaning) {
  for (const std::string_view each : {"a ", "an ", "the "})
    if (ascii_lower(meaning.substr(0, each.size())) == each) return meaning.substr(each.size());
  return meaning;
}

/// True inside a web address or an address of mail.
bool in_address(const Prose& prose, const Token& token) {
  const auto blank = [&](std::uint32_t at) { return prose.text[at] == ' ' || prose.text[at] == '\n'; };
  Span span = token.span();
  while (span.begin > 0 && !blank(span.begin - 1)) --span.begin;
  while (span.end < prose.text.size() && !blank(span.end)) ++span.end;
  if (span.length() < token.length + 5u) return false;
  const std::string_view run = prose.view(span);
  return run.find("://") != std::string_view::npos || run.find("www.") != std::string_view::npos || run.find('@') != std::string_view::npos;
}

/// "for two hours OR where", "COMPLETE ARTICLE AT": a little word, or one that the document also writes small, among others in capitals.
bool emphasised(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  const auto loud = [&](std::uint32_t other) { return prose.tokens[other].casing == Casing::capitals && prose.tokens[other].length > 1; };
  const bool beside = (at > stretch.first_token && loud(at - 1)) || (at + 1 < stretch.end_token && loud(at + 1));
  const Word& word = prose.words[prose.tokens[at].word];
  return little(word.folded) || (beside && word.count_lower > 0);
}

/// "NGSB 02/2021": the mark of a file and no word.
bool marks_a_file(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  const auto text = [&](std::uint32_t other) { return prose.view(prose.tokens[other].span()); };
  const std::uint32_t number = at + 1 < stretch.end_token && (text(at + 1) == "/" || text(at + 1) == "-") ? at + 2 : at + 1;
  if (number >= stretch.end_token || prose.tokens[number].casing != Casing::number) return false;
  return number == at + 2 || text(number).find('/') != std::string_view::npos || (number + 1 < stretch.end_token && text(number + 1) == "/");
}

/// "(HMG 2006)", "(DfE, 2018; ...": who published what is cited, as the list of references tells.
bool cites(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  const auto text = [&](std::uint32_t other) { return prose.view(prose.tokens[other].span()); };
  if (at == stretch.first_token || (text(at - 1) != "(" && text(at - 1) != ";")) return false;
  const std::uint32_t year = at + 1 < stretch.end_token && text(at + 1) == "," ? at + 2 : at + 1;
  if (year >= stretch.end_token || prose.tokens[year].casing != Casing::number) return false;
  const std::string_view number = text(year);
  return number.size() >= 4 && number.size() <= 5 && (number.starts_with("19") || number.starts_with("20"));
}

/// "a case in which AJ, who was six, ...": two letters without an article that are told of as a person.
bool told_as_person(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  static constexpr std::string_view articles[] = {"a", "an", "the", "this", "that", "each", "every", "any", "her", "his", "their", "our", "one", "another", "new", "same"};
  const auto folded = [&](std::uint32_t other) -> std::string_view { return prose.words[prose.tokens[other].word].folded; };
  if (prose.tokens[at].length != 2 || (at > stretch.first_token && std::find(std::begin(articles), std::end(articles), folded(at - 1)) != std::end(articles))) return false;
  const std::uint32_t after = at + 1 < stretch.end_token && prose.view(prose.tokens[at + 1].span()) == "," ? at + 2 : at + 1;
  return after < stretch.end_token && folded(after) == "who";
}

/// "Child AB", "Mother MK": the letters that stand for somebody.
bool stands_for_somebody(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  static constexpr std::string_view people[] = {"child", "children", "adult", "baby", "infant", "mother", "father", "sibling", "brother", "sister", "boy", "girl",
                                                "family", "person", "subject", "partner", "grandmother", "grandfather", "uncle", "aunt", "mr", "mrs", "ms"};
  if (at == stretch.first_token || prose.tokens[at].length > 3) return false;
  const Token& before = prose.tokens[at - 1];
  const std::string& word = prose.words[before.word].folded;
  return before.casing == Casing::capitalised && std::find(std::begin(people), std::end(people), word) != std::end(people);
}

/// What a short form stands for, of all that its entry says: "stands for the Disclosure and Barring Service - checks of ..." gives
/// the name alone.
std::string only_meaning(std::string_view told) {
  static constexpr std::string_view before[] = {"is", "are", "means", "refers to", "stands for", "short for", "an abbreviation for", "the"};
  told = trim(told.substr(0, std::min({told.find_first_of("(.;:\n"), told.find(" - "), told.find(" \xE2\x80\x93 "), told.find(" \xE2\x80\x94 ")})));
  for (const std::string_view each : before)
    if (told.size() > each.size() && told[each.size()] == ' ' && ascii_lower(told.substr(0, each.size())) == each) told = trim(told.substr(each.size()));
  return std::string(told);
}

/// The "SW" of "C&SW Act": only the end of a longer short form.
bool goes_on_from(const Prose& prose, const Stretch& stretch, std::uint32_t at) {
  return at > stretch.first_token && prose.view(prose.tokens[at - 1].span()) == "&" && prose.tokens[at - 1].span().end == prose.tokens[at].begin;
}

bool in_glossary(const std::vector<SectionSet>& sections, std::uint32_t stretch) {
  return (sections[stretch] & *section_of("glossary")) != 0;
}

}  // namespace

std::map<std::string, AcronymUse, std::less<>> acronyms_in(const Prose& prose, const WordTable& words, const std::vector<SectionSet>& sections,
                                                           const std::function<bool(Span)>& reads) {
  std::map<std::string, AcronymUse, std::less<>> uses;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    const bool glossary = in_glossary(sections, index);
    if (!visible_scopes.has(stretch.scope) || (!glossary && mostly_in_capitals(prose, stretch))) continue;
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      const Token& token = prose.tokens[at];
      if (token.casing != Casing::capitals && token.casing != Casing::mixed) continue;
      const std::string_view word = singular(prose.view(token.span()));
      if (!short_form(word) || roman(word) || letters_before_a_name(word) || in_address(prose, token) || marks_a_file(prose, stretch, at) || emphasised(prose, stretch, at) ||
          stands_for_somebody(prose, stretch, at) || cites(prose, stretch, at) || goes_on_from(prose, stretch, at))
        continue;
      const bool readable = !glossary && reads(token.span());
      const bool entry = glossary && (at == stretch.first_token || Around(prose, stretch, at, word).explained());
      const bool explained = entry || (!glossary && (Around(prose, stretch, at, word).explained() || explained_behind(prose, words, stretch, at + 1)));
      if (!readable && !explained) continue;
      AcronymUse& use = uses[std::string(word)];
      if (use.count == 0 && readable) use.first = token.span();
      use.count += readable;
      use.in_glossary = use.in_glossary || entry;
      use.person = use.person || told_as_person(prose, stretch, at);
      if (explained) use.explained_at = std::min(use.explained_at, token.begin);
    }
  }
  return uses;
}

std::vector<GlossaryEntry> glossary_entries(const Prose& prose, const std::vector<SectionSet>& sections) {
  std::vector<GlossaryEntry> entries;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    if (!in_glossary(sections, index) || stretch.first_token == stretch.end_token) continue;
    const Token& head = prose.tokens[stretch.first_token];
    const std::string_view word = prose.view(head.span());
    if (head.casing == Casing::number || !short_form(word)) continue;
    GlossaryEntry entry{std::string(word), {}, head.span()};
    const std::uint32_t after = stretch.first_token + 1;
    if (after < stretch.end_token && dash(prose.view(prose.tokens[after].span())))
      entry.meaning = prose.view({prose.tokens[after].span().end, stretch.span.end});
    else if (after < stretch.end_token && prose.tokens[after].casing != Casing::punctuation)
      entry.meaning = prose.view({prose.tokens[after].begin, stretch.span.end});
    else if (after == stretch.end_token && stretch.scope == Scope::cell && index + 1 < prose.stretches.size() &&
             prose.stretches[index + 1].scope == Scope::cell)
      entry.meaning = prose.view(prose.stretches[index + 1].span);
    entry.meaning = only_meaning(entry.meaning);
    if (!entry.meaning.empty() && entry.meaning.size() < 90) entries.push_back(std::move(entry));
  }
  return entries;
}

std::string mended_entry(const GlossaryEntry& entry,
                         const std::unordered_map<std::string, std::vector<std::string>>& known) {
  const std::string whole = bare(without_article(entry.meaning));
  const std::string meaning = bare(without_article(entry.meaning.substr(0, entry.meaning.find(','))));
  if (meaning != whole && letters_fit(ascii_lower(replace_every(entry.word, "&", "")), whole)) return {};
  const auto listed = known.find(entry.word);
  if (listed != known.end()) {
    for (const std::string& each : listed->second)
      if (bare(each) == meaning) return {};
    for (const std::string& each : listed->second)
      if (words_that_differ(bare(each), meaning) == 1 && initials(bare(each), true) == initials(meaning, true))
        return only_in_number(bare(each), meaning) ? std::string() : each;
  }
  const std::string letters = ascii_lower(replace_every(entry.word, "&", ""));
  const bool fits = letters == initials(meaning, true) || letters == initials(meaning, false) || letters_fit(letters, meaning);
  if (fits) return {};
  for (const auto& [word, meanings] : known)  // the meaning is right and belongs to another short form
    for (const std::string& each : meanings)
      if (bare(each) == meaning) return word;
  const bool explains = entry.meaning.starts_with("a ") || entry.meaning.starts_with("an ");  // says what the thing is, as of a vaccine
  return explains ? std::string() : "?";
}

}  // namespace casewright
