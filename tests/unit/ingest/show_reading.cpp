#include "ingest/show_reading.h"

#include "base/dates.h"

namespace casewright {
namespace {

void show_run(const Inline& run, std::string& out) {
  if (run.kind == InlineKind::line_break) {
    out += " \\";
    return;
  }
  out += " [";
  if (run.kind == InlineKind::note_reference) out += "note " + run.target + ": ";
  static constexpr std::pair<Mark, const char*> marks[] = {{Mark::strong, "strong"}, {Mark::emphasis, "em"}, {Mark::superscript, "sup"}, {Mark::subscript, "sub"},
                                                           {Mark::underline, "u"}, {Mark::struck, "s"}, {Mark::uncertain, "uncertain"}};
  for (const auto& [mark, name] : marks)
    if (run.marks.has(mark)) out += std::string(name) + " ";
  if (!run.language.empty()) out += "@" + run.language + " ";
  if (run.kind == InlineKind::text && !run.target.empty()) out += "-> " + run.target + " ";
  out += "\"" + run.text + "\"]";
}

}  // namespace

std::string show(const Reading& reading) {
  const Document& document = reading.document;
  std::string out = "format " + reading.container.format + "\ntitle " + document.title + "\nlanguage " + document.language + "\n";
  if (document.date.known()) out += "date " + iso(document.date) + "\n";
  walk(document.blocks, [&out](const Block& block, std::size_t depth) {
    out += std::string(2 * depth, ' ') + std::string(name_of(block.kind));
    if (block.level != 0) out += " " + std::to_string(block.level);
    if (block.ordered) out += " ordered";
    if (!block.number.empty()) out += " #" + block.number;
    if (!block.section.empty()) out += " section=" + block.section;
    if (!block.language.empty()) out += " @" + block.language;
    if (block.kind == BlockKind::note) out += " id=" + block.id;
    if (block.cell) out += " " + std::to_string(block.cell->columns) + "x" + std::to_string(block.cell->rows) + (block.cell->header ? " header" : "");
    if (block.picture) out += " picture \"" + block.picture->alternative + "\"" + (block.picture->decorative ? " decorative" : "") + " " + block.picture->media_type + " " + std::to_string(block.picture->bytes.size());
    for (const Inline& run : block.inlines) show_run(run, out);
    out += "\n";
  });
  for (const Carried& item : reading.container.items)
    out += "carried: " + std::string(name_of(item.kind)) + ", " + item.name + ", line " + std::to_string(item.origin.part) + (item.risk.empty() ? "" : ", " + item.risk) + ": " + item.text + "\n";
  return out;
}

}  // namespace casewright
