#include "inspect/themes.h"

#include "base/text.h"

namespace casewright {
namespace {

/// The words of a text in small letters; apostrophes and hyphens inside a word belong to it.
std::vector<std::string> words_and_stars(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string plain = ascii_lower(replace_every(std::string(text), "\xE2\x80\x99", "'"));
  for (const char c : plain + " ") {
    const bool inside = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0 || c == '*' || ((c == '\'' || c == '-') && !word.empty());
    if (inside) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool fits_stars(std::string_view pattern, std::string_view word) {
  return pattern.ends_with('*') ? word.starts_with(pattern.substr(0, pattern.size() - 1)) : word == pattern;
}

bool stands_at(const std::vector<std::string>& phrase, const std::vector<std::string>& words, std::size_t at) {
  if (at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (!fits_stars(phrase[i], words[at + i])) return false;
  return true;
}

}  // namespace

Result<Themes> Themes::read(const World& world, const Path& file) {
  const auto bytes = world.read_file(file);
  if (!bytes) return bytes.faults();
  Themes themes;
  std::uint32_t number = 0;
  for (const std::string_view line : split(*bytes, '\n')) {
    ++number;
    if (trim(line).empty() || line.starts_with('#')) continue;
    const std::size_t colon = line.find(':');
    Theme theme;
    if (colon != std::string_view::npos) {
      theme.name = trim(line.substr(0, colon));
      for (const std::string_view phrase : split(line.substr(colon + 1), ','))
        if (std::vector<std::string> words = words_and_stars(phrase); !words.empty()) theme.phrases.push_back(std::move(words));
    }
    if (theme.name.empty() || theme.phrases.empty())
      return Fault{file, number, 0, "this line is no theme", "write the theme, a colon, and the words that speak of it, parted by commas"};
    themes.themes_.push_back(std::move(theme));
  }
  return themes;
}

std::set<std::string> Themes::in(std::string_view text) const {
  const std::vector<std::string> words = words_and_stars(text);
  std::set<std::string> found;
  for (const Theme& theme : themes_)
    for (const std::vector<std::string>& phrase : theme.phrases)
      for (std::size_t at = 0; at < words.size() && !found.contains(theme.name); ++at)
        if (stands_at(phrase, words, at)) found.insert(theme.name);
  return found;
}

}  // namespace casewright
