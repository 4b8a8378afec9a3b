#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "cleaning/clean.h"
#include "foreign/json.h"
#include "ingest/pdf/scan_reader.h"
#include "ingest/readers.h"
#include "language/prose_reader.h"

namespace casewright {
namespace {

using json::Value;

/// What our own check of hidden things says of a file: everything that is more than advice.
struct StillThere {
  Faults faults;          ///< each with the place and what a person can do
  std::vector<std::string> rules;
};

/// The words without the last of them, where they end so: what this command could not do it does not offer again.
std::string without(std::string words, std::string_view ending) {
  if (words.ends_with(ending)) words.resize(words.size() - ending.size());
  return words;
}

StillThere check_hidden(const OpenRules& rules, Reading reading, const Path& file) {
  StillThere still;
  reading.prose = read_prose(reading.document, reading.container);
  std::vector<Reading> alone;
  alone.push_back(std::move(reading));
  const Checked checked = rules.inspect_all(std::move(alone), nullptr, "auto", {"redaction"});
  for (const Finding& each : checked.findings) {
    if (each.level == Level::advise) continue;
    if (std::find(still.rules.begin(), still.rules.end(), each.rule) == still.rules.end()) still.rules.push_back(each.rule);
    const std::string where = each.place.paragraph.empty() ? "" : " (about paragraph " + each.place.paragraph + ")";
    still.faults.push_back({file, each.place.page, 0, "a person must mend this: " + each.message + where + " [" + each.rule + "]", without(each.suggestion, " Or run casewright clean.")});
  }
  return still;
}

std::string as_text(const CleanOptions& options, const CleanCopy& copy) {
  std::string text = options.out + ": ";
  const auto list = [&text](const std::vector<TakenOut>& all) {
    for (const TakenOut& each : all) text += "  " + each.what + (each.count > 1 ? " (" + std::to_string(each.count) + ")" : "") + "\n";
  };
  text += copy.taken_out.empty() ? "nothing had to be taken out\n" : "taken out:\n";
  list(copy.taken_out);
  if (!copy.mended.empty()) text += "declared for people who listen to it:\n";
  list(copy.mended);
  return text;
}

std::string as_json(const CleanOptions& options, const CleanCopy& copy, const StillThere& still, bool written) {
  Value record = {{"tool", "casewright"}, {"version", CASEWRIGHT_VERSION}, {"input", options.file}, {"written", written}};
  if (written) record["output"] = options.out;
  record["taken_out"] = Value::array();
  for (const TakenOut& each : copy.taken_out) record["taken_out"].push_back({{"what", each.what}, {"count", each.count}});
  record["mended"] = Value::array();
  for (const TakenOut& each : copy.mended) record["mended"].push_back({{"what", each.what}, {"count", each.count}});
  record["refused"] = Value::array();
  for (const Fault& each : still.faults) record["refused"].push_back({{"what", each.what}, {"hint", each.hint}, {"page", each.line}});
  return record.dump(2, ' ', false, Value::error_handler_t::replace) + "\n";
}

bool same_file(const World& world, const Path& one, const Path& other) { return world.real_path(one) == world.real_path(other); }

}  // namespace

Exit clean(const Desk& desk, const CleanOptions& options) {
  const auto refuse = [&desk](Faults faults) {
    desk.console.tell(faults);
    return Exit::fault;
  };
  if (same_file(desk.world, options.file, options.out)) return refuse({{options.out, 0, 0, "the copy would take the place of the file it is made from", "give another name to -o"}});
  const Result<std::string> bytes = desk.world.read_file(options.file, World::default_limit);
  if (!bytes) return refuse(bytes.faults());
  const Result<Reading> reading = read_report(*bytes, options.file);
  const auto& met = reading.faults();
  if (!reading || !std::all_of(met.begin(), met.end(), is_note_of_scan)) {
    Faults faults = reading.faults();
    if (reading) faults.push_back({options.file, 0, 0, "not all of this file could be read, so no copy of it is called clean", "mend what is said above first"});
    return refuse(std::move(faults));
  }
  const auto rules = open_rules(desk, {}, {"redaction"});
  if (!rules) return Exit::fault;
  const Result<CleanCopy> copy = clean_copy(*bytes, *reading);
  if (!copy) return refuse(copy.faults());
  const std::string wanted = extension(options.out);
  if (wanted != copy->extension && !(wanted == ".htm" && copy->extension == ".html"))
    return refuse({{options.out, 0, 0, "the copy is of another kind than its name says", "let its name end in " + copy->extension}});
  // What a style sheet beside the page hides is still hidden in the copy: a person must take it out.
  const Result<Reading> again = read_report(copy->bytes, options.out, false, style_sheets_of(desk.world, *bytes, options.file));
  if (!again) return refuse(again.faults());
  const StillThere still = check_hidden(*rules, *again, options.file);
  if (!still.faults.empty()) {
    if (options.format == "json") desk.console.out << as_json(options, *copy, still, false);
    desk.console.tell(still.faults);
    desk.console.say("No copy was made: no program can take out what is listed without changing what a reader reads. Mend it in the report, then clean that.");
    return Exit::not_ready;
  }
  if (const Outcome written = desk.world.write_file(options.out, copy->bytes); !written) return refuse(written.faults());
  desk.console.out << (options.format == "json" ? as_json(options, *copy, still, true) : as_text(options, *copy));
  return Exit::ready;
}

}  // namespace casewright
