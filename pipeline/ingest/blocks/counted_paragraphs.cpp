#include "ingest/blocks/counted_paragraphs.h"

#include <cstdlib>
#include <map>
#include <utility>

namespace casewright {
namespace {

constexpr std::size_t long_prose = 240;  // characters: about three sentences
constexpr std::uint32_t most_missing = 2;
constexpr std::size_t enough_to_skip = 4;
constexpr int same_indent = 80;  // in whatever unit: a few letters in that of office files

/// Lines that count on from one to the next.
struct CountedChain {
  std::vector<std::size_t> members;
  std::uint32_t last = 0;
  std::size_t chapter = 0;  ///< of the last member
  std::size_t letters = 0;
  std::size_t crossings = 0;  ///< headings between two members
  int indent = 0;
  bool led_in = false;
};

bool numbers_paragraphs(const CountedChain& chain) {
  if (chain.members.size() < 2) return false;
  return chain.crossings > 0 || (!chain.led_in && chain.letters >= long_prose * chain.members.size());
}

/// The chain that a line goes on with: the nearest in indent, of these the latest.
CountedChain* chain_for(std::vector<CountedChain>& chains, const CountedLine& line) {
  CountedChain* best = nullptr;
  if (line.number == 1) return nullptr;
  for (CountedChain& each : chains) {
    const bool next = line.number == each.last + 1;
    const bool after_a_gap = each.crossings > 0 && each.members.size() >= enough_to_skip && line.number > each.last && line.number <= each.last + 1 + most_missing;
    if (!next && !after_a_gap) continue;
    const bool near = std::abs(each.indent - line.indent) < same_indent;
    if (best == nullptr || near || std::abs(best->indent - line.indent) >= same_indent) best = &each;
  }
  return best;
}

CountedLine line_of_item(const Block& item) {
  CountedLine line;
  const std::size_t from = item.number.find_first_of("0123456789"), end = item.number.find_first_not_of("0123456789", from);
  line.letters = item.text().size();
  line.leads_in = item.text().ends_with(':') || !item.children.empty();
  if (from > 1 || from == std::string::npos || (end == std::string::npos ? item.number.size() : end) - from > 4) return line;
  line.kind = CountedLine::Kind::counted;
  line.number = static_cast<std::uint32_t>(std::stoul(item.number.substr(from, end - from)));
  line.sequence = end == std::string::npos ? std::string() : item.number.substr(end);
  return line;
}

/// Puts a list's items out: those that are numbered as paragraphs, the others in lists; `at` counts the lines.
void free_items(Block& list, const std::vector<bool>& numbered, std::size_t& at, std::vector<Block>& out) {
  bool open = false;
  for (Block& item : list.children) {
    if (!numbered[at++]) {
      if (!open) {
        out.emplace_back(BlockKind::list).ordered = true;
        out.back().page = list.page;
      }
      open = true;
      out.back().children.push_back(std::move(item));
      continue;
    }
    open = false;
    std::vector<Block> behind = std::move(item.children);
    item.children.clear();
    item.kind = BlockKind::paragraph;
    while (item.number.ends_with('.')) item.number.pop_back();
    out.push_back(std::move(item));
    for (Block& each : behind) out.push_back(std::move(each));
  }
}

}  // namespace

std::vector<bool> numbered_paragraphs(const std::vector<CountedLine>& lines) {
  std::map<std::string, std::vector<CountedChain>> chains;
  std::size_t chapter = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const CountedLine& line = lines[at];
    chapter += line.kind == CountedLine::Kind::heading;
    if (line.kind != CountedLine::Kind::counted) continue;
    std::vector<CountedChain>& open = chains[line.sequence];
    CountedChain* chain = chain_for(open, line);
    if (chain == nullptr) {
      chain = &open.emplace_back();
      chain->indent = line.indent;
      chain->led_in = at > 0 && lines[at - 1].leads_in;
    } else {
      chain->crossings += chain->chapter != chapter;
    }
    chain->members.push_back(at);
    chain->last = line.number;
    chain->chapter = chapter;
    chain->letters += line.letters;
  }
  std::vector<bool> numbered(lines.size());
  for (const auto& [sequence, all] : chains)
    for (const CountedChain& each : all)
      if (numbers_paragraphs(each))
        for (const std::size_t at : each.members) numbered[at] = true;
  return numbered;
}

void free_numbered_paragraphs(std::vector<Block>& blocks) {
  std::vector<CountedLine> lines;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::list && block.ordered) {
      for (const Block& item : block.children) lines.push_back(line_of_item(item));
      continue;
    }
    const std::string text = block.text();
    const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::title;
    lines.push_back({heading ? CountedLine::Kind::heading : CountedLine::Kind::other, 0, "", 0, text.size(), text.ends_with(':')});
  }
  const std::vector<bool> numbered = numbered_paragraphs(lines);
  std::vector<Block> all;
  std::size_t at = 0;
  for (Block& block : blocks) {
    if (block.kind != BlockKind::list || !block.ordered) {
      all.push_back(std::move(block));
      ++at;
      continue;
    }
    free_items(block, numbered, at, all);
  }
  blocks = std::move(all);
}

}  // namespace casewright
