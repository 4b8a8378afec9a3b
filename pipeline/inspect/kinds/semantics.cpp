#include "inspect/kinds/semantics.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"

namespace casewright {
namespace {

/// A finding at the first place of the words from `from` on, which moves behind it; without words at the block.
Finding finding_at(const Seen& seen, const Rule& rule, const Block& block, const std::string& words, std::size_t& from) {
  const std::size_t at = trim(words).empty() ? std::string::npos : seen.prose.text.find(words, from);
  Span span;
  if (at != std::string::npos) {
    from = at + words.size();
    span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)};
  }
  Finding finding = report(seen, rule, span);
  if (span.empty()) {
    finding.place.page = block.page;
    finding.place.box = block.box;
  }
  return finding;
}

bool ends_like_a_file(const std::string& words) {
  static constexpr std::array<std::string_view, 14> endings{".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".tif",
                                                            ".tiff", ".webp", ".emf", ".wmf", ".pdf", ".heic", ".eps"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return words.ends_with(ending); });
}

/// "image", "Picture 3", "IMG_2034", "screenshot-12": a word that any picture could have, with a number or not.
bool says_nothing(std::string_view words) {
  static constexpr std::array<std::string_view, 20> any{
      "image",  "picture", "photo", "photograph", "graphic", "figure", "img",     "dsc",   "screenshot", "logo",
      "chart",  "diagram", "graph", "untitled",   "icon",    "banner", "alt text", "clip art", "drawing", "text box"};
  while (!words.empty() && (words.back() == ' ' || words.back() == '_' || words.back() == '-' || words.back() == '.' ||
                            (words.back() >= '0' && words.back() <= '9')))
    words.remove_suffix(1);
  return words.empty() || std::find(any.begin(), any.end(), words) != any.end();
}

bool is_guess(const std::string& words) {
  return words.find("description automatically generated") != std::string::npos ||
         words.find("ai-generated content may be incorrect") != std::string::npos;
}

/// The columns that each row of a table fills, with those that cells above reach into.
std::vector<std::size_t> columns_by_row(const Block& table) {
  std::vector<std::size_t> columns;
  std::map<std::size_t, std::size_t> reaching;  // row -> columns that are filled from above
  std::size_t row = 0;
  for (const Block& line : table.children) {
    if (line.kind != BlockKind::row) continue;
    std::size_t width = reaching[row];
    for (const Block& cell : line.children) {
      const std::size_t across = cell.cell ? cell.cell->columns : 1, down = cell.cell ? cell.cell->rows : 1;
      width += across;
      for (std::size_t below = 1; below < std::min<std::size_t>(down, 1000); ++below) reaching[row + below] += across;
    }
    columns.push_back(width);
    ++row;
  }
  return columns;
}

/// The words of a block and of all in it.
std::string all_words(const Block& block) {
  std::string words = block.text();
  walk(block.children, [&](const Block& inner, std::size_t) { words += inner.text(); });
  return words;
}

/// The first words inside a table, to point at it.
std::string first_words_inside(const Block& table) {
  std::string words;
  walk(table.children, [&](const Block& inner, std::size_t) {
    if (words.empty()) words = inner.text();
  });
  return words;
}

bool begins_with_bullet(const std::string& words) {
  static constexpr std::array<std::string_view, 9> bullets{"- ", "* ", "o ", "\xE2\x80\xA2", "\xE2\x80\x93 ", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6"};
  return std::any_of(bullets.begin(), bullets.end(), [&](std::string_view bullet) { return words.starts_with(bullet); });
}

}  // namespace

void poor_alternative(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (!block.picture || block.picture->decorative) return;
    const std::string words = ascii_lower(fold_space(block.picture->alternative));
    if (words.empty() || !(ends_like_a_file(words) || says_nothing(words) || is_guess(words))) return;
    into.push_back(finding_at(seen, rule, block, block.picture->alternative, from));
  });
}

void same_link_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::map<std::string, std::string> leads;
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      if (run.kind != InlineKind::text || run.target.empty() || run.target[0] == '#') continue;
      const std::string words = ascii_lower(fold_space(run.text));
      if (words.empty()) continue;
      const auto [known, first] = leads.emplace(words, run.target);
      if (!first && known->second != run.target) into.push_back(finding_at(seen, rule, block, run.text, from));
    }
  });
}

void empty_header(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table) return;
    bool corner = true, empty = false;
    walk(block.children, [&](const Block& cell, std::size_t) {
      if (cell.kind != BlockKind::cell) return;
      empty = empty || (!corner && cell.cell && cell.cell->header && trim(all_words(cell)).empty());
      corner = false;
    });
    if (empty) into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void uneven_rows(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table) return;
    const std::vector<std::size_t> columns = columns_by_row(block);
    if (columns.empty() || std::all_of(columns.begin(), columns.end(), [&](std::size_t each) { return each == columns.front(); })) return;
    into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void typed_list(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  const Block* before = nullptr;
  bool told = false;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    const bool item = block.kind == BlockKind::paragraph && begins_with_bullet(block.text());
    if (item && before != nullptr && !told) {
      into.push_back(finding_at(seen, rule, *before, before->text(), from));
      told = true;
    }
    before = item ? &block : nullptr;
    told = told && item;
  });
}

void faint_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    bool told = false;  // once for each block
    for (const Inline& run : block.inlines) {
      if (!run.marks.has(Mark::faint) || told || trim(run.text).empty()) continue;
      into.push_back(finding_at(seen, rule, block, run.text, from));
      told = true;
    }
  });
}

}  // namespace casewright
