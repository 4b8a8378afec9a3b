#include "emit/waiver_writer.h"

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::string_view new_file =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!-- Findings that a person has decided to publish in spite of. When the words are edited, the finding is back. -->\n"
    "<waivers>\n</waivers>\n";

/// Text fit for XML: no characters that it forbids.
std::string fit(std::string_view text) {
  std::string clean;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    if (next.valid && next.value >= 0x20 && next.value != 0xFFFE && next.value != 0xFFFF) clean.append(text, at, next.bytes);
    else clean += ' ';
    at += next.bytes;
  }
  return escape_markup(fold_space(clean));
}

void add_element(std::string& xml, std::string_view name, std::string_view words) {
  if (words.empty()) return;
  xml.append("    <").append(name).append(">").append(fit(words)).append("</").append(name).append(">\n");
}

}  // namespace

std::optional<std::string> add_waiver(std::string_view existing, const Waiver& waiver) {
  std::string file(existing.empty() ? new_file : existing);
  const std::size_t empty = file.rfind("<waivers/>");
  if (empty != std::string::npos) file.replace(empty, 10, "<waivers>\n</waivers>");
  const std::size_t end = file.rfind("</waivers>");
  if (end == std::string::npos) return std::nullopt;
  std::string xml = "  <waiver rule=\"" + fit(waiver.rule) + "\" date=\"" + iso(waiver.date) + "\"";
  if (waiver.until.known()) xml += " until=\"" + iso(waiver.until) + "\"";
  xml += ">\n";
  add_element(xml, "words", waiver.words);
  for (const std::string& place : waiver.places) add_element(xml, "in", place);
  add_element(xml, "reason", waiver.reason);
  add_element(xml, "person", waiver.person);
  add_element(xml, "role", waiver.role);
  return file.insert(end, xml + "  </waiver>\n");
}

}  // namespace casewright
