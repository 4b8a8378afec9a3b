#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/pdf/pdf_sight.h"
#include "model/container.h"

namespace casewright {

/// Gathers what the pages of a PDF hide, page by page, and judges it once all are known.
class PdfHidden {
 public:
  void add(const pdf::PageScan& scan, const PageSight& sight);
  /// Adds what is hidden to the container; what stands on page after page, or in sight beside it, is marked as harmless.
  void carry(Container& container);

  /// Every word in sight, in small letters, each with a blank before and after it.
  const std::string& words_in_sight();
  /// True where all these words stand in sight somewhere in the file.
  bool says(std::string_view words);
  /// True where the letters of these words stand in sight in one row, however the page parts them.
  bool says_joined(std::string_view words);
  /// True where the pages say the short form of those words: the initials of those that begin with a capital.
  bool says_short(std::string_view words);

 private:
  struct Passage {
    Carried item;
    Unseen why = Unseen::no;
    std::size_t letters = 0, digits = 0;
    bool said_in_sight = false;  ///< the page says the same in sight
    std::string repeated_as;     ///< its words with every number alike
  };

  std::vector<Passage> passages_;
  std::map<std::string, std::vector<std::uint32_t>> pages_of_;  ///< by Passage::repeated_as
  std::string shown_, in_sight_, joined_;
  std::uint32_t pages_ = 0;
};

}  // namespace casewright
