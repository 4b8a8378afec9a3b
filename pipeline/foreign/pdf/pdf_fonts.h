#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include <poppler/GfxFont.h>

#include "foreign/pdf/pdf_letters_shown.h"
#include "foreign/pdf/pdf_scan.h"

class XRef;

namespace casewright::pdf {

/// The fonts of a file, each once.
class FontList {
 public:
  /// The objects of the file, which must outlive the list.
  void read_from(XRef& table) { table_ = &table; }
  std::uint32_t of(const GfxFont* font);
  const std::vector<Font>& all() const { return fonts_; }
  /// What the letters of that font show, where its table says otherwise; null for nearly every font.
  const LettersShown* shown(std::uint32_t font) const {
    const auto found = shown_.find(font);
    return found == shown_.end() ? nullptr : found->second.get();
  }

 private:
  std::unordered_map<std::uint32_t, std::unique_ptr<LettersShown>> shown_;
  XRef* table_ = nullptr;
  std::vector<Font> fonts_;
  std::unordered_map<long, std::uint32_t> known_;  // by object number
};

}  // namespace casewright::pdf
