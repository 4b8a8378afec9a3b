#include "inspect/kinds/acronym.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace casewright {
namespace {

/// One short form as it stands in a report.
struct Use {
  Span first;
  int count = 0;
  bool explained = false;
};

bool roman(std::string_view word) {
  return word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

bool short_form(std::string_view word) {
  return word.size() >= 2 && word.size() <= 7 && std::all_of(word.begin(), word.end(), [](char each) {
           return (each >= 'A' && each <= 'Z') || each == '&';
         });
}

/// "SCRs" as "SCR".
std::string_view singular(std::string_view word) {
  if (word.size() > 2 && word.back() == 's') word.remove_suffix(1);
  return word;
}

/// True for a stretch set in capitals, where a short form cannot be told from a word.
bool shouted(const Prose& prose, const Stretch& stretch) {
  std::uint32_t capitals = 0, words = 0;
  for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
    const Casing casing = prose.tokens[at].casing;
    if (casing == Casing::punctuation || casing == Casing::number) continue;
    ++words;
    capitals += casing == Casing::capitals;
  }
  return words > 1 && capitals * 2 > words;
}

/// True where the words before an opening bracket begin with the letters of the short form, little words
/// left out, or where an explanation in brackets follows it.
bool explained_at(const Prose& prose, const Stretch& stretch, std::uint32_t token, std::string_view word) {
  const auto text_of = [&](std::uint32_t at) { return prose.view(prose.tokens[at].span()); };
  const bool opened = token > stretch.first_token && text_of(token - 1) == "(";
  if (opened && token + 1 < stretch.end_token && (text_of(token + 1) == ")" || text_of(token + 1) == ","))
    return true;
  if (token + 2 >= stretch.end_token || text_of(token + 1) != "(") return false;
  const std::string_view first = text_of(token + 2);
  return !first.empty() && std::tolower(static_cast<unsigned char>(first[0])) ==
                               std::tolower(static_cast<unsigned char>(word[0]));
}

class AcronymCheck final : public Check {
 public:
  AcronymCheck(const Rule& rule, Preparation& preparation)
      : least_(static_cast<int>(preparation.number(rule.body, "least", 1))) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::map<std::string, Use, std::less<>> uses;
    for (std::size_t at = 0; at < seen.prose.stretches.size(); ++at) collect(seen, rule, at, uses);
    for (const auto& [word, use] : uses) {
      if (use.explained || use.count < least_ || seen.corpus.household.count(word) != 0) continue;
      into.push_back(finding_of(seen, rule, word, use));
    }
  }

 private:
  void collect(const Seen& seen, const Rule& rule, std::size_t index,
               std::map<std::string, Use, std::less<>>& uses) const {
    const Prose& prose = seen.prose;
    const Stretch& stretch = prose.stretches[index];
    if (!visible_scopes.has(stretch.scope) || shouted(prose, stretch)) return;
    const bool glossary = (seen.sections[index] & *section_of("glossary")) != 0;
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      const Token& token = prose.tokens[at];
      if (token.casing != Casing::capitals && token.casing != Casing::mixed) continue;
      const std::string_view word = singular(prose.view(token.span()));
      if (!short_form(word) || roman(word)) continue;
      const bool readable = seen.reads(rule, token.span());
      if (!readable && !glossary) continue;
      Use& use = uses[std::string(word)];
      if (use.count == 0 && readable) use.first = token.span();
      use.count += readable;
      use.explained = use.explained || glossary || explained_at(prose, stretch, at, word);
    }
  }

  /// The short form itself is named only where our own list knows it: it might be somebody's initials.
  static Finding finding_of(const Seen& seen, const Rule& rule, const std::string& word, const Use& use) {
    const auto known = seen.corpus.acronyms.find(word);
    Finding finding =
        report(seen, rule, use.first,
               {{"found", known == seen.corpus.acronyms.end() ? "This short form" : "\"" + word + "\""},
                {"count", std::to_string(use.count)}});
    if (known == seen.corpus.acronyms.end()) {
      finding.secret = true;
    } else if (known->second.size() == 1) {
      finding.suggestion = "At its first use write \"" + known->second.front() + " (" + word + ")\".";
    } else {
      finding.suggestion =
          "It has more than one meaning: say which is meant, " + join_text(known->second, " or ") + ".";
    }
    return finding;
  }

  int least_;
};

}  // namespace

std::shared_ptr<const Check> prepare_acronym(const Rule& rule, Preparation& preparation) {
  return std::make_shared<AcronymCheck>(rule, preparation);
}

}  // namespace casewright
