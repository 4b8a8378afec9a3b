#include "inspect/kinds/required_section.h"

#include <algorithm>

#include "base/text.h"
#include "inspect/kinds/places.h"
#include "inspect/kinds/wholeness.h"

namespace casewright {
namespace {

/// How much stands under the headings of some sections.
struct Extent {
  bool headed = false;
  std::uint32_t words = 0;
  Span heading;
};

class RequiredSectionCheck final : public Check {
 public:
  RequiredSectionCheck(const Rule& rule, Preparation& preparation)
      : evidence_(preparation.phrases(rule.body, "evidence")),
        evidence_patterns_(preparation.patterns(rule.body, "evidence-pattern", false)),
        or_document_(rule.body.attribute("or-document")),
        least_words_(static_cast<std::uint32_t>(std::max(0, preparation.whole(rule.body, "least-words", 10)))) {
    for (const Record* element : rule.body.all("section")) {
      const std::string name = fold_space(element->content());
      if (const auto section = section_of(name))
        wanted_ |= *section;
      else
        preparation.fault(*element, "'" + name + "' is no section",
                          "DESIGN.md section 6 lists the canonical names");
    }
  }

  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (accompanied(seen)) return;
    const Extent extent = extent_of(seen);
    if (extent.headed && extent.words >= least_words_) return;
    if (!extent.headed && (evident(seen) || in_another_volume(seen) || follows_a_volume(seen))) return;
    Finding finding = report(seen, rule, extent.heading, {{"section", sections_in_words()}});
    if (extent.headed)
      finding.message = "The section \"" + sections_in_words() +
                        "\" has a heading but says almost nothing. " + finding.message;
    else finding.message += how_looked_for(seen);
    into.push_back(std::move(finding));
  }

 private:
  /// What a reader must know to judge a section that was not found: a file may not show it as it stands on paper.
  static std::string how_looked_for(const Seen& seen) {
    if (is_volume(seen.reading) && seen.set.size() < 2) return " This is one volume: another may have it.";
    return no_section_headed(seen) ? " No heading of the report tells a section, so it was looked for in the words alone." : "";
  }

  bool accompanied(const Seen& seen) const {
    return !or_document_.empty() && std::any_of(seen.set.begin(), seen.set.end(), [&](const Reading& each) {
      return name_of(each.document.role) == or_document_;
    });
  }

  /// Of a report in volumes each may hold what another lacks, where they are checked together.
  bool in_another_volume(const Seen& seen) const {
    if (seen.set.size() < 2 || !is_volume(seen.reading)) return false;
    for (std::size_t at = 0; at < seen.set.size() && at < seen.all_inspected.size(); ++at) {
      if (at == seen.document || !is_volume(seen.set[at])) continue;
      for (const SectionSeen& heading : seen.all_inspected[at].sections)
        for (const std::string& name : heading.canonical)
          if ((section_of(name).value_or(0) & wanted_) != 0) return true;
    }
    return false;
  }

  Extent extent_of(const Seen& seen) const {
    Extent extent;
    for (std::size_t at = 0; at < seen.prose.stretches.size(); ++at) {
      const Stretch& stretch = seen.prose.stretches[at];
      if ((seen.sections[at] & wanted_) == 0 || !visible_scopes.has(stretch.scope)) continue;
      if (stretch.scope == Scope::heading) {
        if (!extent.headed) extent.heading = stretch.span;
        extent.headed = true;
      } else if (stretch.scope != Scope::contents && stretch.scope != Scope::furniture) {
        extent.words += stretch.end_token - stretch.first_token;
      }
    }
    return extent;
  }

  bool evident(const Seen& seen) const {
    if ((wanted_ & section_of("recommendations").value_or(0)) != 0 && !seen.inspected.recommendations.empty()) return true;
    for (const std::uint32_t phrase : evidence_)
      for (const PhraseHit& hit : seen.hits.of(phrase))
        if (readable(seen, hit.span.begin)) return true;
    for (const regex::Pattern& pattern : evidence_patterns_)
      if (const auto match = pattern.find(seen.prose.text); match && readable(seen, match->whole.begin))
        return true;
    return false;
  }

  static bool readable(const Seen& seen, std::uint32_t at) {
    return word_scopes_.has(seen.prose.stretch_at(at).scope);
  }

  std::string sections_in_words() const {
    std::vector<std::string> names;
    for (const std::string& name : names_of(wanted_)) names.push_back(spoken(name));
    return join_text(names, " or ");
  }

  static constexpr Scopes word_scopes_ = prose_scopes.with(Scope::list)
                                             .with(Scope::cell)
                                             .with(Scope::note)
                                             .with(Scope::heading)
                                             .with(Scope::title);
  SectionSet wanted_ = 0;
  std::vector<std::uint32_t> evidence_;
  std::vector<regex::Pattern> evidence_patterns_;
  std::string or_document_;
  std::uint32_t least_words_ = 10;
};

}  // namespace

std::shared_ptr<const Check> prepare_required_section(const Rule& rule, Preparation& preparation) {
  return std::make_shared<RequiredSectionCheck>(rule, preparation);
}

}  // namespace casewright
