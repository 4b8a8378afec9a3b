#include "assemble/copy_prose.h"

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/among.h"
#include "base/dates.h"
#include "base/text.h"

namespace casewright {
namespace {

using xpath::Node;

constexpr unsigned most_spanned = 1000;  ///< columns or rows of one cell

bool is_inline(Node node) {
  return node.is_text() || among({"em", "strong", "a", "note", "ref", "uncertain"}, node.name());
}

bool is_block(Node node) {
  return among({"p", "ul", "ol", "quote", "h", "table", "finding", "learning-point", "recommendation", "theme"}, node.name());
}

Node child(Node node, std::string_view name) {
  for (Node each = node.first_child(); each; each = each.next())
    if (each.name() == name) return each;
  return {};
}

WordsRun::Style strong() { return {Marks{}.with(Mark::strong), ""}; }

}  // namespace

void Sink::paragraph(Block block) const {
  if (flow != nullptr) flow->paragraph(std::move(block));
  else nested->push_back(std::move(block));
}

void Sink::add(Block block) const {
  if (flow != nullptr) flow->add(std::move(block));
  else nested->push_back(std::move(block));
}

void ProseCopier::words(Node node, WordsRun& run, const WordsRun::Style& style) {  // at most 256 levels
  if (!node.is_element()) {
    run.add(node.content(), style, node.origin());
    return;
  }
  for (Node each = node.first_child(); each; each = each.next()) {
    if (each.is_text()) {
      run.add(each.text(), style, each.origin());
    } else if (is_inline(each)) {
      inline_element(each, run, style);
    } else {
      run.add(" ");
      words(each, run, style);
      run.add(" ");
    }
  }
}

void ProseCopier::inline_element(Node node, WordsRun& run, WordsRun::Style style) {
  const std::string_view name = node.name();
  if (name == "note") {
    const Manuscript::NoteId id = manuscript_.next_note();
    run.refer(id.number, id.id);
    Block note(BlockKind::note);
    note.id = id.id;
    note.number = id.number;
    WordsRun note_run(note.inlines);
    words(node, note_run, {});
    manuscript_.note(std::move(note));
    return;
  }
  if (name == "ref") {
    std::string_view public_words = node.attribute("public-name");
    if (public_words.empty()) public_words = node.attribute("agency-name");
    if (public_words.empty()) {
      const Origin origin = node.origin();
      faults_.push_back({sources_[origin.source], origin.part, 0, "this <ref> names nobody whom readers may know",
                         "check the id against people.xml and the agencies of case.xml"});
      style.marks = style.marks.with(Mark::uncertain);
      public_words = "(to write: who)";
    }
    run.add(public_words, style, node.origin());
    return;
  }
  if (name == "em") style.marks = style.marks.with(Mark::emphasis);
  if (name == "strong") style.marks = style.marks.with(Mark::strong);
  if (name == "uncertain") style.marks = style.marks.with(Mark::uncertain);
  if (name == "a") style.target = node.attribute("href");
  words(node, run, style);
}

void ProseCopier::loose(Node node, Block& owner, int level) {
  WordsRun run(owner.inlines);
  for (Node each = node.first_child(); each; each = each.next()) {
    if (each.is_text()) run.add(each.text(), {}, each.origin());
    else if (is_inline(each)) inline_element(each, run, {});
    else block(each, {nullptr, &owner.children}, level);
  }
}

void ProseCopier::list(Node node, const Sink& sink, int level) {
  Block list(BlockKind::list);
  list.ordered = node.name() == "ol";
  for (Node each = node.first_child(); each; each = each.next()) {
    if (!each.is_element()) continue;
    Block item(BlockKind::list_item);
    if (list.ordered) item.number = std::to_string(list.children.size() + 1);
    loose(each, item, level);
    list.children.push_back(std::move(item));
  }
  sink.add(std::move(list));
}

void ProseCopier::table(Node node, const Sink& sink, int level) {
  Block table(BlockKind::table);
  if (const std::string_view caption = node.attribute("caption"); !trim(caption).empty()) {
    Block words(BlockKind::caption);
    WordsRun(words.inlines).add(caption, {}, node.origin());
    table.children.push_back(std::move(words));
  }
  for (Node row = node.first_child(); row; row = row.next()) {
    if (!row.is_element()) continue;
    Block line(BlockKind::row);
    for (Node each = row.first_child(); each; each = each.next()) {
      if (!each.is_element()) continue;
      Block cell(BlockKind::cell);
      const auto count = [&](const char* attribute) {
        unsigned number = 1;
        const std::string_view written = each.attribute(attribute);
        std::from_chars(written.data(), written.data() + written.size(), number);
        return static_cast<std::uint16_t>(std::clamp(number, 1u, most_spanned));
      };
      const CellShape shape{count("span"), count("down"), each.attribute("header") == "yes"};
      if (shape.header || shape.columns > 1 || shape.rows > 1) cell.cell = std::make_unique<CellShape>(shape);
      loose(each, cell, level);
      line.children.push_back(std::move(cell));
    }
    if (!line.children.empty()) table.children.push_back(std::move(line));
  }
  if (!table.children.empty()) sink.add(std::move(table));
}

void ProseCopier::quote(Node node, const Sink& sink, int level) {
  Block quote(BlockKind::quote);
  loose(node, quote, level);
  std::string_view by = node.attribute("by-name");
  if (by.empty()) by = node.attribute("by");
  if (!by.empty()) {
    Block said(BlockKind::paragraph);
    WordsRun(said.inlines).add(by, {Marks{}.with(Mark::emphasis), ""}, node.origin());
    quote.children.push_back(std::move(said));
  }
  sink.add(std::move(quote));
}

void ProseCopier::heading(Node node, std::string lead, int level, const Sink& sink, std::string_view wish) {
  Block heading(sink.flow != nullptr ? BlockKind::heading : BlockKind::paragraph);
  WordsRun run(heading.inlines);
  const WordsRun::Style style = sink.flow != nullptr ? WordsRun::Style{} : strong();
  run.add(lead, style, node.origin());
  if (node.name() == "h") words(node, run, style);
  if (heading.inlines.empty()) return;
  if (sink.flow == nullptr) {
    sink.add(std::move(heading));
    return;
  }
  heading.level = static_cast<std::uint8_t>(std::clamp(level, 2, 6));
  heading.id = manuscript_.anchor(wish.empty() ? heading.text() : wish);
  sink.flow->heading(std::move(heading), true);
}

/// A block whose first words say what it is: "Learning point: ...".
void ProseCopier::led(Node node, std::string lead, const Sink& sink, int level) {
  Block first(BlockKind::paragraph);
  WordsRun run(first.inlines);
  run.add(lead, strong());
  run.add(" ");
  std::vector<Block> rest;
  bool in_words = true;
  for (Node each = node.first_child(); each; each = each.next()) {
    if (in_words && each.is_text()) run.add(each.text(), {}, each.origin());
    else if (in_words && is_inline(each)) inline_element(each, run, {});
    else if (in_words && each.name() == "p" && first.inlines.size() <= 2) words(each, run, {}), in_words = false;
    else block(each, {nullptr, &rest}, level);
  }
  sink.paragraph(std::move(first));
  for (Block& each : rest) each.kind == BlockKind::paragraph ? sink.paragraph(std::move(each)) : sink.add(std::move(each));
}

void ProseCopier::recommendation(Node node, const Sink& sink, int level) {
  led(child(node, "text"), "Recommendation " + std::string(node.attribute("id")) + ":", sink, level);
  Block more(BlockKind::paragraph);
  WordsRun run(more.inlines);
  const auto say = [&](std::string_view what, std::string_view words) {
    if (trim(words).empty()) return;
    run.add(what, strong());
    run.add(" ");
    run.add(words, {}, node.origin());
    run.add(". ");
  };
  say("For:", node.attribute("owner-names").empty() ? node.attribute("owner") : node.attribute("owner-names"));
  const std::optional<Date> due = date_from_iso(node.attribute("due"));
  say("By:", due ? month_and_year(*due) : std::string(node.attribute("due")));
  for (const auto& [name, words_before] : {std::pair{"outcome", "Outcome:"}, std::pair{"evidence", "Evidence:"}})
    if (const Node part = child(node, name)) {
      run.add(words_before, strong());
      run.add(" ");
      words(part, run, {});
      run.add(" ");
    }
  if (!more.inlines.empty()) sink.paragraph(std::move(more));
}

void ProseCopier::block(Node node, const Sink& sink, int level) {
  const std::string_view name = node.name();
  if (name == "p") {
    Block paragraph(BlockKind::paragraph);
    WordsRun run(paragraph.inlines);
    words(node, run, {});
    if (!paragraph.inlines.empty()) sink.paragraph(std::move(paragraph));
  } else if (name == "ul" || name == "ol") {
    list(node, sink, level);
  } else if (name == "table") {
    table(node, sink, level);
  } else if (name == "quote") {
    quote(node, sink, level);
  } else if (name == "h") {
    const std::string_view written = node.attribute("level");
    const int below = written.empty() ? 0 : written[0] - '3';
    heading(node, "", level + 1 + below, sink, "");
  } else if (name == "finding") {
    const std::string id(node.attribute("id"));
    heading(node, "Finding " + id + ": " + std::string(node.attribute("title")), level + 1, sink, "finding-" + id);
    inside(node, sink, level + 1);
  } else if (name == "theme") {
    heading(node, std::string(node.attribute("title")), level + 1, sink, "");
    inside(node, sink, level + 1);
  } else if (name == "learning-point") {
    led(node, "Learning point:", sink, level);
  } else if (name == "recommendation") {
    recommendation(node, sink, level);
  } else {
    inside(node, sink, level);
  }
}

void ProseCopier::inside(Node node, const Sink& sink, int level) {  // at most 256 levels
  Block open(BlockKind::paragraph);
  WordsRun run(open.inlines);
  const auto close = [&] {
    if (!open.inlines.empty()) sink.paragraph(std::move(open));
    open = Block(BlockKind::paragraph);
    run = WordsRun(open.inlines);
  };
  for (Node each = node.first_child(); each; each = each.next()) {
    if (each.is_text()) {
      run.add(each.text(), {}, each.origin());
    } else if (is_inline(each)) {
      inline_element(each, run, {});
    } else {
      close();
      block(each, sink, level);
    }
  }
  close();
}

void ProseCopier::blocks(Node node, const Sink& sink, int level) {
  if (!node.is_element()) {
    Block paragraph(BlockKind::paragraph);
    WordsRun(paragraph.inlines).add(node.content(), {}, node.origin());
    if (!paragraph.inlines.empty()) sink.paragraph(std::move(paragraph));
  } else if (is_block(node)) {
    block(node, sink, level);
  } else {
    inside(node, sink, level);
  }
}

}  // namespace casewright
