#include "foreign/pdf/pdf_aside.h"

#include <algorithm>
#include <iterator>

#include "base/letters.h"
#include "base/text.h"

namespace casewright::pdf {
namespace {

/// A line that somebody may have written: nearly all of it letters and blanks.
bool is_written(std::string_view line) {
  const auto letters = std::count_if(line.begin(), line.end(), [](char c) { return is_letter(c) || c == ' '; });
  return letters > 4 && letters * 3 > static_cast<std::ptrdiff_t>(line.size()) * 2;
}

}  // namespace

std::string remarks_in(std::string_view commands) {
  std::string words;
  int depth = 0;
  if (commands.find('%') == std::string_view::npos) return words;
  for (std::size_t at = 0; at < commands.size(); ++at) {
    const char c = commands[at];
    if (c == '\\') ++at;
    else if (c == '(') ++depth;
    else if (c == ')') depth = std::max(0, depth - 1);
    else if (c == '%' && depth == 0) {
      const std::size_t end = std::min(commands.find_first_of("\r\n", at), commands.size());
      if (const std::string line = fold_space(commands.substr(at + 1, end - at - 1)); is_written(line)) words += (words.empty() ? "" : " ") + line;
      at = end;
    }
  }
  return words;
}

bool is_known_entry(std::string_view key) {
  static constexpr std::string_view known[] = {
      "AC", "ActualText", "Alt", "Author", "Base", "ByteRange", "CA", "CIDSystemInfo", "CS", "CasewrightMark", "Cert", "CharSet", "CheckSum", "ColorSpace", "ContactInfo", "Contents",
      "CreationDate", "D", "DA", "DOS", "DS", "DV", "Date", "Desc", "Dest", "DeviceCMYK", "DeviceGray", "DeviceRGB", "DocChecksum", "E", "F", "FontFamily", "Headers", "ID", "Indexed", "JS",
      "Keywords", "Lang", "LastModified", "Limits", "Location", "Lookup", "M", "Mac", "ModDate", "NM", "Names", "Nums", "O", "OE", "Opt", "Ordering", "OverlayText", "P", "Panose",
      "Perms", "Producer", "Q", "RC", "RV", "Reason", "Registry", "SourceModified", "Subj", "Subject", "T", "TM", "TU", "Title", "Trapped", "U", "UE", "UF", "URI", "Unix", "V",
      "W"};
  return std::binary_search(std::begin(known), std::end(known), key);
}

}  // namespace casewright::pdf
