#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/blocks/list_numbers.h"
#include "ingest/office/docx_styles.h"
#include "ingest/office/office_flow.h"

namespace casewright {

/// Counts the numbered paragraphs of a Word document as Word does.
class WordNumbering {
 public:
  WordNumbering(const OfficeNode* part, const WordStyles& styles);

  /// The place of the next paragraph with these properties in its list, counted on; nothing where it is in none.
  std::optional<ListPlace> next(std::string_view style, const WordParagraphProperties& properties, const WordParagraphProperties& own);

  static constexpr std::size_t levels = 9;

  /// What the lists of the file, used or not, say beside their numbers, one line a level.
  std::string words() const;

 private:
  struct Level {
    std::uint32_t start = 1;
    CountStyle style = CountStyle::decimal;
    std::string text, paragraph_style;
    bool legal = false;
    int restart = -1;  ///< the level, from 1, after which it begins anew; 0 never, -1 after any above
    std::optional<int> left;
  };
  using Levels = std::array<Level, levels>;
  struct List {
    std::string abstract;
    std::array<std::optional<std::uint32_t>, levels> starts;
    std::map<std::size_t, Level> replaced;
    bool used = false;
  };
  struct Counters {
    std::array<std::uint32_t, levels> value{};
    std::array<bool, levels> begun{};
  };

  static Level read_level(const OfficeNode& node);
  const Level& level_of(const List& list, std::size_t level) const;
  std::size_t level_for(const List& list, std::string_view style, const WordParagraphProperties& properties, const WordParagraphProperties& own) const;
  void count(const List& list, Counters& counters, std::size_t level) const;
  std::string text_of(const List& list, const Counters& counters, std::size_t level) const;

  const WordStyles& styles_;
  std::map<std::string, Levels, std::less<>> abstracts_;
  std::map<std::string, List, std::less<>> lists_;
  std::map<std::string, Counters> counters_;
};

}  // namespace casewright
