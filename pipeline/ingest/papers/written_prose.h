#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "model/document.h"

namespace casewright {

/// What somebody wrote in Word or any other kind of report, as the prose of a case (templates/schemas/prose.rng): paragraphs, lists, tables,
/// quotations, headings, emphasis, links and footnotes. What prose has no element for is told, never silently dropped.
///
/// Origins count paragraphs from the beginning of the file, from 1: headings, items and cells are paragraphs too.
class WrittenProse {
 public:
  /// The document must outlive it. `source` is the file's number among the sources of the case.
  WrittenProse(const Document& document, std::uint32_t source);

  /// Appends the blocks to `into`; headings of the level `highest` become those right below the section's own.
  void add(std::span<const Block> blocks, std::uint8_t highest, Record& into);
  /// Appends the block's own words to `into`, emphasis, links and footnotes among them.
  void add_words(const Block& block, Record& into);
  /// The same for some of its runs.
  void add_words(std::span<const Inline> runs, Origin origin, Record& into);
  /// Appends the items of lists one by one, each as an element of that name.
  void add_items(const Block& list, std::string_view name, Record& into);
  /// Appends one of them.
  void add_item(const Block& item, std::string_view name, Record& into);
  /// Where a block stands.
  Origin origin_of(const Block& block) const;

  /// What was left out or has to be looked at, once for each kind of thing.
  Faults told(const std::string& file) const;

 private:
  void add(const Block& block, std::uint8_t highest, Record& into);
  void add_inside(const Block& block, Record& into);
  void add_table(const Block& table, Record& into);

  std::uint32_t source_;
  std::unordered_map<const Block*, std::uint32_t> numbers_;
  std::map<std::string, const Block*, std::less<>> notes_;
  std::string caption_;  ///< of the table that comes next
  std::size_t pictures_ = 0;
  std::size_t struck_ = 0;
  bool in_note_ = false;
};

/// All words of a block and of what it holds: each line, and each block inside, on a line of its own.
std::string lines_of(const Block& block);
/// The runs between two bytes of their text, a line's break counting as one.
std::vector<Inline> runs_between(std::span<const Inline> all, std::size_t from, std::size_t to);
/// True for a heading, and for what stands on a cover as one.
bool is_heading(const Block& block);
/// The highest level of the headings among the blocks; 0 where there is none. A title stands above all of them.
std::uint8_t highest_heading(std::span<const Block> blocks);
/// The level of a heading; 0 for a title.
std::uint8_t level_of(const Block& heading);

}  // namespace casewright
