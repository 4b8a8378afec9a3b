#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/container.h"

namespace casewright {

/// One element, text or other piece of an XML part, with its bytes as they stand, so that what is not changed is written
/// back byte for byte.
struct Markup {
  std::string name;    ///< of an element, with the usual prefix of its namespace as OfficeNode has it; empty for the rest
  std::string open;    ///< the start tag; of the rest all its bytes
  std::string close;   ///< the end tag, empty where the start tag closes itself
  std::uint32_t at = 0, length = 0;  ///< of a text: where it stands among the part's characters, as Origin::at counts
  bool text = false;
  bool gone = false;       ///< it and what is in it are not written
  bool unwrapped = false;  ///< only what is in it is written
  std::string before, behind;  ///< bytes to be written round it
  std::vector<Markup> children;

  bool is(std::string_view other) const { return name == other; }
  /// The value of the attribute with that local name, entities resolved; empty where there is none.
  std::string attribute(std::string_view local) const;
  bool has(std::string_view local) const;
  /// Takes out every attribute whose local name `drop` says yes to; how many there were.
  template <class Drop>
  std::size_t drop_attributes(Drop drop);
  void set_attribute(std::string_view local, std::string_view value);
  /// The prefix that its own tag bears in the file ("w:"), empty where it bears none.
  std::string prefix() const;
  /// Puts bytes in as its last child.
  void append(std::string bytes);
  Markup* child(std::string_view element);
  const Markup* child(std::string_view element) const;
  /// All its text, entities resolved.
  std::string content() const;

 private:
  struct Place {
    std::size_t begin, end, value, value_end;  ///< bytes of `open`; begin is that of the white space before it
    std::string local;
  };
  std::vector<Place> places() const;
};

/// The part as pieces. It must be well-formed and no deeper than 256 levels.
Result<Markup> read_markup(std::string_view bytes, const std::string& file);
/// The bytes of what is left.
std::string write_markup(const Markup& root);

/// Walks all elements, outermost first, not into what is gone; visit(markup).
template <class Visit>
void each_markup(Markup& root, Visit visit) {
  std::vector<Markup*> open{&root};
  while (!open.empty()) {
    Markup* next = open.back();
    open.pop_back();
    if (next->gone) continue;
    visit(*next);
    if (next->gone) continue;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
}

/// Empties the texts that lie within the places; elements named `holder` around them go as a whole where nothing is left in
/// them. How many places held something.
std::size_t take_out_places(Markup& root, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places, std::string_view holder);

template <class Drop>
std::size_t Markup::drop_attributes(Drop drop) {
  const std::vector<Place> all = places();
  std::size_t count = 0;
  for (auto each = all.rbegin(); each != all.rend(); ++each)
    if (drop(std::string_view(each->local))) {
      open.erase(each->begin, each->end - each->begin);
      ++count;
    }
  return count;
}

}  // namespace casewright
