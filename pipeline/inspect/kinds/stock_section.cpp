#include "inspect/kinds/stock_section.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/text.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

constexpr std::uint32_t longest_stock = 1200;  ///< bytes; a longer section says more than stock words

using StockWords = std::vector<std::string>;

/// The rule's stock wordings and plain words.
struct Stock {
  std::vector<StockWords> wordings;
  std::set<std::string, std::less<>> plain;

  explicit Stock(const Rule& rule) {
    for (const Record* each : rule.body.all("stock"))
      if (StockWords words = words_of_phrase(fold_space(each->content())); !words.empty()) wordings.push_back(std::move(words));
    for (const Record* each : rule.body.all("plain"))
      for (std::string& word : words_of_phrase(fold_space(each->content()))) plain.insert(std::move(word));
    std::sort(wordings.begin(), wordings.end(), [](const StockWords& a, const StockWords& b) { return a.size() > b.size(); });
  }

  /// True where stock wordings and plain words are all that the sentence is made of.
  bool are_all_of(std::string_view sentence) const {
    const StockWords words = words_of_phrase(sentence);
    bool stock = false;
    for (std::size_t at = 0; at < words.size();) {
      if (const std::size_t length = wording_at(words, at); length > 0) {
        stock = true;
        at += length;
      } else if (says_nothing(words[at])) {
        ++at;
      } else {
        return false;
      }
    }
    return stock;
  }

 private:
  std::size_t wording_at(const StockWords& words, std::size_t at) const {
    for (const StockWords& each : wordings)
      if (each.size() <= words.size() - at && std::equal(each.begin(), each.end(), words.begin() + static_cast<std::ptrdiff_t>(at))) return each.size();
    return 0;
  }

  bool says_nothing(const std::string& word) const {
    const bool letters = std::any_of(word.begin(), word.end(), [](unsigned char each) { return std::isalpha(each) != 0 || each >= 0x80; });
    return !letters || word.size() == 1 || plain.count(word) != 0;
  }
};

}  // namespace

void stock_section(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const Stock stock(rule);
  const std::vector<SectionSeen>& headings = seen.inspected.sections;
  for (std::size_t at = 0; at < headings.size(); ++at) {
    if (headings[at].canonical.empty()) continue;
    const std::uint32_t first = headings[at].stretch + 1;
    const std::uint32_t end = at + 1 < headings.size() ? headings[at + 1].stretch : static_cast<std::uint32_t>(seen.prose.stretches.size());
    Span words;
    bool only_stock = false;
    for (std::uint32_t index = first; index < end; ++index) {
      const Stretch& stretch = seen.prose.stretches[index];
      if (!visible_scopes.has(stretch.scope) || stretch.scope == Scope::furniture || stretch.scope == Scope::contents) continue;
      only_stock = stretch.scope != Scope::cell && stretch.span.length() < longest_stock && (words.empty() || only_stock);
      for (std::uint32_t each = stretch.first_sentence; each < stretch.end_sentence && only_stock; ++each)
        only_stock = stock.are_all_of(seen.prose.view(seen.prose.sentences[each].span));
      if (!only_stock) break;
      if (words.empty()) words = stretch.span;
    }
    if (only_stock && !words.empty()) into.push_back(report(seen, rule, words));
  }
}

}  // namespace casewright
