#include "ingest/case/case_reader.h"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "base/side_by_side.h"
#include "base/text.h"
#include "ingest/case/actions_table.h"
#include "ingest/case/case_checks.h"
#include "ingest/case/case_people.h"
#include "ingest/case/listed_codes.h"
#include "ingest/case/people_reader.h"
#include "ingest/case/references.h"
#include "ingest/case/register_table.h"
#include "ingest/chronology/chronology_reader.h"
#include "ingest/chronology/chronology_xml.h"
#include "ingest/papers/agency_of_file.h"
#include "ingest/papers/bundle.h"
#include "ingest/papers/record_dates.h"
#include "ingest/papers/written_file.h"
#include "ingest/readers.h"
#include "ingest/reviews/written_imr.h"
#include "ingest/reviews/written_section.h"
#include "model/section_names.h"

namespace casewright {
namespace {

/// "introduction, reason, terms of reference" and so on.
std::string sections_in_words() { return replace_every(list_in_words({canonical_sections.begin(), canonical_sections.end()}), "_", " "); }

std::vector<Agency> agencies_of(const Record& root) {
  std::vector<Agency> agencies;
  if (const Record* all = root.child("agencies"))
    for (const Record* each : all->all("agency"))
      agencies.push_back({fold_space(each->attribute("id")), fold_space(each->attribute("name")), fold_space(each->attribute("public-name")),
                          fold_space(each->attribute("short")), fold_space(each->attribute("contribution"))});
  return agencies;
}

Date publication_of(const Record& root) {
  if (const Record* publication = root.child("publication")) return date_of(publication, "date");
  if (const Record* dates = root.child("dates"))
    for (const Record* each : dates->all("date"))
      if (each->attribute("kind") == "publication") return date_of(each, "on");
  return {};
}

bool read_root(Bundle& bundle, Case& whole) {
  std::optional<Record> root = bundle.xml("case.xml", "case.rng", bundle.add_source("case.xml"));
  if (!root) return false;
  check_listed_codes(*root, bundle.path("case.xml"), bundle.faults.stop);
  whole.code = fold_space(root->attribute("code"));
  whole.regime = root->attribute("regime");
  whole.type = root->attribute("type");
  whole.period_from = date_of(root->child("review-period"), "from");
  whole.period_to = date_of(root->child("review-period"), "to");
  whole.agencies = agencies_of(*root);
  whole.publication = publication_of(*root);
  whole.root = *std::move(root);
  return true;
}

/// True for the register of a new case into which nobody has written a name.
bool is_unwritten(const Record& people) {
  const std::vector<const Record*> entries = people.all("person");
  const Record* name = entries.size() == 1 ? entries[0]->child("name") : nullptr;
  return name != nullptr && name->content_of("given") == "Givenname" && name->content_of("family") == "Familyname";
}

/// The register as XML or as a table. Beside a table, the XML of a new case gives way where nobody has written in it.
std::optional<Record> register_of(Bundle& bundle, const Case& whole) {
  std::vector<std::string> tables;
  for (const char* ending : {"csv", "xlsx", "xlsm", "ods", "docx", "odt", "pdf", "html"})
    if (const std::string name = std::string("people.") + ending; bundle.kind_of(name) == PathKind::file) tables.push_back(name);
  const bool as_xml = tables.empty() || bundle.kind_of("people.xml") == PathKind::file;
  std::optional<Record> people = as_xml ? bundle.xml("people.xml", "people.rng", bundle.add_source("people.xml")) : std::nullopt;
  if (tables.empty()) return people;
  if (tables.size() > 1 || (as_xml && !(people && is_unwritten(*people)))) {
    if (as_xml) tables.insert(tables.begin(), "people.xml");
    bundle.faults.stop.push_back({bundle.path(tables.back()), 0, 0, "the case has several registers: " + list_in_words(tables), "keep the one that counts: a name that stands only in the other would not be replaced"});
    return std::nullopt;
  }
  const std::optional<std::string> bytes = bundle.bytes(tables[0]);
  if (!bytes) return std::nullopt;
  Result<Record> read = read_register_table(*bytes, bundle.path(tables[0]), bundle.add_source(tables[0]), whole);
  people = read ? std::optional(std::move(*read)) : std::nullopt;
  read.move_faults_to(read ? bundle.faults.tell : bundle.faults.stop);
  return people;
}

bool read_register(Bundle& bundle, Case& whole) {
  const std::optional<Record> people = register_of(bundle, whole);
  if (!people) return false;
  whole.people = read_people(*people);
  return true;
}

/// The one agency whose paper this is, or a fault that says why it cannot be told.
const Agency* owner_of(Bundle& bundle, const Case& whole, const std::string& name) {
  const auto owners = agencies_of_file(name, whole.agencies);
  if (owners.size() == 1) return owners.front();
  std::vector<std::string> choices;
  if (owners.empty())
    for (const Agency& each : whole.agencies) choices.push_back(each.id + " (" + each.public_name + ")");
  for (const Agency* each : owners) choices.push_back(each->id + " (" + each->public_name + ")");
  bundle.faults.stop.push_back({bundle.path(name), 0, 0,
                                owners.empty() ? "the name of this file matches no agency of case.xml" : "the name of this file matches several agencies: " + list_in_words(choices),
                                "begin its name with the agency's id, as in " + (whole.agencies.empty() ? "A1" : whole.agencies[0].id) + (name.starts_with("imr/") ? "-review" : "-chronology") + extension(name) +
                                    (owners.empty() ? "; the agencies are " + list_in_words(choices) + "; add an agency that is missing to <agencies> in case.xml" : "")});
  return nullptr;
}

/// What becomes of a file that is no XML, or nothing and its faults.
using WrittenReader = std::function<std::optional<Record>(const std::string& name, const Document& document, std::uint32_t source)>;

/// Reads every file of a folder: XML against its schema, what somebody wrote in Word or the like through `written`.
std::vector<Record> read_folder(Bundle& bundle, std::string_view folder, const std::string& schema, std::string_view what, const WrittenReader& written) {
  std::vector<Record> records;
  if (bundle.kind_of(folder) == PathKind::missing) {
    bundle.faults.tell.push_back({bundle.path(folder), 0, 0, "there is no folder " + std::string(folder) + ", so the case has no " + std::string(what), ""});
    return records;
  }
  for (const std::string& name : bundle.files_in(folder)) {
    std::optional<Record> record;
    if (extension(name) == ".xml") {
      record = bundle.xml(name, schema, bundle.add_source(name));
    } else if (is_report_file(name)) {
      const std::optional<std::string> bytes = bundle.bytes(name);
      const std::optional<Document> document = bytes ? read_written_file(bundle, name, *bytes) : std::nullopt;
      if (document) record = written(name, *document, bundle.add_source(name));
    } else {
      bundle.faults.stop.push_back({bundle.path(name), 0, 0, "this file is not used: " + std::string(what) + " are read from Word, OpenDocument, PDF, text and .xml files",
                                    "save it as one of these, or move it out of the case folder"});
    }
    if (record) records.push_back(*std::move(record));
  }
  return records;
}

/// True for a paper of a new case that nobody filled in: it holds no words but "To write" and days.
bool is_skeleton(const Record& record) {  // as deep as the XML reader allows, 256
  if (record.is_text()) {
    const std::string_view words = trim(record.text);
    return words.empty() || words.starts_with("To write") || date_from_iso(words).has_value();
  }
  return std::all_of(record.children.begin(), record.children.end(), is_skeleton);
}

/// Takes out the skeletons of papers that somebody wrote in another file; `bears` is the attribute that says which paper it is.
void drop_skeletons(std::vector<Record>& papers, std::string_view bears) {
  std::set<std::string, std::less<>> written;
  for (const Record& each : papers)
    if (!is_skeleton(each)) written.emplace(each.attribute(bears));
  std::erase_if(papers, [&](const Record& each) { return is_skeleton(each) && written.contains(each.attribute(bears)); });
}

void read_imrs(Bundle& bundle, Case& whole, const HeadingJudge& judge) {
  whole.imrs = read_folder(bundle, "imr", "imr.rng", "management reviews", [&](const std::string& name, const Document& document, std::uint32_t source) {
    if (whole.agencies.empty()) return std::optional<Record>();  // case.xml could not be read, which is told
    const Agency* owner = owner_of(bundle, whole, name);
    return owner == nullptr ? std::optional<Record>() : std::optional(written_imr(bundle, name, owner->id, document, source, whole, judge));
  });
  drop_skeletons(whole.imrs, "agency");
  const auto place_of = [&whole](const Record& imr) {
    const auto found = std::find_if(whole.agencies.begin(), whole.agencies.end(), [&](const Agency& each) { return each.id == imr.attribute("agency"); });
    return found - whole.agencies.begin();
  };
  std::stable_sort(whole.imrs.begin(), whole.imrs.end(), [&](const Record& a, const Record& b) { return place_of(a) < place_of(b); });
}

void read_sections(Bundle& bundle, Case& whole) {
  whole.sections = read_folder(bundle, "sections", "section.rng", "sections", [&](const std::string& name, const Document& document, std::uint32_t source) -> std::optional<Record> {
    if (const auto id = section_of_file(name)) return written_section(bundle, name, *id, document, source, whole);
    bundle.faults.stop.push_back({bundle.path(name), 0, 0, "this file is not named after a section, so nobody can tell where its words belong",
                                  "call it by its section, as in narrative" + extension(name) + " or analysis" + extension(name) + "; the sections are " + sections_in_words()});
    return std::nullopt;
  });
  drop_skeletons(whole.sections, "id");
}

void keep_chronology(Bundle& bundle, Case& whole, Result<Chronology> read) {
  if (read) whole.chronologies.push_back(std::move(*read));
  read.move_faults_to(read ? bundle.faults.tell : bundle.faults.stop);
}

void read_xml_chronology(Bundle& bundle, Case& whole, const std::string& name) {
  const std::optional<Record> root = bundle.xml(name, "chronology.rng", bundle.add_source(name));
  if (!root) return;
  whole.sources = bundle.sources;
  check_references(*root, whole, nullptr, bundle.faults);
  keep_chronology(bundle, whole, read_chronology_xml(*root, bundle.path(name), whole));
}

/// Tables that an agency filled in: a file's bytes, and where it stands.
struct TableFile {
  std::string bytes;
  Path path;
  std::uint32_t source = 0;
  std::string_view agency;
  std::optional<Result<Chronology>> read;
};

void take_table(Bundle& bundle, const Case& whole, const std::string& name, std::vector<TableFile>& tables) {
  const Agency* owner = owner_of(bundle, whole, name);
  std::optional<std::string> bytes = bundle.bytes(name);
  if (owner != nullptr && bytes) tables.push_back({std::move(*bytes), bundle.path(name), bundle.add_source(name), owner->id, {}});
}

/// Reads the tables that were taken; many large ones side by side, and what comes of it is the same.
void read_tables(Bundle& bundle, Case& whole, std::vector<TableFile>& tables) {
  constexpr std::size_t worth_threads = 500000;  // bytes; fewer are read sooner than a thread is started
  std::size_t bytes = 0;
  for (const TableFile& each : tables) bytes += each.bytes.size();
  side_by_side(tables.size(), bytes >= worth_threads, [&](std::size_t at) {
    TableFile& table = tables[at];
    table.read = read_chronology(table.bytes, table.path, table.source, table.agency);
  });
  for (TableFile& each : tables) keep_chronology(bundle, whole, std::move(*each.read));
  tables.clear();
}

void read_chronologies(Bundle& bundle, Case& whole) {
  if (bundle.kind_of("chronology") == PathKind::missing) {
    bundle.faults.tell.push_back({bundle.path("chronology"), 0, 0, "there is no folder chronology, so the case has no chronologies", ""});
    return;
  }
  std::vector<TableFile> tables;
  for (const std::string& name : bundle.files_in("chronology")) {
    if (extension(name) != ".xml") {
      take_table(bundle, whole, name, tables);
      continue;
    }
    read_tables(bundle, whole, tables);  // chronologies keep the order of their files
    read_xml_chronology(bundle, whole, name);
  }
  read_tables(bundle, whole, tables);
}

void read_xml_actions(Bundle& bundle, Case& whole, const std::string& name) {
  std::optional<Record> plan = bundle.xml(name, "actions.rng", bundle.add_source(name));
  if (!plan) return;
  for (Record& each : plan->children)
    if (each.name == "action") whole.actions.push_back(std::move(each));
}

void read_table_actions(Bundle& bundle, Case& whole, const std::string& name) {
  const std::optional<std::string> bytes = bundle.bytes(name);
  if (!bytes) return;
  Result<std::vector<Record>> read = read_actions_table(*bytes, bundle.path(name), bundle.add_source(name), whole);
  if (read) whole.actions = std::move(*read);
  read.move_faults_to(read ? bundle.faults.tell : bundle.faults.stop);
}

/// The action plan, in whichever format it is; two of them contradict each other sooner or later.
void read_actions(Bundle& bundle, Case& whole) {
  std::vector<std::string> plans;
  for (const char* name : {"actions.xml", "actions.csv", "actions.xlsx", "actions.ods", "actions.docx", "actions.odt", "actions.pdf", "actions.html"})
    if (bundle.kind_of(name) == PathKind::file) plans.emplace_back(name);
  if (plans.empty()) {
    bundle.faults.tell.push_back({bundle.path("actions.xml"), 0, 0, "there is no action plan", "add actions.xml, .csv or .xlsx when the agencies have answered the recommendations"});
  } else if (plans.size() > 1) {
    bundle.faults.stop.push_back({bundle.path(plans[1]), 0, 0, "the case has several action plans: " + list_in_words(plans), "keep the one that counts"});
  } else if (plans[0] == "actions.xml") {
    read_xml_actions(bundle, whole, plans[0]);
  } else {
    read_table_actions(bundle, whole, plans[0]);
  }
}

/// In the order of the files, then of the lines, each once.
void order_faults(Faults& faults, const std::vector<std::string>& sources) {
  const auto rank = [&](const Fault& fault) { return std::find(sources.begin(), sources.end(), fault.file) - sources.begin(); };
  std::stable_sort(faults.begin(), faults.end(), [&](const Fault& a, const Fault& b) {
    return std::forward_as_tuple(rank(a), a.file, a.line) < std::forward_as_tuple(rank(b), b.file, b.line);
  });
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
}

}  // namespace

Result<Case> read_case(const World& world, const Path& folder, const Path& schemas, const HeadingJudge& judge) {
  xml::Schemas read(world, schemas);
  return read_case(world, folder, read, judge);
}

Result<Case> read_case(const World& world, const Path& folder, xml::Schemas& schemas, const HeadingJudge& judge) {
  if (world.kind_of(folder) != PathKind::folder)
    return Fault{folder, 0, 0, "there is no case folder here", "a case folder holds case.xml, people.xml (or a table of people), imr/, chronology/ and sections/; `casewright new case NAME` makes one"};
  Bundle bundle(world, folder, schemas);
  Case whole;
  whole.folder = folder;
  const bool has_root = read_root(bundle, whole);
  const bool has_people = read_register(bundle, whole);
  read_imrs(bundle, whole, judge);
  // Without case.xml and the register every id would point nowhere: only the files themselves are judged then.
  if (has_root && has_people) {
    read_chronologies(bundle, whole);
  } else if (bundle.kind_of("chronology") == PathKind::folder) {
    for (const std::string& name : bundle.files_in("chronology"))
      if (extension(name) == ".xml") bundle.xml(name, "chronology.rng", bundle.add_source(name));
  }
  read_sections(bundle, whole);
  read_actions(bundle, whole);
  whole.sources = bundle.sources;
  const bool complete = bundle.faults.stop.empty();
  if (has_people) check_register(whole, has_root, bundle.faults);
  if (has_root && has_people) check_case(whole, complete, bundle.faults);
  Faults faults = std::move(bundle.faults.stop);
  const bool stopped = !faults.empty();
  for (Fault& each : bundle.faults.tell) each.aside = true;
  faults.insert(faults.end(), bundle.faults.tell.begin(), bundle.faults.tell.end());
  order_faults(faults, bundle.sources);
  if (stopped) return faults;
  add_people_of_case(whole);
  return {std::move(whole), std::move(faults)};
}

}  // namespace casewright
