#include "inspect/whole_words.h"

#include "base/text.h"

namespace casewright {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

bool holds_words(std::string_view text, std::string_view words) {
  const bool open = words.ends_with('~');
  if (open) words.remove_suffix(1);
  if (words.empty()) return false;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (open || end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::vector<std::string> small_words(const Record& body, std::string_view element) {
  std::vector<std::string> words;
  for (const Record* each : body.all(element)) words.push_back(ascii_lower(fold_space(each->content())));
  return words;
}

}  // namespace casewright
