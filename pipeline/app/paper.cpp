#include <optional>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "app/papers.h"
#include "base/text.h"
#include "emit/writers.h"
#include "ingest/case/theme_reader.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

std::optional<PaperKind> paper_kind_named(const Desk& desk, std::string_view name) {
  std::vector<std::string> names;
  for (PaperKind& each : paper_kinds(desk.world, desk.house)) {
    if (each.name == name) return std::move(each);
    names.push_back(std::move(each.name));
  }
  desk.console.tell({{"", 0, 0, "there is no paper '" + std::string(name) + "'", "choose one of " + list_in_words(names)}});
  return std::nullopt;
}

/// Writes one paper in every format; false where a format could not be written.
bool write_paper(const Desk& desk, const Path& folder, const BoardPaper& paper, const std::vector<const Writer*>& formats, const Theme& theme) {
  bool whole = true;
  for (const Writer* writer : formats) {
    const Path path = join(folder, paper.name + std::string(writer->extension));
    Result<std::string> bytes = writer->write(paper.document, theme);
    Outcome written = bytes ? desk.world.write_file(path, *bytes) : Outcome(bytes.faults());
    if (written) desk.console.out << path << '\n';
    else desk.console.tell(written.faults()), whole = false;
  }
  return whole;
}

}  // namespace

Exit paper(const Desk& desk, const PaperOptions& options) {
  const std::optional<PaperKind> kind = paper_kind_named(desk, options.kind);
  if (!kind) return Exit::fault;
  auto opened = open_case(desk, options.case_folder);
  const auto corpus = read_corpus(desk.world, desk.house.corpus());
  auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  auto formats = writers_for(options.formats);
  desk.console.tell(corpus);
  desk.console.tell(theme);
  desk.console.tell(formats);
  if (!opened || !corpus || !theme || !formats) return Exit::fault;
  if (const std::string& regime = opened->review.regime; !is_among_regimes(regime, kind->regimes)) {
    desk.console.tell({{options.case_folder, 0, 0, "this paper is not made for reviews under " + regime,
                        "the record of the decision serves every regime: casewright paper decision CASE; or correct the regime in case.xml"}});
    return Exit::fault;
  }
  Record duties = duties_record(opened->review, corpus->duties);
  auto papers = make_board_papers(desk.world, desk.house, std::move(opened->review), opened->names, corpus->ordinary(), *kind, std::move(duties));
  desk.console.tell(papers);
  if (!papers || papers->empty()) return Exit::fault;
  const Path folder = options.out.empty() ? join(options.case_folder, "papers") : options.out;
  if (const Outcome made = desk.world.make_folders(folder); !made) {
    desk.console.tell(made.faults());
    return Exit::fault;
  }
  bool whole = true;
  for (const BoardPaper& each : *papers) whole = write_paper(desk, folder, each, *formats, *theme) && whole;
  return whole ? Exit::ready : Exit::fault;
}

}  // namespace casewright
