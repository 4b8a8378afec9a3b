#include <map>
#include <ostream>
#include <set>

#include "app/commands.h"
#include "app/convert_file.h"
#include "app/desk_work.h"
#include "app/progress.h"
#include "base/text.h"
#include "ingest/theme_reader.h"

namespace casewright {
namespace {

constexpr const char* manifest_name = "manifest.json";

/// A name that no file system takes for two: folders and case are kept, the ending is cut.
std::string without_ending(const std::string& name) { return name.substr(0, name.size() - extension(name).size()); }

/// The path of each input's results without ending. Where two would be the same ("a.pdf" and "a.docx", or names that
/// differ in capitals only), the ending stays in the name; where that is not enough, a number comes behind it.
std::vector<std::string> stems_of(const std::vector<Input>& inputs) {
  std::map<std::string, std::size_t> wanted;
  for (const Input& each : inputs) ++wanted[ascii_lower(without_ending(each.name))];
  std::vector<std::string> stems;
  std::set<std::string> taken{"manifest"};
  for (const Input& each : inputs) {
    std::string stem = without_ending(each.name);
    if (wanted[ascii_lower(stem)] > 1 || taken.contains(ascii_lower(stem))) stem = each.name;
    const std::string base = stem;
    for (int i = 2; !taken.insert(ascii_lower(stem)).second; ++i) stem = base + "-" + std::to_string(i);
    stems.push_back(stem);
  }
  return stems;
}

/// Every file of one input, each whole or not there at all.
Outcome write_files(World& world, const Path& out, const std::vector<ConvertedFile>& files) {
  for (const ConvertedFile& each : files) {
    const Path path = join(out, each.name);
    if (Outcome made = world.make_folders(parent_folder(path)); !made) return made;
    if (Outcome written = world.write_file(path, each.bytes); !written) return written;
  }
  return Done{};
}

/// Faults for reports that stand in the output folder, where a result could take their place.
Faults reports_in(const World& world, const std::vector<Input>& inputs, const Path& out) {
  Faults faults;
  const Path folder = world.real_path(out);
  for (const Input& each : inputs)
    if (lies_in(world.real_path(each.path), folder))
      faults.push_back({each.path, 0, 0, "this report stands in the output folder, where a result could take its place", "choose another output folder"});
  return faults;
}

/// How a batch went.
struct Batch {
  json::Value records = json::Value::array();
  std::size_t done = 0, failed = 0;
  bool stopped = false;  ///< the output folder cannot be written to
};

Batch convert_all(const Desk& desk, const ConvertOptions& options, const std::vector<Input>& inputs,
                  const std::vector<const Writer*>& formats, const Theme& theme) {
  Batch batch;
  const std::vector<std::string> stems = stems_of(inputs);
  Progress progress(desk.console, inputs.size());
  for (std::size_t i = 0; i < inputs.size() && !batch.stopped; ++i) {
    Converted converted = convert_file(desk.world, inputs[i], stems[i], formats, theme);
    const bool read = !converted.files.empty();
    Outcome written = write_files(desk.world, options.out, converted.files);
    batch.stopped = !written.ok();
    written.move_faults_to(converted.faults);
    if (!converted.faults.empty()) progress.clear();
    desk.console.tell(converted.faults);
    ++(read && !batch.stopped ? batch.done : batch.failed);
    batch.records.push_back(std::move(converted.record));
    progress.step();
  }
  return batch;
}

json::Value manifest_of(const Inputs& inputs, Batch& batch) {
  json::Value manifest = {{"tool", "casewright"}, {"version", CASEWRIGHT_VERSION}, {"done", batch.done}, {"failed", batch.failed}};
  manifest["files"] = std::move(batch.records);
  manifest["left_out"] = inputs.left_out;
  manifest["faults"] = json::Value::array();
  for (const Fault& each : inputs.faults) manifest["faults"].push_back(describe(each));
  return manifest;
}

std::string counted(std::size_t count, const char* one, const char* many) { return std::to_string(count) + " " + (count == 1 ? one : many); }

void tell_end(const Desk& desk, const ConvertOptions& options, const Inputs& inputs, const Batch& batch) {
  std::string line = counted(batch.done, "report", "reports") + " converted";
  if (batch.failed != 0) line += ", " + std::to_string(batch.failed) + " not";
  if (!inputs.left_out.empty()) line += ", " + counted(inputs.left_out.size(), "file", "files") + " of other kinds left out";
  desk.console.out << line << "; see " << join(options.out, manifest_name) << '\n';
}

}  // namespace

Exit convert(const Desk& desk, const ConvertOptions& options) {
  std::vector<std::string> names = options.formats;
  if (names.empty())
    for (const Writer& each : writers()) names.emplace_back(each.name);
  const auto formats = writers_for(names);
  const auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  desk.console.tell(formats.faults());
  desk.console.tell(theme.faults());
  if (!formats || !theme) return Exit::fault;
  if (Outcome made = desk.world.make_folders(options.out); !made) {
    desk.console.tell(made.faults());
    return Exit::fault;
  }
  const Inputs inputs = find_inputs(desk.world, options.files, options.out);
  desk.console.tell(inputs.faults);
  if (inputs.found.empty()) {
    desk.console.tell({{options.files.front(), 0, 0, "there is no report here that can be read", "give a report, or a folder with reports in it"}});
    return Exit::fault;
  }
  if (const Faults own = reports_in(desk.world, inputs.found, options.out); !own.empty()) {
    desk.console.tell(own);
    return Exit::fault;
  }
  Batch batch = convert_all(desk, options, inputs.found, *formats, *theme);
  if (batch.stopped) return Exit::fault;
  const std::string manifest = manifest_of(inputs, batch).dump(1, ' ', false, json::Value::error_handler_t::replace) + "\n";
  if (Outcome written = desk.world.write_file(join(options.out, manifest_name), manifest); !written) {
    desk.console.tell(written.faults());
    return Exit::fault;
  }
  tell_end(desk, options, inputs, batch);
  if (batch.done == 0) return Exit::fault;
  return batch.failed == 0 && inputs.faults.empty() ? Exit::ready : Exit::some_failed;
}

}  // namespace casewright
