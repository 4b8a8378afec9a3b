#include "ingest/pdf/pdf_lists.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "ingest/blocks/line_marks.h"

namespace casewright {
namespace {

constexpr std::size_t deepest_list = 8;

/// How deep each item is, from 0.
std::vector<std::size_t> depths_of(const std::vector<ItemPlace>& places) {
  std::vector<std::size_t> depths;
  std::vector<float> open;
  for (const ItemPlace& place : places) {
    const float step = 0.75f * place.size;
    while (open.size() > 1 && place.left < open.back() - step) open.pop_back();
    if (open.empty() || (place.left > open.back() + step && open.size() < deepest_list)) open.push_back(place.left);
    else open.back() = place.left;
    depths.push_back(open.size() - 1);
  }
  return depths;
}

using ItemKey = std::pair<std::size_t, std::size_t>;  // list, item
using Items = std::map<std::size_t, std::vector<ItemPlace>>;

constexpr std::size_t letters_of_prose = 200;  // of an item, on the average: two sentences

/// Numbers of one form, such as "4." or "(4)", that count on from list to list.
struct ItemChain {
  std::vector<ItemKey> items;
  std::set<std::size_t> lists;
  unsigned last = 0;
  float left = 0;
  std::size_t letters = 0;

  bool takes(unsigned number, const ItemPlace& place) const { return std::fabs(place.left - left) < 1.5f * place.size && number > last && number <= last + 2; }
  void take(const ItemKey& key, unsigned number, const ItemPlace& place, std::size_t more) {
    items.push_back(key);
    lists.insert(key.first);
    last = number;
    left = place.left;
    letters += more;
  }
  bool is_prose() const { return letters >= letters_of_prose * items.size(); }
  /// Goes on over headings and lists inside, which an ordinary list does not.
  bool numbers_paragraphs() const { return (lists.size() >= 3 && items.size() >= 6) || (lists.size() >= 2 && items.size() >= 4 && is_prose()); }
};

/// What a mark is besides its number: "()" of "(4)".
std::string form_of(std::string mark) {
  std::erase_if(mark, [](char c) { return c >= '0' && c <= '9'; });
  return mark;
}

/// The items that count on from list to list. Where the numbers begin anew in each chapter, a chapter of one list counts with the others.
std::set<ItemKey> numbered_through(const std::vector<Block>& blocks, const Items& items) {
  constexpr std::size_t most_open = 50;
  std::map<std::string, std::vector<ItemChain>> chains;
  for (const auto& [at, places] : items)
    for (std::size_t item = 0; item < places.size() && item < blocks[at].children.size(); ++item) {
      const Block& child = blocks[at].children[item];
      const unsigned number = ordinal_number(child.number);
      if (number == 0) continue;
      std::vector<ItemChain>& open = chains[form_of(child.number)];
      const auto last = open.size() > most_open ? open.rend() - static_cast<std::ptrdiff_t>(open.size() - most_open) : open.rend();
      auto chain = std::find_if(open.rbegin(), last, [&](const ItemChain& each) { return each.takes(number, places[item]); });
      if (chain == last && number != 1) continue;
      ItemChain& into = chain == last ? open.emplace_back() : *chain;
      into.take({at, item}, number, places[item], child.text().size());
    }
  std::set<ItemKey> found;
  for (const auto& [form, all] : chains) {
    const auto sure = std::find_if(all.begin(), all.end(), [](const ItemChain& each) { return each.numbers_paragraphs() && each.is_prose(); });
    for (const ItemChain& each : all) {
      const bool alike = sure != all.end() && each.items.size() >= 2 && each.is_prose() && std::fabs(each.left - sure->left) < 6;
      if (each.numbers_paragraphs() || alike) found.insert(each.items.begin(), each.items.end());
    }
  }
  return found;
}

}  // namespace

std::vector<Block> number_paragraphs(std::vector<Block> blocks, Items& items) {
  const std::set<ItemKey> numbered = numbered_through(blocks, items);
  if (numbered.empty()) return blocks;
  std::vector<Block> all;
  Items places;
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const auto here = items.find(at);
    if (here == items.end()) {
      all.push_back(std::move(blocks[at]));
      continue;
    }
    bool open = false;
    for (std::size_t item = 0; item < blocks[at].children.size(); ++item) {
      Block& child = blocks[at].children[item];
      if (numbered.count({at, item}) != 0) {
        child.kind = BlockKind::paragraph;
        all.push_back(std::move(child));
        open = false;
        continue;
      }
      if (!open) {
        all.emplace_back(BlockKind::list).ordered = here->second[item].ordered;
        all.back().page = child.page;
        open = true;
      }
      all.back().children.push_back(std::move(child));
      places[all.size() - 1].push_back(here->second[item]);
    }
  }
  items = std::move(places);
  return all;
}

void nest_items(Block& list, const std::vector<ItemPlace>& places) {
  const std::vector<std::size_t> depths = depths_of(places);
  std::vector<Block> items = std::move(list.children);
  list.children.clear();
  for (std::size_t i = 0; i < items.size() && i < depths.size(); ++i) {
    Block* into = &list;
    for (std::size_t depth = 0; depth < depths[i] && !into->children.empty(); ++depth) {
      Block& item = into->children.back();
      if (item.children.empty() || item.children.back().kind != BlockKind::list) {
        item.children.emplace_back(BlockKind::list).ordered = places[i].ordered;
        item.children.back().page = places[i].page;
      }
      into = &item.children.back();
    }
    into->children.push_back(std::move(items[i]));
  }
}

}  // namespace casewright
