#include "ingest/html_blocks.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "ingest/run_builder.h"
#include "ingest/runs.h"

namespace casewright {
namespace {

using html::Node;
using html::NodeKind;

/// What a reader of pages does with an element.
enum class Does : std::uint8_t {
  inline_run, block, paragraph, heading, list, item, definitions, table, figure, picture, drawing, quote, contents,
  page_edge, line_break, nothing, summary, quoted_run, preformatted,
};

struct ElementRow {
  std::string_view name;
  Does does;
};
constexpr ElementRow element_rows[] = {
    {"html", Does::block}, {"body", Does::block}, {"main", Does::block}, {"article", Does::block}, {"section", Does::block},
    {"div", Does::block}, {"form", Does::block}, {"fieldset", Does::block}, {"address", Does::block}, {"center", Does::block},
    {"aside", Does::block}, {"hgroup", Does::block}, {"details", Does::block}, {"search", Does::block}, {"dialog", Does::block},
    {"legend", Does::paragraph}, {"p", Does::paragraph}, {"figcaption", Does::paragraph}, {"caption", Does::paragraph},
    {"dt", Does::paragraph}, {"dd", Does::paragraph}, {"summary", Does::summary}, {"pre", Does::preformatted},
    {"h1", Does::heading}, {"h2", Does::heading}, {"h3", Does::heading}, {"h4", Does::heading}, {"h5", Does::heading}, {"h6", Does::heading},
    {"ul", Does::list}, {"ol", Does::list}, {"menu", Does::list}, {"dir", Does::list}, {"li", Does::item}, {"dl", Does::definitions},
    {"table", Does::table}, {"tr", Does::block}, {"td", Does::block}, {"th", Does::block}, {"figure", Does::figure},
    {"img", Does::picture}, {"image", Does::picture}, {"svg", Does::drawing}, {"blockquote", Does::quote}, {"nav", Does::contents},
    {"header", Does::page_edge}, {"footer", Does::page_edge}, {"br", Does::line_break}, {"hr", Does::nothing}, {"q", Does::quoted_run},
    {"head", Does::nothing}, {"script", Does::nothing}, {"style", Does::nothing}, {"template", Does::nothing}, {"noscript", Does::nothing},
    {"input", Does::nothing}, {"textarea", Does::nothing}, {"select", Does::nothing}, {"button", Does::nothing}, {"output", Does::nothing},
    {"datalist", Does::nothing}, {"iframe", Does::nothing}, {"canvas", Does::nothing}, {"audio", Does::nothing}, {"video", Does::nothing},
    {"object", Does::nothing}, {"embed", Does::nothing}, {"title", Does::nothing}, {"meta", Does::nothing}, {"link", Does::nothing},
};

Does what_does(std::string_view name) {
  for (const ElementRow& each : element_rows)
    if (each.name == name) return each.does;
  return Does::inline_run;
}

struct MarkRow {
  std::string_view name;
  Mark mark;
};
constexpr MarkRow mark_rows[] = {
    {"em", Mark::emphasis}, {"i", Mark::emphasis}, {"cite", Mark::emphasis}, {"dfn", Mark::emphasis}, {"var", Mark::emphasis},
    {"strong", Mark::strong}, {"b", Mark::strong}, {"sup", Mark::superscript}, {"sub", Mark::subscript}, {"u", Mark::underline},
    {"ins", Mark::underline}, {"s", Mark::struck}, {"strike", Mark::struck}, {"del", Mark::struck},
};

/// Blocks that are being made one after another, the words of the one that is open, and pictures that wait for
/// its end.
struct Flow {
  std::vector<Block> blocks;
  RunBuilder words;
  Block open{BlockKind::paragraph};
  std::vector<Block> waiting;

  void close() {
    open.inlines = words.take();
    if (open.inlines.empty() && !open.number.empty()) open.inlines.push_back(text_inline(std::exchange(open.number, "")));
    if (!open.inlines.empty()) blocks.push_back(std::move(open));
    open = Block(BlockKind::paragraph);
    for (Block& each : waiting) blocks.push_back(std::move(each));
    waiting.clear();
  }
};

/// Reads the visible parts of a page. It recurs once per level of the page, which the parser bounds at 250.
class BlockReader {
 public:
  BlockReader(const HtmlPage& page, Document& document) : page_(page), document_(document) {}

  void run() {
    document_.language = fold_space(page_.root->attribute("lang"));
    for (const Node& child : page_.root->children)
      if (child.name == "body" && document_.language.empty()) document_.language = fold_space(child.attribute("lang"));
    Flow flow;
    children(*page_.root, {}, flow);
    flow.close();
    document_.blocks = std::move(flow.blocks);
  }

 private:
  using Setting = RunBuilder::Setting;

  void children(const Node& node, const Setting& setting, Flow& flow) {
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::text) text(child, setting, flow);
      else if (child.kind == NodeKind::element) element(child, setting, flow);
    }
  }

  void text(const Node& node, const Setting& setting, Flow& flow) {
    std::vector<OriginStep> steps;
    for (const html::TextStep& each : node.steps)
      steps.push_back({each.at, page_.source->origin(1, each.source), each.exact ? OriginStep::Steps::by_byte : OriginStep::Steps::stays});
    if (steps.empty()) steps.push_back({0, {1, node.line, 0}, OriginStep::Steps::stays});
    flow.words.add(node.text, split_lines(node, steps), setting);
  }

  /// Steps by byte are cut at line ends, so that each knows its line.
  std::vector<OriginStep> split_lines(const Node& node, const std::vector<OriginStep>& steps) const {
    std::vector<OriginStep> all;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      all.push_back(steps[i]);
      if (steps[i].steps != OriginStep::Steps::by_byte) continue;
      const std::size_t end = i + 1 < steps.size() ? steps[i + 1].at : node.text.size();
      // Where the page is no UTF-8 the bytes of the file do not run along with those of the text.
      const bool every = page_.source->encoding != "utf-8";
      for (std::size_t at = steps[i].at; at + 1 < end; ++at) {
        const bool odd = every && (static_cast<unsigned char>(node.text[at + 1]) >= 0x80 || static_cast<unsigned char>(node.text[at]) >= 0x80 || page_.source->encoding.starts_with("utf-16"));
        if (node.text[at] != '\n' && !odd) continue;
        const auto next = static_cast<std::uint32_t>(at + 1);
        all.push_back({next, page_.source->origin(1, node.steps[i].source + (next - node.steps[i].at)), OriginStep::Steps::by_byte});
      }
    }
    return all;
  }

  void element(const Node& node, const Setting& outer, Flow& flow) {
    if (is_hidden(page_, node)) return;
    if (page_.notes.contains(&node)) return note(node, flow);
    Setting setting = outer;
    const Does does = what_does(node.name);
    const std::string language = fold_space(node.attribute("lang"));
    if (does == Does::inline_run || does == Does::quoted_run) {
      if (!language.empty() && language != document_.language) setting.language = language;
      return inline_element(node, setting, does, flow);
    }
    switch (does) {
      case Does::nothing:
        if (node.name == "hr") flow.close();
        return;
      case Does::line_break: return flow.words.add_break();
      case Does::picture: return picture(node, flow);
      case Does::drawing: return drawing(node, flow);
      case Does::inline_run: case Does::quoted_run: return;
      default: break;
    }
    flow.close();
    const std::size_t first = flow.blocks.size();
    block_element(node, setting, does, flow);
    flow.close();
    if (!language.empty() && language != document_.language)
      for (std::size_t at = first; at < flow.blocks.size(); ++at)
        if (flow.blocks[at].language.empty()) flow.blocks[at].language = language;
    if (const std::string_view id = node.attribute("id"); !id.empty() && node.name != "main" && first < flow.blocks.size() && flow.blocks[first].id.empty())
      flow.blocks[first].id = id;
  }

  void inline_element(const Node& node, Setting setting, Does does, Flow& flow) {
    if (node.name == "a" || node.name == "area") return link(node, setting, flow);
    if (has_class(node, "number") && flow.words.empty() && flow.open.number.empty()) {
      flow.open.number = fold_space(node.content());
      return;
    }
    if (has_class(node, "marker") && flow.words.empty()) {
      flow.open.number = fold_space(node.content());
      return;
    }
    for (const MarkRow& each : mark_rows)
      if (each.name == node.name) setting.marks = setting.marks.with(each.mark);
    if (node.name == "mark" && has_class(node, "uncertain")) setting.marks = setting.marks.with(Mark::uncertain);
    const std::vector<OriginStep> here{{0, page_.origin_of(node), OriginStep::Steps::stays}};
    if (does == Does::quoted_run) flow.words.add("\xE2\x80\x9C", here, setting);
    children(node, setting, flow);
    if (does == Does::quoted_run) flow.words.add("\xE2\x80\x9D", here, setting);
  }

  void link(const Node& node, Setting setting, Flow& flow) {
    if (node.attribute("role") == "doc-backlink" || has_class(node, "back") || has_class(node, "footnote-back")) return;
    if (has_class(node, "skip") || has_class(node, "exit") || has_class(node, "skip-link")) {
      flow.close();
      Flow inside;
      children(node, setting, inside);
      inside.close();
      for (Block& each : inside.blocks) {
        each.kind = BlockKind::furniture;
        flow.blocks.push_back(std::move(each));
      }
      return;
    }
    const std::string href = fold_space(node.attribute("href"));
    if (page_.references.contains(&node)) {
      flow.words.add_note_reference(fold_space(node.content()), page_.note_of.at(href.substr(1)), page_.origin_of(node));
      return;
    }
    const bool inner = href.size() > 1 && href[0] == '#';
    if (in_note_ > 0 && inner && (flow.words.empty() || page_.reference_anchors.contains(href.substr(1)))) return;  // the way back
    if (!href.empty()) setting.target = href;
    children(node, setting, flow);
  }

  void block_element(const Node& node, const Setting& setting, Does does, Flow& flow) {
    switch (does) {
      case Does::heading: return heading(node, setting, flow);
      case Does::list: return list(node, setting, flow);
      case Does::item: {  // outside a list
        Block stray(BlockKind::list);
        stray.children.push_back(item(node, setting));
        flow.blocks.push_back(std::move(stray));
        return;
      }
      case Does::definitions: return definitions(node, setting, flow);
      case Does::table: return table(node, setting, flow);
      case Does::figure: return figure(node, setting, flow);
      case Does::quote: return boxed(node, setting, BlockKind::quote, flow);
      case Does::contents: return navigation(node, setting, flow);
      case Does::page_edge: return page_edge(node, setting, flow);
      case Does::paragraph: return paragraph(node, setting, flow);
      case Does::summary:
        if (in_figure_ > 0) return;  // it only announces the table that says the same
        return paragraph(node, setting, flow);
      case Does::preformatted: {
        Setting kept = setting;
        kept.keeps_space = true;
        return children(node, kept, flow);
      }
      default: break;
    }
    division(node, setting, flow);
  }

  void division(const Node& node, const Setting& setting, Flow& flow) {
    const std::string_view role = node.attribute("role");
    if (has_class(node, "to-write")) return boxed(node, setting, BlockKind::to_write, flow);
    if (role == "navigation" || role == "doc-toc") return navigation(node, setting, flow);
    if (role == "banner" || role == "contentinfo" || (has_class(node, "support") && node.name == "section")) return furnish(node, setting, flow);
    const bool notes = role == "doc-endnotes";
    const bool article = node.name == "article" || node.name == "main" || node.name == "section" || node.name == "aside";
    in_endnotes_ += notes;
    in_article_ += article;
    children(node, setting, flow);
    in_article_ -= article;
    in_endnotes_ -= notes;
  }

  void paragraph(const Node& node, const Setting& setting, Flow& flow) {
    if (has_class(node, "date") && !document_.date.known())
      if (const Node* time = find(node, "time"))
        if (const auto date = date_from_iso(time->attribute("datetime"))) {
          document_.date = *date;
          return;
        }
    if (has_class(node, "picture-words")) {
      Block block(BlockKind::figure);
      auto words = std::make_shared<Picture>();
      words->alternative = fold_space(node.content());
      block.picture = std::move(words);
      flow.blocks.push_back(std::move(block));
      return;
    }
    const std::size_t first = flow.blocks.size();
    children(node, setting, flow);
    flow.close();
    for (std::size_t at = first; at < flow.blocks.size(); ++at) {
      Block& block = flow.blocks[at];
      if (block.kind != BlockKind::paragraph) continue;
      if (has_class(node, "subtitle")) block.kind = BlockKind::subtitle;
      else if (has_class(node, "caption") || node.name == "figcaption" || node.name == "caption") block.kind = BlockKind::caption;
      else number_from_words(block, true);
    }
  }

  static void number_from_words(Block& block, bool many) {
    if (!block.number.empty() || block.inlines.empty() || block.inlines.front().kind != InlineKind::text) return;
    const LeadingNumber lead = leading_number(block.inlines.front().text, many);
    if (lead.number.empty()) return;
    block.number = lead.number;
    cut_front(block.inlines, lead.words_at);
    // Word parts number and words by a run of no-break spaces.
    while (!block.inlines.empty() && block.inlines.front().kind == InlineKind::text && trim(block.inlines.front().text).size() < block.inlines.front().text.size()) {
      const std::string_view text = block.inlines.front().text;
      const std::string_view rest = trim(text);
      const std::size_t spaces = rest.empty() ? text.size() : static_cast<std::size_t>(rest.data() - text.data());
      if (spaces == 0) break;
      cut_front(block.inlines, spaces);
    }
  }

  void heading(const Node& node, const Setting& setting, Flow& flow) {
    if (in_endnotes_ > 0) return;
    const std::size_t first = flow.blocks.size();
    children(node, setting, flow);
    flow.close();
    const int depth = node.name[1] - '0';
    for (std::size_t at = first; at < flow.blocks.size(); ++at) {
      Block& block = flow.blocks[at];
      if (block.kind != BlockKind::paragraph) continue;
      number_from_words(block, false);
      const bool title = depth == 1 && !seen_title_ && page_.first_headings == 1;
      block.kind = title ? BlockKind::title : BlockKind::heading;
      seen_title_ = seen_title_ || title;
      if (!title) block.level = static_cast<std::uint8_t>(page_.first_headings == 1 ? std::max(1, depth - 1) : depth);
      block.section = fold_space(node.attribute("data-section"));
    }
  }

  /// The blocks inside an element become the inside of one block: its first paragraph the block's own words.
  void fill(const Node& node, const Setting& setting, Block& block) {
    Flow inside;
    children(node, setting, inside);
    inside.close();
    absorb(std::move(inside.blocks), block);
  }

  static void absorb(std::vector<Block> blocks, Block& block) {
    for (std::size_t at = 0; at < blocks.size(); ++at) {
      Block& each = blocks[at];
      if (at == 0 && each.kind == BlockKind::paragraph) {
        block.inlines = std::move(each.inlines);
        if (!each.number.empty()) block.number = std::move(each.number);
        if (block.language.empty()) block.language = std::move(each.language);
      } else {
        block.children.push_back(std::move(each));
      }
    }
  }

  void boxed(const Node& node, const Setting& setting, BlockKind kind, Flow& flow) {
    Block block(kind);
    fill(node, setting, block);
    if (kind == BlockKind::to_write && !block.inlines.empty() && block.inlines.front().text.starts_with("To write:")) {
      std::size_t cut = std::string_view("To write:").size();
      const std::string words = block.text();
      while (cut < words.size() && words[cut] == ' ') ++cut;
      cut_front(block.inlines, cut);
    }
    if (!block.inlines.empty() || !block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  void furnish(const Node& node, const Setting& setting, Flow& flow) {
    Block block(BlockKind::furniture);
    Flow inside;
    children(node, setting, inside);
    inside.close();
    block.children = std::move(inside.blocks);
    if (!block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  /// Contents lead to places of the page; other navigation is furniture.
  void navigation(const Node& node, const Setting& setting, Flow& flow) {
    std::size_t inner = 0, all = 0;
    count_links(node, inner, all);
    const bool contents = node.attribute("role") == "doc-toc" || has_class(node, "contents") || has_class(node, "toc") || (all > 1 && inner * 2 > all);
    furnish(node, setting, flow);
    if (contents && !flow.blocks.empty() && flow.blocks.back().kind == BlockKind::furniture) flow.blocks.back().kind = BlockKind::contents;
  }

  static void count_links(const Node& node, std::size_t& inner, std::size_t& all) {
    for (const Node& child : node.children) {
      if (child.name == "a" && child.has_attribute("href")) ++all, inner += child.attribute("href").starts_with('#');
      count_links(child, inner, all);
    }
  }

  /// A header or footer of the page is furniture; one of an article, or one that bears the only title, is not.
  void page_edge(const Node& node, const Setting& setting, Flow& flow) {
    const bool bears_title = node.name == "header" && page_.first_headings == 1 && find(node, "h1") != nullptr;
    if (in_article_ > 0 || bears_title) return children(node, setting, flow);
    furnish(node, setting, flow);
  }

  static const Node* find(const Node& node, std::string_view name) {
    for (const Node& child : node.children) {
      if (child.name == name) return &child;
      if (const Node* found = find(child, name)) return found;
    }
    return nullptr;
  }

  void note(const Node& node, Flow& flow) {
    flow.close();
    Block block(BlockKind::note);
    ++in_note_;
    fill(node, {}, block);
    --in_note_;
    block.id = note_id(node);
    block.language = node.attribute("lang") == document_.language ? "" : std::string(node.attribute("lang"));
    if (!block.inlines.empty() || !block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  std::string note_id(const Node& node) const {
    if (const std::string_view id = node.attribute("id"); !id.empty()) return std::string(id);
    for (const Node& child : node.children)
      for (const char* key : {"id", "name"})
        if (const auto found = page_.note_of.find(std::string(child.attribute(key))); found != page_.note_of.end()) return found->second;
    return "";
  }

  Block item(const Node& node, const Setting& setting) {
    Block block(BlockKind::list_item);
    fill(node, setting, block);
    block.id = node.attribute("id");
    return block;
  }

  static std::string counted(std::string_view type, int number) {
    if ((type == "a" || type == "A") && number >= 1 && number <= 26) return std::string(1, static_cast<char>(type[0] + number - 1)) + ".";
    if ((type == "i" || type == "I") && number >= 1 && number < 40) {
      static constexpr std::pair<int, std::string_view> steps[] = {{10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}};
      std::string roman;
      for (const auto& [value, letters] : steps)
        for (; number >= value; number -= value) roman += letters;
      if (type == "I")
        for (char& c : roman) c = static_cast<char>(c - 'a' + 'A');
      return roman + ".";
    }
    return std::to_string(number) + ".";
  }

  static int number_or(std::string_view text, int otherwise) {
    const int number = std::atoi(std::string(text.substr(0, 6)).c_str());
    return number == 0 ? otherwise : number;
  }

  void list(const Node& node, const Setting& setting, Flow& flow) {
    Block block(BlockKind::list);
    block.ordered = node.name == "ol";
    const std::string_view type = node.attribute("type");
    const bool counts = block.ordered && !has_class(node, "marked") && node.attribute("style").find("none") == std::string_view::npos;
    int next = number_or(node.attribute("start"), 1);
    Flow loose;  // words and blocks that stand between the items
    const auto keep_loose = [&] {
      loose.close();
      if (loose.blocks.empty()) return;
      if (block.children.empty()) block.children.emplace_back(BlockKind::list_item);
      for (Block& each : std::exchange(loose.blocks, {})) block.children.back().children.push_back(std::move(each));
    };
    for (const Node& child : node.children) {
      if (child.name != "li" || page_.notes.contains(&child)) {
        if (child.kind == NodeKind::text) text(child, setting, loose);
        else if (child.kind == NodeKind::element && page_.notes.contains(&child)) note(child, flow);
        else if (child.kind == NodeKind::element) element(child, setting, loose);
        continue;
      }
      keep_loose();
      if (is_hidden(page_, child)) continue;
      Block made = item(child, setting);
      next = number_or(child.attribute("value"), next);
      if (counts && made.number.empty()) made.number = counted(type, next);
      ++next;
      block.children.push_back(std::move(made));
    }
    keep_loose();
    if (!block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  /// A term with what is said of it is one item: the term strong, the rest below it.
  void definitions(const Node& node, const Setting& setting, Flow& flow) {
    Block block(BlockKind::list);
    define(node, setting, block);
    if (!block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  void define(const Node& node, const Setting& setting, Block& list) {
    for (const Node& child : node.children) {
      if (child.kind != NodeKind::element || is_hidden(page_, child)) continue;
      if (child.name == "dt") {
        Setting strong = setting;
        strong.marks = strong.marks.with(Mark::strong);
        list.children.push_back(item(child, strong));
      } else if (child.name == "dd") {
        if (list.children.empty()) list.children.emplace_back(BlockKind::list_item);
        Flow inside;
        children(child, setting, inside);
        inside.close();
        for (Block& each : inside.blocks) list.children.back().children.push_back(std::move(each));
      } else if (page_.notes.contains(&child) || (child.name != "div" && child.name != "section")) {
        Flow inside;
        element(child, setting, inside);
        inside.close();
        if (list.children.empty() && !inside.blocks.empty()) list.children.emplace_back(BlockKind::list_item);
        for (Block& each : inside.blocks) list.children.back().children.push_back(std::move(each));
      } else {
        define(child, setting, list);
      }
    }
  }

  void table(const Node& node, const Setting& setting, Flow& flow) {
    const std::string_view role = node.attribute("role");
    if (role == "presentation" || role == "none") return children(node, setting, flow);
    Block block(BlockKind::table);
    Flow around;  // what badly formed tables hold outside their cells
    rows(node, setting, false, block, around);
    around.close();
    for (Block& each : around.blocks) flow.blocks.push_back(std::move(each));
    if (!block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  void rows(const Node& node, const Setting& setting, bool head, Block& table, Flow& around) {
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::text) {
        text(child, setting, around);
      } else if (child.kind != NodeKind::element || is_hidden(page_, child)) {
        continue;
      } else if (child.name == "caption") {
        Block caption(BlockKind::caption);
        fill(child, setting, caption);
        table.children.insert(table.children.begin(), std::move(caption));
      } else if (child.name == "thead" || child.name == "tbody" || child.name == "tfoot") {
        rows(child, setting, child.name == "thead", table, around);
      } else if (child.name == "tr") {
        Block row(BlockKind::row);
        cells(child, setting, head, row, around);
        row.id = child.attribute("id");
        if (!row.children.empty()) table.children.push_back(std::move(row));
      } else if (child.name != "colgroup" && child.name != "col") {
        element(child, setting, around);
      }
    }
  }

  static std::uint16_t span_of(const Node& node, std::string_view attribute) {
    return static_cast<std::uint16_t>(std::clamp(number_or(node.attribute(attribute), 1), 1, 1000));
  }

  void cells(const Node& row, const Setting& setting, bool head, Block& into, Flow& around) {
    for (const Node& child : row.children) {
      if (child.name != "td" && child.name != "th") {
        if (child.kind == NodeKind::text) text(child, setting, around);
        else if (child.kind == NodeKind::element) element(child, setting, around);
        continue;
      }
      if (is_hidden(page_, child)) continue;
      Block cell(BlockKind::cell);
      fill(child, setting, cell);
      cell.id = child.attribute("id");
      const CellShape shape{span_of(child, "colspan"), span_of(child, "rowspan"), child.name == "th" || (head && child.name == "td") || child.has_attribute("scope")};
      if (shape.columns != 1 || shape.rows != 1 || shape.header) cell.cell = std::make_unique<CellShape>(shape);
      into.children.push_back(std::move(cell));
    }
  }

  void figure(const Node& node, const Setting& setting, Flow& flow) {
    ++in_figure_;
    Flow inside;
    children(node, setting, inside);
    inside.close();
    --in_figure_;
    Block block(BlockKind::figure);
    std::vector<Block> rest;
    for (Block& each : inside.blocks) {
      if (each.kind == BlockKind::figure && block.picture == nullptr && each.children.empty()) block.picture = each.picture;
      else if (each.kind == BlockKind::caption) block.children.push_back(std::move(each));
      else if (each.kind == BlockKind::paragraph && block.inlines.empty() && rest.empty()) block.inlines = std::move(each.inlines);
      else rest.push_back(std::move(each));
    }
    for (Block& each : rest) block.children.push_back(std::move(each));
    if (block.picture != nullptr || !block.inlines.empty() || !block.children.empty()) flow.blocks.push_back(std::move(block));
  }

  void put_picture(Picture picture, const Node& node, Flow& flow) {
    Block block(BlockKind::figure);
    block.picture = std::make_shared<const Picture>(std::move(picture));
    block.id = node.attribute("id");
    flow.waiting.push_back(std::move(block));
    if (flow.words.empty()) flow.close();
  }

  void picture(const Node& node, Flow& flow) {
    Picture picture;
    picture.alternative = fold_space(node.attribute("alt"));
    const std::string_view role = node.attribute("role");
    picture.decorative = (node.has_attribute("alt") && picture.alternative.empty()) || role == "presentation" || role == "none";
    const std::string_view address = node.attribute("src");
    if (address.starts_with("data:")) read_data(address, picture);
    put_picture(std::move(picture), node, flow);
  }

  /// The bytes of "data:image/png;base64,..."; other forms are left alone.
  static void read_data(std::string_view address, Picture& picture) {
    const std::size_t comma = address.find(',');
    const std::size_t mark = address.substr(0, comma).find(";base64");
    if (comma == std::string_view::npos || mark == std::string_view::npos) return;
    picture.media_type = address.substr(5, mark - 5);
    std::uint32_t held = 0;
    int bits = 0;
    for (const char c : address.substr(comma + 1)) {
      static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
      const std::size_t value = alphabet.find(c);
      if (value == std::string_view::npos) continue;
      held = (held << 6 | static_cast<std::uint32_t>(value)) & 0xFFFF;
      bits += 6;
      if (bits >= 8) picture.bytes += static_cast<char>(held >> (bits -= 8) & 0xFF);
    }
  }

  void drawing(const Node& node, Flow& flow) {
    Picture picture;
    picture.media_type = "image/svg+xml";
    picture.decorative = node.attribute("role") == "presentation" || node.attribute("role") == "none";
    if (const Node* image = find(node, "image"); image != nullptr && image->attribute("href").starts_with("data:"))
      read_data(image->attribute("href"), picture);
    if (const Node* words = find(node, "desc")) picture.alternative = fold_space(words->content());
    if (picture.alternative.empty())
      if (const Node* title = find(node, "title")) picture.alternative = fold_space(title->content());
    if (picture.alternative.empty()) picture.alternative = fold_space(node.attribute("aria-label"));
    put_picture(std::move(picture), node, flow);
  }

  const HtmlPage& page_;
  Document& document_;
  bool seen_title_ = false;
  int in_note_ = 0, in_figure_ = 0, in_article_ = 0, in_endnotes_ = 0;
};

}  // namespace

void read_html_blocks(const HtmlPage& page, Document& document) { BlockReader(page, document).run(); }

}  // namespace casewright
