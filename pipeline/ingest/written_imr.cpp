#include "ingest/written_imr.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/among.h"
#include "base/text.h"
#include "ingest/imr_facts.h"
#include "ingest/key_lines.h"
#include "ingest/labels.h"
#include "ingest/written_prose.h"
#include "ingest/written_recommendations.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_opening = 420;  ///< bytes under a heading that are looked at
constexpr std::size_t most_on_cover = 160;    ///< bytes of a paragraph on a cover that tells nothing a report needs

/// Where the words of a part of a review go.
enum class Goes : std::uint8_t { facts, sign_off, methodology, family_background, narrative, analysis, child_voice, good_practice, lessons, recommendations, actions_taken, unused };

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

/// What a heading that reports have no section for leads to: whoever signed, the author, a table of contents, the conditions of work.
Field own_heading(std::string_view heading) { return LabelGuide::of("agency-review").understand(heading).field; }
bool tells_author(std::string_view heading) { return own_heading(heading) == Field::author; }

/// What a part inside another may be for its own sake: the rest of what such a heading says is how its part tells it.
bool stands_apart(Goes inside, Goes own) {
  if (inside == Goes::unused || inside == Goes::facts) return true;
  const bool own_kind = own == Goes::child_voice || own == Goes::good_practice || own == Goes::lessons || own == Goes::recommendations || own == Goes::actions_taken;
  return own_kind || (own == Goes::analysis && inside == Goes::narrative);
}

/// A stretch of blocks that goes to one place.
struct ImrStretch {
  Goes goes = Goes::facts;
  const Block* heading = nullptr;
  std::string section;  ///< the canonical name, where there is one
  bool theme = false;   ///< one of an analysis
  std::size_t from = 0, to = 0;
};

class ImrReader {
 public:
  ImrReader(const std::string& agency, const Document& document, std::uint32_t source, const Case& known, const HeadingJudge& judge)
      : agency_(agency), known_(known), blocks_(document.blocks), prose_(document, source) {
    part(judge);
    imr_.name = "imr";
    imr_.origin = {source, 1, 0};
    imr_.set_attribute("agency", agency);
  }

  Record read() {
    for (const ImrStretch& each : stretches_) take(each);
    facts_.add_opening(imr_);
    Record methodology = part_named("methodology");
    add_part(std::move(how_), methodology);
    add_part(std::move(methodology), imr_);
    for (Record* each : {&family_background_, &narrative_, &analysis_, &child_voice_, &good_practice_, &lessons_, &recommendations_, &actions_taken_})
      add_part(std::move(*each), imr_);
    facts_.add_sign_off(imr_);
    return std::move(imr_);
  }

  Faults told(const Path& file) const {
    Faults told = prose_.told(file);
    if (const auto missing = facts_.missing(); !missing.empty())
      told.push_back({file, 0, 0, "this review does not say " + list_in_words(missing),
                      "add lines such as \"Author: name, post\", \"Independence: ...\" and \"Signed off by: name, post\" to the file"});
    if (!unused_.empty())
      told.push_back({file, 0, 0, "these parts of the review stay out of the drafts: " + list_in_words(unused_), "what a report needs of them belongs in case.xml or in sections/"});
    return told;
  }

 private:
  /// Adds what has anything in it; it stands where its first child does.
  static void add_part(Record part, Record& into) {
    if (part.children.empty()) return;
    part.origin = part.children.front().origin;
    into.children.push_back(std::move(part));
  }

  static Record part_named(const char* name) {
    Record made;
    made.name = name;
    return made;
  }

  std::string opening_under(std::size_t heading) const {
    std::string words;
    for (std::size_t at = heading + 1; at < blocks_.size() && !is_heading(blocks_[at]) && words.size() < most_of_opening; ++at)
      words.append(blocks_[at].text().substr(0, most_of_opening)).append(". ");
    return words;
  }

  /// The headings that part the review: not the one over everything, nor a line such as "Author: ..." that only looks like one.
  std::vector<std::size_t> parting_headings() {
    std::vector<std::size_t> at;
    for (std::size_t each = 0; each < blocks_.size(); ++each)
      if (blocks_[each].kind == BlockKind::heading && !facts_.take(blocks_[each], prose_)) at.push_back(each);
    const auto over_all = [&] {
      return std::none_of(at.begin() + 1, at.end(), [&](std::size_t each) { return blocks_[each].level <= blocks_[at.front()].level; });
    };
    if (at.size() > 1 && over_all()) at.erase(at.begin());
    // Nor what stands on a cover, before the first of the highest.
    std::uint8_t highest = 9;
    for (const std::size_t each : at) highest = std::min(highest, blocks_[each].level);
    while (!at.empty() && blocks_[at.front()].level > highest) at.erase(at.begin());
    return at;
  }

  std::vector<std::vector<std::string>> judged(const std::vector<std::size_t>& at, const HeadingJudge& judge) const {
    std::vector<HeadingIn> headings;
    for (const std::size_t each : at) headings.push_back({fold_space(blocks_[each].text()), blocks_[each].level, opening_under(each)});
    std::vector<std::vector<std::string>> all = judge ? judge(headings) : std::vector<std::vector<std::string>>(at.size());
    for (std::size_t each = 0; each < at.size(); ++each) {
      if (blocks_[at[each]].section.empty()) continue;
      all[each].clear();
      for (const std::string_view name : split(blocks_[at[each]].section, ' ')) all[each].emplace_back(name);
    }
    return all;
  }

  /// Where the words under a heading go by what it says itself.
  std::optional<Goes> own_place(const std::string& words, const std::vector<std::string>& sections) const {
    if (!key_lines_in(words, known_).empty()) return Goes::analysis;
    const std::optional<Goes> known = place_of(sections);
    const bool open = !known || *known == Goes::unused || *known == Goes::methodology;
    switch (own_heading(words)) {
      case Field::signer: return Goes::sign_off;
      case Field::contents: return Goes::unused;
      case Field::conditions: return Goes::analysis;
      case Field::author: return open ? Goes::facts : known;
      default: return known;
    }
  }

  /// Parts the blocks at those headings which say where their words go.
  void part(const HeadingJudge& judge) {
    const std::vector<std::size_t> at = parting_headings();
    const std::vector<std::vector<std::string>> sections = judged(at, judge);
    struct Open {
      std::uint8_t level;
      Goes goes;
      bool theme;  ///< of an analysis
      bool keeps;  ///< every heading under it belongs to it, whatever it says
    };
    // What stands over the first part that is known is a cover.
    std::size_t cover = 0;
    while (cover < at.size() && !own_place(fold_space(blocks_[at[cover]].text()), sections[cover])) ++cover;
    if (cover == at.size()) cover = 0;
    std::vector<Open> open;
    stretches_.push_back({at.empty() ? Goes::analysis : Goes::facts, nullptr, "", false, 0, 0});
    for (std::size_t each = 0; each < at.size(); ++each) {
      const Block& heading = blocks_[at[each]];
      while (!open.empty() && open.back().level >= heading.level) open.pop_back();
      const bool under = !open.empty();
      if (under && open.back().keeps) {
        open.push_back({heading.level, open.back().goes, open.back().theme, true});
        continue;
      }
      const std::string words = fold_space(heading.text());
      std::optional<Goes> own = own_place(words, sections[each]);
      if (own && under && *own != open.back().goes && !stands_apart(open.back().goes, *own) && *own != Goes::sign_off) own.reset();
      const Goes goes = own.value_or(each < cover ? Goes::facts : under ? open.back().goes : Goes::analysis);
      const bool enquiry = !key_lines_in(words, known_).empty();
      const bool theme = goes == Goes::analysis && (under || !own || enquiry);
      const bool goes_on = !own && under && !theme;  // a heading of its own inside the part that it stands in
      if (!under || goes != stretches_.back().goes || (theme && !open.back().theme)) {
        stretches_.back().to = at[each];
        stretches_.push_back({goes, &heading, sections[each].empty() ? "" : sections[each].front(), theme, goes_on ? at[each] : at[each] + 1, 0});
      }
      const bool keeps = enquiry || goes == Goes::recommendations;
      open.push_back({heading.level, goes, goes == Goes::analysis && (theme || (under && open.back().theme)), keeps});
    }
    stretches_.back().to = blocks_.size();
  }

  std::span<const Block> in(const ImrStretch& stretch) const { return std::span(blocks_).subspan(stretch.from, stretch.to - stretch.from); }

  void add_prose(const ImrStretch& stretch, Record& into) { prose_.add(in(stretch), highest_heading(in(stretch)), into); }

  void take(const ImrStretch& stretch) {
    if (stretch.goes != Goes::narrative && holds_plan(in(stretch))) return recommendations(stretch);
    switch (stretch.goes) {
      case Goes::facts: return take_facts(stretch);
      case Goes::sign_off:
        return facts_.take_sign_off(in(stretch), prose_);
      case Goes::methodology: return add_prose(stretch, how_);
      case Goes::family_background: return add_prose(stretch, family_background_);
      case Goes::narrative: return add_prose(stretch, narrative_);
      case Goes::analysis: return theme(stretch);
      case Goes::child_voice: return add_prose(stretch, child_voice_);
      case Goes::good_practice: return add_prose(stretch, good_practice_);
      case Goes::lessons: return lessons(stretch);
      case Goes::recommendations: return recommendations(stretch);
      case Goes::actions_taken: return add_prose(stretch, actions_taken_);
      case Goes::unused: return unused(stretch);
    }
  }

  /// What is no fact and says nothing of the author goes to how the review was done, or, where it stands on the cover, nowhere if it is short.
  void take_facts(const ImrStretch& stretch) {
    const bool about_author = stretch.heading != nullptr && tells_author(stretch.heading->text());
    Record rest = part_named("theme");
    for (const Block& each : in(stretch)) {
      if (facts_.take(each, prose_) || facts_.take_prose(each, prose_, about_author) || is_heading(each)) continue;
      if (about_author || each.text().size() > most_on_cover || each.kind == BlockKind::list) prose_.add({&each, 1}, 0, about_author ? how_ : rest);
    }
    if (rest.children.empty()) return;
    rest.origin = rest.children.front().origin;
    analysis_.children.push_back(std::move(rest));
  }

  void theme(const ImrStretch& stretch) {
    Record theme = part_named("theme");
    theme.origin = stretch.heading == nullptr ? imr_.origin : prose_.origin_of(*stretch.heading);
    if (stretch.heading != nullptr) add_prose(stretch, theme);
    else
      for (const Block& each : in(stretch))
        if (!facts_.take(each, prose_) && !is_heading(each)) prose_.add({&each, 1}, 0, theme);
    if (theme.children.empty()) return;
    const std::string title = stretch.heading == nullptr ? "" : fold_space(stretch.heading->text());
    if (!title.empty() && ascii_lower(title) != "analysis" && (stretch.theme || stretch.section != "analysis")) {
      theme.set_attribute("title", without_key_lines(title, known_));
      if (const std::string lines = key_lines_in(title, known_); !lines.empty()) theme.set_attribute("line", lines);
    }
    analysis_.children.push_back(std::move(theme));
  }

  /// Each item of a list is a lesson, and each paragraph that does not only lead to one.
  void lessons(const ImrStretch& stretch) {
    for (const Block& each : in(stretch)) {
      if (each.kind == BlockKind::list) {
        prose_.add_items(each, "lesson", lessons_);
      } else if (each.kind == BlockKind::table) {
        rows_of_lessons(each);
      } else if (!is_heading(each) && !trim(each.text()).ends_with(':')) {
        Record lesson = part_named("lesson");
        lesson.origin = prose_.origin_of(each);
        prose_.add({&each, 1}, 0, lesson);
        if (!lesson.children.empty()) lessons_.children.push_back(std::move(lesson));
      }
    }
  }

  /// Each row of a table is a lesson, its cells paragraphs; the row of headings is none.
  void rows_of_lessons(const Block& table) {
    for (const Block& row : table.children) {
      const bool heads = std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
      if (row.kind != BlockKind::row || heads) continue;
      Record lesson = part_named("lesson");
      lesson.origin = prose_.origin_of(row);
      for (const Block& cell : row.children) {
        Record words = part_named("p");
        words.origin = prose_.origin_of(cell);
        prose_.add_words(cell, words);
        if (!trim(words.content()).empty()) lesson.children.push_back(std::move(words));
        prose_.add(cell.children, 0, lesson);
      }
      if (!lesson.children.empty()) lessons_.children.push_back(std::move(lesson));
    }
  }

  /// Where no recommendation can be told from the rest, all of it stays as a theme.
  void recommendations(const ImrStretch& stretch) {
    Record found;
    add_recommendations(in(stretch), agency_ + "-", known_, prose_, found);
    const auto is_one = [](const Record& each) { return each.name == "recommendation"; };
    if (std::none_of(found.children.begin(), found.children.end(), is_one)) return theme(stretch);
    for (Record& each : found.children) {
      if (!is_one(each)) continue;
      if (!each.has_attribute("owner")) each.set_attribute("owner", agency_);  // what an agency recommends to itself
      recommendations_.children.push_back(std::move(each));
    }
  }

  void unused(const ImrStretch& stretch) {
    for (const Block& each : in(stretch))
      if (!facts_.take(each, prose_)) facts_.take_prose(each, prose_, false);
    const std::string name = replace_every(stretch.section, "_", " ");
    if (stretch.to > stretch.from && !name.empty() && !among(unused_, name)) unused_.push_back(name);
  }

  const std::string& agency_;
  const Case& known_;
  const std::vector<Block>& blocks_;
  WrittenProse prose_;
  ImrFacts facts_;
  std::vector<ImrStretch> stretches_;
  std::vector<std::string> unused_;
  Record imr_;
  Record how_ = part_named("how"), family_background_ = part_named("family-background"), narrative_ = part_named("narrative"), analysis_ = part_named("analysis"),
         child_voice_ = part_named("child-voice"), good_practice_ = part_named("good-practice"), lessons_ = part_named("lessons"),
         recommendations_ = part_named("recommendations"), actions_taken_ = part_named("actions-taken");
};

}  // namespace

Record written_imr(Bundle& bundle, const std::string& name, const std::string& agency, const Document& document, std::uint32_t source, const Case& known,
                   const HeadingJudge& judge) {
  ImrReader reader(agency, document, source, known, judge);
  Record imr = reader.read();
  Faults told = reader.told(bundle.path(name));
  bundle.faults.tell.insert(bundle.faults.tell.end(), told.begin(), told.end());
  return imr;
}

}  // namespace casewright
