#include "ingest/reviews/imr_parts.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "ingest/papers/written_prose.h"
#include "ingest/reviews/fact_words.h"
#include "ingest/reviews/key_lines.h"
#include "ingest/values/labels.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_opening = 420;  ///< bytes under a heading that are looked at

struct PartOfReview {
  std::string_view section;  ///< canonical, DESIGN.md 6
  Goes goes;
};
/// The first that a heading stands for decides.
constexpr PartOfReview parts[] = {
    {"imr_recs", Goes::recommendations}, {"recommendations", Goes::recommendations}, {"learning", Goes::lessons}, {"good_practice", Goes::good_practice},
    {"child_voice", Goes::child_voice}, {"response", Goes::actions_taken}, {"narrative", Goes::narrative}, {"analysis", Goes::analysis}, {"findings", Goes::analysis},
    {"conclusion", Goes::analysis}, {"equality", Goes::analysis}, {"family_composition", Goes::family_background}, {"methodology", Goes::methodology},
    {"practitioner_involvement", Goes::methodology}, {"family_involvement", Goes::methodology}, {"panel", Goes::facts}, {"contributors", Goes::facts},
    {"introduction", Goes::unused}, {"reason", Goes::unused}, {"terms_of_reference", Goes::unused}, {"timescale", Goes::unused}, {"parallel", Goes::unused},
    {"confidentiality", Goes::unused}, {"references", Goes::unused}, {"glossary", Goes::unused}, {"appendix", Goes::unused},
};

std::optional<Goes> place_of(const std::vector<std::string>& sections) {
  for (const PartOfReview& each : parts)
    if (std::find(sections.begin(), sections.end(), each.section) != sections.end()) return each.goes;
  return std::nullopt;
}

/// Where the part goes that an agency's own heading names.
std::optional<Goes> place_of(Field field) {
  switch (field) {
    case Field::signer: return Goes::sign_off;
    case Field::contents: case Field::kept: return Goes::unused;
    case Field::conditions: case Field::practice: return Goes::analysis;
    case Field::author: return Goes::facts;
    case Field::family: return Goes::family_background;
    case Field::method: return Goes::methodology;
    case Field::event: return Goes::narrative;
    case Field::voice: return Goes::child_voice;
    case Field::good: return Goes::good_practice;
    case Field::lesson: return Goes::lessons;
    case Field::recommendation: return Goes::recommendations;
    case Field::taken: return Goes::actions_taken;
    default: return std::nullopt;
  }
}

/// What a part inside another may be for its own sake: the rest of what such a heading says is how its part tells it.
bool stands_apart(Goes inside, Goes own) {
  if (inside == Goes::unused || inside == Goes::facts) return true;
  const bool own_kind = own == Goes::child_voice || own == Goes::good_practice || own == Goes::lessons || own == Goes::recommendations || own == Goes::actions_taken;
  return own_kind || (own == Goes::analysis && inside == Goes::narrative) || (own == Goes::facts && inside == Goes::methodology);
}

/// A heading that parts the review.
struct PartingHeading {
  std::size_t at = 0;  ///< its block
  std::uint8_t level = 0;
  TypedNumber number;
  std::string words;  ///< without its number
  std::vector<std::string> sections;
  std::string lines;  ///< of enquiry that it answers
  LabelGuide::Meaning own;
  bool signs = false;  ///< somebody signs below it
};

class Parting {
 public:
  Parting(const std::vector<Block>& blocks, const Case& known) : blocks_(blocks), known_(known) {}

  std::vector<ImrStretch> parted(const HeadingJudge& judge, const std::function<bool(const Block&)>& is_fact) {
    find(is_fact);
    ask(judge);
    find_lines();
    part();
    return std::move(stretches_);
  }

 private:
  /// The headings that part the review: not the one over everything, nor a line such as "Author: ..." that only looks like one.
  void find(const std::function<bool(const Block&)>& is_fact) {
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      const Block& block = blocks_[at];
      if (block.kind != BlockKind::heading) continue;
      const std::string words = without_typed_number(fold_space(block.text()));
      if (key_lines_in(words, known_).empty() && is_fact(block)) continue;
      headings_.push_back({at, block.level, typed_number(block), words, {}, {}, LabelGuide::of("agency-review").understand(words), signed_below(at)});
    }
    const auto over_all = [&] { return std::none_of(headings_.begin() + 1, headings_.end(), [&](const PartingHeading& each) { return each.level <= headings_.front().level; }); };
    if (headings_.size() > 1 && over_all()) headings_.erase(headings_.begin());
    // Nor what stands on a cover, before the first of the highest.
    std::uint8_t highest = 9;
    for (const PartingHeading& each : headings_) highest = std::min(highest, each.level);
    while (!headings_.empty() && headings_.front().level > highest) headings_.erase(headings_.begin());
  }

  /// True where nothing stands below a heading but a table with a place for a name and one for a signature.
  bool signed_below(std::size_t heading) const {
    bool name = false, signature = false;
    for (std::size_t at = heading + 1; at < blocks_.size() && !is_heading(blocks_[at]); ++at) {
      if (blocks_[at].kind == BlockKind::furniture) continue;
      if (blocks_[at].kind != BlockKind::table) return false;
      walk(blocks_[at].children, [&](const Block& cell, std::size_t) {
        const std::string label = plain_label(lines_of(cell));
        name = name || meaning_of(label) == Field::name;
        signature = signature || label == "signature" || label == "signed" || label == "llofnod";
      });
    }
    return name && signature;
  }

  std::string opening_under(std::size_t heading) const {
    std::string words;
    for (std::size_t at = heading + 1; at < blocks_.size() && !is_heading(blocks_[at]) && words.size() < most_of_opening; ++at)
      words.append(blocks_[at].text().substr(0, most_of_opening)).append(". ");
    return words;
  }

  void ask(const HeadingJudge& judge) {
    std::vector<HeadingIn> asked;
    for (const PartingHeading& each : headings_) asked.push_back({each.words, each.level, opening_under(each.at)});
    std::vector<std::vector<std::string>> all = judge ? judge(asked) : std::vector<std::vector<std::string>>(asked.size());
    for (std::size_t each = 0; each < headings_.size(); ++each) {
      headings_[each].sections = std::move(all[each]);
      const std::string& said = blocks_[headings_[each].at].section;
      if (said.empty()) continue;
      headings_[each].sections.clear();
      for (const std::string_view name : split(said, ' ')) headings_[each].sections.emplace_back(name);
    }
  }

  /// Which key lines the headings answer: those that they name, else those whose words they repeat, else, below a heading or an opening that
  /// says that the lines are taken in turn, those with their numbers.
  void find_lines() {
    for (PartingHeading& each : headings_)
      if (each.lines = key_lines_in(each.words, known_); each.lines.empty()) each.lines = key_line_told_by(each.words, known_);
    for (std::size_t over = 0; over < headings_.size(); ++over) {
      const PartingHeading& above = headings_[over];
      if (!above.lines.empty() || !(speaks_of_key_lines(above.words) || speaks_of_key_lines(opening_under(above.at)))) continue;
      number_below(over);
    }
  }

  void number_below(std::size_t over) {
    const std::vector<std::string> ids = key_lines_of(known_);
    std::vector<std::size_t> below;
    for (std::size_t at = over + 1; at < headings_.size() && headings_[at].level > headings_[over].level; ++at) {
      if (!key_lines_in(headings_[at].words, known_).empty()) return;  // they say it themselves
      if (headings_[at].level == headings_[over + 1].level) below.push_back(at);
    }
    if (below.size() < 2 || below.size() > ids.size()) return;
    for (std::size_t each = 0; each < below.size(); ++each) {
      const PartingHeading& heading = headings_[below[each]];
      if (heading.number.number != each + 1 || (!heading.lines.empty() && heading.lines != ids[each])) return;
    }
    for (std::size_t each = 0; each < below.size(); ++each) headings_[below[each]].lines = ids[each];
  }

  /// Where the words under a heading go by what it says itself.
  static std::optional<Goes> own_place(const PartingHeading& heading) {
    if (!heading.lines.empty()) return Goes::analysis;
    const std::optional<Goes> known = place_of(heading.sections), own = place_of(heading.own.field);
    if (heading.signs && !own && (!known || *known == Goes::unused)) return Goes::sign_off;
    const bool open = !known || *known == Goes::unused || *known == Goes::methodology;
    if (heading.own.field == Field::author && !open && !heading.own.exact) return known;
    return own ? own : known;
  }

  /// Where a part goes that only what stands below it tells: the terms of reference with an answer to each.
  std::optional<Goes> place_with_answers(std::size_t at) const {
    const std::optional<Goes> own = own_place(headings_[at]);
    if (own != Goes::unused) return own;
    for (std::size_t below = at + 1; below < headings_.size() && headings_[below].level > headings_[at].level; ++below)
      if (!headings_[below].lines.empty()) return Goes::analysis;
    return own;
  }

  /// Parts the blocks at those headings which say where their words go.
  void part() {
    struct Open {
      std::uint8_t level;
      Goes goes;
      bool theme;  ///< of an analysis
      bool keeps;  ///< every heading under it belongs to it, whatever it says
    };
    // What stands over the first part that is known is a cover.
    std::size_t cover = 0;
    while (cover < headings_.size() && !own_place(headings_[cover])) ++cover;
    if (cover == headings_.size()) cover = 0;
    std::vector<Open> open;
    stretches_.push_back({headings_.empty() ? Goes::analysis : Goes::facts, nullptr, "", "", "", false, false, 0, 0});
    for (std::size_t each = 0; each < headings_.size(); ++each) {
      const PartingHeading& heading = headings_[each];
      while (!open.empty() && open.back().level >= heading.level) open.pop_back();
      const bool under = !open.empty();
      if (under && open.back().keeps) {
        open.push_back({heading.level, open.back().goes, open.back().theme, true});
        continue;
      }
      std::optional<Goes> own = place_with_answers(each);
      if (own && under && *own != open.back().goes && !stands_apart(open.back().goes, *own) && *own != Goes::sign_off) own.reset();
      const Goes goes = own.value_or(each < cover ? Goes::facts : under ? open.back().goes : Goes::analysis);
      const bool enquiry = !heading.lines.empty();
      const bool theme = goes == Goes::analysis && (under || !own || enquiry);
      const bool goes_on = !own && under && !theme;  // a heading of its own inside the part that it stands in
      if (!under || goes != stretches_.back().goes || (theme && (enquiry || !open.back().theme))) {
        stretches_.back().to = heading.at;
        const std::string section = heading.sections.empty() ? "" : heading.sections.front();
        stretches_.push_back({goes, &blocks_[heading.at], heading.words, section, heading.lines, theme, heading.own.field == Field::author, goes_on ? heading.at : heading.at + 1, 0});
      }
      const bool keeps = enquiry || goes == Goes::recommendations;
      open.push_back({heading.level, goes, goes == Goes::analysis && (theme || (under && open.back().theme)), keeps});
    }
    stretches_.back().to = blocks_.size();
  }

  const std::vector<Block>& blocks_;
  const Case& known_;
  std::vector<PartingHeading> headings_;
  std::vector<ImrStretch> stretches_;
};

}  // namespace

std::vector<ImrStretch> parts_of_review(const std::vector<Block>& blocks, const Case& known, const HeadingJudge& judge, const std::function<bool(const Block&)>& is_fact) {
  return Parting(blocks, known).parted(judge, is_fact);
}

}  // namespace casewright
