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
#include "inspect/inspect.h"
#include "ingest/theme_reader.h"
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

/// Writes every document in every format; the paths written, with what cannot be written in one of them.
Result<std::vector<Path>> write_drafts(World& world, const Path& folder, const std::vector<const Writer*>& formats,
                                       const std::vector<Document>& documents, const Theme& theme) {
  if (Outcome made = world.make_folders(folder); !made) return made.faults();
  std::vector<Path> written;
  Faults faults;
  for (const Writer* writer : formats)
    for (const Document& document : documents) {
      const Path path = join(folder, std::string(filed_as(document.role)) + std::string(writer->extension));
      Result<std::string> bytes = writer->write(document, theme);
      if (!bytes) {
        bytes.move_faults_to(faults);  // the other formats may do
        continue;
      }
      if (Outcome wrote = world.write_file(path, *bytes); !wrote) return wrote.faults();
      written.push_back(path);
    }
  return {std::move(written), std::move(faults)};
}

/// The drafts that would be written over and that somebody has changed since they were made, each as a fault.
Faults changes_to_lose(const World& world, const Path& folder, const std::vector<const Writer*>& formats, const std::vector<Document>& documents) {
  Faults faults;
  for (const std::string& name : edited_drafts(world, folder)) {
    const bool written_over = std::any_of(formats.begin(), formats.end(), [&](const Writer* writer) {
      return std::any_of(documents.begin(), documents.end(), [&](const Document& each) { return name == std::string(filed_as(each.role)) + std::string(writer->extension); });
    });
    if (written_over)
      faults.push_back({join(folder, name), 0, 0, "this draft has been changed since it was made, and a new one would take its place",
                        "nothing was written; give the changed draft another name, or make the new drafts in another folder with -o"});
  }
  return faults;
}

/// Says how many drafts were made, where, and what is left to do in them.
void tell_made(const Desk& desk, const Path& folder, std::size_t written, const std::vector<Document>& documents) {
  std::size_t gaps = 0;
  for (const Document& document : documents) walk(document.blocks, [&](const Block& block, std::size_t) { gaps += block.kind == BlockKind::to_write; });
  desk.console.say("Made " + counted(written, "draft", "drafts") + " in " + folder + "." +
                   (gaps == 0 ? std::string() : " " + counted(gaps, "place says", "places say") + " \"To write\": something is missing there."));
}

Exit none_made(const Desk& desk) {
  desk.console.say("No draft was made: something above cannot be used. Mend it, and draft again.");
  return Exit::fault;
}

}  // namespace

Exit draft(const Desk& desk, const DraftOptions& options) {
  auto opened = open_case(desk, options.case_folder);
  auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  auto formats = writers_for(options.formats);
  desk.console.tell(theme.faults());
  desk.console.tell(formats.faults());
  if (!opened || !theme || !formats) return none_made(desk);
  tell_papers(desk, opened->review);
  auto papers = make_papers(desk.world, desk.house, std::move(opened->review), opened->names);
  desk.console.tell(papers.faults());
  if (!papers) return none_made(desk);
  desk.console.tell(papers->faults);
  const Path folder = options.out.empty() ? join(options.case_folder, "drafts") : options.out;
  if (const Faults changes = changes_to_lose(desk.world, folder, *formats, papers->documents); !changes.empty()) {
    desk.console.tell(changes);
    return Exit::fault;
  }
  const auto written = write_drafts(desk.world, folder, *formats, papers->documents, *theme);
  desk.console.tell(written.faults());
  if (!written) return Exit::fault;
  if (const Outcome sealed = seal_drafts(desk.world, folder, *written); !sealed) desk.console.tell(sealed.faults());
  tell_queries(desk, papers->facts);
  for (const Path& path : *written) desk.console.out << path << '\n';
  tell_made(desk, folder, written->size(), papers->documents);
  return written.faults().empty() ? Exit::ready : Exit::fault;
}

}  // namespace casewright
