#include "case_file.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "base/text.h"
#include "foreign/xml/xml.h"

namespace casewright {
namespace {

/// Builds a Document from the lines of one case.
class CaseReader {
 public:
  explicit CaseReader(RuleCase& into) : case_(into), here_(&into.reading) {
    case_.reading.document.title = "An invented report";
    case_.reading.container.format = "html";
  }

  void line(std::string_view line) {
    if (line.starts_with("```")) {
      if (fence_ == "case") end_case();
      if (fence_ == "imr") end_imr();
      if (fence_ == "case" || fence_ == "imr") case_xml_.clear();
      fence_ = fence_.empty() ? std::string(trim(line.substr(3))) : std::string();
      return;
    }
    if (!fence_.empty()) return fenced(trim(line));
    if (line.starts_with("=== ")) return another(trim(line.substr(4)));
    if (!line.starts_with("|")) table_ = false;
    if (!line.starts_with("- ")) list_ = false;
    if (line.starts_with("|"))
      row(line);
    else if (line.starts_with("- "))
      item(line.substr(2));
    else if (line.starts_with("### "))
      heading(1, line.substr(4));
    else if (line.starts_with("#### "))
      heading(2, line.substr(5));
    else if (line.starts_with("##### "))
      heading(3, line.substr(6));
    else if (line.starts_with("> "))
      block(BlockKind::quote, line.substr(2));
    else if (line.starts_with("% "))
      block(BlockKind::title, line.substr(2));
    else if (line.starts_with("~ "))
      block(BlockKind::furniture, line.substr(2));
    else if (line.starts_with("To write: "))
      block(BlockKind::to_write, line.substr(10));
    else if (line.starts_with("!figure"))
      figure(line.substr(7));
    else if (!trim(line).empty())
      block(BlockKind::paragraph, line);
  }

 private:
  /// What follows is another document of the same review.
  void another(std::string_view role) {
    here_ = &case_.beside.emplace_back();
    here_->document.title = "An invented " + std::string(role);
    here_->container.format = "html";
    here_->document.role = role == "summary" ? DocumentRole::summary : DocumentRole::response;
    table_ = list_ = false;
  }

  void end_case() {
    auto root = xml::read(case_xml_, "case.xml", 1);
    if (!root) throw std::runtime_error(describe(root.faults().front()));
    Case& made = case_.of_case.emplace();
    made.root = std::move(*root);
    made.regime = case_.regime;
    if (const Record* agencies = made.root.child("agencies"))
      for (const Record* each : agencies->all("agency"))
        made.agencies.push_back({std::string(each->attribute("id")), std::string(each->attribute("name")), std::string(each->attribute("public-name")), {}, {}});
    if (const Record* period = made.root.child("review-period")) {
      made.period_from = date_from_iso(period->attribute("from")).value_or(Date{});
      made.period_to = date_from_iso(period->attribute("to")).value_or(Date{});
    }
    if (const Record* publication = made.root.child("publication"))
      made.publication = date_from_iso(publication->attribute("date")).value_or(Date{});
  }

  /// An agency's own report, after the case that it belongs to.
  void end_imr() {
    auto root = xml::read(case_xml_, "imr.xml", 1);
    if (!root || !case_.of_case) throw std::runtime_error("an agency's report follows its case: " + case_.name);
    case_.of_case->imrs.push_back(std::move(*root));
  }

  /// A row of a chronology: agency | date | source | what | seen | spoken to.
  void event(std::string_view line) {
    const auto fields = cells(line);
    auto& all = case_.of_case.value().chronologies;
    if (all.empty() || all.back().agency != fields.at(0)) all.push_back({fields.at(0), {}, {}});
    Event made;
    made.agency = fields.at(0);
    made.when.from = date_from_iso(fields.at(1)).value_or(Date{});
    made.source = fields.at(2);
    made.what = fields.at(3);
    const auto answer = [&](std::size_t at) {
      return at >= fields.size() || fields[at].empty() ? Answer::not_recorded : fields[at] == "yes" ? Answer::yes : Answer::no;
    };
    made.child_seen = answer(4);
    made.child_spoken_to = answer(5);
    all.back().events.push_back(std::move(made));
  }

  void fenced(std::string_view line) {
    if (fence_ == "case" || fence_ == "imr") case_xml_ += std::string(line) + "\n";
    if (line.empty()) return;
    if (fence_ == "says") case_.says.emplace_back(line);
    if (fence_ == "never") case_.never_says.emplace_back(line);
    if (fence_ == "regime") case_.regime = std::string(line);
    if (fence_ == "register") entry(line);
    if (fence_ == "carried") carried(line);
    if (fence_ == "chronology") event(line);
    if (fence_ == "broken") broken(line);
    if (fence_ == "document") property(line);
  }

  static std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> all;
    for (const std::string_view part : split(line, '|')) all.emplace_back(trim(part));
    return all;
  }

  void entry(std::string_view line) {
    static constexpr std::pair<std::string_view, NameKind> kinds[] = {
        {"full", NameKind::full},   {"given", NameKind::given},       {"family", NameKind::family},
        {"alias", NameKind::alias}, {"nickname", NameKind::nickname}, {"place_name", NameKind::place_name}};
    const auto fields = cells(line);
    Identity identity;
    identity.id = fields.at(0);
    identity.kind = fields.at(1) == "place"          ? IdentityKind::place
                    : fields.at(1) == "organisation" ? IdentityKind::organisation
                                                     : IdentityKind::person;
    identity.public_name = fields.at(2);
    for (std::size_t at = 3; at < fields.size(); ++at)
      for (const auto& [name, kind] : kinds)
        if (fields[at].starts_with(std::string(name) + "="))
          identity.names.push_back({kind, fields[at].substr(name.size() + 1), {}});
    for (const std::string& each : fields) {
      if (each.starts_with("role=")) identity.role = each.substr(5);
      if (each.starts_with("sex=")) identity.sex = each.substr(4);
    }
    case_.people.entries.push_back(std::move(identity));
  }

  void carried(std::string_view line) {
    const auto fields = cells(line);
    Carried item;
    for (int kind = 0; kind <= static_cast<int>(CarriedKind::private_data); ++kind)
      if (fields.at(0) == name_of(static_cast<CarriedKind>(kind))) item.kind = static_cast<CarriedKind>(kind);
    item.name = fields.at(1);
    item.text = fields.at(2);
    if (fields.size() > 3) item.risk = fields[3];
    if (fields.size() > 4) item.how = fields[4];
    item.deliberate = fields.size() > 5 && fields[5] == "deliberate";
    item.harmless = fields.size() > 5 && fields[5] == "harmless";
    here_->container.items.push_back(std::move(item));
  }

  void broken(std::string_view line) {
    const auto fields = cells(line);
    here_->container.format = "pdf";
    here_->container.broken.push_back({fields.at(0), static_cast<std::uint32_t>(std::stoul(fields.at(1))), fields.at(2), fields.at(3), 1});
  }

  void property(std::string_view line) {
    const std::string_view value = trim(line.substr(line.find(':') + 1));
    Document& document = here_->document;
    if (line.starts_with("title:")) document.title = value;
    if (line.starts_with("language:")) document.language = value;
    if (line.starts_with("format:")) here_->container.format = value;
    if (line.starts_with("date:")) document.date = date_from_iso(value).value_or(Date{});
    if (line.starts_with("role: summary")) document.role = DocumentRole::summary;
    if (line.starts_with("role: report")) document.role = DocumentRole::report;
    if (line.starts_with("role: response")) document.role = DocumentRole::response;
    if (line.starts_with("pages:")) pages_ = static_cast<std::uint32_t>(std::stoul(std::string(value)));
  }

  /// Runs with `[text](target)` as links, `[text](lang:cy)` as words in another language, `??text??` as words marked uncertain, `;;text;;` as faint ones, `^^text^^` as ones in italics.
  static std::vector<Inline> inlines(std::string_view text) {
    std::vector<Inline> runs;
    while (!text.empty()) {
      const std::size_t link = text.find('['), middle = text.find("](", link), end = text.find(')', middle);
      const std::size_t doubt = std::min({text.find("??"), text.find(";;"), text.find("^^")});
      const std::string_view sign = doubt == std::string_view::npos ? std::string_view("??") : text.substr(doubt, 2);
      const std::size_t doubt_end = doubt == std::string_view::npos ? doubt : text.find(sign, doubt + 2);
      if (doubt != std::string_view::npos && doubt_end != std::string_view::npos) {
        if (doubt > 0) runs.push_back(text_inline(std::string(text.substr(0, doubt))));
        runs.push_back(text_inline(std::string(text.substr(doubt + 2, doubt_end - doubt - 2))));
        runs.back().marks = Marks{}.with(sign == "??" ? Mark::uncertain : sign == ";;" ? Mark::faint : Mark::emphasis);
        text = text.substr(doubt_end + 2);
      } else if (link != std::string_view::npos && middle != std::string_view::npos &&
                 end != std::string_view::npos) {
        if (link > 0) runs.push_back(text_inline(std::string(text.substr(0, link))));
        runs.push_back(text_inline(std::string(text.substr(link + 1, middle - link - 1))));
        const std::string_view target = text.substr(middle + 2, end - middle - 2);
        if (target.starts_with("lang:")) runs.back().language = target.substr(5);
        else runs.back().target = target;
        text = text.substr(end + 1);
      } else {
        runs.push_back(text_inline(std::string(text)));
        break;
      }
    }
    return runs;
  }

  /// Lines of one paragraph are parted by " // ".
  static std::vector<Inline> lines(std::string_view text) {
    std::vector<Inline> runs;
    for (std::size_t from = 0; from <= text.size();) {
      const std::size_t end = std::min(text.find(" // ", from), text.size());
      if (from > 0) runs.emplace_back().kind = InlineKind::line_break;
      for (Inline& run : inlines(text.substr(from, end - from))) runs.push_back(std::move(run));
      from = end + 4;
    }
    return runs;
  }

  Block& block(BlockKind kind, std::string_view text) {
    Block& made = here_->document.blocks.emplace_back(kind);
    made.inlines = lines(trim(text));
    made.page = pages_;
    return made;
  }

  void heading(std::uint8_t level, std::string_view text) { block(BlockKind::heading, text).level = level; }

  void item(std::string_view text) {
    auto& blocks = here_->document.blocks;
    if (!list_) blocks.emplace_back(BlockKind::list);
    list_ = true;
    Block& made = blocks.back().children.emplace_back(BlockKind::list_item);
    made.inlines = inlines(trim(text));
  }

  void row(std::string_view line) {
    auto& blocks = here_->document.blocks;
    if (!table_) blocks.emplace_back(BlockKind::table);
    table_ = true;
    if (line.starts_with("|--")) {
      for (Block& cell : blocks.back().children.front().children) {
        if (!cell.cell) cell.cell = std::make_unique<CellShape>();
        cell.cell->header = true;
      }
      return;
    }
    Block& made = blocks.back().children.emplace_back(BlockKind::row);
    const auto fields = cells(line);
    for (std::size_t at = 1; at + 1 < fields.size(); ++at) {
      Block& cell = made.children.emplace_back(BlockKind::cell);
      std::string_view words = trim(fields[at]);
      if (words.starts_with("[[# ") && words.ends_with("]]")) {
        Block& inner = cell.children.emplace_back(BlockKind::heading);
        inner.level = 2;
        inner.inlines = {text_inline(std::string(words.substr(4, words.size() - 6)))};
      } else if (words.starts_with("[[") && words.ends_with("]]")) {
        Block& inner = cell.children.emplace_back(BlockKind::table).children.emplace_back(BlockKind::row).children.emplace_back(BlockKind::cell);
        inner.inlines = {text_inline(std::string(words.substr(2, words.size() - 4)))};
      } else {
        cell.inlines = {text_inline(fields[at].substr(0, fields[at].rfind(" <2>")))};
        if (fields[at].find(" <2>") != std::string::npos) cell.cell = std::make_unique<CellShape>(CellShape{2, 1, false});
      }
    }
  }

  void figure(std::string_view alternative) {
    auto picture = std::make_shared<Picture>();
    picture->alternative = trim(alternative);
    here_->document.blocks.emplace_back(BlockKind::figure).picture = picture;
  }

  RuleCase& case_;
  Reading* here_;
  std::string fence_, case_xml_;
  bool table_ = false, list_ = false;
  std::uint32_t pages_ = 0;
};

}  // namespace

std::vector<RuleCase> read_cases(std::string_view text) {
  std::vector<RuleCase> cases;
  std::unique_ptr<CaseReader> reader;
  cases.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '#')) + 1);
  for (const std::string_view line : split(text, '\n')) {
    const bool fires = line.starts_with("## fires: "), silent = line.starts_with("## silent: ");
    const bool quoted = line.starts_with("## quoted: ");
    if (fires || silent || quoted) {
      cases.push_back({std::string(trim(line.substr(line.find(':') + 1))), fires || quoted, quoted, "auto"});
      reader = std::make_unique<CaseReader>(cases.back());
    } else if (reader) {
      reader->line(line);
    }
  }
  return cases;
}

}  // namespace casewright
