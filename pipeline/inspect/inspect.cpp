#include "inspect/inspect.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "inspect/kinds.h"
#include "inspect/measures.h"
#include "inspect/recommendations/recommendations.h"
#include "inspect/regimes.h"
#include "inspect/sections/section_recogniser.h"
#include "inspect/seen.h"
#include "language/name_features.h"
#include "language/name_words.h"

namespace casewright {
namespace {

std::uint32_t pages_of(const Prose& prose) {
  std::uint32_t pages = 0;
  for (const Stretch& stretch : prose.stretches) pages = std::max(pages, stretch.page);
  return pages;
}

bool chosen(const Rule& rule, const InspectOptions& options) {
  const bool asked = std::find(options.asked.begin(), options.asked.end(), rule.id) != options.asked.end();
  if (!asked && (rule.only_asked || rule.tier > options.tier)) return false;
  return options.families.empty() ||
         std::find(options.families.begin(), options.families.end(), rule.family()) != options.families.end();
}

bool concerns(const Rule& rule, const Seen& seen) {
  if (!rule.applies_to(seen.inspected.regime)) return false;
  return rule.documents.empty() ||
         std::find(rule.documents.begin(), rule.documents.end(), seen.role()) != rule.documents.end();
}

/// Lets the tagger of names look at the document where a rule asks for it.
void look_for_names(const RuleBook& book, const InspectOptions& options, Seen& seen) {
  constexpr float least = 0.03f;
  const bool asked = std::any_of(book.rules.begin(), book.rules.end(), [&](const Rule& rule) {
    return rule.check->asks_tagger() && chosen(rule, options) && concerns(rule, seen);
  });
  if (!asked || seen.corpus.names == nullptr) return;
  seen.judgment = reads_as_judgment(seen.prose);
  seen.areas = areas_of_bodies(seen.prose);
  seen.unknown = unknown_names(*seen.corpus.names, seen.prose, least);
}

/// Where a finding stands, in the reader's terms.
void locate(const Reading& reading, Finding& finding) {
  if (finding.span.empty() || reading.prose.stretches.empty()) return;
  const Stretch& stretch = reading.prose.stretch_at(finding.span.begin);
  Place& place = finding.place;
  place.page = stretch.page;
  place.paragraph = stretch.number;
  place.box = stretch.box;
  const Origin first = reading.prose.origin_at(finding.span.begin);
  const Origin last = reading.prose.origin_at(finding.span.end - 1);
  const bool by_byte = first.known() && reading.container.by_line;
  place.line = by_byte ? first.part : 0;
  place.offset = by_byte ? first.at : finding.span.begin;
  place.length =
      by_byte && last.known() && last.at >= first.at ? last.at + 1 - first.at : finding.span.length();
  // Where all bytes have one origin, it is that of the element that carries them: nothing in it can be
  // marked.
  if (by_byte && finding.span.length() > 1 && last.at == first.at) place.length = 0;
}

/// Takes out findings on words that a rule which stands in their stead reports too.
void yield_to_others(const RuleBook& book, std::vector<Finding>& findings) {
  std::vector<bool> gone(findings.size());
  for (const Finding& strong : findings) {
    const Rule* rule = book.find(strong.rule);
    if (rule == nullptr || rule->instead_of.empty() || strong.span.empty()) continue;
    for (std::size_t at = 0; at < findings.size(); ++at)
      if (findings[at].document == strong.document && findings[at].span.overlaps(strong.span) &&
          std::find(rule->instead_of.begin(), rule->instead_of.end(), findings[at].rule) !=
              rule->instead_of.end())
        gone[at] = true;
  }
  std::size_t kept = 0;
  for (std::size_t at = 0; at < findings.size(); ++at)
    if (!gone[at]) {
      if (kept != at) findings[kept] = std::move(findings[at]);
      ++kept;
    }
  findings.resize(kept);
}

/// True where nothing of a guess but titles, marks and common words in small letters lies beside what others are sure of.
bool says_no_more(const Prose& prose, Span guess, const std::vector<Span>& sure) {
  const auto starts_before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  auto token = std::lower_bound(prose.tokens.begin(), prose.tokens.end(), guess.begin, starts_before);
  for (; token != prose.tokens.end() && token->begin < guess.end; ++token) {
    if (token->casing == Casing::punctuation || std::any_of(sure.begin(), sure.end(), [&](Span each) { return each.overlaps(token->span()); })) continue;
    const std::string& folded = prose.words[token->word].folded;
    if (!is_title(folded) && (token->casing != Casing::lower || !is_common_word(folded))) return false;
  }
  return !sure.empty();
}

/// Takes out guesses that say no more than what other rules of the same family are sure of: their words lie within those of one, or
/// those of several as grave leave no name of them over.
void drop_needless_guesses(const RuleBook& book, const std::vector<Reading>& readings, std::vector<Finding>& findings) {
  const auto guess = [&](const Finding& finding) { return book.find(finding.rule)->check->guesses(); };
  const auto family = [](const Finding& finding) { return std::string_view(finding.rule).substr(0, finding.rule.find('/')); };
  std::vector<const Finding*> sure;
  for (const Finding& each : findings)
    if (!each.span.empty() && !guess(each)) sure.push_back(&each);
  const auto before = [](const Finding* a, const Finding* b) {
    return std::tie(a->document, a->span.begin) < std::tie(b->document, b->span.begin);
  };
  std::stable_sort(sure.begin(), sure.end(), before);
  const auto needless = [&](const Finding& finding) {
    constexpr int furthest = 12;  // findings that begin before it and may hold it
    std::vector<Span> beside;
    const auto take = [&](const Finding& other) {
      if (other.level >= finding.level && other.span.overlaps(finding.span) && family(other) == family(finding)) beside.push_back(other.span);
    };
    const auto next = std::upper_bound(sure.begin(), sure.end(), &finding, before);
    auto after = next;
    for (int looked = 0; after != sure.begin() && looked < furthest; ++looked) {
      const Finding& other = **--after;
      if (other.document != finding.document) break;
      if (other.span.begin <= finding.span.begin && finding.span.end <= other.span.end && family(other) == family(finding)) return true;
      take(other);
    }
    for (auto other = next; other != sure.end() && (*other)->document == finding.document && (*other)->span.begin < finding.span.end; ++other) take(**other);
    return says_no_more(readings[finding.document].prose, finding.span, beside);
  };
  std::vector<bool> gone;
  for (const Finding& each : findings) gone.push_back(!each.span.empty() && guess(each) && needless(each));
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return gone[at++]; });
}

auto order_of(const Finding& finding) {
  return std::tie(finding.document, finding.span.begin, finding.span.end, finding.rule, finding.identity,
                  finding.message);
}

void put_in_order(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return order_of(a) < order_of(b); });
  const auto same = [](const Finding& a, const Finding& b) {
    return !a.span.empty() && order_of(a) == order_of(b);
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
}

/// What a running head or foot says but for the number of its page.
std::string running_line(std::string_view text) {
  std::string line;
  for (const char each : text)
    if (each < '0' || each > '9') line += each;
  return fold_space(line);
}

/// Keeps one finding of words that run over many pages in the same head or foot, and says on how many pages they stand.
void tell_running_lines_once(const std::vector<Reading>& readings, std::vector<Finding>& findings) {
  using Running = std::tuple<std::uint32_t, std::string_view, std::string_view, std::string_view, std::string>;
  struct First {
    std::size_t at;
    std::set<std::uint32_t> pages;
  };
  std::map<Running, First> firsts;
  std::vector<bool> again(findings.size());
  for (std::size_t at = 0; at < findings.size(); ++at) {
    const Finding& each = findings[at];
    const Prose& prose = readings[each.document].prose;
    if (each.span.empty() || each.place.page == 0) continue;
    const Stretch& stretch = prose.stretch_at(each.span.begin);
    if (stretch.scope != Scope::furniture) continue;
    const Running line{each.document, each.rule, each.identity, prose.view(each.span), running_line(prose.view(stretch.span))};
    const auto [first, fresh] = firsts.try_emplace(line, First{at, {}});
    // The same words twice in one line are two places; on another page they are the same ones.
    again[at] = !fresh && findings[first->second.at].place.page != each.place.page;
    first->second.pages.insert(each.place.page);
  }
  for (const auto& [line, first] : firsts)
    if (first.pages.size() > 1) findings[first.at].message += " It stands at the head or foot of " + std::to_string(first.pages.size()) + " pages.";
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return again[at++]; });
}

/// Keeps as many findings from `first` on as the rule allows, the last of them with how many more there are.
void keep_few(const Rule& rule, std::size_t first, std::vector<Finding>& findings) {
  if (rule.most <= 0 || findings.size() - first <= static_cast<std::size_t>(rule.most)) return;
  std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  const std::size_t kept = first + static_cast<std::size_t>(rule.most);
  findings[kept - 1].message += " " + std::to_string(findings.size() - kept) + " more like it are not listed.";
  findings.resize(kept);
}

Inspected survey(const Reading& reading, const InspectOptions& options, const Corpus& corpus, const WordTable& words,
                 const std::string& lower, std::vector<SectionSet>& sections) {
  Inspected inspected;
  const bool given = !options.regime.empty() && options.regime != "auto";
  RegimeFound regime = given ? RegimeFound{options.regime, "it was given with the case or by --regime"}
                             : recognise_regime(reading.document, reading.prose, lower, corpus.regimes);
  inspected.regime = std::move(regime.code);
  inspected.regime_reason = std::move(regime.reason);
  if (!options.survey) {
    inspected.measures.pages = pages_of(reading.prose);
    sections.assign(reading.prose.stretches.size(), 0);
    return inspected;
  }
  inspected.sections = recognise_sections(reading.prose, corpus);
  sections = sections_by_stretch(reading.prose, inspected.sections);
  inspected.recommendations = recommendations_in(reading.prose, reading.document, inspected.sections);
  inspected.measured = measure_text(reading.prose, words);
  inspected.measures = measures_of(inspected.measured.counts);
  inspected.measures.pages = pages_of(reading.prose);
  return inspected;
}

}  // namespace

Checked inspect(const RuleBook& book, std::vector<Reading> readings, const InspectOptions& options) {
  static const Corpus no_corpus;
  static const Prose no_prose;
  const Corpus& corpus = options.corpus != nullptr ? *options.corpus : no_corpus;
  Checked checked;
  checked.rule_book = book.sha256;
  checked.readings = std::move(readings);
  std::vector<std::vector<SectionSet>> sections(checked.readings.size());
  std::vector<WordTable> words;
  std::vector<std::string> lower;
  for (const Reading& reading : checked.readings) {
    words.emplace_back(options.survey ? reading.prose : no_prose, corpus.lexicon);
    lower.push_back(ascii_lower(reading.prose.text));
  }
  for (std::size_t document = 0; document < checked.readings.size(); ++document)
    checked.inspected.push_back(
        survey(checked.readings[document], options, corpus, words[document], lower[document], sections[document]));
  std::set<const Rule*> told;  // what was said of the case is not said again of its next document
  for (std::uint32_t document = 0; document < checked.readings.size(); ++document) {
    const Reading& reading = checked.readings[document];
    std::vector<IdentityHit> names;
    if (options.names != nullptr && options.people != nullptr) 
      names = options.names->find(reading.prose, corpus.ordinary());
    for (const IdentityHit& hit : names) checked.inspected[document].names.push_back(hit.span);
    Seen seen(checked.readings, document, checked.inspected, book.phrases.find(reading.prose),
                    std::move(sections[document]), corpus, options.of_case, options.people, std::move(names), words[document], std::move(lower[document]));
    seen.needs = book.needs.find(reading.prose);
    seen.suggest = options.suggest;
    look_for_names(book, options, seen);
    const DocumentProfile* profile = profile_of(book.profiles, reading.document, reading.prose, options.profile);
    if (profile != nullptr) checked.inspected[document].profile = profile->name;
    for (const Rule& written : book.rules) {
      const Rule* here = profile == nullptr ? &written : profile->of(written);
      if (here == nullptr || !chosen(*here, options) || !concerns(*here, seen)) continue;
      const Rule& rule = *here;
      if (rule.check->of_the_case(seen) && !told.insert(&written).second) continue;
      const std::size_t before = checked.findings.size();
      rule.check->look(seen, rule, checked.findings);
      keep_few(rule, before, checked.findings);
    }
  }
  yield_to_others(book, checked.findings);
  drop_needless_guesses(book, checked.readings, checked.findings);
  for (Finding& finding : checked.findings) locate(checked.readings[finding.document], finding);
  put_in_order(checked.findings);
  tell_running_lines_once(checked.readings, checked.findings);
  return checked;
}

}  // namespace casewright
