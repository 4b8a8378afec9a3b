#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace casewright {

/// The place of a paragraph in Word's numbering.
struct NumberPlace {
  int list = 0;   ///< w:numId, 0 for none
  int level = 0;  ///< w:ilvl
};

/// All numbering of one Word document: what Word counts and shows is what the Document says.
///
/// Numbers such as "3.2" continue one running count where Word would count the same; where it would not, a
/// new count begins at that number. What is no count ("Recommendation 4") is a level whose text says it.
class DocxNumbering {
 public:
  /// The place that shows `number` before a heading or a paragraph.
  NumberPlace of_number(std::string_view number);
  /// The place of each item of a list at that depth, from 0; one entry for each child. `base` is how far in, in
  /// twips, the words around the list stand.
  std::vector<NumberPlace> of_list(const Block& list, int depth, int base);
  /// The numbering part.
  std::string xml() const;

  /// Twips from the margin to the words of a numbered paragraph.
  static constexpr int number_indent = 720;
  /// Twips that each level of lists goes further in.
  static constexpr int list_indent = 425;

 private:
  /// A running count of numbers with points between.
  struct Count {
    int list = 0;
    std::string suffix;
    std::vector<int> reached;  ///< by level; 0: not begun
    std::vector<int> starts;
  };

  int add_list(const std::string& levels, std::string_view kind);
  int add_count(const std::vector<int>& starts, const std::string& suffix);
  int add_literal(std::string_view text, int left, int hanging);
  static bool continues(const Count& count, const std::vector<int>& parts, const std::string& suffix);
  static void reach(Count& count, const std::vector<int>& parts);

  std::vector<std::string> lists_;  ///< by w:numId - 1: the levels
  std::vector<Count> counts_;
  std::map<int, int> bullets_;      ///< by base: the one list of all bullets
};

}  // namespace casewright
