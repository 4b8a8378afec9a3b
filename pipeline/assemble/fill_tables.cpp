// Lists and tables of a template, down to their cells.
#include <algorithm>

#include "assemble/filler.h"

namespace casewright {

void Filler::list(const Part& part, const FillPlace& at, const Sink& sink) {
  Block list(BlockKind::list);
  list.ordered = part.element == Element::ol;
  items(part.children, at, list);
  if (!list.children.empty()) sink.add(std::move(list));
}

void Filler::items(const std::vector<Part>& parts, const FillPlace& at, Block& list) {
  for (const Part& part : parts) {
    if (part.element != Element::li) {
      control(part, at, [&](const std::vector<Part>& children, const FillPlace& inside) { items(children, inside, list); });
      continue;
    }
    Block item(BlockKind::list_item);
    mixed(part, at, item);
    if (item.inlines.empty() && item.children.empty()) continue;
    if (list.ordered) item.number = std::to_string(list.children.size() + 1);
    list.children.push_back(std::move(item));
  }
}

void Filler::table(const Part& part, const FillPlace& at, const Sink& sink) {
  Block table(BlockKind::table);
  if (!part.attribute("id").empty()) table.id = manuscript_.anchor(part.attribute("id"));
  if (!part.attribute("caption").empty()) table.children.push_back(text_block(BlockKind::caption, std::string(part.attribute("caption"))));
  for (const Part& each : part.children)
    if (each.element == Element::columns) {
      Block row(BlockKind::row);
      for (const Part& column : each.children) row.children.push_back(cell(column, at, true));
      table.children.push_back(std::move(row));
    }
  const std::size_t before = table.children.size();
  rows(part.children, at, table);
  if (table.children.size() > before) {
    sink.add(std::move(table));
  } else if (part.has_attribute("empty")) {
    if (!part.attribute("empty").empty()) sink.paragraph(text_block(BlockKind::paragraph, std::string(part.attribute("empty"))));
  } else {
    const std::string what = part.has_attribute("what") ? std::string(part.attribute("what"))
                                                        : "the table \"" + std::string(part.attribute("caption")) + "\"";
    const auto rows_of = std::find_if(part.children.begin(), part.children.end(), [](const Part& each) { return each.element == Element::for_each; });
    Fault missing = rows_of == part.children.end() ? Fault{"", 0, 0, "", "the table has no row"} : where_to_write(*rows_of, at, {});
    missing.what = "the case does not say: " + what;
    fault_in_case(part, std::move(missing));
    sink.add(to_write(what, guidance_of(at.section)));
  }
}

void Filler::rows(const std::vector<Part>& parts, const FillPlace& at, Block& table) {
  for (const Part& part : parts) {
    if (part.element != Element::row) {
      control(part, at, [&](const std::vector<Part>& children, const FillPlace& inside) { rows(children, inside, table); });
      continue;
    }
    Block& row = table.children.emplace_back(BlockKind::row);
    row.children.reserve(part.children.size());
    for (const Part& each : part.children) row.children.push_back(cell(each, at, each.attribute("header") == "yes"));
  }
}

Block Filler::cell(const Part& part, const FillPlace& at, bool header) {
  Block cell(BlockKind::cell);
  if (header || part.has_attribute("span")) {
    cell.cell = std::make_unique<CellShape>();
    cell.cell->header = header;
    cell.cell->columns = static_cast<std::uint16_t>(std::max(1, number_of(part, "span", 1)));
  }
  mixed(part, at, cell);
  return cell;
}

}  // namespace casewright
