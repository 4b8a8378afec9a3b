#include "emit/findings/findings_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/unicode.h"
#include "language/name_words.h"
#include "model/case.h"

namespace casewright {
namespace {

constexpr std::size_t most_words_shown = 80;  // bytes on a line of the terminal
constexpr std::size_t head_letters = 4;       // of a secret, by which it is looked up
constexpr std::uint32_t most_of_excerpt = 420, around_words = 160;

bool is_letter_or_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c > 0x2FF ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7);
}

bool is_curly_apostrophe(char32_t c) { return c == 0x2018 || c == 0x2019; }

/// `inside` says whether the words begin in the middle of a longer one.
std::string masked_from(std::string_view words, bool inside) {
  std::string shown;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint next = code_point_at(words, at);
    const bool letter = is_letter_or_digit(next.value) && !is_curly_apostrophe(next.value);
    if (letter && inside) shown += '*';
    else shown.append(words, at, next.bytes);
    inside = letter || (inside && (next.value == '\'' || is_curly_apostrophe(next.value)));
    at += next.bytes;
  }
  return shown;
}

/// Words that begin sentences or stand for a role, and tell nobody who somebody is.
bool is_harmless(std::string_view folded) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"a", "after", "all", "also", "although", "an", "and", "any", "as", "at", "baby", "because", "before", "both", "brother",
       "but", "by", "child", "children", "during", "each", "education", "ehcp", "father", "for", "from", "gp", "grandfather",
       "grandmother", "had", "he", "her", "his", "how", "however", "i", "if", "in", "it", "its", "mother", "no", "not", "of",
       "on", "or", "parents", "partner", "police", "school", "she", "sibling", "sister", "since", "social", "some",
       "stepfather", "stepmother", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those",
       "to", "was", "we", "what", "when", "where", "which", "while", "who", "why", "with"});
  return std::binary_search(words.begin(), words.end(), folded);
}

bool has_capital(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = code_point_at(word, at);
    if (unicode::is_upper(next.value) || !next.valid) return true;
    at += next.bytes;
  }
  return false;
}

bool may_identify(std::string_view word) {
  const auto digits = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits > 2 || word.find('@') != std::string_view::npos || has_capital(word);
}

/// True for a word that could be a name or a number of somebody: without a register nobody knows which is one.
bool may_identify(const Prose& prose, const Token& token) {
  const std::string_view word = prose.view(token.span());
  if (!may_identify(word) || !has_capital(word)) return may_identify(word);
  if (token.word >= prose.words.size()) return true;
  const Word& known = prose.words[token.word];
  if (is_harmless(known.folded)) return false;
  return !token.opens_sentence || known.count_lower == 0 || is_everyday_word(known.folded);
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::vector<Span> apart;
  for (const Span& span : spans) {
    if (span.empty()) continue;
    if (!apart.empty() && span.begin <= apart.back().end) apart.back().end = std::max(apart.back().end, span.end);
    else apart.push_back(span);
  }
  return apart;
}

/// The same for a Prose that was never cut into tokens: its words between blanks.
void add_untokenised(const Prose& prose, Span passage, std::vector<Span>& hidden) {
  for (std::uint32_t at = passage.begin; at < passage.end;) {
    const auto blank = static_cast<std::uint32_t>(std::min<std::size_t>(prose.text.find_first_of(" \n\t", at), passage.end));
    if (may_identify(prose.view({at, blank}))) hidden.push_back({at, blank});
    at = blank + 1;
  }
}

/// A place near `at` where no character and, if one is near, no word is cut.
std::uint32_t clean_cut(const Prose& prose, std::uint32_t at, std::uint32_t least, std::uint32_t most) {
  for (std::uint32_t to = at; to > least && at - to < 30; --to)
    if (prose.text[to] == ' ') return to;
  while (at < most && (static_cast<unsigned char>(prose.text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

/// The sentence round a span, or the stretch where it has none.
Span sentence_round(const Prose& prose, Span span) {
  const auto after = std::partition_point(prose.sentences.begin(), prose.sentences.end(),
                                          [span](const Sentence& each) { return each.span.end <= span.begin; });
  Span round = span;
  for (auto at = after; at != prose.sentences.end() && at->span.begin < span.end; ++at)
    round = {std::min(round.begin, at->span.begin), std::max(round.end, at->span.end)};
  if (round == span && !prose.stretches.empty()) {
    const Span stretch = prose.stretch_at(span.begin).span;
    if (stretch.contains(span.begin)) round = {std::min(stretch.begin, span.begin), std::max(stretch.end, span.end)};
  }
  return round;
}

/// What of that passage is short enough to show.
Span short_enough(const Prose& prose, Span passage, Span& pointed) {
  if (passage.length() <= most_of_excerpt) return passage;
  if (pointed.length() > most_of_excerpt) pointed.end = clean_cut(prose, pointed.begin + most_of_excerpt, pointed.begin, pointed.end);
  if (pointed.begin > passage.begin + around_words)
    passage.begin = clean_cut(prose, pointed.begin - around_words, passage.begin, pointed.begin);
  if (passage.end > pointed.end + around_words)
    passage.end = clean_cut(prose, pointed.end + around_words, pointed.end, passage.end);
  return passage;
}

}  // namespace

std::string masked(std::string_view words) { return masked_from(words, false); }

FindingsWords::FindingsWords(const Checked& checked, bool show_text)
    : checked_(checked), show_text_(show_text), secrets_(checked.readings.size()) {
  for (std::size_t i = 0; i < checked.inspected.size() && i < secrets_.size(); ++i)
    secrets_[i].spans = checked.inspected[i].names;
  for (const Finding& finding : checked.findings)
    if (finding.secret && finding.document < secrets_.size()) secrets_[finding.document].spans.push_back(finding.span);
  for (std::size_t i = 0; i < secrets_.size(); ++i) {
    std::vector<std::string>& words = secrets_[i].words;
    for (const Span& span : secrets_[i].spans)
      if (!span.empty()) words.emplace_back(checked.readings[i].prose.view(span));
    secrets_[i].spans = merged(std::move(secrets_[i].spans));
    std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (std::uint32_t at = 0; at < words.size(); ++at) secrets_[i].by_head[words[at].substr(0, head_letters)].push_back(at);
  }
}

bool FindingsWords::is_secret(std::size_t document, Span span) const {
  const auto& spans = secrets_[document].spans;
  const auto at = std::partition_point(spans.begin(), spans.end(), [span](const Span& each) { return each.end <= span.begin; });
  return at != spans.end() && at->overlaps(span);
}

std::vector<Span> FindingsWords::hidden_in(std::size_t document, Span passage) const {
  const Prose& prose = checked_.readings[document].prose;
  const std::vector<Span>& spans = secrets_[document].spans;
  auto secret = std::partition_point(spans.begin(), spans.end(), [passage](const Span& each) { return each.end <= passage.begin; });
  std::vector<Span> hidden;
  for (; secret != spans.end() && secret->begin < passage.end; ++secret)
    if (secret->overlaps(passage)) hidden.push_back(*secret);
  if (show_text_) return hidden;
  if (prose.tokens.empty()) add_untokenised(prose, passage, hidden);
  const auto first = std::partition_point(prose.tokens.begin(), prose.tokens.end(),
                                          [passage](const Token& token) { return token.span().end <= passage.begin; });
  for (auto token = first; token != prose.tokens.end() && token->begin < passage.end; ++token)
    if (may_identify(prose, *token)) hidden.push_back(token->span());
  return merged(std::move(hidden));
}

ShownPart FindingsWords::part(std::size_t document, Span span, bool hidden) const {
  const std::string& text = checked_.readings[document].prose.text;
  std::string words = replace_every(replace_every(text.substr(span.begin, span.length()), "\n", " "), "\t", " ");
  if (!hidden) return {std::move(words), {}, false};
  bool inside = false;
  if (span.begin > 0) {
    std::size_t before = span.begin - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    inside = is_letter_or_digit(code_point_at(text, before).value);
  }
  std::string mask = masked_from(words, inside);
  return {std::move(mask), show_text_ ? std::move(words) : std::string(), false};
}

std::vector<ShownPart> FindingsWords::excerpt(const Finding& finding) const {
  if (finding.span.empty() || finding.document >= checked_.readings.size()) return {};
  const Prose& prose = checked_.readings[finding.document].prose;
  Span pointed = finding.span;
  const Span whole = sentence_round(prose, pointed);
  const Span passage = short_enough(prose, whole, pointed);
  const std::vector<Span> hidden = hidden_in(finding.document, passage);
  std::vector<std::uint32_t> cuts{passage.begin, passage.end, pointed.begin, pointed.end};
  for (const Span& span : hidden) cuts.insert(cuts.end(), {span.begin, span.end});
  std::sort(cuts.begin(), cuts.end());
  std::vector<ShownPart> parts;
  if (passage.begin > whole.begin) parts.push_back({"\xE2\x80\xA6", {}, false});
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span piece{std::max(cuts[i], passage.begin), std::min(cuts[i + 1], passage.end)};
    if (piece.begin >= piece.end) continue;
    const bool is_hidden = std::any_of(hidden.begin(), hidden.end(), [&](const Span& span) { return span.overlaps(piece); });
    ShownPart shown = part(finding.document, piece, is_hidden);
    shown.marked = pointed.overlaps(piece);
    parts.push_back(std::move(shown));
  }
  if (passage.end < whole.end) parts.push_back({"\xE2\x80\xA6", {}, false});
  return parts;
}

std::string harmless(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    const bool bad = !next.valid || next.value < 0x20 || (next.value >= 0x7F && next.value < 0xA0) ||
                     (next.value >= 0x202A && next.value <= 0x202E) || (next.value >= 0x2066 && next.value <= 0x2069);
    if (bad) shown += next.value == '\n' || next.value == '\t' ? " " : "?";
    else shown.append(text, at, next.bytes);
    at += next.bytes;
  }
  return shown;
}

std::string FindingsWords::place(const Finding& finding) const {
  if (!finding.about.empty()) return finding.about + (finding.place.line == 0 ? "" : ", " + place_in_case(finding.about, finding.place.line));
  if (finding.rule.starts_with("papers/")) return "the papers of the case";  // they hang on the first document, and name the paper
  const bool points = !finding.span.empty() && finding.document < checked_.readings.size() && !checked_.readings[finding.document].prose.stretches.empty();
  const Scope scope = points ? checked_.readings[finding.document].prose.stretch_at(finding.span.begin).scope : Scope::paragraph;
  if (scope == Scope::metadata) return "what the file says about itself";
  if (scope == Scope::file_name) return "the name of the file";
  std::string place;
  if (finding.place.page != 0) place = "page " + std::to_string(finding.place.page);
  if (!finding.place.paragraph.empty()) place += (place.empty() ? "" : ", ") + ("paragraph " + finding.place.paragraph);
  if (place.empty() && finding.place.line != 0) place = "line " + std::to_string(finding.place.line);
  if (scope == Scope::furniture || scope == Scope::contents) place += (place.empty() ? "" : ", ") + std::string(scope == Scope::contents ? "the contents" : "the head or foot of the page");
  return place.empty() ? "the report as a whole" : place;
}

std::string FindingsWords::pointed_at(const Finding& finding) const {
  if (finding.span.empty() || finding.document >= checked_.readings.size()) return {};
  if (!show_text_ && finding.span.length() > most_words_shown) return {};
  return words(finding.document, finding.span, finding.secret);
}

std::string FindingsWords::words(std::size_t document, Span span, bool secret) const {
  const Prose& prose = checked_.readings[document].prose;
  if (show_text_) return fold_space(prose.view(span));
  if (secret || is_secret(document, span)) return masked(fold_space(prose.view(span)));
  std::string shown;
  std::uint32_t from = span.begin;
  for (const Span& each : hidden_in(document, span)) {
    const Span piece{std::max(each.begin, span.begin), std::min(each.end, span.end)};
    if (piece.begin > from) shown += part(document, {from, piece.begin}, false).text;
    shown += part(document, piece, true).text;
    from = piece.end;
  }
  if (from < span.end) shown += part(document, {from, span.end}, false).text;
  return fold_space(shown);
}

std::string FindingsWords::search(const Finding& finding) const {
  if (finding.search.empty() || finding.document >= checked_.readings.size()) return {};
  std::string all = "The search:";
  for (const Span& each : finding.search) all += " " + words(finding.document, each, false);
  return all + ".";
}

std::string FindingsWords::message(const Finding& finding) const {
  const std::string searched = search(finding);
  return finding.message + (searched.empty() ? "" : " ") + searched;
}

std::string FindingsWords::safe(std::size_t document, std::string text) const {
  if (show_text_ || document >= secrets_.size()) return text;
  const Secrets& secrets = secrets_[document];
  std::vector<std::uint32_t> met;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (std::size_t letters = 1; letters <= head_letters && at + letters <= text.size(); ++letters)
      if (const auto found = secrets.by_head.find(text.substr(at, letters)); found != secrets.by_head.end())
        met.insert(met.end(), found->second.begin(), found->second.end());
  // The longest first, as they stand in `words`.
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  for (const std::uint32_t each : met)
    if (text.find(secrets.words[each]) != std::string::npos) text = replace_every(text, secrets.words[each], masked(secrets.words[each]));
  return text;
}

std::string_view spoken_level(Level level) {
  switch (level) {
    case Level::block: return "Must mend";
    case Level::fix: return "Mend or justify";
    case Level::advise: return "Advice";
  }
  return {};
}

}  // namespace casewright
