#include "inspect/kinds/local_body.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/among.h"
#include "base/text.h"
#include "inspect/kinds/finds.h"
#include "inspect/name_tokens.h"
#include "inspect/public_bodies.h"

namespace casewright {
namespace {

constexpr std::uint32_t most_of_name = 7;  ///< words of a name before what it is
constexpr std::size_t most_of_acronym = 6;

/// What a word before the head may be, from the least telling.
enum class Names : std::uint8_t {
  nothing,   ///< a word of the field, a known thing or an area
  plain,     ///< another word of English
  strange,   ///< a word of no dictionary
  everyday,  ///< an everyday word that places are named after
  person,    ///< a given name that is no word of English
};

/// Which of them tell before a head.
struct Told {
  std::string_view name;
  bool plain, strange, everyday;
};
constexpr Told tellings[] = {{"any", true, true, true}, {"strange", false, true, true}, {"everyday", false, false, true}, {"person", false, false, false}};

class LocalBodyCheck final : public Check {
 public:
  LocalBodyCheck(const Rule& rule, Preparation& preparation) : except_(preparation.gated_patterns(rule.body, "except", false)) {
    for (const Record* each : rule.body.all("head")) {
      const std::string_view tells = each->attribute("tells").empty() ? "strange" : each->attribute("tells");
      const auto told = std::find_if(std::begin(tellings), std::end(tellings), [&](const Told& one) { return one.name == tells; });
      if (told == std::end(tellings)) preparation.fault(*each, "'" + std::string(tells) + "' says nothing of a head", "write any, strange, everyday or person");
      else heads_[ascii_lower(fold_space(each->content()))] = told;
    }
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.judgment || seen.corpus.ordinary() == nullptr) return;
    const Prose& prose = seen.prose;
    std::vector<const Told*> heads(prose.words.size());  // by word: what tells before it, null where it is no head
    bool any = false;
    for (std::size_t at = 0; at < prose.words.size(); ++at)
      if (const auto found = heads_.find(prose.words[at].folded); found != heads_.end()) heads[at] = found->second, any = true;
    if (!any) return;
    for (const Stretch& stretch : prose.stretches)
      for (std::uint32_t at = stretch.first_token + 1; at < stretch.end_token; ++at) {
        const Told* told = heads[prose.tokens[at].word];
        if (told == nullptr || !has_capital(prose, at)) continue;
        if (const auto span = named(seen, stretch, at, *told); span && seen.reads(rule, *span)) {
          Finding finding = report(seen, rule, *span);
          finding.secret = true;
          into.push_back(std::move(finding));
        }
      }
  }

 private:
  static bool goes_on(const Prose& prose, std::uint32_t at) {
    return has_capital(prose, at) || among({"and", "&", "of", "for", "'s", "'"}, folded_word(prose, at));
  }

  /// The words from the first that may be of the name to the head, where one of them tells.
  std::optional<Span> named(const Seen& seen, const Stretch& stretch, std::uint32_t head, const Told& told) const {
    const Prose& prose = seen.prose;
    std::uint32_t first = head, telling = head, last = head;
    for (std::uint32_t at = head; at > stretch.first_token && head - at < most_of_name && goes_on(prose, at - 1) && !parted(prose, at);) {
      if (!has_capital(prose, --at)) continue;
      const Names names = names_of(seen, at);
      if (names == Names::person || (names == Names::everyday && told.everyday) || (names == Names::strange && told.strange) ||
          (names == Names::plain && told.plain && !prose.tokens[at].opens_sentence))
        telling = at, last = last == head ? at : last;
      if (names > Names::plain || !prose.tokens[at].opens_sentence) first = at;
      if (prose.tokens[at].opens_sentence) break;
    }
    if (telling == head) return std::nullopt;
    const Span whole{prose.tokens[first].begin, prose.tokens[head].span().end};
    const Span name{prose.tokens[telling].begin, prose.tokens[last].span().end};
    if (is_public(seen, whole, name) || seen.corpus.field_terms.hold(prose, whole)) return std::nullopt;
    return whole;
  }

  /// A break of the line stands before the word.
  static bool parted(const Prose& prose, std::uint32_t at) { return prose.text[prose.tokens[at].begin - 1] == '\n'; }

  /// An area, a body or a thing that readers know.
  bool is_public(const Seen& seen, Span whole, Span name) const {
    const std::string_view words = seen.prose.view(whole), own = seen.prose.view(name);
    const std::uint32_t stretch = seen.stretch_index(whole.begin);
    return seen.names_public_area(own) || stands_in_public_body(seen, name) || seen.is_public_contact(words) || seen.corpus.known_things.contains(area_words(words)) ||
           seen.corpus.known_things.contains(area_words(own)) || seen.names_public_person(name) ||
           std::any_of(except_.begin(), except_.end(), [&](const GatedPattern& each) { return seen.meets(each.needs, stretch) && each.pattern.find(words).has_value(); });
  }

  static Names names_of(const Seen& seen, std::uint32_t at) {
    const std::string& written = seen.prose.words[seen.prose.tokens[at].word].folded;
    if (seen.prose.tokens[at].casing == Casing::capitals && written.size() <= most_of_acronym) return Names::nothing;
    const auto& named_after = seen.corpus.naming_words;
    if (named_after.contains(written) || (written.ends_with('s') && named_after.contains(written.substr(0, written.size() - 1)))) return Names::everyday;
    Names most = Names::nothing;
    for (const std::string_view part : split(written, '-')) most = std::max(most, names_of_part(seen, part));
    return most;
  }

  static Names names_of_part(const Seen& seen, std::string_view word) {
    constexpr std::size_t least_letters = 3;
    if (word.size() < least_letters || word.find_first_of("0123456789") != std::string_view::npos) return Names::nothing;
    if (seen.corpus.field_terms.knows(word) || seen.corpus.peoples.contains(std::string(word)) || seen.corpus.known_things.contains(std::string(word)) || seen.names_public_area(word))
      return Names::nothing;
    if (seen.corpus.ordinary()->knows_form_of(word)) return Names::plain;
    return seen.corpus.names->lists().given.knows(word) ? Names::person : Names::strange;
  }

  std::vector<GatedPattern> except_;
  std::unordered_map<std::string, const Told*> heads_;  ///< in small letters
};

}  // namespace

std::shared_ptr<const Check> prepare_local_body(const Rule& rule, Preparation& preparation) {
  return std::make_shared<LocalBodyCheck>(rule, preparation);
}

}  // namespace casewright
