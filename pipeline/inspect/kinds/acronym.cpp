#include "inspect/kinds/acronym.h"

#include <algorithm>
#include <map>

#include "base/sorted_lines.h"
#include "base/text.h"
#include "inspect/acronyms.h"

namespace casewright {
namespace {

/// What a rule asks of the short forms.
enum class Asks : std::uint8_t { undefined, late, wrong_entry };

/// True where the list of common words has `word`: alone in its line or before "+".
bool is_common(std::string_view list, std::string_view word) {
  const std::string_view line = find_line(list, word, [](std::string_view each) {
    return each.ends_with('+') || each.ends_with('-') ? each.substr(0, each.size() - 1) : each;
  });
  return !line.empty() && !line.ends_with('-');
}

/// "END", "PROCESS": a plain word set in capitals.
bool only_loud(const Corpus& corpus, const std::string& word) {
  if (corpus.acronyms.count(word) != 0 || word.size() < 3) return false;
  const std::string lower = ascii_lower(word);
  return corpus.lexicon.familiar.count(lower) != 0 || (word.size() > 4 && is_common(corpus.common_words, lower));
}

/// "the ICON leaflet", "the IRIS programme": a name, and the word behind it says of what.
bool names_a_thing(const Seen& seen, Span span) {
  static constexpr std::string_view things[] = {"app", "campaign", "charity", "course", "leaflet", "leaflets", "programme", "project", "website"};
  const auto& tokens = seen.prose.tokens;
  const auto after = std::lower_bound(tokens.begin(), tokens.end(), span.end, [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
  return after != tokens.end() && std::find(std::begin(things), std::end(things), seen.prose.words[after->word].folded) != std::end(things);
}

/// The short form itself is named only where our own list knows it: it might be somebody's initials.
Finding finding_of(const Seen& seen, const Rule& rule, const std::string& word, const AcronymUse& use) {
  const auto known = seen.corpus.acronyms.find(word);
  const bool listed = known != seen.corpus.acronyms.end();
  Finding finding = report(seen, rule, use.first,
                           {{"found", listed ? "\"" + word + "\"" : "This short form"}, {"count", std::to_string(use.count)}});
  if (!listed)
    finding.secret = true;
  else if (known->second.size() == 1)
    finding.suggestion = "At its first use write \"" + known->second.front() + " (" + word + ")\".";
  else
    finding.suggestion = "It has more than one meaning: say which is meant, " + join_text(known->second, " or ") + ".";
  return finding;
}

class AcronymCheck final : public Check {
 public:
  AcronymCheck(const Rule& rule, Preparation& preparation)
      : least_(preparation.whole(rule.body, "least", 1)) {
    const std::string_view of = rule.body.attribute("of");
    asks_ = of == "late" ? Asks::late : of == "wrong-entry" ? Asks::wrong_entry : Asks::undefined;
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (asks_ == Asks::wrong_entry) return look_at_entries(seen, rule, into);
    const auto uses = acronyms_in(seen.prose, seen.words, seen.sections, [&](Span span) { return seen.reads(rule, span); });
    for (const auto& [word, use] : uses) {
      if (use.count < least_ || seen.corpus.household.count(word) != 0 || only_loud(seen.corpus, word)) continue;
      if (seen.corpus.acronyms.count(word) == 0 && (use.person || names_a_thing(seen, use.first))) continue;
      const bool undefined = !use.explained();
      const bool late = use.explained() && !use.in_glossary && use.explained_at > use.first.begin;
      if (asks_ == Asks::undefined ? undefined : late) into.push_back(finding_of(seen, rule, word, use));
    }
  }

 private:
  void look_at_entries(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const {
    for (const GlossaryEntry& entry : glossary_entries(seen.prose, seen.sections)) {
      const std::string right = mended_entry(entry, seen.corpus.acronyms);
      if (right.empty()) continue;
      Finding finding = report(seen, rule, entry.span);
      if (right != "?") finding.suggestion = "Perhaps \"" + right + "\" is meant.";
      into.push_back(std::move(finding));
    }
  }

  int least_;
  Asks asks_ = Asks::undefined;
};

}  // namespace

std::shared_ptr<const Check> prepare_acronym(const Rule& rule, Preparation& preparation) {
  return std::make_shared<AcronymCheck>(rule, preparation);
}

}  // namespace casewright
