#include "ingest/office/office_headings.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "base/words.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"

namespace casewright {
namespace {

constexpr std::size_t longest_office_heading = 160;      // characters
constexpr std::size_t most_heading_words = 20;
constexpr std::ptrdiff_t most_breaks = 2;
constexpr std::size_t longest_styled = 240;
constexpr std::ptrdiff_t least_alike = 2;
constexpr std::size_t least_words_of_prose = 12;

/// How a heading is set: what makes two of them alike.
struct OfficeLook {
  int size = 0;  ///< half points
  bool strong = false;
  bool emphasis = false;
  bool capitals = false;
  auto operator<=>(const OfficeLook&) const = default;
};

OfficeLook look_of(const OfficeParagraph& paragraph) {
  return {static_cast<int>(paragraph.size * 2 + 0.5F), paragraph.strong_share > 0.9F, paragraph.emphasis_share > 0.9F, in_capitals(paragraph.block.text())};
}

/// True where the first look stands out more than the second.
bool outranks(const OfficeLook& a, const OfficeLook& b) {
  if (a.size != b.size) return a.size > b.size;
  if (a.strong != b.strong) return a.strong;
  if (a.capitals != b.capitals) return a.capitals;
  return !a.emphasis && b.emphasis;
}

bool ends_as_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with('!');
}

/// The size in which most of the body's words are set.
float body_size(const OfficeFlow& flow) {
  std::map<float, std::size_t> letters;
  for (const OfficeParagraph& each : flow)
    if (!each.finished && each.role != OfficeRole::contents_entry) letters[each.size] += each.block.text().size();
  const auto most = std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

bool is_caption_text(std::string_view text) {
  for (const char* word : {"table ", "figure ", "chart ", "box ", "diagram ", "map "}) {
    const std::string_view begin(word);
    if (text.size() > begin.size() && ascii_lower(text.substr(0, begin.size())) == begin && text[begin.size()] >= '0' && text[begin.size()] <= '9') return true;
  }
  return false;
}

/// The depth of a number: "3." 1, "3.2" 2; 0 where there is none.
int depth_of_number(std::string_view number) {
  while (number.ends_with('.')) number.remove_suffix(1);
  if (number.empty() || number.find_first_not_of("0123456789.") != std::string_view::npos) return 0;
  return 1 + static_cast<int>(std::count(number.begin(), number.end(), '.'));
}

int number_depth(const OfficeParagraph& paragraph) {
  if (paragraph.place && !paragraph.place->bullet) return depth_of_number(paragraph.place->mark);
  return depth_of_number(leading_number(paragraph.block.text(), false).number);
}

class HeadingFinder {
 public:
  HeadingFinder(OfficeFlow& flow, SemanticFaults& faults) : flow_(flow), faults_(faults), body_(body_size(flow)) {}

  void run() {
    demote_prose();
    note_contents();
    find_title();
    for (std::size_t i = 0; i < flow_.size(); ++i)
      if (is_fake(i)) fakes_.push_back(i);
    drop_lone_looks();
    give_levels();
    note_looks();
  }

 private:
  /// A paragraph of prose that bears a heading's style, as numbered paragraphs often do, is no heading.
  void demote_prose() {
    for (OfficeParagraph& each : flow_) {
      if (each.role != OfficeRole::heading) continue;
      const std::string text = each.block.text();
      const bool prose = text.size() > longest_styled || (text.size() > longest_office_heading && ends_as_a_sentence(text)) ||
                         (count_words_between_spaces(text) > 12 && ends_as_a_sentence(text) && each.strong_share < 0.5F && each.place);
      const bool picture = each.finished || std::any_of(each.block.children.begin(), each.block.children.end(), [](const Block& inner) { return inner.kind == BlockKind::figure; });
      if (text.empty() && !picture) ++faults_.empty;
      if (prose || text.empty()) each.role = OfficeRole::body;
    }
  }

  void note_contents() {
    for (const OfficeParagraph& each : flow_) {
      if (each.role != OfficeRole::contents_entry) continue;
      std::string text = each.block.text();
      if (each.last_tab != std::string::npos && each.last_tab < text.size()) text.resize(each.last_tab);
      while (!text.empty() && (text.back() == '.' || text.back() == ' ' || (text.back() >= '0' && text.back() <= '9'))) text.pop_back();
      const LeadingNumber number = leading_number(text, false);
      if (!text.empty()) listed_.insert(ascii_lower(std::string_view(text).substr(number.words_at)));
    }
  }

  bool listed(std::string_view text) const {
    const LeadingNumber number = leading_number(text, false);
    std::string words = ascii_lower(text.substr(number.words_at));
    while (!words.empty() && (words.back() == '.' || words.back() == ' ')) words.pop_back();
    return listed_.contains(words);
  }

  /// The title where no style says so: the largest words before the first heading, larger than any heading.
  void find_title() {
    const auto has = [&](OfficeRole role) { return std::any_of(flow_.begin(), flow_.end(), [role](const OfficeParagraph& each) { return each.role == role; }); };
    if (has(OfficeRole::title)) return;
    std::size_t best = flow_.size(), seen = 0;
    std::size_t end = 0;
    for (; end < flow_.size() && seen < 25; ++end) {
      const OfficeParagraph& each = flow_[end];
      const std::string text = each.block.text();
      if (each.role == OfficeRole::contents_heading || each.role == OfficeRole::contents_entry || each.role == OfficeRole::heading) break;
      if (each.finished || text.empty()) continue;
      ++seen;
      if (text.size() > longest_styled || each.place || listed(text) || leading_number(text, false).words_at > 0) continue;
      if (best == flow_.size() || each.size > flow_[best].size) best = i_if_large(end, best);
    }
    if (best == flow_.size()) return;
    const OfficeLook title = look_of(flow_[best]);
    const bool repeated = std::any_of(flow_.begin() + static_cast<std::ptrdiff_t>(end), flow_.end(), [&](const OfficeParagraph& each) { return !each.finished && !each.block.inlines.empty() && each.size >= static_cast<float>(title.size) / 2; });
    if (repeated) return;
    flow_[best].role = OfficeRole::title;
    if (best + 1 < end) {
      OfficeParagraph& next = flow_[best + 1];
      if (next.role == OfficeRole::body && !next.finished && next.size > body_ + 0.9F && next.block.text().size() <= longest_office_heading && !next.block.inlines.empty()) next.role = OfficeRole::subtitle;
    }
  }

  std::size_t i_if_large(std::size_t i, std::size_t otherwise) const { return flow_[i].size >= body_ + 3 ? i : otherwise; }

  /// True for a paragraph of the body that looks like a heading though no style says so.
  bool is_fake(std::size_t i) const {
    const OfficeParagraph& each = flow_[i];
    const bool loose_item = each.role == OfficeRole::list && !each.place && each.size > body_ + 0.9F;  // "List Paragraph" is what Word calls many a line
    if (each.finished || (each.role != OfficeRole::body && !loose_item) || each.in_contents || each.gaps > 1) return false;
    const std::string text = each.block.text();
    if (text.empty() || text.size() > longest_office_heading || count_words_between_spaces(text) > most_heading_words) return false;
    if (each.place && each.place->bullet) return false;
    if (is_caption_text(text) || ends_as_a_sentence(text)) return false;
    if (std::count_if(each.block.inlines.begin(), each.block.inlines.end(), [](const Inline& run) { return run.kind == InlineKind::line_break; }) > most_breaks) return false;
    const bool large = each.size > body_ + 0.9F;
    const bool strong = each.strong_share > 0.9F;
    const bool in_text = std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!in_text || !followed_by_text(i)) return false;
    if (each.heading_by_name) return true;
    if (listed(text) && (large || strong || in_capitals(text) || each.block.inlines.front().marks.has(Mark::underline))) return true;
    const char last = text.back();
    if (last == ':' && !large) return false;
    if (large && (strong || each.size > body_ + 1.9F)) return true;
    return strong && count_words_between_spaces(text) <= 12 && each.left <= 360;
  }

  /// A heading stands over something that is not set as it is.
  bool followed_by_text(std::size_t i) const {
    const OfficeLook mine = look_of(flow_[i]);
    for (std::size_t next = i + 1; next < flow_.size() && next <= i + 4; ++next) {
      const OfficeParagraph& other = flow_[next];
      if (other.finished) return true;
      if (other.block.inlines.empty()) continue;
      if (other.role == OfficeRole::contents_heading || other.role == OfficeRole::contents_entry) return false;
      if (other.role != OfficeRole::body || look_of(other) != mine) return true;
    }
    return false;
  }

  bool stands_out(const OfficeParagraph& each) const {
    const std::string text = each.block.text();
    return each.size > body_ + 0.9F || each.heading_by_name || each.place || listed(text) || leading_number(text, false).words_at > 0;
  }

  /// True for a line that looks as later headings do and has prose right below it, as no line of a cover has.
  bool opens_the_text(std::size_t i) const {
    const OfficeLook mine = look_of(flow_[i]);
    const auto alike = std::count_if(fakes_.begin(), fakes_.end(), [&](std::size_t other) { return other > i && look_of(flow_[other]) == mine; });
    std::size_t next = i + 1;
    while (next < flow_.size() && !flow_[next].finished && flow_[next].block.inlines.empty()) ++next;
    if (alike < least_alike || next == flow_.size() || flow_[next].finished || flow_[next].role != OfficeRole::body) return false;
    const std::string text = flow_[next].block.text();
    return ends_as_a_sentence(text) && count_words_between_spaces(text) >= least_words_of_prose;
  }

  /// Bold lines on a cover, before anything that is known for a heading, are no headings.
  void drop_lone_looks() {
    std::size_t contents_end = 0;
    for (std::size_t i = 0; i < flow_.size(); ++i)
      if (flow_[i].role == OfficeRole::contents_entry || flow_[i].role == OfficeRole::title || flow_[i].role == OfficeRole::subtitle) contents_end = i;
    // The cover of a report with a title lasts until something stands out by more than being bold.
    const bool titled = std::any_of(flow_.begin(), flow_.end(), [](const OfficeParagraph& each) { return each.role == OfficeRole::title; });
    for (std::size_t i = 0; i < flow_.size() && titled; ++i) {
      const OfficeParagraph& each = flow_[i];
      const bool fake = std::find(fakes_.begin(), fakes_.end(), i) != fakes_.end();
      if (each.role == OfficeRole::heading || (fake && (stands_out(each) || opens_the_text(i))) || each.block.text().size() > longest_styled) break;
      if (fake) std::erase(fakes_, i);
    }
    std::erase_if(fakes_, [&](std::size_t i) { return i < contents_end && contents_end < flow_.size() / 3 && !listed(flow_[i].block.text()) && !flow_[i].heading_by_name; });
  }

  /// Levels of those that only look like headings: as deep as their number says where they have one, as styled headings
  /// that look the same, else by rank among all looks.
  void give_levels() {
    std::map<OfficeLook, std::map<int, std::size_t>> told;
    std::set<OfficeLook> looks;
    for (const OfficeParagraph& each : flow_)
      if (each.role == OfficeRole::heading && each.level > 0) {
        ++told[look_of(each)][each.level];
        looks.insert(look_of(each));
      }
    for (const std::size_t i : fakes_) {
      const OfficeLook look = look_of(flow_[i]);
      looks.insert(look);
      if (const int depth = number_depth(flow_[i]); depth > 0) ++told[look][depth];
    }
    std::vector<OfficeLook> ranked(looks.begin(), looks.end());
    std::sort(ranked.begin(), ranked.end(), outranks);
    std::map<OfficeLook, int> levels;
    int last = 0;
    for (const OfficeLook& look : ranked) {
      int level = last + 1;
      if (const auto known = told.find(look); known != told.end())
        level = std::max_element(known->second.begin(), known->second.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
      levels[look] = std::clamp(level, 1, 6);
      last = std::max(last, level);
    }
    for (const std::size_t i : fakes_) {
      OfficeParagraph& each = flow_[i];
      each.role = OfficeRole::heading;
      for (Inline& run : each.block.inlines)
        if (run.kind == InlineKind::line_break) run.kind = InlineKind::text, run.text = " ";
      const int depth = number_depth(each);
      each.level = depth > 1 ? std::min(depth, 6) : levels[look_of(each)];
    }
    for (OfficeParagraph& each : flow_)
      if (each.role == OfficeRole::heading && each.level == 0) each.level = levels.contains(look_of(each)) ? levels[look_of(each)] : 1;
  }

  /// Those that are only bold or large: a style whose name says heading is close enough to be found by who mends it.
  void note_looks() {
    std::size_t headings = 0;
    for (std::size_t i = 0; i < flow_.size(); ++i) {
      if (flow_[i].role != OfficeRole::heading) continue;
      ++headings;
      if (!flow_[i].heading_by_name && std::find(fakes_.begin(), fakes_.end(), i) != fakes_.end()) faults_.by_looks.push_back(headings);
    }
  }

  OfficeFlow& flow_;
  SemanticFaults& faults_;
  float body_;
  std::vector<std::size_t> fakes_;
  std::set<std::string> listed_;
};

}  // namespace

void find_headings(OfficeFlow& flow, SemanticFaults& faults) { HeadingFinder(flow, faults).run(); }

void note_semantic_faults(const SemanticFaults& faults, Container& container) {
  std::string which;
  for (const std::size_t each : faults.by_looks) which += (which.empty() ? "" : " ") + std::to_string(each);
  if (!which.empty()) container.broken.push_back({"heading-by-looks", 0, "", which, static_cast<std::uint32_t>(faults.by_looks.size())});
  if (faults.typed_items > 1) container.broken.push_back({"list-typed", 0, "", std::to_string(faults.typed_items) + " lines begin with a typed sign", faults.typed_items});
  for (const auto& [condition, count] : {std::pair("heading-empty", faults.empty), std::pair("table-typed", faults.typed_tables), std::pair("blank-paragraphs", faults.blanks),
                                         std::pair("justified", faults.justified), std::pair("tiny-words", faults.tiny), std::pair("capitals-by-style", faults.capitals)})
    if (count > 0) container.broken.push_back({condition, 0, "", "", count});
}

}  // namespace casewright
