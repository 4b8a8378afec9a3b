#include "cleaning/docx_mends.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/among.h"
#include "base/text.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

bool is_bold_row(Markup& row) {
  std::size_t cells = 0;
  for (Markup& cell : row.children) {
    if (!cell.is("w:tc") || cell.gone) continue;
    bool words = false, plain = false;
    each_markup(cell, [&](Markup& node) {
      if (!node.is("w:r") || trim(node.content()).empty()) return;
      const Markup* look = node.child("w:rPr");
      words = true;
      plain = plain || look == nullptr || !is_on(look->child("w:b"));
    });
    if (!words || plain) return false;
    ++cells;
  }
  return cells > 1;
}

}  // namespace

void record_title(Markup& root, const std::string& title, TakenOutList& mended) {
  if (title.empty()) return;
  each_markup(root, [&](Markup& node) {
    if (!node.name.ends_with("coreProperties") || node.open.find("http://purl.org/dc/elements/1.1/") == std::string::npos) return;
    const std::string key = node.open.find("xmlns:dc=") == std::string::npos ? "" : "dc:title";
    if (key.empty()) return;
    for (Markup& each : node.children)
      if (each.name == key) {
        if (!trim(each.content()).empty()) return;
        each.gone = true;
      }
    Markup made;
    made.open = "<dc:title>" + escape_markup(title) + "</dc:title>";
    if (node.close.empty()) return;  // an element without anything inside stays as it is
    node.children.push_back(std::move(made));
    mended.add("its title");
  });
}

void mark_header_rows(Markup& root, TakenOutList& mended) {
  each_markup(root, [&](Markup& table) {
    if (!table.is("w:tbl")) return;
    std::vector<Markup*> rows;
    for (Markup& row : table.children)
      if (row.is("w:tr") && !row.gone) rows.push_back(&row);
    if (rows.size() < 2 || !is_bold_row(*rows[0]) || is_bold_row(*rows[1])) return;
    Markup* properties = rows[0]->child("w:trPr");
    if (properties != nullptr && properties->child("w:tblHeader") != nullptr) return;
    Markup made;
    made.name = properties == nullptr ? "w:trPr" : "w:tblHeader";
    made.open = properties == nullptr ? "<w:trPr><w:tblHeader/></w:trPr>" : "<w:tblHeader/>";
    if (properties != nullptr && properties->close.empty()) return;
    if (properties == nullptr) {
      const auto at = std::find_if(rows[0]->children.begin(), rows[0]->children.end(), [](const Markup& each) { return each.is("w:tc") || each.is("w:sdt"); });
      rows[0]->children.insert(at, std::move(made));
    } else {
      const auto at = std::find_if(properties->children.begin(), properties->children.end(), [](const Markup& each) { return among({"w:tblCellSpacing", "w:jc", "w:hidden", "w:ins", "w:del", "w:trPrChange"}, each.name); });
      properties->children.insert(at, std::move(made));
    }
    mended.add("headers of tables");
  });
}

void record_language(Markup& root, const std::string& language, TakenOutList& mended) {
  Markup* const found = root.is("w:styles") ? &root : root.child("w:styles");
  if (language.empty() || found == nullptr || found->close.empty()) return;
  Markup& styles = *found;
  const std::string prefix = styles.prefix();
  const auto tag = [&](const char* name) { return prefix + name; };
  std::string made = "<" + tag("lang") + " " + (prefix.empty() ? "" : prefix) + "val=\"" + escape_markup(language) + "\"/>";
  Markup* into = &styles;
  for (const char* name : {"w:docDefaults", "w:rPrDefault", "w:rPr"}) {
    Markup* next = into->child(name);
    if (next != nullptr && next->close.empty()) return;  // stands as it is
    if (next == nullptr) {
      std::string open, close;
      for (const char* each : {"docDefaults", "rPrDefault", "rPr"})
        if (!open.empty() || std::string_view(name).substr(2) == each) open += "<" + tag(each) + ">", close.insert(0, "</" + tag(each) + ">");
      made = open + made + close;
      break;
    }
    into = next;
  }
  Markup piece;
  piece.open = std::move(made);
  into->children.insert(into->is("w:rPr") ? into->children.end() : into->children.begin(), std::move(piece));
  mended.add("its language");
}

}  // namespace casewright
