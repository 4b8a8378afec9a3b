#include "ingest/pdf_lists.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "ingest/pdf_marks.h"

namespace casewright {
namespace {

constexpr std::size_t deepest = 8;

/// How deep each item is, from 0.
std::vector<std::size_t> depths_of(const std::vector<ItemPlace>& places) {
  std::vector<std::size_t> depths;
  std::vector<float> open;
  for (const ItemPlace& place : places) {
    const float step = 0.75f * place.size;
    while (open.size() > 1 && place.left < open.back() - step) open.pop_back();
    if (open.empty() || (place.left > open.back() + step && open.size() < deepest)) open.push_back(place.left);
    else open.back() = place.left;
    depths.push_back(open.size() - 1);
  }
  return depths;
}

using ItemKey = std::pair<std::size_t, std::size_t>;  // list, item
using Items = std::map<std::size_t, std::vector<ItemPlace>>;

/// Numbers of one form, such as "4." or "(4)", that count on from list to list.
struct Chain {
  std::vector<ItemKey> items;
  std::set<std::size_t> lists;
  unsigned last = 0;
  float left = 0;

  void close(std::set<ItemKey>& found) {
    constexpr std::size_t least_lists = 3, least_items = 6;
    if (lists.size() >= least_lists && items.size() >= least_items) found.insert(items.begin(), items.end());
    *this = Chain();
  }
  /// Takes the number where it goes on from the last one, or begins anew before the chain has lasted.
  void take(const ItemKey& key, unsigned number, const ItemPlace& place, std::set<ItemKey>& found) {
    const bool beside = !items.empty() && std::fabs(place.left - left) < 1.5f * place.size;
    if (!items.empty() && (!beside || number <= last || number > last + 2)) {
      if (number != 1 || !beside || lists.size() >= 3) return;  // a list inside, which has numbers of its own
      close(found);
    }
    if (items.empty() && number != 1) return;
    items.push_back(key);
    lists.insert(key.first);
    last = number;
    left = place.left;
  }
};

/// What a mark is besides its number: "()" of "(4)".
std::string form_of(std::string mark) {
  std::erase_if(mark, [](char c) { return c >= '0' && c <= '9'; });
  return mark;
}

/// The items that count on from list to list.
std::set<ItemKey> numbered_through(const std::vector<Block>& blocks, const Items& items) {
  std::set<ItemKey> found;
  std::map<std::string, Chain> chains;
  for (const auto& [at, places] : items)
    for (std::size_t item = 0; item < places.size() && item < blocks[at].children.size(); ++item) {
      const std::string& mark = blocks[at].children[item].number;
      if (const unsigned number = ordinal_number(mark)) chains[form_of(mark)].take({at, item}, number, places[item], found);
    }
  for (auto& [form, chain] : chains) chain.close(found);
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
