#include "inspect/kinds/capitalisation.h"

#include <algorithm>
#include <unordered_set>

#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "inspect/kinds/places.h"

namespace casewright {
namespace {

/// How capitals are to be used.
enum class Style : std::uint8_t { sentence, title, lower, upper, small_terms, pattern };

/// Words that stay small inside a title.
bool small_in_titles(std::string_view word) {
  static constexpr std::string_view words[] = {"a",  "an",   "the", "and", "but", "or",  "nor", "for", "so", "yet", "as",
                                               "at", "by",   "in",  "of",  "off", "on",  "per", "to",  "up", "via", "vs",
                                               "is", "from", "with"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Further words that the Chicago style keeps small: prepositions of any length.
bool small_in_chicago(std::string_view word) {
  static constexpr std::string_view words[] = {
      "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath", "beside", "between",
      "beyond", "despite", "down", "during", "except", "inside", "into", "like", "near", "onto", "out", "outside", "over", "past", "since",
      "through", "throughout", "till", "toward", "towards", "under", "until", "upon", "within", "without"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

class CapitalisationCheck final : public Check {
 public:
  CapitalisationCheck(const Rule& rule, Preparation& preparation)
      : terms_(preparation.phrases(rule.body, "find")),
        except_(preparation.phrases(rule.body, "except")),
        patterns_(preparation.patterns(rule.body, "match", false)),
        except_patterns_(preparation.patterns(rule.body, "except-match", false)),
        threshold_(preparation.number(rule.body, "threshold", 1)),
        chicago_(rule.body.attribute("titles") == "chicago"),
        counts_(rule.body.has_attribute("threshold")),
        plain_words_(rule.body.attribute("names") == "unfamiliar") {
    for (const Record* each : rule.body.all("opens")) opens_.emplace_back(trim(each->content()));
    const std::string_view style = rule.body.attribute("style");
    style_ = style == "title" ? Style::title : style == "lower" ? Style::lower : style == "upper" ? Style::upper
             : style == "small-terms" ? Style::small_terms : style == "pattern" ? Style::pattern : Style::sentence;
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (style_ == Style::small_terms) return look_at_terms(seen, rule, into);
    for (const Stretch& stretch : seen.prose.stretches) {
      if (stretch.span.empty() || !seen.reads(rule, stretch.span) || follows(seen, stretch)) continue;
      const bool heads = stretch.scope == Scope::heading || stretch.scope == Scope::title;
      into.push_back(report(seen, rule, stretch.span, {{"found", heads ? "This heading" : "This"}}));
    }
  }

 private:
  /// What the rule's exceptions find in one stretch.
  std::vector<Span> excepted_in(const Seen& seen, const Stretch& stretch) const {
    std::vector<Span> spans;
    for (const regex::Pattern& pattern : except_patterns_)
      each_match(seen.prose, stretch.span, pattern, [&](const regex::Match& match) { spans.push_back(match.whole); });
    return spans;
  }

  /// True where the next word may begin with a capital: after a mark that ends, and after what the rule names.
  bool opens(std::string_view token) const {
    return token == ":" || token == "." || token == "?" || token == "!" ||
           std::any_of(opens_.begin(), opens_.end(), [&](const std::string& each) { return token.ends_with(each); });
  }

  bool follows(const Seen& seen, const Stretch& stretch) const {
    if (style_ == Style::pattern)
      return std::any_of(patterns_.begin(), patterns_.end(),
                         [&](const regex::Pattern& each) { return each.find(seen.prose.view(stretch.span)).has_value(); });
    const std::vector<Span> clear = excepted_in(seen, stretch);
    const auto excepted = [&](Span token) {
      return overlaps_any(seen, except_, token) || std::any_of(clear.begin(), clear.end(), [&](Span each) { return each.overlaps(token); });
    };
    double words = 0, right = 0;
    bool first = true;
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      const Token& token = seen.prose.tokens[at];
      if (token.casing == Casing::punctuation || token.casing == Casing::number) {
        first = first || opens(seen.prose.view(token.span()));
        continue;
      }
      ++words;
      right += excepted(token.span()) || fits(seen, token, first);
      first = !opens_.empty() && opens(seen.prose.view(token.span()));
    }
    // One or two small slips in a long heading are for sentence style no reason to complain: they are names.
    return words < 2 || (style_ == Style::sentence && !counts_ ? words - right < 2 || right / words > .7 : right / words >= threshold_);
  }

  bool small_in_title(std::string_view word) const { return small_in_titles(word) || (chicago_ && small_in_chicago(word)); }

  bool fits(const Seen& seen, const Token& token, bool first) const {
    const bool big = has_capital(token.casing);
    switch (style_) {
      case Style::lower: return !big;
      case Style::upper: return token.casing == Casing::capitals || token.length == 1;
      case Style::title: return big || (!first && small_in_title(seen.prose.words[token.word].folded));
      case Style::sentence:
        // A word that the report never writes small may be a name.
        return first || token.casing != Casing::capitalised ||
               (seen.prose.words[token.word].count_lower == 0 && !(plain_words_ && seen.words.of(token).familiar));
      case Style::small_terms:
      case Style::pattern: break;
    }
    return true;
  }

  /// Terms in capitals inside a sentence, reported once each; where all the words around have capitals it is a title.
  void look_at_terms(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    std::vector<std::uint32_t> done;
    for (const PhraseHit& hit : places_of(seen, terms_)) {
      const std::string words(seen.prose.view(hit.span));
      const bool capital = words[0] >= 'A' && words[0] <= 'Z';
      const std::size_t space = words.find(' ');
      const bool second = space != std::string::npos && space + 1 < words.size() && words[space + 1] >= 'A' && words[space + 1] <= 'Z';
      if (!capital || (space != std::string::npos && !second) || !seen.reads(rule, hit.span) || overlaps_any(seen, except_, hit.span))
        continue;
      if (part_of_name(seen, hit.span) || std::find(done.begin(), done.end(), hit.phrase) != done.end()) continue;
      done.push_back(hit.phrase);
      into.push_back(report(seen, rule, hit.span, {{"found", fold_space(words)}, {"use", ascii_lower(fold_space(words))}}));
    }
  }

  /// True where the words beside also have capitals ("Essex Social Worker of the Year"), where a sentence begins,
  /// and in brackets or quotation marks, which give a term a meaning.
  static bool part_of_name(const Seen& seen, Span span) {
    const auto& tokens = seen.prose.tokens;
    auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const Token& token, std::uint32_t at) { return token.begin < at; });
    auto after = std::lower_bound(tokens.begin(), tokens.end(), span.end, [](const Token& token, std::uint32_t at) { return token.begin < at; });
    if (first == tokens.end() || first->opens_sentence || first->casing == Casing::capitals || seen.quoted(span)) return true;
    if (first != tokens.begin() && has_capital(std::prev(first)->casing) && !std::prev(first)->opens_sentence) return true;
    if (first != tokens.begin()) {
      const std::string_view before = seen.prose.view(std::prev(first)->span());
      if (before == "(" || before == ":" || before == "\xE2\x80\xA2") return true;
    }
    return after != tokens.end() && has_capital(after->casing) && after->begin <= span.end + 1;
  }

  std::vector<std::uint32_t> terms_, except_;
  std::vector<regex::Pattern> patterns_, except_patterns_;
  std::vector<std::string> opens_;
  double threshold_;
  bool chicago_ = false;
  bool counts_ = false;       ///< the rule says which share of words must follow the style
  bool plain_words_ = false;  ///< a word that every reader knows is no name, even where the report never writes it small
  Style style_ = Style::sentence;
};

}  // namespace

std::shared_ptr<const Check> prepare_capitalisation(const Rule& rule, Preparation& preparation) {
  return std::make_shared<CapitalisationCheck>(rule, preparation);
}

}  // namespace casewright
