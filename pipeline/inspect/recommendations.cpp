#include "inspect/recommendations.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "foreign/regex.h"

namespace casewright {
namespace {

regex::Pattern pattern(std::string_view text) {
  return std::get<regex::Pattern>(regex::Pattern::read(text, {true}));
}

/// What tells a recommendation's parts from one another in running text.
struct Signs {
  regex::Pattern opens = pattern(R"(^\s*(?:recommendation\s*|r\s*)(\d+(?:\.\d+)*)\b[\s:.)\x{2013}-]*)");
  regex::Pattern owner = pattern(
      R"((?:^|[\s(;])(?:owner|lead agency|lead|responsible(?: agency)?|responsibility|by whom|for)\s*:\s*([^.;()\n]+))");
  regex::Pattern due = pattern(
      R"((?:^|[\s(;])(?:by when|due(?: date)?|deadline|target date|timescale|complete by)\s*:\s*([^;()\n]+?)(?=\.?\s*$|\.\s|;|\)))");
  regex::Pattern by_date = pattern(
      R"(\b(?:by|before|no later than|within)\s+((?:the\s+)?(?:end\s+of\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}|(?:\d+|one|two|three|four|five|six|nine|twelve|eighteen)\s+(?:weeks|months|year|years)\b))");
  regex::Pattern subject = pattern(
      R"(^\s*(?:that\s+)?(.{3,110}?)\s+(?:should|must|will|needs? to|to ensure|are asked to|is asked to)\b)");
};

std::string first_of(const regex::Pattern& pattern, std::string_view text) {
  const auto match = pattern.find(text);
  return match ? fold_space(text.substr(match->first.begin, match->first.length())) : std::string();
}

/// All words of a block and of what stands inside it.
std::string words_inside(const Block& block) {
  std::string all = block.text();
  walk(block.children, [&](const Block& inner, std::size_t) {
    const std::string text = inner.text();
    if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
  });
  return all;
}

/// What a column of a table of recommendations holds.
enum class Column { other, id, text, owner, due };

Column column_of(const std::string& heading) {
  struct Word {
    std::string_view word;
    Column column;
  };
  static constexpr Word words[] = {
      {"lead", Column::owner},   {"owner", Column::owner},   {"responsib", Column::owner},
      {"whom", Column::owner},   {"who", Column::owner},     {"agency", Column::owner},
      {"when", Column::due},     {"due", Column::due},       {"date", Column::due},
      {"deadline", Column::due}, {"timescale", Column::due}, {"recommendation", Column::text},
      {"action", Column::text},  {"no.", Column::id},        {"number", Column::id},
      {"ref", Column::id},       {"to be done", Column::text}};
  const std::string lower = ascii_lower(heading);
  if (lower == "no" || lower == "id") return Column::id;
  for (const Word& each : words)
    if (lower.find(each.word) != std::string::npos) return each.column;
  return Column::other;
}

void take_cell(RecommendationSeen& seen, Column column, const std::string& text) {
  std::string* const into = column == Column::id      ? &seen.id
                            : column == Column::text  ? &seen.text
                            : column == Column::owner ? &seen.owner
                            : column == Column::due   ? &seen.due
                                                      : nullptr;
  if (into != nullptr && into->empty()) *into = fold_space(text);
}

/// Reads the recommendations of a report from its Document, with the Prose's sections beside it.
class Collector {
 public:
  Collector(const Prose& prose, const std::vector<SectionSet>& sections)
      : prose_(prose), sections_(sections) {}

  void visit(const Block& block, std::size_t depth) {
    if (block.kind == BlockKind::heading) return enter(block);
    if (!inside_ || depth < skip_below_) skip_below_ = 0;
    if (!inside_ || (skip_below_ != 0 && depth >= skip_below_)) return;
    if (block.kind == BlockKind::table)
      table(block);
    else if (block.kind == BlockKind::list_item)
      item(block);
    else if (block.kind == BlockKind::paragraph)
      paragraph(block);
    else
      return;
    skip_below_ = depth + 1;
  }

  std::vector<RecommendationSeen> take() {
    if (found_.empty()) found_ = std::move(loose_);
    for (std::size_t at = 0; at < found_.size(); ++at) finish(found_[at], at);
    return std::move(found_);
  }

 private:
  void enter(const Block& block) {
    skip_below_ = 0;
    if (block.inlines.empty()) return;
    const std::string text = block.text();
    const std::size_t stretch = stretch_of(text);
    if (stretch == prose_.stretches.size()) return;
    next_ = stretch + 1;
    inside_ = (sections_[stretch] & *section_of("recommendations")) != 0;
    if (const auto opening = signs_.opens.find(text); inside_ && opening)
      open(block, text, opening->whole.end);
  }

  /// The heading's stretch after the last one; not every heading has one (one inside a table of contents is
  /// a part of that).
  std::size_t stretch_of(const std::string& heading) const {
    std::size_t at = next_;
    while (at < prose_.stretches.size() && (prose_.stretches[at].scope != Scope::heading ||
                                            prose_.view(prose_.stretches[at].span).find(heading) == std::string::npos))
      ++at;
    return at;
  }

  RecommendationSeen& open(const Block& block, std::string_view text, std::size_t from) {
    RecommendationSeen seen;
    seen.id = first_of(signs_.opens, text);
    if (seen.id.empty()) seen.id = block.number;
    seen.text = fold_space(text.substr(from));
    seen.page = block.page;
    headed_ = block.kind == BlockKind::heading;
    return found_.emplace_back(std::move(seen));
  }

  void item(const Block& block) {
    const std::string text = words_inside(block);
    const auto opening = signs_.opens.find(text);
    if (headed_ && !found_.empty()) return more(text);
    if (!trim(text).empty()) open(block, text, opening ? opening->whole.end : 0);
  }

  void paragraph(const Block& block) {
    const std::string text = words_inside(block);
    if (trim(text).empty()) return;
    if (const auto opening = signs_.opens.find(text)) {
      open(block, text, opening->whole.end);
    } else if (!found_.empty() && (headed_ || signs_.owner.find(text) || signs_.due.find(text))) {
      more(text);
    } else if (text.find(" should ") != std::string::npos || text.find(" must ") != std::string::npos) {
      loose_.push_back({block.number, fold_space(text), "", "", block.page});
    }
  }

  void more(const std::string& text) {
    RecommendationSeen& last = found_.back();
    if (last.owner.empty()) last.owner = first_of(signs_.owner, text);
    if (last.due.empty()) last.due = first_of(signs_.due, text);
    if (last.due.empty()) last.due = first_of(signs_.by_date, text);
    if (last.text.size() < 20 && signs_.subject.find(text)) last.text = fold_space(text);
  }

  void table(const Block& block) {
    std::vector<Column> columns;
    for (const Block& row : block.children) {
      if (row.kind != BlockKind::row) continue;
      if (columns.empty()) {
        for (const Block& cell : row.children) columns.push_back(column_of(words_inside(cell)));
        if (std::find(columns.begin(), columns.end(), Column::text) == columns.end()) return;
        continue;
      }
      RecommendationSeen seen;
      seen.page = row.page != 0 ? row.page : block.page;
      for (std::size_t at = 0; at < row.children.size() && at < columns.size(); ++at)
        take_cell(seen, columns[at], words_inside(row.children[at]));
      if (!seen.text.empty()) found_.push_back(std::move(seen));
    }
  }

  void finish(RecommendationSeen& seen, std::size_t at) const {
    if (seen.id.empty()) seen.id = std::to_string(at + 1);
    if (seen.owner.empty()) seen.owner = first_of(signs_.owner, seen.text);
    if (seen.owner.empty()) seen.owner = first_of(signs_.subject, seen.text);
    if (seen.due.empty()) seen.due = first_of(signs_.due, seen.text);
    if (seen.due.empty()) seen.due = first_of(signs_.by_date, seen.text);
  }

  const Prose& prose_;
  const std::vector<SectionSet>& sections_;
  const Signs signs_;
  std::vector<RecommendationSeen> found_, loose_;
  std::size_t next_ = 0;
  std::size_t skip_below_ = 0;
  bool inside_ = false;
  bool headed_ = false;
};

}  // namespace

Span place_of(const Prose& prose, const RecommendationSeen& recommendation) {
  const std::size_t at =
      recommendation.text.empty() ? std::string::npos : prose.text.rfind(recommendation.text);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + recommendation.text.size())};
}

std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSet>& sections) {
  const SectionSet wanted = *section_of("recommendations");
  if (std::none_of(sections.begin(), sections.end(), [&](SectionSet each) { return (each & wanted) != 0; }))
    return {};
  Collector collector(prose, sections);
  walk(document.blocks, [&](const Block& block, std::size_t depth) { collector.visit(block, depth); });
  return collector.take();
}

}  // namespace casewright
