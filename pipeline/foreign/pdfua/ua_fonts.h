#pragma once

#include <memory>
#include <unordered_map>

#include "foreign/pdf/cmap.h"
#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf::ua {

/// A font as the pages use it.
struct FontUse {
  Object font;
  std::uint32_t page = 0;                         ///< where it is met first
  bool composite = false;                         ///< a Type 0 font
  bool rendered = false;                          ///< used other than in text rendering mode 3
  bool known_codes = true;                        ///< false: its CMap is predefined and not at hand, so codes say nothing
  CMap codes;                                     ///< of a composite font
  std::unordered_map<std::uint32_t, bool> shown;  ///< codes, and whether each is rendered

  /// Notes the codes of a string that is shown.
  void show(const std::string& text, bool visible);
};

/// All fonts that text was shown with.
class FontUses {
 public:
  /// The use of that font; `key` tells apart fonts that are no objects of their own.
  FontUse& of(Object font, const std::string& key, std::uint32_t page);
  const std::vector<std::unique_ptr<FontUse>>& all() const { return all_; }

 private:
  std::map<std::string, FontUse*> by_key_;
  std::vector<std::unique_ptr<FontUse>> all_;
};

/// Looks at each font and at every glyph that is used of it (ISO 14289-1, 7.21).
void check_fonts(File& file, const FontUses& uses);

}  // namespace casewright::pdf::ua
