#include <algorithm>
#include <ostream>
#include <utility>

#include "app/commands.h"
#include "app/desk_work.h"
#include "app/draft_seals.h"
#include "app/papers.h"
#include "base/text.h"
#include "base/words.h"
#include "emit/writers.h"
#include "ingest/case/theme_reader.h"
#include "inspect/inspect.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

constexpr std::size_t most_queries_told = 12;

/// Says what only a person can decide, the first few in full.
void tell_queries(const Desk& desk, const PublicCase& facts) {
  if (facts.queries.empty()) return;
  desk.console.say(counted(facts.queries.size(), "place", "places") + " for a person to decide, marked in the drafts:");
  for (std::size_t i = 0; i < facts.queries.size() && i < most_queries_told; ++i) {
    const Query& query = facts.queries[i];
    const std::string& file = facts.sources[query.origin.source];
    desk.console.say("  " + (file.empty() ? query.field : file + ":" + std::to_string(query.origin.part)) + ": " + query.problem);
  }
  if (facts.queries.size() > most_queries_told)
    desk.console.say("  and " + std::to_string(facts.queries.size() - most_queries_told) + " more");
}

/// Says what the agencies' own reports and chronologies lack, before anybody writes a report from them.
void tell_papers(const Desk& desk, const Case& review) {
  const auto book = read_rules(desk.world, desk.house.rules(desk.world), {}, {"papers"});
  desk.console.tell(book.faults());
  if (!book) return;
  InspectOptions options;
  options.of_case = &review;
  options.regime = review.regime;
  options.survey = false;
  std::vector<Reading> none;
  none.push_back(reading_of({}, "papers"));
  const Checked checked = inspect(*book, std::move(none), options);
  if (checked.findings.empty()) return;
  desk.console.say(counted(checked.findings.size(), "thing", "things") + " to look at in what the agencies gave:");
  for (std::size_t i = 0; i < checked.findings.size() && i < most_queries_told; ++i) desk.console.say("  " + checked.findings[i].message);
  if (checked.findings.size() > most_queries_told)
    desk.console.say("  and " + std::to_string(checked.findings.size() - most_queries_told) + " more; `casewright check " + review.folder + "` lists them");
}

/// The drafts of one run: what was written, and what stands there that no draft may take the place of.
struct Made {
  std::vector<Path> written, kept;
  Faults faults;
};

/// Writes one draft, unless a person's file stands in its place.
void write_draft(World& world, const Path& folder, const std::string& name, const std::string& bytes, DraftSeals& seals, Made& made) {
  const Path path = join(folder, name);
  const bool persons = seals.is_a_persons(name);
  if (persons) {
    const auto there = world.read_file(path);
    if (!there || *there != bytes) return made.kept.push_back(path);
  } else if (Outcome wrote = world.write_file(path, bytes); !wrote) {
    return wrote.move_faults_to(made.faults);
  }
  seals.remember(name, bytes);
  made.written.push_back(path);
}

/// Writes every document in every format. What one format or one file cannot have is a fault and stops no other.
Made write_drafts(World& world, const Path& folder, const std::vector<const Writer*>& formats, const std::vector<Document>& documents, const Theme& theme) {
  Made made;
  if (Outcome ready = world.make_folders(folder); !ready) {
    ready.move_faults_to(made.faults);
    return made;
  }
  DraftSeals seals(world, folder);
  for (const Writer* writer : formats)
    for (const Document& document : documents) {
      Result<std::string> bytes = writer->write(document, theme);
      if (bytes) write_draft(world, folder, std::string(filed_as(document.role)) + std::string(writer->extension), *bytes, seals, made);
      bytes.move_faults_to(made.faults);
    }
  if (Outcome kept = seals.keep(world); !kept) kept.move_faults_to(made.faults);
  return made;
}

/// Says which drafts were kept because they are a person's now, and how to have the new ones beside them.
void tell_kept(const Desk& desk, const Path& case_folder, const Path& folder, const std::vector<Path>& kept) {
  if (kept.empty()) return;
  const bool one = kept.size() == 1;
  desk.console.say("Kept " + counted(kept.size(), "draft", "drafts") + " as " + (one ? "it is, because somebody has changed it:" : "they are, because somebody has changed them:"));
  for (const Path& path : kept) desk.console.say("  " + path);
  desk.console.say(std::string(one ? "It does" : "They do") + " not hold what is new in the case. To have new drafts beside " + (one ? "it" : "them") +
                   ", make them in another folder: casewright draft " + case_folder + " -o " + folder + "-2");
}

/// Says how many drafts were made, where, and what is left to do in them.
void tell_made(const Desk& desk, const Path& folder, std::size_t written, const std::vector<Document>& documents) {
  std::size_t gaps = 0;
  for (const Document& document : documents) walk(document.blocks, [&](const Block& block, std::size_t) { gaps += block.kind == BlockKind::to_write; });
  desk.console.say("Made " + counted(written, "draft", "drafts") + " in " + folder + "." +
                   (gaps == 0 ? std::string() : " " + counted(gaps, "place says", "places say") + " \"To write\": something is missing there."));
}

Exit none_made(const Desk& desk) {
  desk.console.say("No draft was made. Mend what must be mended first, and draft again.");
  return Exit::fault;
}

}  // namespace

Exit draft(const Desk& desk, const DraftOptions& options) {
  auto opened = open_case(desk, options.case_folder);
  auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  auto formats = writers_for(options.formats);
  desk.console.tell(theme);
  desk.console.tell(formats);
  if (!opened || !theme || !formats) return none_made(desk);
  tell_papers(desk, opened->review);
  auto papers = make_papers(desk.world, desk.house, std::move(opened->review), opened->names);
  desk.console.tell(papers);
  if (!papers) return none_made(desk);
  desk.console.tell(papers->faults);
  const Path folder = options.out.empty() ? join(options.case_folder, "drafts") : options.out;
  const Made made = write_drafts(desk.world, folder, *formats, papers->documents, *theme);
  desk.console.tell(made.faults);
  tell_queries(desk, papers->facts);
  for (const Path& path : made.written) desk.console.out << path << '\n';
  tell_made(desk, folder, made.written.size(), papers->documents);
  tell_kept(desk, options.case_folder, folder, made.kept);
  return !made.faults.empty() ? Exit::fault : made.kept.empty() ? Exit::ready : Exit::some_failed;
}

}  // namespace casewright
