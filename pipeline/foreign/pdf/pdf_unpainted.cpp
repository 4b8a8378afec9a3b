// What a PDF keeps and no page paints: pictures and forms among the resources, words between the objects.
#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "foreign/pdf/pdf_extras_reader.h"

namespace casewright::pdf {
namespace {

/// What somebody wrote into the entries that marked stretches of a page refer to by name.
void read_notes(const Object& properties, std::uint32_t page, std::vector<Extra>& found) {
  static constexpr auto known = std::to_array<std::string_view>({"ActualText", "Alt", "E", "Lang", "Name", "Title", "ID"});
  if (!properties.isDict()) return;
  for (int i = 0; i < std::min(properties.dictGetLength(), 1000); ++i) {
    const Object held = properties.dictGetVal(i);
    if (!held.isDict() || held.getDict()->is("OCG") || held.getDict()->is("OCMD")) continue;
    for (int j = 0; j < std::min(held.dictGetLength(), 50); ++j)
      if (const Object& value = held.dictGetValNF(j); value.isString() && std::find(known.begin(), known.end(), held.dictGetKey(j)) == known.end())
        if (std::string words = words_of(value); words.size() > 3) found.push_back({ExtraKind::unused_words, "a note", std::move(words), {}, page, {}});
  }
}

}  // namespace

std::vector<Extra> read_unpainted(PDFDoc& document, const std::vector<std::uint32_t>& used) {
  constexpr int least_side = 32;  // dots: smaller pictures show nothing
  const std::set<std::uint32_t> painted(used.begin(), used.end());
  std::set<std::uint32_t> seen;
  std::vector<Extra> found;
  for (int number = 1; number <= document.getNumPages() && found.size() < most_extras; ++number) {
    ::Page* page = document.getPage(number);
    const Dict* resources = page == nullptr ? nullptr : page->getResourceDict();
    if (resources == nullptr) continue;
    read_notes(resources->lookup("Properties"), static_cast<std::uint32_t>(number), found);
    const Object all = resources->lookup("XObject");
    if (!all.isDict()) continue;
    for (int i = 0; i < std::min(all.dictGetLength(), 5000); ++i) {
      const Object& ref = all.dictGetValNF(i);
      if (!ref.isRef() || ref.getRefNum() < 0 || painted.contains(static_cast<std::uint32_t>(ref.getRefNum())) || !seen.insert(static_cast<std::uint32_t>(ref.getRefNum())).second) continue;
      Object held = all.dictGetVal(i);
      if (!held.isStream()) continue;
      const Dict& dict = *held.getStream()->getDict();
      if (dict.lookup("Subtype").isName("Image")) {
        const Object width = dict.lookup("Width"), height = dict.lookup("Height");
        if (width.isInt() && height.isInt() && width.getInt() >= least_side && height.getInt() >= least_side) found.push_back({ExtraKind::unused_picture, "picture", {}, {}, static_cast<std::uint32_t>(number), {}});
      } else {
        const std::string commands = bytes_of(held, most_stream);
        const std::string words = words_of_commands(commands);
        // Letters told by their number in a font are words all the same, though nobody reads them here.
        if (!words.empty() || commands.find("Tj") != std::string::npos || commands.find("TJ") != std::string::npos)
          found.push_back({ExtraKind::unused_words, "painting commands", words, {}, static_cast<std::uint32_t>(number), {}});
      }
    }
  }
  return found;
}

std::vector<Extra> read_unlisted(const Survey& survey, std::string_view bytes) {
  std::vector<Extra> found;
  // Of a file that was added to, these are objects of earlier versions.
  if (bytes.find("startxref") != bytes.rfind("startxref")) return found;
  for (const auto& [begin, end] : survey.unlisted) {
    const std::string_view held = bytes.substr(begin, std::min(end - begin, most_stream));
    std::string words = words_of_commands(held);
    for (std::size_t at = held.find('%'); at != std::string_view::npos; at = held.find('%', at + 1))
      if (const std::string_view line = held.substr(at + 1, held.find_first_of("\r\n", at) - at - 1); reads_as_text(line) && !line.starts_with('%')) words += " " + std::string(line);
    words = fold_space(words);
    if (reads_as_text(words)) found.push_back({ExtraKind::unused_words, "bytes between the objects", words, {}, 0, {}});
  }
  return found;
}

}  // namespace casewright::pdf
