#include "inspect/patterns/need_table.h"

#include <algorithm>

namespace casewright {
namespace {

/// The long s and the sign for kelvin, which a pattern without regard to capitals takes for s and k.
bool holds_odd_letters(std::string_view text) {
  return text.find("\xC5\xBF") != std::string_view::npos || text.find("\xE2\x84\xAA") != std::string_view::npos;
}

}  // namespace

/// One walk over a text, with what it met.
class NeedTable::Walk {
 public:
  Walk(const NeedTable& table, std::size_t stretches) : table_(table), met_(stretches, table.needs_.size()) {
    if (stretches < 2) return;  // to remember what is told would cost more than to tell it again
    words_told_.resize(table.words_.lists());
    shapes_told_.resize(table.shapes_.lists());
  }

  void over(std::string_view text, std::size_t stretch) {
    if (table_.shapes_.lists() == 0) return over_words(text, stretch);
    std::uint32_t words = words_at_, shapes = shapes_at_;
    for (const char each : text) {
      words = table_.words_.after(words, each);
      shapes = table_.shapes_.after(shapes, each);
      if (!NeedAutomaton::meets(words | shapes)) continue;
      if (NeedAutomaton::meets(words)) tell(table_.words_, words, stretch, words_told_);
      if (NeedAutomaton::meets(shapes)) tell(table_.shapes_, shapes, stretch, shapes_told_);
    }
    words_at_ = words;
    shapes_at_ = shapes;
  }

  void over_words(std::string_view text, std::size_t stretch) {
    std::uint32_t words = words_at_;
    for (const char each : text) {
      words = table_.words_.after(words, each);
      if (NeedAutomaton::meets(words)) tell(table_.words_, words, stretch, words_told_);
    }
    words_at_ = words;
  }

  void meet_all(std::size_t stretch) {
    for (std::uint32_t need = 0; need < table_.needs_.size(); ++need) met_.meet(stretch, need);
  }

  NeedsMet met() { return std::move(met_); }

 private:
  void tell(const NeedAutomaton& automaton, std::uint32_t state, std::size_t stretch, std::vector<std::uint32_t>& told) {
    const auto now = static_cast<std::uint32_t>(stretch + 1);
    const std::uint32_t list = automaton.list_of(state);
    if (!told.empty()) {
      if (told[list] == now) return;
      told[list] = now;
    }
    for (const std::uint32_t need : automaton.needs_of(list)) met_.meet(stretch, need);
  }

  const NeedTable& table_;
  NeedsMet met_;
  std::uint32_t words_at_ = 0, shapes_at_ = 0;
  std::vector<std::uint32_t> words_told_, shapes_told_;  ///< by list: 1 more than the stretch that it was last met in; empty: not remembered
};

std::uint32_t NeedTable::add(const std::vector<std::string>& rows, NeedAlphabet alphabet) {
  const auto [entry, fresh] = needs_.try_emplace({alphabet, rows}, static_cast<std::uint32_t>(needs_.size()));
  if (fresh)
    for (const std::string& each : rows) (alphabet == NeedAlphabet::words ? words_ : shapes_).add(in_signs(alphabet, each), entry->second);
  return entry->second;
}

void NeedTable::settle() {
  words_.settle();
  shapes_.settle();
}

NeedsMet NeedTable::find(const Prose& prose) const {
  Walk walk(*this, prose.stretches.size());
  if (needs_.empty()) return walk.met();
  const std::string_view text = prose.text;
  const bool odd = holds_odd_letters(text);
  std::uint32_t from = 0;
  for (std::size_t stretch = 0; stretch < prose.stretches.size(); ++stretch) {
    if (odd) walk.meet_all(stretch);
    else walk.over(text.substr(from, prose.stretches[stretch].span.end - from), stretch);
    from = prose.stretches[stretch].span.end;
  }
  return walk.met();
}

NeedsMet NeedTable::find(std::string_view text) const {
  Walk walk(*this, 1);
  if (holds_odd_letters(text)) walk.meet_all(0);
  else walk.over(text, 0);
  return walk.met();
}

}  // namespace casewright
