#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "ingest/office/docx_colours.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// What an rPr says; what it does not say is inherited.
struct WordRunProperties {
  std::optional<bool> strong, emphasis, struck, hidden, capitals, underline;
  std::optional<int> half_points;
  std::optional<std::string> language;
  std::optional<std::string> place;  ///< "superscript", "subscript", "baseline"
  std::optional<std::string> font;
  std::optional<WordColour> colour, shading, highlight;
  std::optional<int> width;      ///< of the letters, in hundredths
  std::optional<int> between;    ///< the letters, in twentieths of a point
  std::optional<int> raised;     ///< over the line, in half points
  std::optional<bool> no_fill;   ///< letters are drawn without anything inside
  std::optional<bool> outline;   ///< letters are drawn with a line around them

  /// Takes over everything that `nearer` says.
  void replace_by(const WordRunProperties& nearer);
};

/// What a pPr says.
struct WordParagraphProperties {
  std::optional<int> outline;        ///< 0 to 8; 9 is body text
  std::optional<std::string> list;   ///< numId; "0" is none
  std::optional<int> list_level;
  std::optional<int> left, right, first_line;  ///< twentieths of a point
  std::optional<std::string> alignment;
  bool leader_tab = false;           ///< a right tab with dots, as contents have
  std::optional<WordColour> shading;
  std::optional<int> before, after, line;  ///< spacing; `line` in 240ths of a line

  void replace_by(const WordParagraphProperties& nearer);
};

/// How a run looks once everything is inherited.
struct WordLook {
  bool strong = false, emphasis = false, struck = false, hidden = false, underline = false, capitals = false;
  int half_points = 20;
  std::string language, place, font;
  WordColour colour, shading, highlight;
  int width = 100, between = 0, raised = 0;
  bool no_fill = false, outline = false;
};

WordRunProperties read_run_properties(const OfficeNode* properties, const WordTheme& theme);
WordParagraphProperties read_paragraph_properties(const OfficeNode* properties, const WordTheme& theme);

/// What a table style says of one part of a table ("firstRow", "band1Horz"; "" is the whole table).
struct WordTableLook {
  WordRunProperties run;
  WordParagraphProperties paragraph;
  std::optional<WordColour> shading;
};

/// The styles of a Word document.
class WordStyles {
 public:
  WordStyles(const OfficeNode* part, WordTheme theme);

  /// A paragraph's own properties laid over those of its style and the styles that one is based on.
  WordParagraphProperties paragraph(std::string_view style, const WordParagraphProperties& own, const WordParagraphProperties* table = nullptr) const;
  /// How a run looks: defaults, paragraph style, character style, then its own; bold and the like of both styles
  /// cancel each other out (ECMA-376 part 1, 17.7.3).
  /// What `table` says lies under all but the defaults.
  WordLook run(std::string_view paragraph_style, std::string_view character_style, const WordRunProperties& own, const WordRunProperties* table = nullptr) const;
  /// What a table style, with those it is based on, says of a part of its tables, laid over `under`.
  void table_part(std::string_view style, std::string_view part, WordTableLook& under) const;
  /// The lower-case names of a style and of those it is based on, the nearest first.
  const std::vector<std::string>& names(std::string_view style) const;
  /// The ids of a style and of those it is based on, the nearest first.
  const std::vector<std::string>& line_of(std::string_view style) const;
  /// The list that a list style names, or empty.
  std::string list_of_style(std::string_view style) const;
  const std::string& default_paragraph() const { return default_paragraph_; }
  const std::string& default_table() const { return default_table_; }
  const WordTheme& theme() const { return theme_; }

 private:
  struct Style {
    std::string name, based_on;
    WordRunProperties run;
    WordParagraphProperties paragraph;
    std::vector<std::string> line, names;
    std::map<std::string, WordTableLook, std::less<>> table;
  };
  const Style* find(std::string_view id) const;

  std::map<std::string, Style, std::less<>> styles_;
  WordRunProperties run_defaults_;
  WordParagraphProperties paragraph_defaults_;
  std::string default_paragraph_, default_table_;
  WordTheme theme_;
};

}  // namespace casewright
