#include "ingest/blocks/named_contents.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"

namespace casewright {
namespace {

constexpr std::size_t least_named = 3;      // headings that contents name
constexpr std::size_t longest_entry = 240;  // characters
constexpr std::size_t longest_title = 45;

/// The words of a row, cell by cell.
std::string text_of_row(const Block& row) {
  std::string text;
  for (const Block& cell : row.children) {
    std::string words = cell.text();
    for (const Block& each : cell.children) words += (words.empty() ? "" : " ") + each.text();
    if (!words.empty()) text += (text.empty() ? "" : " ") + words;
  }
  return text;
}

class NamedContents {
 public:
  explicit NamedContents(std::vector<Block>& blocks) : blocks_(blocks) {
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      const Block& each = blocks_[at];
      if (each.kind != BlockKind::heading) continue;
      headings_[title_key(each.text())] = at;
      headings_[title_key(each.number + each.text())] = at;
    }
  }

  void run() {
    if (headings_.size() < least_named) return;
    for (std::size_t at = 0; at < blocks_.size(); ++at) {
      if (blocks_[at].kind == BlockKind::table) take_table(at);
      else take_lines(at);
    }
    std::erase_if(blocks_, [](const Block& each) { return each.kind == BlockKind::contents && each.inlines.empty() && each.children.empty(); });
  }

 private:
  /// How an entry's words end in a page; no page where it is none.
  static PageLead lead_of(const std::string& text) { return text.size() > longest_entry ? PageLead() : page_lead(text); }

  bool names(const std::string& text, std::size_t at) const {
    const PageLead lead = lead_of(text);
    if (lead.page == 0) return false;
    const auto found = headings_.find(title_key(std::string_view(text).substr(0, lead.words_end)));
    return found != headings_.end() && found->second > at && !found->first.empty();
  }

  /// Puts words behind those of an entry, a blank between them that comes from where the words do.
  static void add_words(Block& entry, std::vector<Inline> words) {
    if (words.empty()) return;
    if (!entry.inlines.empty()) {
      Inline blank = text_inline(" ");
      if (!words.front().origins.empty()) blank.origins = {{0, words.front().origins.front().origin, OriginStep::Steps::stays}};
      entry.inlines.push_back(std::move(blank));
    }
    std::move(words.begin(), words.end(), std::back_inserter(entry.inlines));
  }

  void take_table(std::size_t at) {
    std::size_t named = 0, rows = 0;
    for (const Block& row : blocks_[at].children) {
      if (row.kind != BlockKind::row) continue;
      const std::string text = text_of_row(row);
      named += names(text, at);
      rows += !text.empty();
    }
    if (named < least_named || 10 * named < 6 * rows) return;
    std::vector<Block> entries;
    for (Block& row : blocks_[at].children) {
      if (row.kind != BlockKind::row) continue;
      Block entry(BlockKind::list_item);
      for (Block& cell : row.children) {
        add_words(entry, std::move(cell.inlines));
        for (Block& inner : cell.children) add_words(entry, std::move(inner.inlines));
      }
      if (!entry.inlines.empty()) entries.push_back(std::move(entry));
    }
    become_contents(at, std::move(entries));
  }

  static bool is_line(const Block& each) {
    if (each.kind == BlockKind::list) return !each.children.empty() && std::all_of(each.children.begin(), each.children.end(), [](const Block& item) { return item.children.empty() && lead_of(item.text()).page != 0; });
    return (each.kind == BlockKind::paragraph || each.kind == BlockKind::heading) && each.children.empty() && lead_of(each.text()).page != 0;
  }

  bool names_with_number(const Block& each, std::size_t at) const { return names(each.text(), at) || names(each.number + each.text(), at); }

  void take_lines(std::size_t at) {
    std::size_t end = at, named = 0, count = 0;
    for (; end < blocks_.size() && is_line(blocks_[end]); ++end) {
      const bool list = blocks_[end].kind == BlockKind::list;
      count += list ? blocks_[end].children.size() : 1;
      if (!list) named += names_with_number(blocks_[end], end);
      else for (const Block& item : blocks_[end].children) named += names_with_number(item, end);
    }
    if (named < least_named || 10 * named < 6 * count) return;
    std::vector<Block> entries;
    for (std::size_t each = at; each < end; ++each) {
      Block line = std::exchange(blocks_[each], Block(BlockKind::contents));
      if (line.kind == BlockKind::list) {
        std::move(line.children.begin(), line.children.end(), std::back_inserter(entries));
        continue;
      }
      line.kind = BlockKind::list_item;
      line.level = 0;
      entries.push_back(std::move(line));
    }
    become_contents(at, std::move(entries));
  }

  void become_contents(std::size_t at, std::vector<Block> entries) {
    const std::uint32_t page = entries.empty() ? 0 : entries.front().page;
    const bool goes_on = at > 0 && blocks_[at - 1].kind == BlockKind::contents && !blocks_[at - 1].children.empty();
    Block contents(BlockKind::contents);
    if (goes_on) contents = std::move(blocks_[at - 1]), blocks_[at - 1] = Block(BlockKind::contents);
    else if (at > 0 && may_be_title(blocks_[at - 1])) {
      contents.inlines = std::move(blocks_[at - 1].inlines);
      blocks_[at - 1] = Block(BlockKind::contents);
    }
    if (contents.page == 0) contents.page = page;
    if (contents.children.empty()) contents.children.emplace_back(BlockKind::list);
    for (Block& entry : entries) contents.children.back().children.push_back(std::move(entry));
    blocks_[at] = std::move(contents);
  }

  static bool may_be_title(const Block& block) {
    if (block.kind != BlockKind::heading && block.kind != BlockKind::paragraph) return false;
    const std::string text = block.text();
    const bool strong = std::all_of(block.inlines.begin(), block.inlines.end(), [](const Inline& run) { return run.marks.has(Mark::strong); });
    return !text.empty() && text.size() <= longest_title && !ends_sentence(text) && (opens_contents(text) || block.kind == BlockKind::heading || strong);
  }

  std::vector<Block>& blocks_;
  std::unordered_map<std::string, std::size_t> headings_;  ///< where each stands last
};

}  // namespace

void gather_named_contents(std::vector<Block>& blocks) { NamedContents(blocks).run(); }

}  // namespace casewright
