#include "inspect/regimes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::uint32_t reach_of_title = 90;  ///< bytes between a guidance's title and its year
constexpr int decides = 3;           ///< so often a name that one nation alone uses decides

constexpr std::string_view short_title = "wt";  ///< as in "WT2015" and "WT 2015"
constexpr std::uint32_t short_reach = 8;        ///< bytes from its beginning to the end of the year

/// Adds a wording once, with its plural.
void add_wording(RegimeBook& book, const std::string& words) {
  if (words.empty() || book.phrase_of.contains(words)) return;
  book.phrase_of.emplace(words, book.phrases.add({words, words + "s"}));
}

void add_wordings(RegimeBook& book) {
  std::vector<std::string> short_forms;
  for (const Regime& each : book.regimes) {
    add_wording(book, each.guidance);
    for (const std::string& letter : each.letters) add_wording(book, letter);
    for (const Regime::Named& name : each.names) {
      add_wording(book, name.words);
      add_wording(book, name.with);
    }
    if (each.guidance == "working together") short_forms.insert(short_forms.end(), {"wt" + each.year, "wt " + each.year});
  }
  book.phrase_of.emplace(short_title, book.phrases.add(short_forms));
  book.phrases.settle();
}

/// Where a report uses the wordings of the book; all found in one walk over its words.
class Places {
 public:
  Places(const Prose& prose, const RegimeBook& book) : book_(book), hits_(book.phrases.find(prose)) {}
  std::span<const PhraseHit> of(std::string_view words) const {
    const auto phrase = book_.phrase_of.find(words);
    return phrase == book_.phrase_of.end() ? std::span<const PhraseHit>() : hits_.of(phrase->second);
  }
  int times(std::string_view words) const { return static_cast<int>(of(words).size()); }

 private:
  const RegimeBook& book_;
  PhraseHits hits_;
};

/// The regime whose year stands first behind the title at `at`.
const Regime* edition_at(const RegimeBook& book, std::string_view title, std::string_view near, std::size_t& year_at) {
  const Regime* first = nullptr;
  year_at = near.size();
  for (const Regime& each : book.regimes) {
    if (each.guidance != title) continue;
    if (const std::size_t year = near.find(each.year); year < year_at) {
      first = &each;
      year_at = year;
    }
  }
  return first;
}

/// Citations of a guidance by its title, or by a short form such as "wt2015".
void cite(const std::string& lower, std::span<const PhraseHit> places, std::string_view title, std::uint32_t within, const RegimeBook& book,
          std::map<std::string, Cited>& cited) {
  for (const PhraseHit& place : places) {
    const std::uint32_t at = place.span.begin;
    const std::size_t line_end = std::min(lower.find('\n', at), lower.size());
    const std::string_view near(lower.data() + at, std::min<std::size_t>(within, line_end - at));
    std::size_t year_at = 0;
    const Regime* edition = edition_at(book, title, near, year_at);
    if (edition == nullptr) continue;
    Cited& regime = cited[edition->code];
    if (regime.times++ == 0) {
      regime.regime = edition->code;
      regime.first = {at, static_cast<std::uint32_t>(at + year_at + edition->year.size())};
    }
  }
}

/// How often a report uses the names of each regime's reviews; the name used most counts.
struct NameUsed {
  const Regime* regime = nullptr;
  const Regime::Named* name = nullptr;
  int times = 0;
};

std::vector<NameUsed> names_used(const Places& places, const RegimeBook& book) {
  std::vector<NameUsed> all;
  for (const Regime& regime : book.regimes) {
    NameUsed used{&regime, nullptr, 0};
    for (const Regime::Named& name : regime.names)
      if (const int times = places.times(name.words); times > used.times && (name.with.empty() || places.times(name.with) > 0)) used = {&regime, &name, times};
    if (used.times > 0) all.push_back(used);
  }
  return all;
}

std::string times_in_words(int times) { return times == 1 ? "once" : times == 2 ? "twice" : std::to_string(times) + " times"; }

/// What the day of a report's review rests on.
struct Dated {
  Date day;
  std::string words;
};

Dated dated(const Document& document, const Prose& prose, const std::string& lower) {
  const ReviewBegun begun = review_begun(prose, lower);
  if (begun.day.known()) return {begun.day, "the review began in " + month_and_year(begun.day)};
  if (document.date.known()) return {document.date, "the cover is dated " + month_and_year(document.date)};
  return {};
}

/// By names of reviews and boards; where several regimes share the name, the day decides, and without one nothing does.
RegimeFound by_names(const std::vector<NameUsed>& used, const Document& document, const Prose& prose, const std::string& lower) {
  const auto most = std::max_element(used.begin(), used.end(), [](const NameUsed& a, const NameUsed& b) { return a.times < b.times; });
  if (most == used.end()) return {};
  const std::string says = "\"" + most->name->words + "\" stands in it " + times_in_words(most->times);
  std::vector<const Regime*> sharing;
  for (const NameUsed& each : used)
    if (each.name->words == most->name->words) sharing.push_back(each.regime);
  if (sharing.size() == 1) return {most->regime->code, says};
  const Dated when = dated(document, prose, lower);
  if (!when.day.known()) {
    // A name that came with one law of which only later editions speak points at the first of them.
    const bool young = sharing.front()->from >= Date{2018, 1, 0};
    return young ? RegimeFound{sharing.front()->code, says} : RegimeFound{};
  }
  const Regime* in_force = nullptr;
  for (const Regime* each : sharing)
    if (!each->from.known() || each->from <= when.day || each->from.year == when.day.year) in_force = each->from <= when.day || in_force == nullptr ? each : in_force;
  if (in_force == nullptr) return {};
  return {in_force->code, says + ", and " + when.words};
}

std::vector<Cited> cited_at(const std::string& lower, const Places& places, const RegimeBook& book) {
  std::map<std::string, Cited> cited;
  std::vector<std::string> titles;
  for (const Regime& each : book.regimes)
    if (!each.guidance.empty() && std::find(titles.begin(), titles.end(), each.guidance) == titles.end()) titles.push_back(each.guidance);
  for (const std::string& title : titles) cite(lower, places.of(title), title, reach_of_title, book, cited);
  cite(lower, places.of(short_title), "working together", short_reach, book, cited);
  std::vector<Cited> all;
  for (auto& [regime, citation] : cited) all.push_back(std::move(citation));
  return all;
}

/// The words with which each wording of a beginning begins, and for each of them the places where they may stand, in order: inside
/// few of a report's distinct words.
constexpr std::array<std::string_view, 4> stems{"deci", "agreed", "commissioned", "review"};
using Beginnings = std::array<std::vector<std::size_t>, stems.size()>;

Beginnings places_of_beginnings(const Prose& prose, const std::string& lower) {
  const auto inside = [](std::string_view word) {
    return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return word.find(stem) != std::string_view::npos; });
  };
  std::vector<std::uint8_t> begins;  // by word
  begins.reserve(prose.words.size());
  for (const Word& each : prose.words) begins.push_back(inside(each.folded));
  Beginnings places;
  for (const Token& token : prose.tokens) {
    if (begins[token.word] == 0) continue;
    const std::string_view written = std::string_view(lower).substr(token.begin, token.length);
    for (std::size_t stem = 0; stem < stems.size(); ++stem)
      for (std::size_t at = written.find(stems[stem]); at != std::string_view::npos; at = written.find(stems[stem], at + stems[stem].size()))
        places[stem].push_back(token.begin + at);
  }
  return places;
}

/// The first day or month that a part of a text names.
ReviewBegun first_day(std::string_view text, std::size_t from, std::size_t end) {
  for (const DateInText& found : find_dates(text.substr(from, end - from)))
    if (found.date.known() && found.date.month != 0)
      return {found.date, {static_cast<std::uint32_t>(from + found.span.begin), static_cast<std::uint32_t>(from + found.span.end)}};
  return {};
}

/// The first day told around words that say that a review begins; with `of_a_review` the sentence must say that one is to be held.
ReviewBegun begun_near(const std::string& text, const std::string& lower, const Beginnings& places, std::string_view words, bool of_a_review) {
  static constexpr std::array<std::string_view, 8> held{" hold ", " held", "undertak", "commission", "conduct", "carry out", "carried out", "review commenced"};
  constexpr std::size_t around = 140;
  const auto stem = std::find_if(stems.begin(), stems.end(), [&](std::string_view each) { return words.starts_with(each); });
  assert(stem != stems.end());
  for (const std::size_t at : places[static_cast<std::size_t>(stem - stems.begin())]) {
    if (lower.compare(at, words.size(), words) != 0) continue;
    const std::size_t line = lower.rfind('\n', at), line_end = std::min(lower.find('\n', at), lower.size());
    const std::size_t from = std::max(line == std::string::npos ? 0 : line + 1, at > around ? at - around : 0);
    const std::size_t end = std::min(line_end, at + words.size() + around);
    const std::size_t stop = lower.rfind(". ", at);
    const std::size_t sentence_from = stop == std::string::npos ? from : std::max(from, stop + 2);
    const std::size_t sentence_end = std::min(end, lower.find(". ", at));
    if (of_a_review) {
      const std::string_view sentence = std::string_view(lower).substr(sentence_from, sentence_end - sentence_from);
      const auto says = [&](std::string_view each) { return sentence.find(each) != std::string_view::npos; };
      if (!says("review") || (!words.starts_with("review ") && std::none_of(held.begin(), held.end(), says))) continue;
    }
    // The day stands in the sentence itself, or else near by: "The child died in May. The review was commissioned on 4 June."
    if (const ReviewBegun found = first_day(text, sentence_from, sentence_end); found.day.known()) return found;
    if (of_a_review) continue;
    if (const ReviewBegun found = first_day(text, from, end); found.day.known()) return found;
  }
  return {};
}

}  // namespace

RegimeBook RegimeBook::of(std::vector<Regime> regimes) {
  RegimeBook book;
  book.regimes = std::move(regimes);
  add_wordings(book);
  return book;
}

const Regime* RegimeBook::find(std::string_view code) const {
  const auto found = std::find_if(regimes.begin(), regimes.end(), [&](const Regime& each) { return each.code == code; });
  return found == regimes.end() ? nullptr : &*found;
}

std::vector<Cited> cited_regimes(const Prose& prose, const std::string& lower, const RegimeBook& book) { return cited_at(lower, Places(prose, book), book); }

ReviewBegun review_begun(const Prose& prose, const std::string& lower) {
  static constexpr std::array<std::string_view, 12> says{
      "decided to hold", "decided to undertake", "decided to commission", "decided to conduct", "decided to initiate", "decision to hold", "decision to undertake",
      "decision to commission", "agreed to commission", "review was commissioned", "review was initiated", "review began"};
  // These say it only of a review that is to be held: "decided in May 2024 to hold a local review".
  static constexpr std::array<std::string_view, 10> says_of_a_review{"decided in ",  "decided on ",      "decided that ", "agreed in ",       "agreed on ",
                                                                     "agreed that ", "commissioned in ", "commissioned on ", "review started", "review commenced"};
  const Beginnings places = places_of_beginnings(prose, lower);
  for (const std::string_view words : says)
    if (const ReviewBegun found = begun_near(prose.text, lower, places, words, false); found.day.known()) return found;
  for (const std::string_view words : says_of_a_review)
    if (const ReviewBegun found = begun_near(prose.text, lower, places, words, true); found.day.known()) return found;
  return {};
}

RegimeFound recognise_regime(const Document& document, const Prose& prose, const std::string& lower, const RegimeBook& book) {
  if (!document.regime.empty()) return {document.regime, "the report says so"};
  const Places places(prose, book);
  const std::vector<NameUsed> used = names_used(places, book);
  for (const NameUsed& each : used)
    if (each.name->strong && each.times >= decides) return by_names(used, document, prose, lower);
  const std::vector<Cited> cited = cited_at(lower, places, book);
  if (cited.empty()) return by_names(used, document, prose, lower);
  // The most cited; of two cited as often, the later one, which is ordered last.
  const Cited* most = &cited.front();
  for (const Cited& each : cited)
    if (each.times >= most->times) most = &each;
  const Regime* regime = book.find(most->regime);
  const std::string reason = regime->guidance == "working together" ? "Working Together " + regime->year + " is cited " + times_in_words(most->times) : most->regime;
  for (const Regime& later : book.regimes)
    if (later.after == most->regime)
      for (const std::string& letter : later.letters)
        if (places.times(letter) > 0) return {later.code, reason + ", and the letter of 10 June 2010"};
  if (const ReviewBegun begun = review_begun(prose, lower); begun.day.known() && begun.day.month != 0 && !regime->in_force(begun.day))
    for (const Regime& later : book.regimes)
      if (later.after == most->regime && later.in_force(begun.day)) return {later.code, reason + ", and the review began in " + month_and_year(begun.day)};
  return {most->regime, reason};
}

bool both_in_grace(const Regime& one, const Regime& other, const Date& begun) {
  const Regime& old = one.from < other.from ? one : other;
  const Regime& young = one.from < other.from ? other : one;
  if (!old.grace.known()) return false;
  return !begun.known() || (young.from <= begun && begun <= old.grace);
}

}  // namespace casewright
