#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// How a heading is set. Larger, then bold, then in capitals, then underlined, then in italics or a colour of its own ranks higher.
struct HeadingStyle {
  float size = 0;
  bool strong = false, capitals = false, underlined = false, emphasis = false, coloured = false;
  auto operator<=>(const HeadingStyle&) const = default;
};

struct JudgedHeading;

/// Tells headings from other lines, and how deep each is: by bookmarks, then by the document's own contents, then by
/// numbers, then by style.
class Headings {
 public:
  Headings(const LayoutMeasures& usual, const std::vector<pdf::Bookmark>& bookmarks, const std::vector<ContentsEntry>& contents);

  HeadingStyle style_of(const LaidLine& line) const;
  /// True where the line is a heading or its first line; `alone_above` and `alone_below` say that it is parted from
  /// its neighbours, `next` may be null.
  bool is_heading(const LaidLine& line, const LaidLine* next, bool alone_above, bool alone_below) const;
  /// Gives every heading its level and number, and finds the title. `styles` says how each heading block is set.
  void set_levels(std::vector<Block>& blocks, const std::map<std::size_t, HeadingStyle>& styles) const;

 private:
  int known_level(const std::string& text, bool bookmarks) const;
  /// The same, 0 where headings of several levels have these words.
  int sure_level(const std::string& text, bool bookmarks) const;
  /// Takes levels over from bookmarks and contents where enough headings stand there.
  void learn_known(const std::vector<Block>& blocks, std::vector<JudgedHeading>& all, std::size_t marked, std::size_t listed) const;
  void find_title(std::vector<Block>& blocks, const std::map<std::size_t, HeadingStyle>& styles) const;

  LayoutMeasures usual_;
  std::unordered_map<std::string, int> bookmarks_, contents_;
  std::set<std::string> unsure_;  ///< words that stand at several levels
};

}  // namespace casewright
