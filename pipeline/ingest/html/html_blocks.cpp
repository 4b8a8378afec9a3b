#include "ingest/html/html_blocks.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/blocks/list_numbers.h"
#include "ingest/blocks/runs.h"
#include "ingest/html/html_block_reader.h"
#include "ingest/html/html_legacy.h"

namespace casewright {

using html::Node;
using html::NodeKind;

namespace {

/// A number has no words, "3.1", "(xviii)"; what has is read as the words that it is, so that nothing in it goes unjudged.
bool holds_words(std::string_view number) {
  std::size_t letters = 0, others = 0;  // of a run, and those that no Roman number has
  for (const char c : number) {
    const char small = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    const bool letter = small >= 'a' && small <= 'z';
    letters = letter ? letters + 1 : 0;
    others = !letter ? 0 : std::string_view("ivxlcdm").find(small) == std::string_view::npos ? others + 1 : others;
    if (letters >= 3 && others > 0) return true;
  }
  return false;
}

struct ElementRow {
  std::string_view name;
  HtmlDoes does;
};
constexpr ElementRow element_rows[] = {
    {"html", HtmlDoes::block}, {"body", HtmlDoes::block}, {"main", HtmlDoes::block}, {"article", HtmlDoes::block}, {"section", HtmlDoes::block},
    {"div", HtmlDoes::block}, {"form", HtmlDoes::block}, {"fieldset", HtmlDoes::block}, {"address", HtmlDoes::block}, {"center", HtmlDoes::block},
    {"aside", HtmlDoes::block}, {"hgroup", HtmlDoes::block}, {"details", HtmlDoes::block}, {"search", HtmlDoes::block}, {"dialog", HtmlDoes::block},
    {"legend", HtmlDoes::paragraph}, {"p", HtmlDoes::paragraph}, {"figcaption", HtmlDoes::paragraph}, {"caption", HtmlDoes::paragraph},
    {"dt", HtmlDoes::paragraph}, {"dd", HtmlDoes::paragraph}, {"summary", HtmlDoes::summary}, {"pre", HtmlDoes::preformatted},
    {"h1", HtmlDoes::heading}, {"h2", HtmlDoes::heading}, {"h3", HtmlDoes::heading}, {"h4", HtmlDoes::heading}, {"h5", HtmlDoes::heading}, {"h6", HtmlDoes::heading},
    {"ul", HtmlDoes::list}, {"ol", HtmlDoes::list}, {"menu", HtmlDoes::list}, {"dir", HtmlDoes::list}, {"li", HtmlDoes::item}, {"dl", HtmlDoes::definitions},
    {"table", HtmlDoes::table}, {"tr", HtmlDoes::block}, {"td", HtmlDoes::block}, {"th", HtmlDoes::block}, {"figure", HtmlDoes::figure},
    {"img", HtmlDoes::picture}, {"image", HtmlDoes::picture}, {"svg", HtmlDoes::drawing}, {"blockquote", HtmlDoes::quote}, {"nav", HtmlDoes::contents},
    {"header", HtmlDoes::page_edge}, {"footer", HtmlDoes::page_edge}, {"br", HtmlDoes::line_break}, {"hr", HtmlDoes::nothing}, {"q", HtmlDoes::quoted_run},
    {"head", HtmlDoes::nothing}, {"script", HtmlDoes::nothing}, {"style", HtmlDoes::nothing}, {"template", HtmlDoes::nothing}, {"noscript", HtmlDoes::nothing}, {"noembed", HtmlDoes::nothing}, {"noframes", HtmlDoes::nothing},
    {"input", HtmlDoes::nothing}, {"textarea", HtmlDoes::nothing}, {"select", HtmlDoes::nothing}, {"button", HtmlDoes::nothing}, {"output", HtmlDoes::nothing},
    {"datalist", HtmlDoes::nothing}, {"iframe", HtmlDoes::nothing}, {"canvas", HtmlDoes::nothing}, {"audio", HtmlDoes::nothing}, {"video", HtmlDoes::nothing},
    {"object", HtmlDoes::nothing}, {"embed", HtmlDoes::nothing}, {"title", HtmlDoes::nothing}, {"meta", HtmlDoes::nothing}, {"link", HtmlDoes::nothing},
};

HtmlDoes what_does(std::string_view name) {
  for (const ElementRow& each : element_rows)
    if (each.name == name) return each.does;
  return HtmlDoes::inline_run;
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

/// What the names of an element say that it is, on sites of every age.
enum class Named : std::uint8_t { nothing, menu, edge, notice };

Named named(const Node& node) {
  for (const std::string_view key : {"class", "id", "role"}) {
    const std::string names = ascii_lower(node.attribute(key));
    if (names.find("cookie") != std::string::npos || names == "alertdialog") return Named::notice;
    for (const std::string_view each : split(names, ' ')) {
      for (const std::string_view menu : {"nav", "navbar", "navigation", "topnav", "leftnav", "sidenav", "mainmenu", "main-menu", "menu", "breadcrumb", "breadcrumbs", "skiplinks"})
        if (each == menu) return Named::menu;
      for (const std::string_view edge : {"header", "footer", "masthead", "site-header", "site-footer", "page-header", "page-footer", "pageheader", "pagefooter", "msoheader", "msofooter"})
        if (each == edge) return Named::edge;
      for (const std::string_view notice : {"share", "sharing", "social", "social-share", "addthis", "skip-link", "consent-banner", "lastmodified"})
        if (each == notice) return Named::notice;
    }
  }
  return Named::nothing;
}

/// The size of the letters that an element asks for, as <font> counts them, 0 where it does not say.
std::uint8_t letter_size(const Node& node) {
  const std::string said(trim(node.attribute("size")));
  if (node.name == "big") return 4;
  if (node.name == "font" && !said.empty()) {
    const int relative = said[0] == '+' ? 3 : 0;
    const char digit = said[relative > 0 ? 1 % said.size() : 0];
    return digit >= '1' && digit <= '7' && said[0] != '-' ? static_cast<std::uint8_t>(std::min(7, digit - '0' + relative)) : std::uint8_t{0};
  }
  const std::string style = ascii_lower(node.attribute("style"));
  const std::size_t at = style.find("font-size:");
  if (at == std::string::npos) return 0;
  const std::string_view value = trim(std::string_view(style).substr(at + 10, style.find(';', at) - at - 10));
  double points = 0, scale = 1;
  for (const char c : value) {
    if (c >= '0' && c <= '9') points = scale < 1 ? points + (c - '0') * scale : points * 10 + (c - '0');
    else if (c != '.') break;
    if (c == '.' || scale < 1) scale /= 10;
  }
  if (value.ends_with("px")) points *= 0.75;
  else if (value.ends_with("em")) points *= 12;
  else if (value.ends_with("%")) points *= 0.12;
  else if (!value.ends_with("pt")) return 0;
  return points >= 24 ? 6 : points >= 18 ? 5 : points >= 13.5 ? 4 : 3;
}

bool has_style(const Node& node, std::string_view what) {
  std::string style = ascii_lower(node.attribute("style"));
  std::erase_if(style, [](char c) { return c == ' ' || c == '\n' || c == '\r'; });
  return style.find(what) != std::string::npos;
}

}  // namespace

void HtmlBlockReader::run() {
  document_.language = fold_space(page_.root->attribute("lang"));
  for (const Node& child : page_.root->children)
    if (child.name == "body" && document_.language.empty()) document_.language = fold_space(child.attribute("lang"));
  HtmlFlow flow;
  children(*page_.root, {}, flow);
  flow.close();
  document_.blocks = std::move(flow.blocks);
  mend_legacy_page(document_.blocks);
}

void HtmlBlockReader::children(const Node& node, const Setting& setting, HtmlFlow& flow) {
  Setting own = setting;
  if (page_.faint.contains(&node)) own.marks = own.marks.with(Mark::faint);
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::text) text(child, own, flow);
    else if (child.kind == NodeKind::element) element(child, setting, flow);
  }
}

void HtmlBlockReader::text(const Node& node, const Setting& setting, HtmlFlow& flow) {
  if (is_hidden(page_, node)) return;
  std::vector<OriginStep> steps;
  for (const html::TextStep& each : node.steps)
    steps.push_back({each.at, page_.source->origin(1, each.source), each.exact ? OriginStep::Steps::by_byte : OriginStep::Steps::stays});
  if (steps.empty()) steps.push_back({0, {1, node.line, 0}, OriginStep::Steps::stays});
  flow.words.add(node.text, split_lines(node, steps), setting);
}

std::vector<OriginStep> HtmlBlockReader::split_lines(const Node& node, const std::vector<OriginStep>& steps) const {
  std::vector<OriginStep> all;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    all.push_back(steps[i]);
    if (steps[i].steps != OriginStep::Steps::by_byte) continue;
    const std::size_t end = i + 1 < steps.size() ? steps[i + 1].at : node.text.size();
    // Where the page is no UTF-8 the bytes of the file do not run along with those of the text. What stands in the page is asked, for
    // conditions of Word are blank in the node.
    const bool every = page_.source->encoding != "utf-8", wide = page_.source->encoding.starts_with("utf-16");
    const std::string_view written = page_.source->text;
    const auto odd_byte = [&](std::size_t place) { return place < written.size() && static_cast<unsigned char>(written[place]) >= 0x80; };
    for (std::size_t at = steps[i].at; at + 1 < end; ++at) {
      const std::size_t place = node.steps[i].source + (at - steps[i].at);
      const bool odd = every && (odd_byte(place) || odd_byte(place + 1) || wide);
      if (node.text[at] != '\n' && !odd) continue;
      const auto next = static_cast<std::uint32_t>(at + 1);
      all.push_back({next, page_.source->origin(1, node.steps[i].source + (next - node.steps[i].at)), OriginStep::Steps::by_byte});
    }
  }
  return all;
}

void HtmlBlockReader::element(const Node& node, const Setting& outer, HtmlFlow& flow) {
  if (is_hidden(page_, node)) return;
  if (page_.notes.contains(&node)) return note(node, flow);
  Setting setting = outer;
  const bool shadow = node.name == "template" && node.has_attribute("shadowrootmode");
  const HtmlDoes does = shadow ? HtmlDoes::block : node.attribute("role") == "heading" ? HtmlDoes::heading : what_does(node.name);
  const std::string language = fold_space(node.attribute("lang"));
  if (does == HtmlDoes::inline_run || does == HtmlDoes::quoted_run) {
    if (!language.empty() && language != document_.language) setting.language = language;
    return inline_element(node, setting, does, flow);
  }
  switch (does) {
    case HtmlDoes::nothing:
      if (node.name == "hr") flow.close();
      return;
    case HtmlDoes::line_break: return flow.words.add_break();
    case HtmlDoes::picture: return picture(node, flow);
    case HtmlDoes::drawing: return drawing(node, flow);
    case HtmlDoes::inline_run: case HtmlDoes::quoted_run: return;
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

void HtmlBlockReader::inline_element(const Node& node, Setting setting, HtmlDoes does, HtmlFlow& flow) {
  if (node.name == "a" || node.name == "area") return link(node, setting, flow);
  const bool set_apart = (has_class(node, "number") && flow.open.number.empty()) || has_class(node, "marker") || has_style(node, "mso-list:ignore");
  if (set_apart && flow.words.empty())
    if (std::string number = fold_space(node.content()); !holds_words(number)) {
      flow.open.number = std::move(number);
      return;
    }
  if (const std::uint8_t size = letter_size(node); size > 0 && flow.words.empty()) flow.open.level = size;
  if (has_style(node, "font-weight:bold") || has_style(node, "font-weight:700")) setting.marks = setting.marks.with(Mark::strong);
  for (const MarkRow& each : mark_rows)
    if (each.name == node.name) setting.marks = setting.marks.with(each.mark);
  if (node.name == "mark" && has_class(node, "uncertain")) setting.marks = setting.marks.with(Mark::uncertain);
  const std::vector<OriginStep> here{{0, page_.origin_of(node), OriginStep::Steps::stays}};
  if (does == HtmlDoes::quoted_run) flow.words.add("\xE2\x80\x9C", here, setting);
  children(node, setting, flow);
  if (does == HtmlDoes::quoted_run) flow.words.add("\xE2\x80\x9D", here, setting);
}

void HtmlBlockReader::link(const Node& node, Setting setting, HtmlFlow& flow) {
  if (node.attribute("role") == "doc-backlink" || has_class(node, "back") || has_class(node, "footnote-back")) return;
  if (has_class(node, "skip") || has_class(node, "exit") || has_class(node, "skip-link")) {
    flow.close();
    HtmlFlow inside;
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

void HtmlBlockReader::block_element(const Node& node, const Setting& setting, HtmlDoes does, HtmlFlow& flow) {
  if (does == HtmlDoes::block || does == HtmlDoes::list || does == HtmlDoes::table || does == HtmlDoes::paragraph) {
    const Named is = node.name == "html" || node.name == "body" || node.name == "main" || in_article_ > 0 ? Named::nothing : named(node);
    if (is == Named::menu) return navigation(node, setting, flow);
    if (is == Named::edge) return page_edge(node, setting, flow);
    if (is == Named::notice) return furnish(node, setting, flow);
  }
  switch (does) {
    case HtmlDoes::heading: return heading(node, setting, flow);
    case HtmlDoes::list: return list(node, setting, flow);
    case HtmlDoes::item: {  // outside a list
      Block stray(BlockKind::list);
      stray.children.push_back(item(node, setting));
      flow.blocks.push_back(std::move(stray));
      return;
    }
    case HtmlDoes::definitions: return definitions(node, setting, flow);
    case HtmlDoes::table: return table(node, setting, flow);
    case HtmlDoes::figure: return figure(node, setting, flow);
    case HtmlDoes::quote: return boxed(node, setting, BlockKind::quote, flow);
    case HtmlDoes::contents: return navigation(node, setting, flow);
    case HtmlDoes::page_edge: return page_edge(node, setting, flow);
    case HtmlDoes::paragraph: return paragraph(node, setting, flow);
    case HtmlDoes::summary:
      if (in_figure_ > 0) return;  // it only announces the table that says the same
      return paragraph(node, setting, flow);
    case HtmlDoes::preformatted: {
      Setting kept = setting;
      kept.keeps_space = true;
      return children(node, kept, flow);
    }
    default: break;
  }
  division(node, setting, flow);
}

void HtmlBlockReader::division(const Node& node, const Setting& setting, HtmlFlow& flow) {
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

void HtmlBlockReader::paragraph(const Node& node, const Setting& setting, HtmlFlow& flow) {
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
    else if (at + 1 == flow.blocks.size()) as_word_says(node, block);
    else number_from_words(block, true);
  }
}

void HtmlBlockReader::as_word_says(const Node& node, Block& block) {
  if (block.level == 0) block.level = letter_size(node);
  if (has_style(node, "font-weight:bold"))
    for (Inline& run : block.inlines) run.marks = run.marks.with(Mark::strong);
  const std::string_view name = node.attribute("class");
  if (name == "MsoTitle") block.kind = BlockKind::title;
  else if (name == "MsoSubtitle") block.kind = BlockKind::subtitle;
  else if (name == "MsoCaption") block.kind = BlockKind::caption;
  else if (name == "MsoQuote") block.kind = BlockKind::quote;
  else if (name.starts_with("MsoToc")) block.kind = BlockKind::contents;
  if (block.kind != BlockKind::paragraph) {
    block.level = 0;
    return;
  }
  const bool loose_item = has_style(node, "mso-list:l") && !block.number.empty();
  if (!loose_item) return number_from_words(block, true);
  if (leading_number(block.number + " X", true).number.empty()) {
    const std::string style = ascii_lower(node.attribute("style"));
    const std::size_t level = style.find("level", style.find("mso-list:"));
    const char digit = level == std::string::npos || level + 5 >= style.size() ? '1' : style[level + 5];
    block.kind = BlockKind::list_item;
    block.level = static_cast<std::uint8_t>(std::clamp(digit - '0', 1, 9));
    block.number = block.number == "o" ? "\xE2\x97\xA6" : block.number == "\xC2\xA7" ? "\xE2\x96\xAA" : block.number == "\xC2\xB7" ? "\xE2\x80\xA2" : bullet_text(block.number);
  } else {
    block.level = 0;
  }
}

void HtmlBlockReader::number_from_words(Block& block, bool many) {
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

/// Of <h3>, and of anything that says that it is a heading: role="heading" aria-level="3"; 2 where it says no level.
int HtmlBlockReader::depth_of_heading(const Node& node) {
  const bool by_name = node.name.size() == 2 && node.name[0] == 'h' && is_digit(node.name[1]);
  return std::clamp(by_name && !node.has_attribute("aria-level") ? node.name[1] - '0' : number_or(node.attribute("aria-level"), 2), 1, 6);
}

void HtmlBlockReader::heading(const Node& node, const Setting& setting, HtmlFlow& flow) {
  if (in_endnotes_ > 0) return;
  const std::size_t first = flow.blocks.size();
  children(node, setting, flow);
  flow.close();
  const int depth = depth_of_heading(node);
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

void HtmlBlockReader::fill(const Node& node, const Setting& setting, Block& block) {
  HtmlFlow inside;
  children(node, setting, inside);
  inside.close();
  absorb(std::move(inside.blocks), block);
}

void HtmlBlockReader::absorb(std::vector<Block> blocks, Block& block) {
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    Block& each = blocks[at];
    if (at == 0 && each.kind == BlockKind::paragraph) {
      block.inlines = std::move(each.inlines);
      if (block.kind == BlockKind::cell) block.level = each.level;
      if (!each.number.empty()) block.number = std::move(each.number);
      if (block.language.empty()) block.language = std::move(each.language);
    } else {
      block.children.push_back(std::move(each));
    }
  }
}

void HtmlBlockReader::boxed(const Node& node, const Setting& setting, BlockKind kind, HtmlFlow& flow) {
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

void HtmlBlockReader::furnish(const Node& node, const Setting& setting, HtmlFlow& flow) {
  Block block(BlockKind::furniture);
  HtmlFlow inside;
  children(node, setting, inside);
  inside.close();
  block.children = std::move(inside.blocks);
  if (!block.children.empty()) flow.blocks.push_back(std::move(block));
}

void HtmlBlockReader::navigation(const Node& node, const Setting& setting, HtmlFlow& flow) {
  std::size_t inner = 0, all = 0;
  count_links(node, inner, all);
  const bool contents = node.attribute("role") == "doc-toc" || has_class(node, "contents") || has_class(node, "toc") || (all > 1 && inner * 2 > all);
  furnish(node, setting, flow);
  if (contents && !flow.blocks.empty() && flow.blocks.back().kind == BlockKind::furniture) flow.blocks.back().kind = BlockKind::contents;
}

void HtmlBlockReader::count_links(const Node& node, std::size_t& inner, std::size_t& all) {
  for (const Node& child : node.children) {
    if (child.name == "a" && child.has_attribute("href")) ++all, inner += child.attribute("href").starts_with('#');
    count_links(child, inner, all);
  }
}

void HtmlBlockReader::page_edge(const Node& node, const Setting& setting, HtmlFlow& flow) {
  const bool bears_title = node.name == "header" && page_.first_headings == 1 && find(node, "h1") != nullptr;
  if (in_article_ > 0 || bears_title) return children(node, setting, flow);
  furnish(node, setting, flow);
}

const Node* HtmlBlockReader::find(const Node& node, std::string_view name) {
  for (const Node& child : node.children) {
    if (child.name == name) return &child;
    if (const Node* found = find(child, name)) return found;
  }
  return nullptr;
}

void HtmlBlockReader::note(const Node& node, HtmlFlow& flow) {
  flow.close();
  Block block(BlockKind::note);
  ++in_note_;
  fill(node, {}, block);
  --in_note_;
  block.id = note_id(node);
  block.language = node.attribute("lang") == document_.language ? "" : std::string(node.attribute("lang"));
  if (!block.inlines.empty() || !block.children.empty()) flow.blocks.push_back(std::move(block));
}

std::string HtmlBlockReader::note_id(const Node& node) const {
  if (const std::string_view id = node.attribute("id"); !id.empty()) return std::string(id);
  for (const Node& child : node.children)
    for (const char* key : {"id", "name"})
      if (const auto found = page_.note_of.find(std::string(child.attribute(key))); found != page_.note_of.end()) return found->second;
  return "";
}

void read_html_blocks(const HtmlPage& page, Document& document) { HtmlBlockReader(page, document).run(); }

}  // namespace casewright
