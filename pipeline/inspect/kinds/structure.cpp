#include "inspect/kinds/structure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>

#include "base/text.h"
#include "inspect/document_pieces.h"
#include "inspect/kinds/semantics.h"
#include "inspect/kinds/stock_section.h"
#include "inspect/kinds/told_language.h"
#include "inspect/kinds/typed_looks.h"
#include "inspect/kinds/wholeness.h"
#include "inspect/sections/section_recogniser.h"

namespace casewright {
namespace {

using Look = void (*)(const Seen&, const Rule&, std::vector<Finding>&);

/// Where the words of a block stand, looked for from `from` on; empty where it has none.
Span span_of(const Prose& prose, const std::string& words, std::size_t& from) {
  if (trim(words).empty()) return {};
  const std::size_t at = prose.text.find(words, from);
  if (at == std::string::npos) return {};
  from = at + words.size();
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)};
}

void heading_order(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  // Below a title that the page or file says is one, the first heading is of the next level.
  const std::vector<Block>& blocks = seen.reading.document.blocks;
  const bool titled = std::any_of(blocks.begin(), blocks.end(), [](const Block& each) { return each.kind == BlockKind::title; });
  std::uint8_t before = titled && seen.reading.container.format == "html" ? 1 : 0;
  for (const SectionSeen& heading : seen.inspected.sections) {
    if (before != 0 && heading.level > before + (&heading == &seen.inspected.sections.front() ? 0 : 1))
      into.push_back(report(seen, rule, seen.prose.stretches[heading.stretch].span,
                            {{"level", std::to_string(heading.level)}, {"before", std::to_string(before)}}));
    before = heading.level;
  }
}

void empty_heading(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind == BlockKind::heading && trim(block.text()).empty())
      into.push_back(report(seen, rule, {}));
  });
  for (const BrokenCondition& broken : seen.reading.container.broken)
    if (broken.condition == "heading-empty") into.push_back(report(seen, rule, {}));
}

/// Pictures without a word that stand right before paragraphs, as headings do.
std::size_t pictures_like_headings(const Document& document) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < document.blocks.size(); ++at) {
    const Block &here = document.blocks[at], &next = document.blocks[at + 1];
    if (here.picture && trim(here.picture->alternative).empty() && here.children.empty() && next.kind == BlockKind::paragraph) ++count;
  }
  return count;
}

/// Short lines that are no headings to the file and read as reports head their sections.
std::size_t lines_like_headings(const Seen& seen) {
  constexpr std::uint32_t short_line = 10;  // tokens
  std::size_t count = 0;
  for (const Stretch& stretch : seen.prose.stretches) {
    const std::string_view words = trim(seen.prose.view(stretch.span));
    if (stretch.scope != Scope::paragraph || stretch.end_token - stretch.first_token > short_line || words.empty() || words.back() == '.') continue;
    const Recognised found = recognise_heading(words, seen.corpus);
    if (found.sections != 0 && found.confidence >= 0.9) ++count;
  }
  return count;
}

void no_headings(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  // The title of a PDF may stand as its only heading.
  const std::vector<SectionSeen>& headings = seen.inspected.sections;
  const bool only_title = headings.size() == 1 && headings.front().canonical.empty() && headings.front().stretch < 3;
  constexpr std::size_t long_report = 450;  // tokens, more than a page
  if (!(headings.empty() || only_title) || seen.prose.tokens.size() <= long_report) return;
  Finding& finding = into.emplace_back(report(seen, rule, {}));
  if (const std::size_t pictures = pictures_like_headings(seen.reading.document); pictures > 2)
    finding.message += " " + std::to_string(pictures) + " pictures without alternative text stand before paragraphs: those that are headings must be written as words.";
  if (const std::size_t lines = lines_like_headings(seen); lines > 2)
    finding.message += " " + std::to_string(lines) + " short lines read like headings: give each a heading style.";
}

/// A picture with a caption of its own tells something, though the file calls it decorative.
bool has_caption(const Block& figure) {
  return trim(figure.text()).starts_with("Figure ") || std::any_of(figure.children.begin(), figure.children.end(), [](const Block& each) { return each.kind == BlockKind::caption && !trim(each.text()).empty(); });
}

void alternative_missing(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  // In office files the caption is the paragraph before or after the picture.
  std::set<const Block*> captioned;
  const std::vector<Block>& blocks = seen.reading.document.blocks;
  for (std::size_t at = 0; at + 1 < blocks.size(); ++at)
    for (const auto& [figure, beside] : {std::pair(&blocks[at], &blocks[at + 1]), std::pair(&blocks[at + 1], &blocks[at])})
      if (figure->picture != nullptr && beside->kind == BlockKind::caption) captioned.insert(figure);
  walk(blocks, [&](const Block& block, std::size_t) {
    if (!block.picture || !trim(block.picture->alternative).empty() || (block.picture->decorative && !has_caption(block) && !captioned.contains(&block))) return;
    Finding finding = report(seen, rule, {});
    finding.place.page = block.page;
    finding.place.box = block.box;
    into.push_back(std::move(finding));
  });
}

/// The first words inside a block, to point at it.
std::string first_words(const Block& block) {
  std::string words = block.text();
  walk(block.children, [&](const Block& inner, std::size_t) {
    if (words.empty()) words = inner.text();
  });
  return words;
}

bool has_header(const Block& table) {
  bool header = false;
  walk(table.children,
       [&](const Block& inner, std::size_t) { header = header || (inner.cell && inner.cell->header); });
  return header;
}

void header_missing(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (const BrokenCondition* unmarked = noted(seen, "table-header-unmarked")) {
    into.push_back(report(seen, rule, {}));
    into.back().message += " Its first row is only bold." + times_told(unmarked->count);
  }
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table || block.children.size() < 2 || has_header(block) || is_for_layout(block)) return;
    into.push_back(report(seen, rule, span_of(seen.prose, first_words(block), from)));
  });
}

bool tells_nothing(const std::string& words) {
  static constexpr std::array<std::string_view, 12> empty{
      "here", "click here", "click",    "link",    "this link", "read more",
      "more", "this",       "download", "website", "web page",  "find out more"};
  const std::string lower = ascii_lower(fold_space(words));
  return std::find(empty.begin(), empty.end(), lower) != empty.end() || lower.starts_with("http://") ||
         lower.starts_with("https://") || lower.starts_with("www.");
}

/// A PDF's links may carry a description that is spoken in place of their words.
bool links_are_described(const Seen& seen) {
  const Container& file = seen.reading.container;
  return file.format == "pdf" && std::none_of(file.broken.begin(), file.broken.end(), [](const BrokenCondition& each) {
           return each.condition == "7.1-11" || each.condition == "7.18.5-1" || each.condition == "7.18.5-2";
         });
}

void link_text(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (links_are_described(seen)) return;
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      if (run.kind == InlineKind::text && !run.target.empty() && run.target[0] != '#' &&
          tells_nothing(run.text) && !is_described(seen, run.target))
        into.push_back(report(seen, rule, span_of(seen.prose, run.text, from)));
  });
}

void title_missing(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (seen.reading.container.says_of_itself && (trim(seen.reading.document.title).empty() || noted(seen, "title-missing") != nullptr))
    into.push_back(report(seen, rule, {}));
}

void language_missing(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (seen.reading.container.says_of_itself && (noted(seen, "language-missing") != nullptr || seen.reading.document.language.empty()))
    into.push_back(report(seen, rule, {}));
}

/// Sentences beside each other are one place; of many places the first is told, and how many there are.
void capitals(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  constexpr std::size_t told_one_by_one = 5;
  const Prose& prose = seen.prose;
  std::vector<std::pair<std::uint32_t, Span>> places;  // with their stretch
  for (const Sentence& sentence : prose.sentences) {
    const auto first = prose.tokens.begin() + sentence.first_token,
               last = prose.tokens.begin() + sentence.end_token;
    const auto all = std::count_if(first, last, [](const Token& each) {
      return each.length > 1 && each.casing != Casing::punctuation && each.casing != Casing::number;
    });
    const auto loud = std::count_if(
        first, last, [](const Token& each) { return each.length > 1 && each.casing == Casing::capitals; });
    if (all < 6 || loud != all || !seen.reads(rule, sentence.span)) continue;
    if (!places.empty() && places.back().first == sentence.stretch) places.back().second.end = sentence.span.end;
    else places.emplace_back(sentence.stretch, sentence.span);
  }
  if (places.size() <= told_one_by_one) {
    for (const auto& [stretch, span] : places) into.push_back(report(seen, rule, span));
    return;
  }
  into.push_back(report(seen, rule, places.front().second));
  into.back().message += " So are " + std::to_string(places.size() - 1) + " other parts of the report.";
}

/// The parts of a number that a reader took off a block, or that its words begin with: 4 and 3 of "4.3"; empty for any other.
std::vector<int> number_parts(std::string_view number, std::string_view words) {
  if (number.empty()) number = words.substr(0, words.find_first_not_of("0123456789."));
  const bool followed = number.size() < words.size() ? words.substr(number.size(), 1) == " " || number.data() != words.data() : true;
  while (number.ends_with('.')) number.remove_suffix(1);
  std::vector<int> parts;
  for (const std::string_view each : split(number, '.')) {
    constexpr std::size_t most_digits = 2;  // more are a year
    if (each.empty() || each.size() > most_digits || each.find_first_not_of("0123456789") != std::string_view::npos || !followed) return {};
    parts.push_back(std::stoi(std::string(each)));
  }
  return parts;
}

std::string number_in_words(const std::string& before_last, int last) { return before_last + std::to_string(last); }

/// True where some part of the report begins with that number after all: a cell, a box, a caption.
bool begins_somewhere(const Prose& prose, const std::string& number) {
  return std::any_of(prose.stretches.begin(), prose.stretches.end(), [&](const Stretch& stretch) {
    const std::string_view words = prose.view(stretch.span);
    return words.starts_with(number) && (words.size() == number.size() || std::isdigit(static_cast<unsigned char>(words[number.size()])) == 0);
  });
}

/// Numbers of headings such as 5 then 7, or of headings and paragraphs such as 7.3 then 7.5: something was lost, or the numbering is wrong.
void number_gap(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  constexpr int widest = 3;  // a wider jump is another way of counting
  std::map<std::string, int> last;
  for (const Piece& piece : pieces_of(seen.reading.document, seen.prose)) {
    const bool heading = piece.scope == Scope::heading;
    if (!heading && (piece.scope != Scope::paragraph || piece.items > 0 || piece.table != nullptr)) continue;
    const std::vector<int> parts = number_parts(piece.block->number, seen.prose.view(piece.span));
    if (parts.empty() || (!heading && parts.size() < 2)) continue;
    std::string above;
    for (std::size_t at = 0; at + 1 < parts.size(); ++at) above += std::to_string(parts[at]) + ".";
    const int value = parts.back();
    const auto known = last.find(above);
    if (known != last.end() && value > known->second + 1 && value <= known->second + widest &&
        (heading || !begins_somewhere(seen.prose, number_in_words(above, known->second + 1))))
      into.push_back(report(seen, rule, piece.span, {{"before", number_in_words(above, known->second)}, {"number", number_in_words(above, value)}}));
    last[above] = value;
  }
}

/// What the readers of pages and of office files note beside a document: one finding for all of a kind, with how many there are, at
/// the page of the first.
constexpr std::array<std::string_view, 27> noted_conditions{
    "link-unnamed",     "field-unnamed",   "frame-unnamed",  "text-box-astray", "sound-by-itself",   "captions-missing", "moving-words", "flashing",
    "zoom-prevented",   "focus-hidden",    "tab-order-set",  "order-by-style",  "id-twice",          "main-missing",     "skip-link-missing",
    "title-unrecorded", "title-poor",      "justified",      "tiny-words",      "capitals-by-style", "blank-paragraphs",
    "click-only",       "label-differs",   "hidden-from-listeners", "anchor-missing", "group-unnamed", "link-colour-alone"};

class NotedCheck final : public Check {
 public:
  explicit NotedCheck(std::string_view condition) : condition_(condition) {}
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const BrokenCondition* broken = noted(seen, condition_);
    if (broken == nullptr) return;
    into.push_back(report(seen, rule, {}, {{"times", times_told(broken->count)}}));
    into.back().place.page = broken->page;
  }

 private:
  std::string_view condition_;
};

struct Row {
  std::string_view name;
  Look look;
  bool of_tags = false;  ///< in a PDF the tags tell, which rules of the kind pdf-condition read; not what the page looks like
};
constexpr std::array<Row, 36> rows{{{"heading-order", heading_order, true},
                                    {"heading-empty", empty_heading, true},
                                    {"headings-missing", no_headings},
                                    {"alternative-missing", alternative_missing, true},
                                    {"table-header-missing", header_missing, true},
                                    {"link-text", link_text},
                                    {"title-missing", title_missing, true},
                                    {"language-missing", language_missing, true},
                                    {"capitals", capitals},
                                    {"number-gap", number_gap},
                                    {"alternative-poor", poor_alternative},
                                    {"link-words-twice", same_link_words, true},
                                    {"table-header-empty", empty_header, true},
                                    {"table-header-merged", merged_header, true},
                                    {"table-uneven", uneven_rows, true},
                                    {"list-typed", typed_list, true},
                                    {"heading-by-looks", headings_by_looks},
                                    {"table-layout", layout_table, true},
                                    {"table-nested", nested_table, true},
                                    {"language-wrong", wrong_language},
                                    {"table-typed", typed_table},
                                    {"drawing-typed", typed_drawing},
                                    {"letters-apart", letters_apart},
                                    {"column-empty", empty_column, true},
                                    {"notes-typed", typed_notes, true},
                                    {"heading-in-table", heading_in_table},
                                    {"set-throughout", set_throughout},
                                    {"contrast", faint_words},
                                    {"section-empty", empty_section},
                                    {"section-stock", stock_section},
                                    {"cover-date", cover_date_differs},
                                    {"second-report", second_report},
                                    {"heading-picture", heading_picture},
                                    {"summary-alone", summary_alone},
                                    {"volume-alone", volume_alone},
                                    {"section-order", section_order}}};

class StructureCheck final : public Check {
 public:
  explicit StructureCheck(const Row& row) : row_(row) {}
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    if (!row_.of_tags || seen.reading.container.format != "pdf") row_.look(seen, rule, into);
  }

 private:
  Row row_;
};

}  // namespace

std::shared_ptr<const Check> prepare_structure(const Rule& rule, Preparation& preparation) {
  for (const Row& row : rows)
    if (row.name == rule.body.attribute("of")) return std::make_shared<StructureCheck>(row);
  for (const std::string_view condition : noted_conditions)
    if (condition == rule.body.attribute("of")) return std::make_shared<NotedCheck>(condition);
  std::vector<std::string> names(noted_conditions.begin(), noted_conditions.end());
  for (const Row& row : rows) names.emplace_back(row.name);
  preparation.fault(rule.body, "'" + std::string(rule.body.attribute("of")) + "' is nothing of a structure",
                    "write " + list_in_words(names));
  return nullptr;
}

}  // namespace casewright
