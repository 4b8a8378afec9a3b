#include "app/convert_file.h"

#include <algorithm>
#include <map>

#include "app/batch_manifest.h"
#include "base/text.h"
#include "base/words.h"
#include "emit/writers.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

using json::Value;

/// What a reader of the result should look at.
struct Doubts {
  std::size_t uncertain_runs = 0, unreadable_characters = 0, silent_figures = 0, to_write = 0;
  std::size_t skipped_levels = 0, headings = 0;
};

Value counts_of(const Document& document, Doubts& doubts, std::uint32_t& pages) {
  std::map<std::string, std::size_t> counts;
  std::uint8_t last_level = 0;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    ++counts[std::string(name_of(block.kind))];
    pages = std::max(pages, block.page);
    if (block.kind == BlockKind::heading) {
      ++doubts.headings;
      doubts.skipped_levels += last_level != 0 && block.level > last_level + 1;
      last_level = block.level;
    }
    doubts.to_write += block.kind == BlockKind::to_write;
    doubts.silent_figures += block.kind == BlockKind::figure && block.picture && !block.picture->decorative && block.picture->alternative.empty();
    for (const Inline& run : block.inlines) {
      doubts.uncertain_runs += run.marks.has(Mark::uncertain);
      for (std::size_t at = run.text.find("\xEF\xBF\xBD"); at != std::string::npos; at = run.text.find("\xEF\xBF\xBD", at + 3)) ++doubts.unreadable_characters;
    }
  });
  Value value = Value::object();
  for (const auto& [name, count] : counts) value[name] = count;
  return value;
}

Value uncertain_of(const Doubts& doubts, const Faults& faults) {
  Value all = Value::array();
  const auto doubt = [&all](std::size_t count, const char* one, const char* many) {
    if (count != 0) all.push_back(counted(count, one, many));
  };
  if (doubts.headings == 0) all.push_back("no heading was found");
  doubt(doubts.skipped_levels, "heading skips a level", "headings skip a level");
  doubt(doubts.silent_figures, "picture has no alternative text", "pictures have no alternative text");
  doubt(doubts.unreadable_characters, "character could not be read", "characters could not be read");
  doubt(doubts.uncertain_runs, "place needs a person to decide", "places need a person to decide");
  doubt(doubts.to_write, "place is still to write", "places are still to write");
  for (const Fault& fault : faults) {
    std::string place = fault.line == 0 ? "" : "at " + std::to_string(fault.line) + ": ";
    all.push_back(place + fault.what);
  }
  return all;
}

/// The title that the report shows, for one that does not declare any.
std::string shown_title(const Document& document) {
  std::string title;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    if (!title.empty() || block.kind != BlockKind::title) return;
    for (const Inline& run : block.inlines) title += run.text;
    title = fold_space(title);
  });
  return title;
}

Value record_of(const Reading& reading, const Faults& faults, const Conversion& conversion) {
  Doubts doubts;
  std::uint32_t pages = 0;
  Value blocks = counts_of(reading.document, doubts, pages);
  Value record = {{"format", reading.container.format}, {"bytes", reading.container.bytes}, {"sha256", reading.container.sha256},
                  {"title", reading.document.title}, {"language", reading.document.language}, {"pages", pages}, {"blocks", std::move(blocks)}};
  std::map<std::string, std::size_t> carried;
  for (const Carried& each : reading.container.items) ++carried[std::string(name_of(each.kind))];
  record["carried"] = Value::object();
  for (const auto& [name, count] : carried) record["carried"][name] = count;
  record["uncertain"] = uncertain_of(doubts, faults);
  for (const Writer* writer : conversion.formats)
    for (std::string& each : pictures_left_out(reading.document, *writer)) record["uncertain"].push_back(std::move(each));
  return record;
}

/// Writes the document in each format; what cannot be written is a fault beside the rest.
Value write_all(World& world, const Conversion& conversion, const Document& document, const std::string& stem,
                const Path& folder, FileWorked& worked, Faults& faults) {
  Value written = Value::array();
  for (const Writer* writer : conversion.formats) {
    const std::string name = stem + std::string(writer->extension);
    Result<std::string> bytes = writer->write(document, conversion.theme);
    bytes.move_faults_to(faults);
    if (!bytes) continue;
    Outcome kept = world.make_folders(parent_folder(join(folder, name)));
    if (kept) kept = world.write_file(join(folder, name), *bytes);
    if (!kept) {
      worked.unwritten = kept.faults();
      return written;
    }
    written.push_back({{"file", name}, {"format", writer->name}, {"bytes", bytes->size()}});
    worked.files.push_back(name);
  }
  return written;
}

}  // namespace

FileWorked convert_file(World& world, const Conversion& conversion, const BatchInput& input, const std::string& stem,
                        std::string_view bytes, const Path& folder) {
  FileWorked worked;
  Result<Reading> reading = conversion.by_picture ? read_report_by_picture(bytes, spoken_path(input)) : read_report(bytes, spoken_path(input));
  Faults faults = reading.faults();
  Value record = {{"input", input.name}, {"done", reading.ok()}};
  if (reading) {
    Document& document = reading->document;
    if (document.title.empty()) document.title = shown_title(document);
    record.update(record_of(*reading, faults, conversion));
    worked.pages = record["pages"].get<std::uint32_t>();
    if (document.title.empty()) document.title = std::string(file_name(input.name));
    record["written"] = write_all(world, conversion, document, stem, folder, worked, faults);
  }
  if (!faults.empty()) record["faults"] = faults_value(faults);
  if (!reading || worked.files.size() < conversion.formats.size())
    worked.status = RunStatus::fault;
  else if (!record["uncertain"].empty())
    worked.status = RunStatus::partial;
  worked.answer = record.dump(-1, ' ', false, Value::error_handler_t::replace);
  return worked;
}

}  // namespace casewright
