#include "emit/chrome_words.h"

namespace casewright {
namespace {

const ChromeWords languages[] = {
    {"en", "To write:", "Notes", "Page", "of", "Published", "Picture:"},
    {"cy", "I'w ysgrifennu:", "Nodiadau", "Tudalen", "o", "Cyhoeddwyd", "Llun:"},
};

}  // namespace

const ChromeWords& chrome_words(std::string_view language) {
  for (const ChromeWords& each : languages)
    if (language.substr(0, language.find('-')) == each.language) return each;
  return languages[0];
}

}  // namespace casewright
