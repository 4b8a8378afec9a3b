#include "inspect/kinds/known_name.h"

#include <algorithm>

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

class KnownNameCheck final : public Check {
 public:
  KnownNameCheck(const Rule& rule, Preparation&) : certain_(rule.body.attribute("certain") != "no") {
    const std::string_view of = rule.body.attribute("of");
    for (const KindWord& each : kind_words)
      if (of.empty() || of.find(each.word) != std::string_view::npos) kinds_.push_back(each.kind);
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (seen.people == nullptr) return;
    for (const IdentityHit& hit : seen.names) {
      const Identity& identity = seen.people->entries[hit.identity];
      if (hit.certain != certain_ || identity.may_be_named || !seen.reads(rule, hit.span)) continue;
      if (std::find(kinds_.begin(), kinds_.end(), identity.kind) == kinds_.end()) continue;
      if (part_of_public_name(seen, identity, hit.span)) continue;
      Finding finding = report(seen, rule, hit.span, {{"who", identity.public_name}, {"how", hit.how}});
      finding.secret = true;
      finding.identity = identity.public_name;
      into.push_back(std::move(finding));
    }
  }

 private:
  bool certain_;
  std::vector<IdentityKind> kinds_;
};

}  // namespace

std::shared_ptr<const Check> prepare_known_name(const Rule& rule, Preparation& preparation) {
  return std::make_shared<KnownNameCheck>(rule, preparation);
}

}  // namespace casewright
