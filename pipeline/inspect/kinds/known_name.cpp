#include "inspect/kinds/known_name.h"

#include <algorithm>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

struct KindWord {
  IdentityKind kind;
  std::string_view word;
};
constexpr KindWord kind_words[] = {{IdentityKind::person, "person"},
                                   {IdentityKind::place, "place"},
                                   {IdentityKind::organisation, "organisation"}};

/// True where the words are part of the very wording that readers are meant to see.
bool part_of_public_name(const Seen& seen, const Identity& identity, Span span) {
  const std::string wording = ascii_lower(identity.public_name);
  if (wording.size() < span.length()) return false;
  const std::size_t reach = wording.size() - span.length();
  const std::size_t begin = span.begin < reach ? 0 : span.begin - reach;
  const std::size_t found = seen.lower.substr(begin, span.length() + 2 * reach).find(wording);
  return found != std::string::npos && begin + found <= span.begin &&
         span.end <= begin + found + wording.size();
}

constexpr std::size_t enough_names = 6;  ///< more of them help nobody

/// The public name of whom a hit stands for; of all it may stand for, "Mother, Father or Child K".
std::string public_names(const Seen& seen, const IdentityHit& hit) {
  std::vector<std::string> names;
  for (const std::uint32_t each : hit.may_be) {
    const std::string& name = seen.people->entries[each].public_name;
    if (!among(names, name)) names.push_back(name);
  }
  std::erase(names, std::string());
  if (const std::string& name = seen.people->entries[hit.identity].public_name; names.empty()) return name.empty() ? "a public name" : name;
  if (names.size() > enough_names) {
    names.resize(enough_names);
    names.push_back("another of them");
  }
  std::string all = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) all += (i + 1 < names.size() ? ", " : " or ") + names[i];
  return all;
}

class KnownNameCheck final : public Check {
 public:
  KnownNameCheck(const Rule& rule, Preparation&) : certain_(rule.body.attribute("certain")) {
    const std::string_view of = rule.body.attribute("of");
    for (const KindWord& each : kind_words)
      if (of.empty() || of.find(each.word) != std::string_view::npos) kinds_.push_back(each.kind);
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.people == nullptr) return;
    for (const IdentityHit& hit : seen.names) {
      const Identity& identity = seen.people->entries[hit.identity];
      if (certainty(hit) != certain_ || identity.may_be_named || !seen.reads(rule, hit.span)) continue;
      if (std::find(kinds_.begin(), kinds_.end(), identity.kind) == kinds_.end()) continue;
      if (part_of_public_name(seen, identity, hit.span)) continue;
      const std::string who = public_names(seen, hit);
      Finding finding = report(seen, rule, hit.span, {{"who", who}, {"how", hit.how}});
      finding.secret = true;
      finding.identity = who;
      into.push_back(std::move(finding));
    }
  }

 private:
  static std::string_view certainty(const IdentityHit& hit) { return hit.certain ? "yes" : hit.shared ? "shared" : "no"; }

  std::string certain_;
  std::vector<IdentityKind> kinds_;
};

}  // namespace

std::shared_ptr<const Check> prepare_known_name(const Rule& rule, Preparation& preparation) {
  return std::make_shared<KnownNameCheck>(rule, preparation);
}

}  // namespace casewright
