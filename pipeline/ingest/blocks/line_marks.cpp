#include "ingest/blocks/line_marks.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::string_view typed_bullets[] = {"-", "*", "+", "o", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x97\xA6", "\xE2\x97\x8F", "\xE2\x97\x8B",
                                        "\xE2\x96\xAA", "\xE2\x96\xA0", "\xE2\x80\xA3", "\xE2\x9E\xA2", "\xE2\x9E\x94", "\xE2\x86\x92", "\xE2\x96\xBA", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xC2\xB7", "\xEF\x82\xB7", "\xEF\x82\xA7"};

/// The bytes of white space at that place, a no-break space among them.
std::size_t space_at(std::string_view line, std::size_t at) {
  if (at < line.size() && (line[at] == ' ' || line[at] == '\t')) return 1;
  return line.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

std::size_t skip_space(std::string_view line, std::size_t at) {
  while (const std::size_t size = space_at(line, at)) at += size;
  return at;
}

}  // namespace

LineMark list_mark(std::string_view line) {
  for (const std::string_view bullet : typed_bullets)
    if (line.starts_with(bullet) && space_at(line, bullet.size()) != 0)
      return {bullet, skip_space(line, bullet.size()), false};
  std::size_t at = line.starts_with("(") ? 1 : 0;
  const std::size_t begin = at;
  while (at < line.size() && at - begin < 4 && (is_digit(line[at]) || is_small(line[at]))) ++at;
  const std::string_view core = line.substr(begin, at - begin);
  const bool digits = !core.empty() && core.size() < 4 && core.find_first_not_of("0123456789") == std::string_view::npos;
  const bool letter = core.size() == 1 || (!core.empty() && core.find_first_not_of("ivx") == std::string_view::npos);
  if ((!digits && !letter) || at >= line.size() || (line[at] != ')' && line[at] != '.') || (begin == 1 && line[at] != ')')) return {};
  const std::size_t end = at + 1, words = skip_space(line, end);
  if (words == end || words >= line.size()) return {};
  return {line.substr(0, end), words, true};
}

bool is_contents_line(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && is_digit(line[end - 1])) --end;
  if (end == line.size() || end < 5) return false;
  std::size_t dots = 0;
  while (end > 0) {
    if (line[end - 1] == '.') ++dots, --end;
    else if (line[end - 1] == ' ' || line[end - 1] == '\t') --end;
    else if (end >= 3 && line.substr(end - 3, 3) == "\xE2\x80\xA6") dots += 3, end -= 3;
    else break;
  }
  return dots >= 4 && end > 0;
}

bool is_contents_title(std::string_view line) {
  const std::string small = ascii_lower(fold_space(line));
  return small == "contents" || small == "table of contents" || small == "contents page" || small == "list of contents";
}

bool is_caption_line(std::string_view line) {
  for (const std::string_view word : {"Table ", "Figure ", "Chart ", "Box ", "Diagram "}) {
    if (!line.starts_with(word)) continue;
    const std::size_t after = line.find_first_not_of("0123456789", word.size());
    return after != std::string_view::npos && after > word.size() && (line[after] == ':' || line[after] == '.') && after + 1 < line.size();
  }
  return false;
}

bool in_capitals(std::string_view text, std::ptrdiff_t least) {
  return std::count_if(text.begin(), text.end(), is_capital) >= least && std::none_of(text.begin(), text.end(), is_small);
}

bool is_small_number(std::string_view text) { return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace casewright
