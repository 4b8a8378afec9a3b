#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ingest/office/office_flow.h"
#include "ingest/office/office_words.h"
#include "ingest/parts/office_tree.h"
#include "model/container.h"

namespace casewright {

/// The paragraph of an office file that is being read, with how its letters are set.
struct OpenParagraph {
  OfficeWords words;
  OfficeParagraph paragraph;
  OfficeFlow behind;   ///< figures and text boxes that stand in it
  std::map<float, std::size_t> letters_by_size;
  std::map<std::string, std::size_t> letters_by_language;
  std::size_t letters = 0, strong = 0, emphasis = 0;

  /// Counts the letters of words that are set like that and says how many they are.
  std::size_t capitals = 0;  ///< letters that the file holds small and sets in capitals
  std::size_t count(std::string_view text, float size, const std::string& language, bool is_strong, bool is_emphasis);
  /// Gives the paragraph its words and what most of them look like; adds its languages to those of the whole text.
  void settle(std::map<std::string, std::size_t>& languages_of_text);
};

/// What the readers of Word and OpenDocument texts do alike as they go through a part: they note what it carries and no
/// reader sees.
class OfficeBody {
 protected:
  /// `page` is the one that the walk is on.
  OfficeBody(Container& container, const std::uint32_t& page, std::uint32_t part) : container_(container), page_(page), number_of_part_(part) {}

  Origin origin(const OfficeNode& node) const { return {1, number_of_part_, node.at}; }
  /// Notes an item; nothing where it has neither words nor an author.
  void carry(CarriedKind kind, std::string_view risk, std::string name, std::string text, std::string author, Origin origin);
  /// Gathers words that are hidden in that way, until others come.
  void hide(const OfficeNode& text, std::string_view risk);
  /// Notes the words that were gathered.
  void flush_hidden();

 private:
  /// Words that are not shown.
  struct Unseen {
    std::string text;
    Origin origin;
    std::string_view risk;   ///< how they are hidden, as rules name it; empty: nothing is gathered
    std::uint32_t end = 0;   ///< the character behind them
  };

  Container& container_;
  const std::uint32_t& page_;
  std::uint32_t number_of_part_;
  Unseen hidden_words_;
};

}  // namespace casewright
