#include "serve/report_shelf.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/hash.h"
#include "foreign/json.h"
#include "foreign/zip.h"
#include "foreign/zip_writer.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

using json::Value;

std::string_view name_of(ShelfState state) {
  switch (state) {
    case ShelfState::waiting: return "waiting";
    case ShelfState::checking: return "checking";
    case ShelfState::done: return "done";
    case ShelfState::failed: return "failed";
  }
  return {};
}

/// What a run said, without the private folder's path.
std::string said_of(const ProgramRun& run, const ShelvedReport& report) {
  if (run.timed_out) return "It took too long and was stopped.";
  if (run.signal != 0) return "The check of this report broke down. The other reports are not touched.";
  const std::string said = replace_every(run.said, report.folder + "/", "");
  return said.empty() ? "The report could not be checked." : said;
}

/// A name inside an archive that leads nowhere but below the folder it is unpacked to.
bool stays_below(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos || name.find('\0') != std::string::npos) return false;
  const auto parts = split(name, '/');
  return std::none_of(parts.begin(), parts.end(), [](std::string_view part) { return part == ".." || part == "."; });
}

/// The folder of the case in an archive, with its slash; nothing where there is none.
std::optional<std::string> case_in(const std::vector<std::string>& names) {
  std::optional<std::string> found;
  for (const std::string& name : names) {
    if (name != "case.xml" && !name.ends_with("/case.xml")) continue;
    const std::string folder = name.substr(0, name.size() - std::string_view("case.xml").size());
    if (!found || folder.size() < found->size()) found = folder;
  }
  return found;
}

/// All files below a folder as entries of an archive.
Faults gather(const World& world, const Path& folder, const std::string& below, std::vector<zip::Entry>& into) {
  Faults faults;
  std::vector<std::pair<Path, std::string>> open{{folder, below}};
  while (!open.empty()) {
    const auto [path, name] = std::move(open.back());
    open.pop_back();
    auto entries = world.list_folder(path);
    entries.move_faults_to(faults);
    if (!entries) continue;
    for (const FolderEntry& each : *entries) {
      if (each.kind == PathKind::folder) open.emplace_back(join(path, each.name), name + each.name + "/");
      if (each.kind != PathKind::file) continue;
      auto bytes = world.read_file(join(path, each.name));
      bytes.move_faults_to(faults);
      if (bytes) into.push_back({name + each.name, std::move(*bytes)});
    }
  }
  std::sort(into.begin(), into.end(), [](const zip::Entry& a, const zip::Entry& b) { return a.name < b.name; });
  return faults;
}

}  // namespace

std::string harmless_name(std::string_view name) {
  for (const char separator : {'/', '\\'})
    if (const std::size_t at = name.rfind(separator); at != std::string_view::npos) name.remove_prefix(at + 1);
  std::string safe;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint next = code_point_at(name, at);
    const bool bad = !next.valid || next.value < 0x20 || next.value == 0x7F || (next.value >= 0x202A && next.value <= 0x202E) ||
                     (next.value >= 0x2066 && next.value <= 0x2069) || next.value == ':';
    if (bad) safe += '_';
    else safe.append(name, at, next.bytes);
    at += next.bytes;
  }
  while (!safe.empty() && (safe.front() == '.' || safe.front() == '-' || safe.front() == ' ')) safe.erase(0, 1);
  constexpr std::size_t most = 120;
  if (safe.size() > most) {
    const std::string ending = extension(safe).size() < 12 ? extension(safe) : "";
    std::size_t cut = most - ending.size();
    while (cut > 0 && (static_cast<unsigned char>(safe[cut]) & 0xC0) == 0x80) --cut;
    safe = safe.substr(0, cut) + ending;
  }
  return safe.empty() ? "report" : safe;
}

ReportShelf::ReportShelf(World& world, Path folder, std::string program, std::vector<std::string> words, std::vector<std::string> environment)
    : world_(world), folder_(std::move(folder)), program_(std::move(program)), words_(std::move(words)), environment_(std::move(environment)) {
  for (std::size_t i = 0; i < most_at_once; ++i) workers_.emplace_back([this] { work(); });
}

ReportShelf::~ReportShelf() {
  stop();
  for (std::thread& each : workers_) each.join();
  (void)world_.remove_all(folder_);
}

void ReportShelf::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  more_.notify_all();
}

Result<std::string> ReportShelf::put(ShelvedReport report, const std::vector<std::pair<Path, std::string>>& files) {
  const std::lock_guard lock(mutex_);
  if (stopping_) return Fault{report.name, 0, 0, "Casewright is closing", "start it again"};
  if (reports_.size() >= most_reports)
    return Fault{report.name, 0, 0, "there are " + std::to_string(most_reports) + " reports here already", "remove some first"};
  static std::uint64_t count = 0;
  report.id = hash::sha256(folder_ + "\n" + std::to_string(++count)).substr(0, 16);
  report.folder = join(folder_, report.id);
  report.file = join(report.folder, report.is_case ? "case" : report.name);
  if (Outcome made = world_.make_folders(join(report.folder, "made")); !made) return made.faults();
  for (const auto& [name, bytes] : files) {
    const Path path = report.is_case ? join(report.file, name) : report.file;
    Outcome written = world_.make_folders(parent_folder(path));
    if (written) written = world_.write_file(path, bytes);
    if (!written) return written.faults();
  }
  reports_.push_back(report);
  open_.push_back(report.id);
  more_.notify_one();
  return report.id;
}

Result<std::string> ReportShelf::add(std::string_view name, std::string_view bytes) {
  ShelvedReport report;
  report.name = harmless_name(name);
  if (extension(report.name) == ".zip") return add_archive(report.name, bytes);
  if (!is_report_file(report.name))
    return Fault{report.name, 0, 0, "this is no report that Casewright can read", "give a Word, PDF, OpenDocument, HTML or text file, or a case folder"};
  if (bytes.empty()) return Fault{report.name, 0, 0, "this file is empty", "look at it in the program that made it"};
  return put(std::move(report), {{"", std::string(bytes)}});
}

/// A case folder becomes one entry of the shelf; of an archive of reports each is one.
Result<std::string> ReportShelf::add_archive(std::string_view name, std::string_view bytes) {
  const std::string shown(name);
  const Result<zip::Archive> archive = zip::Archive::open(bytes, shown);
  if (!archive) return archive.faults();
  const std::vector<std::string> names = archive->names();
  const std::optional<std::string> of_case = case_in(names);
  std::vector<std::pair<Path, std::string>> files;
  for (const std::string& each : names) {
    const bool wanted = of_case ? each.starts_with(*of_case) && !each.ends_with('/') : is_report_file(each);
    if (!wanted) continue;
    if (!stays_below(each)) return Fault{shown, 0, 0, "this archive holds a name that leads out of it", "pack the folder again"};
    Result<std::string> held = archive->read(each);
    if (!held) return held.faults();
    files.emplace_back(of_case ? each.substr(of_case->size()) : each, std::move(*held));
  }
  if (of_case) {
    ShelvedReport report;
    report.name = shown;
    report.is_case = true;
    return put(std::move(report), files);
  }
  if (files.empty()) return Fault{shown, 0, 0, "there is neither a case nor a report in this archive", "give a case folder, or a report"};
  Result<std::string> last = std::string();
  for (auto& [path, held] : files) {
    last = add(path, held);
    if (!last) return last;
  }
  return last;
}

void ReportShelf::work() {
  for (;;) {
    std::string id;
    {
      std::unique_lock lock(mutex_);
      more_.wait(lock, [this] { return stopping_ || !open_.empty(); });
      if (stopping_) return;
      id = open_.front();
      open_.pop_front();
    }
    settle(id, ShelfState::checking);
    if (const auto report = find(id)) check(*report);
  }
}

ProgramRun ReportShelf::run(const ShelvedReport& report, std::vector<std::string> words) const {
  ProgramOptions options;
  options.program = program_;
  options.words = words_;
  options.words.insert(options.words.end(), std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
  options.environment = environment_;
  options.folder = join(report.folder, "made");
  return run_program(options, stopping_);
}

/// Publishes a case into a folder of its own and packs that.
void ReportShelf::publish(const ShelvedReport& report) {
  const Path made = join(report.folder, "made");
  const ProgramRun run_of = run(report, {"publish", report.file, "-o", join(made, "site")});
  if (run_of.exit == 1) return settle(report.id, ShelfState::done, said_of(run_of, report));
  if (run_of.exit != 0) return settle(report.id, ShelfState::failed, said_of(run_of, report));
  std::vector<zip::Entry> entries;
  if (!gather(world_, join(made, "site"), "", entries).empty()) return settle(report.id, ShelfState::failed, "The website could not be put together.");
  const Result<std::string> packed = zip::pack(entries, report.name);
  if (!packed || !world_.write_file(join(made, "website.zip"), *packed)) return settle(report.id, ShelfState::failed, "The website could not be put together.");
  settle(report.id, ShelfState::done);
}

Outcome ReportShelf::make(const std::string& id, std::string_view what) {
  const auto report = find(id);
  if (!report || report->is_case) return Fault{"", 0, 0, "this report is not here any more", "drop it again"};
  const std::string ending = extension(report->name);
  const Path out = join(join(report->folder, "made"), std::string(what) + (what == "cleaned" && ending == ".docm" ? ".docx" : ending));
  const bool marked = what == "marked";
  const ProgramRun made = marked ? run(*report, with_names({"check", report->file, "--markup", "-o", out})) : run(*report, {"clean", report->file, "-o", out});
  const bool done = made.exit == 0 || (marked && made.exit == 1);
  if (!done) return Fault{"", 0, 0, said_of(made, *report), ""};
  return Done{};
}

std::vector<std::string> ReportShelf::with_names(std::vector<std::string> words) const {
  const std::lock_guard lock(mutex_);
  if (!names_.empty()) words.insert(words.end(), {"--names", names_});
  return words;
}

std::string ReportShelf::names() const {
  const std::lock_guard lock(mutex_);
  return names_.empty() ? std::string() : std::string(file_name(names_));
}

void ReportShelf::check_all_again() {
  {
    const std::lock_guard lock(mutex_);
    for (ShelvedReport& each : reports_) {
      if (each.is_case) continue;
      each.state = ShelfState::waiting;
      open_.push_back(each.id);
    }
  }
  more_.notify_all();
}

Outcome ReportShelf::set_names(std::string_view name, std::string_view bytes) {
  static std::atomic<unsigned> count{0};
  ShelvedReport list;  // the list is tried on a text that holds nobody
  list.name = harmless_name(name);
  list.folder = join(folder_, "names-" + std::to_string(++count));
  list.file = join(list.folder, list.name);
  Path kept;
  if (!bytes.empty()) {
    const Path text = join(list.folder, "made/nobody.txt");
    Outcome ready = world_.make_folders(join(list.folder, "made"));
    if (ready) ready = world_.write_file(list.file, bytes);
    if (ready) ready = world_.write_file(text, "The panel met in May.\n");
    if (!ready) return ready;
    const ProgramRun tried = run(list, {"check", text, "--only", "redaction", "--names", list.file});
    if (tried.exit != 0 && tried.exit != 1) {
      (void)world_.remove_all(list.folder);
      return Fault{"", 0, 0, said_of(tried, list), ""};
    }
    kept = list.file;
  }
  Path before;
  {
    const std::lock_guard lock(mutex_);
    before = std::exchange(names_, kept);
  }
  check_all_again();
  if (!before.empty()) (void)world_.remove_all(parent_folder(before));  // a check that reads it still is done again
  return Done{};
}

void ReportShelf::check(const ShelvedReport& report) {
  if (report.is_case) return publish(report);
  const Path made = join(report.folder, "made");
  // Both are for the person who gave the report, on this machine: the page shows a name only when asked.
  const ProgramRun json = run(report, with_names({"check", report.file, "--format", "json", "--show-text", "-o", join(made, "findings.json")}));
  if (json.exit != 0 && json.exit != 1) return settle(report.id, ShelfState::failed, said_of(json, report));
  const ProgramRun page = run(report, with_names({"check", report.file, "--format", "html", "--show-text", "-o", join(made, "findings.html")}));
  if (page.exit != 0 && page.exit != 1) return settle(report.id, ShelfState::failed, said_of(page, report));
  (void)run(report, {"convert", report.file, "--to", "html", "-o", join(made, "document")});  // without it the page has no text beside the findings
  settle(report.id, ShelfState::done);
}

void ReportShelf::settle(const std::string& id, ShelfState state, std::string said) {
  const std::lock_guard lock(mutex_);
  for (ShelvedReport& each : reports_)
    if (each.id == id) {
      each.state = state;
      each.said = std::move(said);
    }
}

std::optional<ShelvedReport> ReportShelf::find(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  for (const ShelvedReport& each : reports_)
    if (each.id == id) return each;
  return std::nullopt;
}

std::optional<std::string> ReportShelf::made(const std::string& id, std::string_view name) const {
  const auto report = find(id);
  if (!report) return std::nullopt;
  Path path = join(join(report->folder, "made"), name);
  if (name == "marked" || name == "cleaned") {
    path += extension(report->name);
    if (name == "cleaned" && path.ends_with(".docm")) path.back() = 'x';
  }
  if (name == "waivers.xml") path = report->file + ".waivers.xml";
  if (name == "document.html") {
    const std::size_t stem = report->name.size() - extension(report->name).size();
    path = join(join(report->folder, "made/document"), report->name.substr(0, stem) + ".html");
  }
  if (world_.kind_of(path) != PathKind::file) return std::nullopt;
  auto bytes = world_.read_file(path);
  if (!bytes) return std::nullopt;
  return std::move(*bytes);
}

std::string ReportShelf::list() const {
  std::vector<ShelvedReport> reports;
  {
    const std::lock_guard lock(mutex_);
    reports = reports_;
  }
  Value all = Value::array();
  for (const ShelvedReport& each : reports) {
    Value value = {{"id", each.id}, {"name", each.name}, {"state", name_of(each.state)}, {"said", each.said}, {"case", each.is_case}};
    if (each.is_case && each.state == ShelfState::done) value["verdict"] = each.said.empty() ? "ready" : "not-ready";
    if (each.state == ShelfState::done)
      if (const auto bytes = made(each.id, "findings.json")) {
        const Value findings = Value::parse(*bytes, nullptr, false);
        if (findings.is_object() && !findings["reports"].empty()) {
          value["verdict"] = findings["reports"][0]["verdict"];
          value["counts"] = findings["reports"][0]["counts"];
        }
      }
    value["waivers"] = world_.kind_of(each.file + ".waivers.xml") == PathKind::file;
    all.push_back(std::move(value));
  }
  return all.dump(-1, ' ', false, Value::error_handler_t::replace);
}

Outcome ReportShelf::waive(const std::string& id, const ShelfWaiver& waiver) {
  const auto report = find(id);
  const auto bytes = made(id, "findings.json");
  if (!report || !bytes) return Fault{"", 0, 0, "this report is not here any more", "drop it again"};
  const Value findings = Value::parse(*bytes, nullptr, false);
  if (!findings.is_object() || findings["reports"].empty() || waiver.finding >= findings["reports"][0]["findings"].size())
    return Fault{"", 0, 0, "this finding is not here any more", "load the page again"};
  const Value& finding = findings["reports"][0]["findings"][waiver.finding];
  std::vector<std::string> words{"waive", report->file, "--rule=" + finding["rule"].get<std::string>(), "--reason=" + waiver.reason,
                                 "--name=" + waiver.person, "--role=" + waiver.role};
  if (finding.contains("text")) words.push_back("--words=" + finding["text"].get<std::string>());
  if (!waiver.until.empty()) words.push_back("--until=" + waiver.until);
  const ProgramRun said = run(*report, with_names(std::move(words)));
  if (said.exit != 0) return Fault{"", 0, 0, said_of(said, *report), ""};
  settle(id, ShelfState::waiting);
  {
    const std::lock_guard lock(mutex_);
    open_.push_back(id);
  }
  more_.notify_one();
  return Done{};
}

void ReportShelf::remove(const std::string& id) {
  const auto report = find(id);
  if (!report) return;
  {
    const std::lock_guard lock(mutex_);
    std::erase_if(reports_, [&id](const ShelvedReport& each) { return each.id == id; });
    std::erase(open_, id);
  }
  (void)world_.remove_all(report->folder);
}

}  // namespace casewright
