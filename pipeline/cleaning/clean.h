#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/reading.h"

namespace casewright {

/// One kind of thing that was taken out of a copy.
struct TakenOut {
  std::string what;        ///< in words for a person, quoting nothing: "comments"
  std::size_t count = 0;
};

/// A copy of a file without what nobody should read.
struct CleanCopy {
  std::string bytes;
  std::string extension;   ///< that fits it: a file with macros becomes one without
  std::vector<TakenOut> taken_out;
  std::vector<TakenOut> mended = {};  ///< for people who listen to the file: "a title for the window"; nothing that is not there already
};

/// Counts what is taken out, by kind.
class TakenOutList {
 public:
  void add(std::string_view what, std::size_t count = 1);
  std::vector<TakenOut> take() { return std::move(all_); }

 private:
  std::vector<TakenOut> all_;
};

/// A copy of a report with everything taken out that can be without changing what a reader sees; headings, tags, links,
/// alternative text and words stay. What the file says already is declared where assistive programs look for it: title, language, the
/// first row of a table whose cells are all bold; alternative text is never made up. `reading` is what the reader of its format made of the same bytes. What it cannot take
/// out it leaves: whoever calls looks at the copy again. A fault where the format cannot be cleaned.
Result<CleanCopy> clean_copy(std::string_view bytes, const Reading& reading);

/// How the names of files end that can be cleaned, with the dot.
std::vector<std::string> endings_that_can_be_cleaned();

/// A picture of the file without what does not draw, which is told where it said anything.
std::string without_remarks(std::string bytes, TakenOutList& out);

Result<CleanCopy> clean_docx(std::string_view bytes, const Reading& reading);
Result<CleanCopy> clean_odt(std::string_view bytes, const Reading& reading);
Result<CleanCopy> clean_html(std::string_view bytes, const Reading& reading);
Result<CleanCopy> clean_pdf(std::string_view bytes, const Reading& reading);

}  // namespace casewright
