#include "app/check_batch.h"

#include <algorithm>
#include <ostream>

#include "app/batch_desk.h"
#include "app/batch_manifest.h"
#include "app/marked_copies.h"
#include "app/output_names.h"
#include "app/waiving.h"
#include "base/disk.h"
#include "emit/findings/batch_summary.h"
#include "foreign/hash.h"
#include "foreign/json.h"
#include "ingest/case/waiver_reader.h"
#include "inspect/imprint.h"

namespace casewright {
namespace {

using json::Value;

/// A fault that asks for the text of pages to be recognised.
bool asks_for_ocr(const Fault& fault) { return fault.hint.find("(OCR)") != std::string::npos; }

Value rules_of(const Checked& checked) {
  std::map<std::string, RuleCount> counts;
  for (const Finding& finding : checked.findings) {
    if (finding.waived) continue;
    RuleCount& count = counts[finding.rule];
    count.level = std::max(count.level, finding.level);
    ++count.places;
  }
  Value rules = Value::object();
  for (const auto& [rule, count] : counts) rules[rule] = {{"level", name_of(count.level)}, {"places", count.places}};
  return rules;
}

/// What the journal and the manifest say of a report that was judged.
Value record_of(const Checked& checked) {
  const Inspected& inspected = checked.inspected.front();
  const Verdict& verdict = checked.verdicts.front();
  const Imprint imprint = imprint_of(checked.readings.front().prose);
  Value record = {{"verdict", verdict.ready ? "ready" : "not-ready"},
                  {"counts", {{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}, {"waived", verdict.waived}}},
                  {"pages", inspected.measures.pages}, {"words", inspected.measures.words}, {"grade", inspected.measures.flesch_kincaid_grade},
                  {"regime", inspected.regime}, {"year", imprint.year}, {"board", imprint.board}, {"rules", rules_of(checked)}};
  record["needs_ocr"] = std::any_of(checked.faults.begin(), checked.faults.end(), asks_for_ocr);
  return record;
}

/// What every file of a batch is checked with.
struct BatchCheck {
  const Desk& desk;
  const CheckOptions& options;
  const OpenRules& rules;
  const FindingsView& view;
  const FindingsFormat& format;
};

/// Writes one output below `folder` and says so in the record; false where it could not be written.
bool write_output(const Path& folder, const std::string& name, std::string_view format, const std::string& bytes, FileWorked& worked, Value& record) {
  Disk disk(Disk::Pace::quick);
  Outcome kept = disk.make_folders(parent_folder(join(folder, name)));
  if (kept) kept = disk.write_file(join(folder, name), bytes);
  if (!kept) {
    worked.unwritten = kept.faults();
    return false;
  }
  record["written"].push_back({{"file", name}, {"format", format}});
  worked.files.push_back(name);
  return true;
}

/// Writes the marked-up copy of a report beside its findings; one that cannot be marked is a fault beside them.
void write_copy(const BatchCheck& batch, const Checked& checked, const BatchInput& input, const std::string& stem, const std::string& bytes, const Path& folder,
                FileWorked& worked, Value& record) {
  const Result<MarkedCopy> copy = marked_copy(bytes, checked.readings.front(), margin_notes(checked, 0, batch.view.show_text));
  if (copy) {
    write_output(folder, name_of_copy(stem, input.name), "marked-up copy", copy->bytes, worked, record);
    return;
  }
  Faults faults = checked.faults;
  for (Fault each : copy.faults()) {
    each.file = spoken_path(input);
    faults.push_back(std::move(each));
  }
  record["faults"] = faults_value(faults);
  worked.status = RunStatus::partial;
}

/// In a worker: checks one report and writes its findings below `folder`.
FileWorked check_file(const BatchCheck& batch, const BatchInput& input, const std::string& stem, const std::string& bytes, const Path& folder) {
  const Checked checked = check_alone(batch.desk, batch.options, batch.rules, input, bytes);
  FileWorked worked;
  Value record = {{"input", input.name}, {"done", !checked.readings.empty()}};
  if (!checked.faults.empty()) record["faults"] = faults_value(checked.faults);
  worked.status = checked.readings.empty() ? RunStatus::fault : checked.faults.empty() ? RunStatus::ok : RunStatus::partial;
  if (!checked.readings.empty()) {
    record.update(record_of(checked));
    worked.pages = checked.inspected.front().measures.pages;
    const std::string name = stem + ".findings" + std::string(batch.format.extension);
    const bool kept = write_output(folder, name, batch.format.name, batch.format.write(checked, batch.view), worked, record);
    if (kept && batch.options.markup) write_copy(batch, checked, input, stem, bytes, folder, worked, record);
  }
  worked.answer = record.dump(-1, ' ', false, Value::error_handler_t::replace);
  return worked;
}

/// Everything beside a report's bytes that its findings rest on.
std::string settings_of(const BatchCheck& batch, const std::vector<BatchInput>& inputs) {
  const CheckOptions& options = batch.options;
  const World& world = batch.desk.world;
  std::string settings = "check " CASEWRIGHT_VERSION " " + batch.rules.book.sha256 + " " + std::string(batch.format.name) + " " + options.regime +
                         " tier " + std::to_string(options.tier) + " profile " + options.profile + (options.show_text ? " shown" : "") + (options.markup ? " marked up" : "");
  for (const std::string& each : options.only) settings += " only " + each;
  if (batch.rules.names != nullptr) settings += " names " + batch.rules.names->sha256;
  for (const std::string& each : options.with) settings += " with " + each;
  if (const auto lists = world.list_folder(batch.desk.house.corpus()))
    for (const FolderEntry& each : *lists)
      if (each.kind == PathKind::file) settings += " " + each.name + ":" + std::to_string(world.stamp_of(join(batch.desk.house.corpus(), each.name)).size);
  for (const BatchInput& input : inputs) {
    const Path waivers = waivers_beside(spoken_path(input));
    if (world.kind_of(waivers) != PathKind::file) continue;
    // A waiver may end, so that its report is judged anew on another day.
    const auto bytes = world.read_file(waivers);
    settings += " " + input.name + ":" + iso(world.today()) + (bytes ? hash::sha256(*bytes) : "");
  }
  return settings;
}

std::string text_of(const Value& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

double number_of(const Value& record, const char* name) {
  const auto found = record.find(name);
  return found != record.end() && found->is_number() ? found->get<double>() : 0;
}

std::uint32_t count_of(const Value& record, const char* name) {
  const double number = number_of(record, name);
  return number > 0 && number < 4e9 ? static_cast<std::uint32_t>(number) : 0;
}

void add_trouble(const JournalEntry& entry, const Value& record, ReportSummary& report) {
  if (const std::string_view why = why_left(entry.status); !why.empty()) report.trouble.emplace_back(why);
  const auto faults = record.find("faults");
  if (faults == record.end() || !faults->is_array()) return;
  for (const Value& fault : *faults) {
    const std::string what = fault.is_object() ? text_of(fault, "what") : fault.is_string() ? fault.get<std::string>() : std::string();
    const std::uint32_t page = fault.is_object() ? count_of(fault, "line") : 0;
    if (!what.empty()) report.trouble.push_back((page != 0 ? "at " + std::to_string(page) + ": " : "") + what);
  }
}

ReportSummary summary_of(const JournalEntry& entry) {
  ReportSummary report;
  report.input = entry.input;
  report.same_as = entry.same_as;
  Value record = Value::parse(entry.answer, nullptr, false);
  if (!record.is_object()) record = Value::object();
  const std::string verdict = text_of(record, "verdict");
  report.judged = !verdict.empty();
  report.ready = verdict == "ready";
  if (!entry.files.empty()) report.findings = entry.files.front();
  const auto counts = record.find("counts");
  if (counts != record.end() && counts->is_object()) {
    report.block = count_of(*counts, "block");
    report.fix = count_of(*counts, "fix");
    report.advise = count_of(*counts, "advise");
    report.waived = count_of(*counts, "waived");
  }
  report.pages = count_of(record, "pages");
  report.words = count_of(record, "words");
  report.grade = number_of(record, "grade");
  report.regime = text_of(record, "regime");
  report.year = static_cast<int>(count_of(record, "year"));
  report.board = text_of(record, "board");
  report.needs_ocr = record.contains("needs_ocr") && record["needs_ocr"] == true;
  const auto rules = record.find("rules");
  if (rules != record.end() && rules->is_object())
    for (const auto& [rule, count] : rules->items())
      if (count.is_object()) report.rules.push_back({kept_rule_name(rule), level_of(text_of(count, "level")).value_or(Level::advise), count_of(count, "places")});
  add_trouble(entry, record, report);
  return report;
}

std::vector<ReportSummary> summaries_of(const std::vector<JournalEntry>& entries) {
  std::vector<ReportSummary> reports;
  for (const JournalEntry& entry : entries) reports.push_back(summary_of(entry));
  return reports;
}

Outcome write_summary(World& world, const Path& out, const std::vector<ReportSummary>& reports) {
  Outcome written = world.write_file(join(out, "summary.html"), write_batch_page(reports, CASEWRIGHT_VERSION));
  return written ? world.write_file(join(out, "summary.csv"), write_batch_csv(reports)) : written;
}

bool is_many(const World& world, const Path& given) {
  return given == "-" || extension(given) == ".zip" || world.kind_of(given) == PathKind::folder;
}

Exit exit_of_reports(const BatchRun& run, const CheckOptions& options, const std::vector<ReportSummary>& reports) {
  const Exit exit = exit_of(run, options.batch);
  if (exit != Exit::ready) return exit;
  return std::all_of(reports.begin(), reports.end(), [](const ReportSummary& each) { return each.ready; }) ? Exit::ready : Exit::not_ready;
}

void tell_end(const Desk& desk, const CheckOptions& options, const BatchRun& run, const std::vector<ReportSummary>& reports) {
  std::size_t ready = 0, not_ready = 0, unread = 0;
  for (const ReportSummary& each : reports) ++(!each.judged ? unread : each.ready ? ready : not_ready);
  desk.console.out << ready << " ready, " << not_ready << " not ready";
  if (unread != 0) desk.console.out << ", " << unread << " not read";
  if (run.skipped != 0) desk.console.out << "; " << run.skipped << " of them checked by an earlier run";
  desk.console.out << "; see " << join(options.out, options.batch.shard.empty() ? "summary.html" : manifest_name(*read_shard(options.batch.shard))) << '\n';
}

}  // namespace

bool checks_into_folder(const World& world, const CheckOptions& options) {
  // A copy needs the ending of its kind, so that a name without one is that of a folder.
  if (options.markup && extension(options.out).empty()) return true;
  if (options.batch.resume || !options.batch.shard.empty()) return true;
  if (options.out.empty()) return false;
  if (options.out.back() == '/' || world.kind_of(options.out) == PathKind::folder) return true;
  const bool many = options.files.size() > 1 || std::any_of(options.files.begin(), options.files.end(), [&](const Path& each) { return is_many(world, each); });
  return many && extension(options.out).empty();
}

Exit check_into_folder(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const FindingsView& view) {
  if (options.out.empty()) {
    desk.console.tell({{"", 0, 0, "there is no folder to keep the run in", "name one with -o FOLDER"}});
    return Exit::fault;
  }
  const FindingsFormat* format = findings_format(options.format.empty() ? "html" : options.format);
  const auto inputs = inputs_into(desk, options.files, options.out);
  if (!inputs) return Exit::fault;
  const BatchCheck batch{desk, options, rules, view, *format};
  const auto stems = output_names(inputs->files);
  const FileWork work = [&](const BatchInput& input, std::string bytes, const Path& folder) {
    return check_file(batch, input, stems.at(input.name), bytes, folder);
  };
  auto run = run_at_desk(desk, inputs->files, options.batch, options.out, settings_of(batch, inputs->files), work);
  if (!run) return Exit::fault;
  if (run->stopped) return exit_of(*run, options.batch);
  const Shard shard = *read_shard(options.batch.shard);
  Outcome written = desk.world.write_file(join(options.out, manifest_name(shard)), write_manifest(run->entries, *inputs));
  std::vector<ReportSummary> reports;
  for (JournalEntry& entry : run->entries) {
    reports.push_back(summary_of(entry));
    entry.answer = std::string();  // ten thousand of them need not be held twice
  }
  if (written && shard.parts <= 1) written = write_summary(desk.world, options.out, reports);
  desk.console.tell(written.faults());
  if (!written) return Exit::fault;
  tell_end(desk, options, *run, reports);
  const Exit exit = exit_of_reports(*run, options, reports);
  return exit != Exit::fault && !inputs->faults.empty() ? Exit::some_failed : exit;
}

bool is_check(const std::vector<JournalEntry>& entries) {
  return std::any_of(entries.begin(), entries.end(), [](const JournalEntry& entry) { return summary_of(entry).judged; });
}

Outcome write_check_summary(World& world, const Path& out, const std::vector<JournalEntry>& entries) {
  return write_summary(world, out, summaries_of(entries));
}

}  // namespace casewright
