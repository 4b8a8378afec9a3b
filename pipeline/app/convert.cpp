#include <algorithm>
#include <ostream>

#include "app/batch_desk.h"
#include "app/batch_manifest.h"
#include "app/commands.h"
#include "app/convert_file.h"
#include "app/desk_work.h"
#include "app/output_names.h"
#include "base/disk.h"
#include "base/words.h"
#include "foreign/hash.h"
#include "ingest/case/theme_reader.h"

namespace casewright {
namespace {

/// The formats and the theme that a conversion is asked for; tells what stands in the way.
std::optional<Conversion> open_conversion(const Desk& desk, const ConvertOptions& options) {
  std::vector<std::string> names = options.formats;
  if (names.empty())
    for (const Writer& each : writers()) names.emplace_back(each.name);
  const auto formats = writers_for(names);
  auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  desk.console.tell(formats.faults());
  desk.console.tell(theme.faults());
  if (!formats || !theme) return std::nullopt;
  return Conversion{*formats, std::move(*theme), options.ocr};
}

/// Everything beside a file's bytes that its results rest on.
std::string settings_of(const Desk& desk, const Conversion& conversion) {
  std::string settings = "convert " CASEWRIGHT_VERSION;
  for (const Writer* writer : conversion.formats) settings += " " + std::string(writer->name);
  if (conversion.by_picture) settings += " by picture";
  if (const auto theme = desk.world.read_file(desk.house.theme(desk.world))) settings += " " + hash::sha256(*theme);
  return settings;
}

void tell_end(const Desk& desk, const Path& manifest, const Path& table, const BatchInputs& inputs, const BatchRun& run) {
  const BatchCounts counts = counts_of(run.entries);
  std::string line = counted(counts.done, "report", "reports") + " converted";
  if (counts.failed != 0) line += ", " + std::to_string(counts.failed) + " not";
  if (run.skipped != 0) line += ", " + std::to_string(run.skipped) + " of them by an earlier run";
  if (!inputs.left_out.empty()) line += ", " + counted(inputs.left_out.size(), "file", "files") + " of other kinds left out";
  desk.console.out << line << "; see " << manifest << '\n';
  if (!inputs.left_out.empty())
    desk.console.out << "Left out: " << kinds_left_out(inputs.left_out) << ". A file that you name by itself is read whatever its ending.\n";
  const std::size_t doubtful = static_cast<std::size_t>(
      std::count_if(run.entries.begin(), run.entries.end(), [](const JournalEntry& each) { return each.status == RunStatus::partial; }));
  if (!table.empty() && doubtful != 0)
    desk.console.out << counted(doubtful, "report has", "reports have") << " something to look at: " << table << " says what.\n";
}

}  // namespace

Exit convert(const Desk& desk, const ConvertOptions& options) {
  const auto conversion = open_conversion(desk, options);
  if (!conversion) return Exit::fault;
  const auto inputs = inputs_into(desk, options.files, options.out);
  if (!inputs) return Exit::fault;
  const auto stems = output_names(inputs->files);
  const FileWork work = [&](const BatchInput& input, std::string bytes, const Path& folder) {
    Disk disk(Disk::Pace::quick);
    return convert_file(disk, *conversion, input, stems.at(input.name), bytes, folder);
  };
  const auto run = run_at_desk(desk, inputs->files, options.batch, options.out, settings_of(desk, *conversion), work);
  if (!run) return Exit::fault;
  if (run->stopped) return exit_of(*run, options.batch);
  const Path manifest = join(options.out, manifest_name(*read_shard(options.batch.shard)));
  const bool whole = options.batch.shard.empty();  // of parts, merge writes the one table
  const Path table = whole ? join(options.out, "summary.csv") : Path();
  Outcome written = desk.world.write_file(manifest, write_manifest(run->entries, *inputs));
  if (written && whole) written = desk.world.write_file(table, write_conversion_table(run->entries, *inputs));
  desk.console.tell(written.faults());
  if (!written) return Exit::fault;
  tell_end(desk, manifest, table, *inputs, *run);
  const Exit exit = exit_of(*run, options.batch);
  return exit == Exit::ready && !inputs->faults.empty() ? Exit::some_failed : exit;
}

}  // namespace casewright
