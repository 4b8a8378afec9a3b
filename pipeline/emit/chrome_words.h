#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// What the writers themselves say around a report, in one language.
struct ChromeWords {
  std::string_view language;
  std::string to_write, notes, page, of, published, picture;
};

/// The words of that language (BCP 47), English where there are none.
const ChromeWords& chrome_words(std::string_view language);

}  // namespace casewright
