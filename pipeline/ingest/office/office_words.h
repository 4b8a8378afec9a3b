#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace casewright {

/// Gathers the words of one paragraph of an office file: white space folded, none at the ends, soft hyphens left
/// out, each character with the place it came from.
class OfficeWords {
 public:
  /// How the words that follow are set.
  struct Setting {
    Marks marks;
    std::string target;
    std::string language;
    bool operator==(const Setting&) const = default;
  };

  /// Adds text whose first character came from `from` and the others from the places behind it.
  void add(std::string_view text, Origin from, const Setting& setting);
  /// Adds what the program shows where no text stands in the file ("\t", a symbol): all of it came from `from`.
  void add_shown(std::string_view text, Origin from, const Setting& setting);
  void add_break(Origin from);
  void add_note_reference(std::string mark, std::string target, Origin from);

  bool empty() const { return inlines_.empty(); }
  /// Where the first tab stood, as a byte of the text so far, or npos.
  std::size_t first_tab() const { return first_tab_; }
  /// Where the last tab stood.
  std::size_t last_tab() const { return last_tab_; }
  /// How many tabs, or blanks in a row as wide as one, part its words.
  std::uint32_t gaps() const { return gaps_; }
  /// The runs so far; the builder is empty afterwards.
  std::vector<Inline> take();

 private:
  void put(std::string_view character, Origin from, const Setting& setting, OriginStep::Steps steps);
  void space(Origin from, const Setting& setting);
  std::vector<Inline> inlines_;
  Setting last_, space_setting_;
  Origin next_, space_from_;
  std::size_t bytes_ = 0, first_tab_ = std::string::npos, last_tab_ = std::string::npos;
  bool space_waits_ = false;
  std::uint32_t gaps_ = 0, blanks_ = 0;
};

}  // namespace casewright
