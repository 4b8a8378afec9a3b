#pragma once

#include <string_view>

#include "model/document.h"

namespace casewright {

/// Gathers the words of one block as a browser sets them: white space folded, none at the ends, each
/// character with the place it came from.
class RunBuilder {
 public:
  /// How the words that follow are set.
  struct Setting {
    Marks marks;
    std::string target;
    std::string language;
    bool keeps_space = false;  ///< as in <pre>: line ends become line breaks
    bool operator==(const Setting&) const = default;
  };

  /// Adds text; `steps` says where it came from, as in Inline::origins.
  void add(std::string_view text, const std::vector<OriginStep>& steps, const Setting& setting);
  void add_break();
  void add_note_reference(std::string mark, std::string target, Origin origin);
  bool empty() const { return inlines_.empty(); }
  /// The runs so far; the builder is empty afterwards.
  std::vector<Inline> take();

 private:
  Inline& run_for(Setting setting);
  std::vector<Inline> inlines_;
  Setting last_;
  bool space_waits_ = false;
  OriginStep space_from_;
  Setting space_setting_;
};

/// The number that a line begins with ("3.2", "4.12.1", "1)", "(a)", "iv."), and the byte at which its words begin;
/// `many` asks for two parts at least, as for paragraphs, where "12 people" has no number.
struct LeadingNumber {
  std::string_view number;
  std::size_t words_at = 0;
};
LeadingNumber leading_number(std::string_view text, bool many);

}  // namespace casewright
