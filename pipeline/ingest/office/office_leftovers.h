#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/carried/carried_risks.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// What the parts of an office file say in attributes and texts that no reader read: names of styles, fonts and shapes, choices of
/// lists, parts of another program. Each is an item of the risk part-name, once, unless it is on the page, among the items or made of
/// words that programs write into every file.
class OfficeLeftovers {
 public:
  explicit OfficeLeftovers(const ShownWords& shown) : shown_(shown) {}

  /// Goes through a part once and keeps what could name somebody and stands on no page.
  void gather(const OfficeNode& root, const std::string& name, std::uint32_t part);
  /// Puts what no item says either into the Container; called when all else is there.
  void settle(Container& container) const;

 private:
  struct Leftover {
    std::string words, where;
    Origin origin;
  };

  void attributes(const OfficeNode& node, const std::string& name, std::uint32_t part);
  void text(const OfficeNode& node);
  void end_text(const std::string& name, std::uint32_t part);
  bool shows_names_of(std::string_view text) const;
  void keep(std::string words, std::string where, Origin origin);

  const ShownWords& shown_;
  std::size_t cursor_ = 0;  ///< where on the page the last text was found
  std::string open_text_;   ///< pieces of one paragraph that the page does not show
  std::uint32_t open_at_ = 0;
  std::unordered_set<std::string> seen_;
  std::vector<Leftover> kept_;
};

/// The words that an attribute's value puts together, as somebody would write them: "_Shanice_Moore", "ShaniceMoore" and
/// "H:/Shanice%20Moore.docx" give "Shanice Moore" with what stands beside it; empty for values that are for programs alone.
std::string words_of_office_value(std::string_view value);

}  // namespace casewright
