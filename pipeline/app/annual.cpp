#include <ostream>

#include "app/annual_reviews.h"
#include "app/commands.h"
#include "app/desk_work.h"
#include "emit/words/csv_cell.h"
#include "ingest/case/theme_reader.h"

namespace casewright {
namespace {

std::string csv_of(const std::vector<AnnualCell>& cells) {
  std::string csv = "\xEF\xBB\xBF";
  for (const char* const name : {"table", "row", "column", "number"}) append_csv_cell(csv, name, name == std::string_view("number"));
  for (const AnnualCell& each : cells) {
    append_csv_cell(csv, each.table);
    append_csv_cell(csv, each.row);
    append_csv_cell(csv, each.column);
    append_csv_cell(csv, each.shown, true);
  }
  return csv;
}

Outcome write_all(World& world, const Path& out, const AnnualFigures& figures, const std::vector<const Writer*>& formats, const Theme& theme) {
  Outcome written = world.make_folders(out);
  for (const Writer* writer : formats) {
    if (!written) return written;
    const Result<std::string> bytes = writer->write(figures.document, theme);
    if (!bytes) return bytes.faults();
    written = world.write_file(join(out, "annual" + std::string(writer->extension)), *bytes);
  }
  return written ? world.write_file(join(out, "annual.csv"), csv_of(figures.cells)) : written;
}

}  // namespace

Exit annual(const Desk& desk, const AnnualOptions& options) {
  const auto rules = open_rules(desk);
  const auto themes = Themes::read(desk.world, join(desk.house.corpus(), "themes.txt"));
  const auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  const auto formats = writers_for(options.formats);
  for (const Faults* each : {&themes.faults(), &theme.faults(), &formats.faults()}) desk.console.tell(*each);
  if (!rules || !themes || !theme || !formats) return Exit::fault;
  const AnnualReviews gathered = annual_reviews(desk, *rules, *themes, options.folder, options.out);
  if (gathered.nothing_there) {
    desk.console.tell({{options.folder, 0, 0, "there is no case folder and no report here", "give the folder that holds the board's case folders and published reports"}});
    return Exit::fault;
  }
  if (gathered.reviews.empty()) return Exit::fault;
  const std::string board = gathered.boards.size() == 1 ? *gathered.boards.begin() : "";
  const AnnualFigures figures = annual_figures(gathered.reviews, board, desk.world.today(), options.least, gathered.unread);
  const Outcome written = write_all(desk.world, options.out, figures, *formats, *theme);
  desk.console.tell(written.faults());
  if (!written) return Exit::fault;
  desk.console.out << "figures over " << gathered.reviews.size() << (gathered.reviews.size() == 1 ? " review" : " reviews") << " are in " << options.out << '\n';
  return gathered.unread == 0 ? Exit::ready : Exit::some_failed;
}

}  // namespace casewright
