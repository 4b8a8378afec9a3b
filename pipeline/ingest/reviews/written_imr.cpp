#include "ingest/reviews/written_imr.h"

#include <algorithm>
#include <span>

#include "base/among.h"
#include "base/text.h"
#include "ingest/papers/written_prose.h"
#include "ingest/reviews/imr_facts.h"
#include "ingest/reviews/imr_parts.h"
#include "ingest/reviews/key_lines.h"
#include "ingest/reviews/recommendation_words.h"
#include "ingest/reviews/review_shape.h"
#include "ingest/reviews/written_lessons.h"
#include "ingest/reviews/written_recommendations.h"
#include "ingest/values/labels.h"

namespace casewright {
namespace {

constexpr std::size_t most_on_cover = 160;  ///< bytes of a paragraph on a cover that tells nothing a report needs

class ImrReader {
 public:
  ImrReader(const std::string& agency, const Document& document, std::uint32_t source, const Case& known, const HeadingJudge& judge)
      : agency_(agency), known_(known), blocks_(document.blocks), prose_(document, source) {
    stretches_ = parts_of_review(blocks_, known, judge, [this](const Block& heading) { return facts_.take(heading, prose_); });
    imr_.name = "imr";
    imr_.origin = {source, 1, 0};
    imr_.set_attribute("agency", agency);
  }

  Record read() {
    for (const ImrStretch& each : stretches_) take(each);
    for (const Block& each : blocks_)
      if (each.kind == BlockKind::furniture) facts_.take_weak(each, prose_);
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
      case Goes::lessons: return add_lessons(in(stretch), prose_, lessons_);
      case Goes::recommendations: return recommendations(stretch);
      case Goes::actions_taken: return add_prose(stretch, actions_taken_);
      case Goes::unused: return unused(stretch);
    }
  }

  /// True for a front sheet: what its labels do not know is of no use to a report.
  static bool is_front(const Block& block) {
    const std::vector<FrontRow> rows = block.kind == BlockKind::table ? rows_of_front(block) : std::vector<FrontRow>{};
    return std::any_of(rows.begin(), rows.end(), [](const FrontRow& row) { return !row.told.empty(); });
  }

  /// What is no fact and says nothing of the author goes to how the review was done, or, where it stands on the cover, nowhere if it is short.
  void take_facts(const ImrStretch& stretch) {
    const bool about_author = stretch.about_author;
    Record rest = part_named("theme");
    for (const Block& each : in(stretch)) {
      if (facts_.take(each, prose_) || is_front(each) || facts_.take_prose(each, prose_, about_author) || is_heading(each)) continue;
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
    if (!stretch.title.empty() && ascii_lower(stretch.title) != "analysis" && (stretch.theme || stretch.section != "analysis")) {
      theme.set_attribute("title", without_key_lines(stretch.title, known_));
      if (!stretch.lines.empty()) theme.set_attribute("line", stretch.lines);
    }
    analysis_.children.push_back(std::move(theme));
  }

  /// Where no recommendation can be told from the rest, all of it stays as a theme; where every paragraph says that something is to be done, each is one.
  void recommendations(const ImrStretch& stretch) {
    Record found;
    const bool plan = holds_plan(in(stretch)) && !recommendations_.children.empty();
    add_recommendations(in(stretch), agency_ + "-", known_, prose_, found);
    const auto is_one = [](const Record& each) { return each.name == "recommendation"; };
    if (std::none_of(found.children.begin(), found.children.end(), is_one)) {
      const bool plain = std::all_of(in(stretch).begin(), in(stretch).end(), [](const Block& each) { return each.kind == BlockKind::furniture || (each.kind == BlockKind::paragraph && recommends(each.text())); });
      found = {};
      if (!plain) return theme(stretch);
      add_loose_recommendations(in(stretch), agency_ + "-", known_, prose_, found);
    }
    for (Record& each : found.children) {
      if (!is_one(each)) continue;
      if (!each.has_attribute("owner")) each.set_attribute("owner", agency_);  // what an agency recommends to itself
      add_recommendation(std::move(each), plan);
    }
  }

  /// One more, or, where a plan goes over those that were read before, what it says of one of them. No two have one id.
  void add_recommendation(Record made, bool plan) {
    std::vector<Record>& all = recommendations_.children;
    const auto has_id = [&](const Record& each) { return each.attribute("id") == made.attribute("id"); };
    const auto alike = std::find_if(all.begin(), all.end(), [&](const Record& each) { return begin_alike(each, made); });
    const auto same = alike != all.end() ? alike : plan ? std::find_if(all.begin(), all.end(), has_id) : all.end();
    if (same != all.end()) return complete_recommendation(*same, std::move(made));
    for (std::size_t next = all.size() + 1; std::any_of(all.begin(), all.end(), has_id); ++next) made.set_attribute("id", agency_ + "-" + std::to_string(next));
    all.push_back(std::move(made));
  }

  void unused(const ImrStretch& stretch) {
    // Sentences of these tell of other papers, too.
    const bool of_others = among({"parallel", "glossary", "references", "appendix", "confidentiality"}, stretch.section);
    for (const Block& each : in(stretch))
      if (!facts_.take(each, prose_) && !of_others) facts_.take_prose(each, prose_, false);
    const bool contents = LabelGuide::of("agency-review").understand(stretch.title).field == Field::contents;
    const std::string name = !stretch.section.empty() || contents || stretch.title.empty() ? replace_every(stretch.section, "_", " ") : "\"" + stretch.title + "\"";
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
  const Document shaped = in_review_shape(document);
  ImrReader reader(agency, shaped, source, known, judge);
  Record imr = reader.read();
  Faults told = reader.told(bundle.path(name));
  bundle.faults.tell.insert(bundle.faults.tell.end(), told.begin(), told.end());
  return imr;
}

}  // namespace casewright
