#include "inspect/kinds/pseudonym.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "foreign/unicode.h"

namespace casewright {
namespace {

/// The last word of a public name: "K" of "Child K", "Sam" of "Sam".
std::string telling_word(const std::string& public_name) {
  const std::size_t space = public_name.find_last_of(' ');
  return unicode::fold(space == std::string::npos ? public_name : public_name.substr(space + 1));
}

bool is_personal(NameKind kind) {
  return kind == NameKind::given || kind == NameKind::family || kind == NameKind::nickname || kind == NameKind::alias ||
         kind == NameKind::former;
}

bool is_letter(const std::string& word) { return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z'; }

/// Where the words first stand on the page; nothing where they do not.
Span first_place(const Seen& seen, const Rule& rule, const std::string& words) {
  const std::string lowered = ascii_lower(words);
  for (std::size_t at = seen.lower.find(lowered); at != std::string::npos; at = seen.lower.find(lowered, at + 1)) {
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + lowered.size())};
    const auto joins = [&](std::size_t byte) {
      return byte < seen.lower.size() && ((seen.lower[byte] >= 'a' && seen.lower[byte] <= 'z') || (seen.lower[byte] >= '0' && seen.lower[byte] <= '9'));
    };
    if ((at == 0 || !joins(at - 1)) && !joins(span.end) && seen.reads(rule, span)) return span;
  }
  return {};
}

/// A code that says a letter of the name it hides, or that is somebody's name.
class AgainstRegister final : public Check {
 public:
  explicit AgainstRegister(bool initial) : initial_(initial) {}
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.people == nullptr) return;
    std::set<std::string> told;
    for (const Identity& each : seen.people->entries) {
      if (each.kind != IdentityKind::person || each.may_be_named || each.public_name.empty() || told.contains(each.public_name)) continue;
      if (!(initial_ ? keeps_initial(each) : is_a_name(*seen.people, each))) continue;
      const Span place = first_place(seen, rule, each.public_name);
      if (place.empty()) continue;
      told.insert(each.public_name);
      Finding finding = report(seen, rule, place, {{"who", each.public_name}});
      finding.identity = each.public_name;
      into.push_back(std::move(finding));
    }
  }

 private:
  static bool keeps_initial(const Identity& identity) {
    const std::string word = telling_word(identity.public_name);
    if (!is_letter(word)) return false;
    return std::any_of(identity.names.begin(), identity.names.end(), [&](const NameEntry& name) {
      return is_personal(name.kind) && unicode::fold(name.text).starts_with(word);
    });
  }

  static bool is_a_name(const Register& people, const Identity& identity) {
    const std::string word = unicode::fold(identity.public_name);
    if (word.find(' ') != std::string::npos || word.size() < 2) return false;
    return std::any_of(people.entries.begin(), people.entries.end(), [&](const Identity& other) {
      return other.kind == IdentityKind::person && std::any_of(other.names.begin(), other.names.end(), [&](const NameEntry& name) {
               return is_personal(name.kind) && unicode::fold(name.text) == word;
             });
    });
  }

  bool initial_;
};

/// One person under two codes: "SW1" here, "Social Worker 1" there.
class MixedCodes final : public Check {
 public:
  MixedCodes(const Rule& rule, Preparation& preparation) {
    for (const Record* same : rule.body.all("same")) ways_.push_back(preparation.gated_patterns(*same, "match", false));
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    for (const auto& ways : ways_) {
      std::map<std::string, std::map<std::size_t, std::vector<Span>>> places;  // by the code's number, then by its way
      std::size_t met = 0;  // ways in which somebody is named
      for (std::size_t way = 0; way < ways.size() && met + ways.size() - way >= 2; ++way) {
        bool here = false;
        for (std::size_t index = 0; index < seen.prose.stretches.size(); ++index)
          if (rule.scopes.has(seen.prose.stretches[index].scope) && seen.meets(ways[way].needs, index))
            here = gather(seen, rule, ways[way].pattern, seen.prose.stretches[index].span, way, places) || here;
        met += here;
      }
      for (const auto& [number, by_way] : places) {
        if (by_way.size() < 2) continue;
        const auto rarest = std::min_element(by_way.begin(), by_way.end(), [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
        into.push_back(report(seen, rule, rarest->second.front()));
      }
    }
  }

 private:
  /// True where it stands there at all.
  template <class Places>
  static bool gather(const Seen& seen, const Rule& rule, const regex::Pattern& pattern, Span where, std::size_t way, Places& places) {
    const std::string_view text = seen.prose.view(where);
    std::uint32_t from = 0;
    bool found = false;
    while (const auto match = pattern.find(text, from)) {
      from = std::max(match->whole.end, match->whole.begin + 1);
      const Span span{where.begin + match->whole.begin, where.begin + match->whole.end};
      if (!seen.reads(rule, span)) continue;
      found = true;
      places[std::string(text.substr(match->first.begin, match->first.length()))][way].push_back(span);
    }
    return found;
  }

  std::vector<std::vector<GatedPattern>> ways_;
};

/// "he" in one sentence and "she" in another, where the code opens the sentence and nobody else is spoken of.
class Pronouns final : public Check {
 public:
  Pronouns(const Rule& rule, Preparation& preparation)
      : codes_(preparation.patterns(rule.body, "match", false)), others_(preparation.phrases(rule.body, "apart")),
        he_(preparation.phrase(text_record("(he|him|his|himself)", rule.body.origin))),
        she_(preparation.phrase(text_record("(she|her|hers|herself)", rule.body.origin))) {}

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    std::map<std::string, std::vector<Span>> male, female;
    for (const Sentence& sentence : seen.prose.sentences) {
      const bool he = seen.holds(he_, sentence.span), she = seen.holds(she_, sentence.span);
      if (he == she || !seen.reads(rule, sentence.span)) continue;
      const auto code = only_code(seen.prose.view(sentence.span));
      if (!code || code->begin > 0 || !pronoun_follows(seen.prose.view(sentence.span).substr(code->end)) || std::any_of(others_.begin(), others_.end(), [&](std::uint32_t each) { return seen.holds(each, sentence.span); })) continue;
      const Span span{sentence.span.begin + code->begin, sentence.span.begin + code->end};
      (he ? male : female)[std::string(seen.prose.view(span))].push_back(span);
    }
    for (const auto& [code, spans] : male)
      if (const auto other = female.find(code); other != female.end())
        into.push_back(report(seen, rule, (spans.size() < other->second.size() ? spans : other->second).front()));
  }

 private:
  /// True where "he" or "she" follows in the same breath: "Child K said that she", with no mark and no name between.
  static bool pronoun_follows(std::string_view rest) {
    constexpr std::size_t near = 36;
    for (const std::string_view pronoun : {" he ", " she "}) {
      const std::size_t at = rest.find(pronoun);
      if (at == std::string_view::npos || at > near) continue;
      const std::string_view between = rest.substr(0, at);
      if (std::all_of(between.begin(), between.end(), [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); })) return true;
    }
    return false;
  }

  std::optional<Span> only_code(std::string_view text) const {
    std::optional<Span> found;
    for (const regex::Pattern& pattern : codes_) {
      std::uint32_t from = 0;
      while (const auto match = pattern.find(text, from)) {
        from = std::max(match->whole.end, match->whole.begin + 1);
        if (found && text.substr(found->begin, found->length()) != text.substr(match->whole.begin, match->whole.length())) return std::nullopt;
        if (!found) found = match->whole;
      }
    }
    return found;
  }

  std::vector<regex::Pattern> codes_;
  std::vector<std::uint32_t> others_;
  std::uint32_t he_, she_;
};

}  // namespace

std::shared_ptr<const Check> prepare_pseudonym(const Rule& rule, Preparation& preparation) {
  const std::string_view of = rule.body.attribute("of");
  if (of == "mixed-codes") return std::make_shared<MixedCodes>(rule, preparation);
  if (of == "pronoun") return std::make_shared<Pronouns>(rule, preparation);
  return std::make_shared<AgainstRegister>(of == "kept-initial");
}

}  // namespace casewright
