#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "assemble/case_tree.h"
#include "assemble/copy_prose.h"
#include "assemble/family_picture.h"
#include "assemble/format_value.h"
#include "assemble/manuscript.h"
#include "assemble/recommendations_picture.h"
#include "assemble/section_names.h"
#include "assemble/template.h"
#include "assemble/timeline.h"
#include "assemble/words_run.h"
#include "base/text.h"

namespace casewright {
namespace {

using xpath::Node;

/// How often one place of a template is reported as missing before the rest is only counted.
constexpr int most_alike = 10;

/// A picture that a template may ask for.
struct PictureSource {
  std::string_view name;
  std::optional<Block> (*draw)(const PublicCase&);
  std::string_view what;   ///< as a "To write" block names it
  std::string_view lacks;  ///< why there is none
  std::string_view hint;
};

constexpr PictureSource picture_sources[] = {
    {"timeline", timeline_figure, "the timeline", "there is no event with a date to draw", "give the case chronologies"},
    {"gaps", gaps_figure, "the times without contact", "there is no time without contact to draw", "give the case chronologies"},
    {"family", family_figure, "the family tree", "there are not enough people with a relation to draw", "give people.xml relations"},
    {"recommendations", recommendations_figure, "the picture of the recommendations",
     "there are not enough recommendations with owner and month to draw", "give each recommendation owner= and due="},
};

const PictureSource& picture_source(std::string_view name) {
  for (const PictureSource& each : picture_sources)
    if (each.name == name) return each;
  return picture_sources[0];
}

/// Where in the case and in the template the filling has come to.
struct Context {
  Node node;
  int level = 1;                    ///< of the section's heading
  const Part* section = nullptr;
  bool numbered = true;
};

/// The words missing in one block.
using Missing = std::vector<std::string>;

class Filler {
 public:
  Filler(const Template& layout, const CaseTree& tree)
      : layout_(layout), tree_(tree), known_(tree.known()), asker_(tree.tree()), manuscript_(layout.numbering),
        copier_(manuscript_, known_.sources, faults_) {}

  Filled fill() {
    start_document();
    flow(layout_.parts, {tree_.root()});
    report_unused();
    count_the_rest();
    Filled filled;
    filled.document = manuscript_.finish();
    filled.faults = std::move(faults_);
    return filled;
  }

 private:
  void start_document() {
    Document& document = manuscript_.document;
    document.role = layout_.role;
    document.code = known_.code;
    document.regime = known_.regime;
    document.date = known_.publication;
    document.sources = known_.sources;
    document.title = known_.root.content_of("title");
    if (const Record* board = known_.root.child("board")) document.board = board->content_of("name");
  }

  // ---- faults

  void fault(const Part& part, std::string what, std::string hint) {
    if (++reported_[&part] > most_alike) return;
    faults_.push_back({layout_.files[part.file], part.line, 0, std::move(what), std::move(hint)});
  }

  /// A fault of the case that this part of the template met; the hint ends in where the template asks.
  void fault_in_case(const Part& part, Fault fault) {
    if (++reported_[&part] > most_alike) return;
    const Path& file = layout_.files[part.file];
    fault.hint += "; asked for by " + join(std::string(file_name(parent_folder(file))), file_name(file)) + ":" + std::to_string(part.line);
    faults_.push_back(std::move(fault));
  }

  void count_the_rest() {
    Faults rest;
    for (const auto& [part, times] : reported_)
      if (times > most_alike)
        rest.push_back({layout_.files[part->file], part->line, 0,
                        std::to_string(times - most_alike) + " more like those above, at this place of the template", ""});
    std::sort(rest.begin(), rest.end(), [](const Fault& a, const Fault& b) {
      return std::tie(a.file, a.line, a.what) < std::tie(b.file, b.line, b.what);
    });
    faults_.insert(faults_.end(), rest.begin(), rest.end());
  }

  std::string place_of(Node node) const {
    const Origin origin = node.origin();
    return origin.known() ? known_.sources[origin.source] + ":" + std::to_string(origin.part) : std::string();
  }

  xpath::Answer ask(const xpath::Expression& question, Node node, const Part& part) {
    if (!question) return {};
    xpath::Answer answer = asker_.ask(question, node);
    if (!answer.error.empty()) fault(part, answer.error, "check names of functions and variables");
    return answer;
  }

  /// What a part that found nothing asks the writer for.
  std::string what_is_missing(const Part& part, const Context& at) const {
    if (part.has_attribute("what")) return std::string(part.attribute("what"));
    const std::vector<std::string> names = xpath::names_in(part.select.text());
    std::string last;
    for (const std::string& name : names)
      if (!name.starts_with("$") && name != "@id") last = name;
    if (last.starts_with("@")) last.erase(0, 1);
    if (!last.empty() && last != "section") return replace_every(last, "-", " ");
    return at.section == nullptr ? "this part" : "\"" + std::string(at.section->attribute("title")) + "\"";
  }

  /// Where in the case the missing words belong and how to write them there: the element that stands empty, the one
  /// that lacks them, or the file of the case; `what` is for the caller to say.
  Fault where_to_write(const Part& part, const Context& at, const xpath::Answer& answer) {
    if (!answer.nodes.empty()) return fault_at(answer.nodes.front(), "it stands empty here");
    const std::string select = part.select.text();
    if (const std::string section = section_named_in(select); !section.empty())
      return fault_at(known_.root.origin, 0, "write it in sections/" + section + ".xml, which begins <section id=\"" + section + "\">");
    std::string path = select;
    for (std::size_t cut; (cut = last_slash(path)) != std::string::npos && cut > 0;) {
      const std::string lacking = path.substr(cut + 1);
      path.resize(cut);
      const auto shorter = xpath::Expression::compile(path);
      if (!shorter.ok()) break;
      const xpath::Answer above = asker_.ask(*shorter, at.node);
      if (!above.nodes.empty() && !place_of(above.nodes.front()).empty())
        return fault_at(above.nodes.front(), "write " + as_written(lacking) + " inside <" + std::string(above.nodes.front().name()) + "> here");
    }
    const std::size_t cut = last_slash(select);
    const std::string within = cut == std::string::npos ? std::string() : select.substr(0, cut);
    const std::string hint = "write " + (is_plain_path(within) && !within.empty() ? as_written(select.substr(cut + 1)) + " inside <" + within + ">" : as_written(select));
    return place_of(at.node).empty() ? fault_at(known_.root.origin, 0, hint + " in the case") : fault_at(at.node, hint + " here");
  }

  Fault fault_at(Node node, std::string hint) const { return fault_at(node.origin(), node.origin().part, std::move(hint)); }
  Fault fault_at(const Origin& origin, std::uint32_t line, std::string hint) const {
    return {origin.known() ? known_.sources[origin.source] : std::string(), line, 0, "", std::move(hint)};
  }

  /// The id in the first section[@id='...'] of a path, or nothing.
  static std::string section_named_in(std::string_view path) {
    constexpr std::string_view opening = "sections/section[@id='";
    const std::size_t from = path.find(opening);
    if (from == std::string_view::npos) return {};
    const std::string_view rest = path.substr(from + opening.size());
    return std::string(rest.substr(0, rest.find('\'')));
  }

  static bool is_plain_path(std::string_view path) {
    return path.find_first_of("/@[]()|$*:. '") == std::string_view::npos;
  }

  /// A name of XPath as it is written in a file: `@date` as date="...", `reason` as <reason>; a longer path as it is.
  static std::string as_written(const std::string& name) {
    if (name.starts_with("@") && is_plain_path(name.substr(1))) return name.substr(1) + "=\"...\"";
    return is_plain_path(name) ? "<" + name + ">" : name;
  }

  static std::size_t last_slash(std::string_view path) {
    int depth = 0;
    for (std::size_t at = path.size(); at-- > 0;) {
      if (path[at] == ']' || path[at] == ')') ++depth;
      if (path[at] == '[' || path[at] == '(') --depth;
      if (path[at] == '/' && depth == 0) return at;
    }
    return std::string::npos;
  }

  std::string note_missing(const Part& part, const Context& at, const xpath::Answer& answer) {
    std::string what = what_is_missing(part, at);
    if (answer.error.empty()) {
      Fault missing = where_to_write(part, at, answer);
      missing.what = "the case does not say: " + what;
      if (missing.file.empty()) fault(part, std::move(missing.what), std::move(missing.hint));
      else fault_in_case(part, std::move(missing));
    }
    return what;
  }

  static std::string_view guidance_of(const Part* section) {
    if (section != nullptr)
      for (const Part& each : section->children)
        if (each.element == Element::guidance) return each.text;
    return {};
  }

  /// The visible block that stands where words are missing; `sentence` is what there is of it.
  static Block to_write(const std::string& what, std::string_view guidance, std::vector<Inline> sentence = {}) {
    Block block(BlockKind::to_write);
    WordsRun run(block.inlines);
    run.add(what + ". ");
    run.add(guidance);
    if (!sentence.empty()) {
      run.add(" ");
      block.inlines.push_back(text_inline(" "));
      for (Inline& each : sentence) block.inlines.push_back(std::move(each));
    }
    return block;
  }

  // ---- control elements

  /// Calls `visit(children, context)` as if, choose and for-each say; false where `part` is none of them.
  template <class Visit>
  bool control(const Part& part, const Context& at, Visit visit) {
    if (part.element == Element::if_) {
      if (ask(part.select, at.node, part).truth) visit(part.children, at);
    } else if (part.element == Element::choose) {
      for (const Part& each : part.children)
        if (each.element == Element::otherwise || (each.element == Element::when && ask(each.select, at.node, each).truth)) {
          visit(each.children, at);
          break;
        }
    } else if (part.element == Element::for_each) {
      for_each(part, at, visit);
    } else {
      return false;
    }
    return true;
  }

  template <class Visit>
  void for_each(const Part& part, const Context& at, Visit visit) {
    xpath::Answer answer = ask(part.select, at.node, part);
    if (part.sort) sort(answer.nodes, part);
    const std::string variable(part.attribute("as"));
    Context inside = at;
    for (const Node node : answer.nodes) {
      mark_used(node, false);
      inside.node = node;
      if (!variable.empty()) asker_.set_variable(variable, node);
      visit(part.children, inside);
    }
    if (!variable.empty()) asker_.set_variable(variable, Node());
  }

  void sort(std::vector<Node>& nodes, const Part& part) {
    struct Keyed {
      std::string key;
      double number;
      bool is_number;
      Node node;
    };
    std::vector<Keyed> keyed;
    for (const Node node : nodes) {
      Keyed each{ascii_lower(fold_space(ask(part.sort, node, part).text)), 0, false, node};
      const auto read = std::from_chars(each.key.data(), each.key.data() + each.key.size(), each.number);
      each.is_number = read.ec == std::errc() && read.ptr == each.key.data() + each.key.size();
      keyed.push_back(std::move(each));
    }
    const bool numbers = std::all_of(keyed.begin(), keyed.end(), [](const Keyed& each) { return each.is_number; });
    const bool down = part.attribute("order") == "descending";
    std::stable_sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
      const Keyed& first = down ? b : a;
      const Keyed& second = down ? a : b;
      return numbers ? first.number < second.number : first.key < second.key;
    });
    for (std::size_t place = 0; place < keyed.size(); ++place) nodes[place] = keyed[place].node;
  }

  // ---- words

  void inlines(const std::vector<Part>& parts, const Context& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
    for (const Part& part : parts) inline_part(part, at, run, style, missing);
  }

  /// False where the part is no inline.
  bool inline_part(const Part& part, const Context& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
    WordsRun::Style inner = style;
    switch (part.element) {
      case Element::words: run.add(part.text, style); return true;
      case Element::br: run.line_break(); return true;
      case Element::field: field(part, at, run, style, missing); return true;
      case Element::note: footnote(part, at, run); return true;
      case Element::em: inner.marks = inner.marks.with(Mark::emphasis); break;
      case Element::strong: inner.marks = inner.marks.with(Mark::strong); break;
      case Element::a:
        inner.target = part.select ? fold_space(ask(part.select, at.node, part).text) : std::string(part.attribute("href"));
        if (inner.target.find('@') != std::string::npos && inner.target.find(':') == std::string::npos) inner.target = "mailto:" + inner.target;
        break;
      default:
        return control(part, at, [&](const std::vector<Part>& children, const Context& inside) {
          inlines(children, inside, run, style, missing);
        });
    }
    inlines(part.children, at, run, inner, missing);
    return true;
  }

  void field(const Part& part, const Context& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
    const xpath::Answer answer = ask(part.select, at.node, part);
    const bool counts = part.format == Format::count;
    if (answer.of_nodes)
      for (const Node node : answer.nodes) mark_used(node, true);
    if (!counts && (!answer.error.empty() || trim(answer.text).empty())) {
      if (part.has_attribute("default")) {
        run.add(part.attribute("default"), style);
        return;
      }
      missing.push_back(note_missing(part, at, answer));
      run.add("\xE2\x80\xA6", style);
      return;
    }
    const Origin origin = answer.nodes.empty() ? Origin{} : answer.nodes.front().origin();
    const Format format = part.format == Format::plain && answer.nodes.size() > 1 ? Format::list : part.format;
    if (format == Format::plain && !answer.nodes.empty()) {
      copier_.words(answer.nodes.front(), run, style);
      return;
    }
    if (const std::optional<std::string> words = format_value(format, answer)) {
      run.add(*words, style, origin);
      return;
    }
    const std::string place = answer.nodes.empty() ? std::string() : place_of(answer.nodes.front());
    fault(part, "the value cannot be written as " + std::string(part.attribute("format")),
          (place.empty() ? "" : "it stands at " + place + "; ") + "dates are written 2015-03-02, ordinals come from whole numbers");
    missing.push_back(what_is_missing(part, at));
    run.add(fold_space(answer.text), {style.marks.with(Mark::uncertain), style.target}, origin);
  }

  void footnote(const Part& part, const Context& at, WordsRun& run) {
    const Manuscript::NoteId id = manuscript_.next_note();
    run.refer(id.number, id.id);
    Block note(BlockKind::note);
    note.id = id.id;
    note.number = id.number;
    mixed(part, at, note);
    manuscript_.note(std::move(note));
  }

  // ---- blocks

  /// Fills a block that holds words, blocks, or both: a list item, a cell, a quotation, a note.
  void mixed(const Part& part, const Context& at, Block& owner) {
    Missing missing;
    WordsRun run(owner.inlines);
    mixed_parts(part.children, at, owner, run, missing);
    if (missing.empty()) return;
    owner.children.push_back(to_write(list_in_words(missing), "", std::move(owner.inlines)));
    owner.inlines.clear();
  }

  void mixed_parts(const std::vector<Part>& parts, const Context& at, Block& owner, WordsRun& run, Missing& missing) {
    for (const Part& part : parts) {
      const bool controlled = control(part, at, [&](const std::vector<Part>& children, const Context& inside) {
        mixed_parts(children, inside, owner, run, missing);
      });
      if (!controlled && !block(part, at, {nullptr, &owner.children})) inline_part(part, at, run, {}, missing);
    }
  }

  void flow(const std::vector<Part>& parts, const Context& at) {
    for (const Part& part : parts) {
      if (part.element == Element::section) section(part, at);
      else if (!control(part, at, [this](const std::vector<Part>& children, const Context& inside) { flow(children, inside); }))
        block(part, at, {&manuscript_, nullptr});
    }
  }

  /// Writes one block; false where the part is none.
  bool block(const Part& part, const Context& at, const Sink& sink) {
    switch (part.element) {
      case Element::p: text(part, at, sink, BlockKind::paragraph); return true;
      case Element::title: text(part, at, sink, BlockKind::title); return true;
      case Element::subtitle: text(part, at, sink, BlockKind::subtitle); return true;
      case Element::heading: text(part, at, sink, BlockKind::heading); return true;
      case Element::ul:
      case Element::ol: list(part, at, sink); return true;
      case Element::quote: {
        Block quote(BlockKind::quote);
        mixed(part, at, quote);
        sink.add(std::move(quote));
        return true;
      }
      case Element::table: table(part, at, sink); return true;
      case Element::figure: figure(part, at, sink); return true;
      case Element::prose: prose(part, at, sink); return true;
      case Element::contents: manuscript_.contents(number_of(part, "depth", 3)); return true;
      case Element::glossary: glossary(part, at); return true;
      case Element::guidance: return true;
      default: return false;
    }
  }

  static int number_of(const Part& part, std::string_view key, int otherwise) {
    const std::string_view written = part.attribute(key);
    std::from_chars(written.data(), written.data() + written.size(), otherwise);
    return otherwise;
  }

  /// Puts a heading's words in another language before it, marked as such.
  static void put_other_title(const Part& part, std::vector<Inline>& words) {
    if (part.attribute("other-title").empty()) return;
    Inline other = text_inline(std::string(part.attribute("other-title")));
    other.language = part.attribute("other-language");
    words.insert(words.begin(), {std::move(other), text_inline(" / ")});
  }

  void section(const Part& part, const Context& at) {
    if (part.when && !ask(part.when, at.node, part).truth) return;
    Context inside = at;
    inside.level = number_of(part, "level", at.level + 1);
    inside.section = &part;
    inside.numbered = at.numbered && part.attribute("numbered") != "no";
    Block heading(BlockKind::heading);
    const xpath::Answer own = ask(part.title_select, at.node, part);
    WordsRun run(heading.inlines);
    if (!trim(own.text).empty()) {
      if (!own.nodes.empty()) mark_used(own.nodes.front(), true);
      run.add(own.text, {}, own.nodes.empty() ? Origin{} : own.nodes.front().origin());
    } else {
      run.add(part.attribute("title"));
    }
    if (!heading.inlines.empty()) {
      put_other_title(part, heading.inlines);
      heading.level = static_cast<std::uint8_t>(std::clamp(inside.level, 1, 6));
      heading.id = manuscript_.anchor(part.attribute("id").empty() ? heading.text() : part.attribute("id"));
      heading.section = part.has_attribute("canonical") ? std::string(part.attribute("canonical"))
                                                        : std::string(canonical_of(part.attribute("id")));
      manuscript_.heading(std::move(heading), inside.numbered);
    }
    flow(part.children, inside);
  }

  void text(const Part& part, const Context& at, const Sink& sink, BlockKind kind) {
    Block made(kind);
    Missing missing;
    WordsRun run(made.inlines);
    inlines(part.children, at, run, {}, missing);
    if (made.inlines.empty()) return;
    if (!missing.empty()) {
      sink.add(to_write(list_in_words(missing), guidance_of(at.section), std::move(made.inlines)));
    } else if (kind == BlockKind::heading) {
      made.level = static_cast<std::uint8_t>(std::clamp(number_of(part, "level", at.level + 1), 1, 6));
      made.id = manuscript_.anchor(part.attribute("id").empty() ? made.text() : part.attribute("id"));
      made.section = part.attribute("canonical");
      if (sink.flow != nullptr) manuscript_.heading(std::move(made), at.numbered);
      else made.kind = BlockKind::paragraph, sink.add(std::move(made));
    } else if (kind == BlockKind::paragraph) {
      sink.paragraph(std::move(made));
    } else {
      if (kind == BlockKind::title) manuscript_.document.title = made.text();
      sink.add(std::move(made));
    }
  }

  void list(const Part& part, const Context& at, const Sink& sink) {
    Block list(BlockKind::list);
    list.ordered = part.element == Element::ol;
    items(part.children, at, list);
    if (!list.children.empty()) sink.add(std::move(list));
  }

  void items(const std::vector<Part>& parts, const Context& at, Block& list) {
    for (const Part& part : parts) {
      if (part.element != Element::li) {
        control(part, at, [&](const std::vector<Part>& children, const Context& inside) { items(children, inside, list); });
        continue;
      }
      Block item(BlockKind::list_item);
      mixed(part, at, item);
      if (item.inlines.empty() && item.children.empty()) continue;
      if (list.ordered) item.number = std::to_string(list.children.size() + 1);
      list.children.push_back(std::move(item));
    }
  }

  void table(const Part& part, const Context& at, const Sink& sink) {
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
      fault(part, "the case does not say: " + what, "the table has no row");
      sink.add(to_write(what, guidance_of(at.section)));
    }
  }

  void rows(const std::vector<Part>& parts, const Context& at, Block& table) {
    for (const Part& part : parts) {
      if (part.element != Element::row) {
        control(part, at, [&](const std::vector<Part>& children, const Context& inside) { rows(children, inside, table); });
        continue;
      }
      Block& row = table.children.emplace_back(BlockKind::row);
      row.children.reserve(part.children.size());
      for (const Part& each : part.children) row.children.push_back(cell(each, at, each.attribute("header") == "yes"));
    }
  }

  Block cell(const Part& part, const Context& at, bool header) {
    Block cell(BlockKind::cell);
    if (header || part.has_attribute("span")) {
      cell.cell = std::make_unique<CellShape>();
      cell.cell->header = header;
      cell.cell->columns = static_cast<std::uint16_t>(std::max(1, number_of(part, "span", 1)));
    }
    mixed(part, at, cell);
    return cell;
  }

  void figure(const Part& part, const Context& at, const Sink& sink) {
    const PictureSource& source = picture_source(part.attribute("source"));
    std::optional<Block> made = source.draw(known_);
    if (made) {
      if (part.has_attribute("caption")) {
        for (Block& each : made->children)
          if (each.kind == BlockKind::caption) each.inlines = {text_inline(std::string(part.attribute("caption")))};
      }
      sink.add(*std::move(made));
    } else if (part.has_attribute("empty")) {
      if (!part.attribute("empty").empty()) sink.paragraph(text_block(BlockKind::paragraph, std::string(part.attribute("empty"))));
    } else {
      fault(part, std::string(source.lacks), std::string(source.hint) + ", or the figure an empty= wording");
      sink.add(to_write(std::string(source.what), guidance_of(at.section)));
    }
  }

  void prose(const Part& part, const Context& at, const Sink& sink) {
    const xpath::Answer answer = ask(part.select, at.node, part);
    bool any = false;
    for (const Node node : answer.nodes) {
      if (trim(node.content()).empty() && !has_reference(node)) continue;
      any = true;
      mark_used(node, true);
      copier_.blocks(node, sink, at.level);
    }
    if (any) return;
    if (part.attribute("optional") == "yes" && answer.error.empty()) return;
    if (part.has_attribute("default")) {
      sink.paragraph(text_block(BlockKind::paragraph, std::string(part.attribute("default"))));
      return;
    }
    sink.add(to_write(note_missing(part, at, answer), part.text.empty() ? guidance_of(at.section) : std::string_view(part.text)));
  }

  static bool has_reference(Node node) {
    for (Node each = node.first_child(); each; each = each.next())
      if (each.name() == "ref" || has_reference(each)) return true;
    return false;
  }

  void glossary(const Part& part, const Context& at) {
    std::vector<Manuscript::Term> terms;
    const auto from_case = ask(part.select, at.node, part);
    for (const Node node : from_case.nodes) {
      Manuscript::Term term{std::string(node.attribute("short")), {}, true};
      WordsRun run(term.meaning);
      copier_.words(node, run, {});
      terms.push_back(std::move(term));
    }
    for (const Part& each : part.children) {
      if (each.element != Element::term) continue;
      Manuscript::Term term{std::string(each.attribute("short")), {}, false};
      const bool told = std::any_of(terms.begin(), terms.end(), [&](const auto& known) { return known.shown == term.shown; });
      if (told) continue;  // the case's own wording goes first
      Missing missing;
      WordsRun run(term.meaning);
      inlines(each.children, at, run, {}, missing);
      terms.push_back(std::move(term));
    }
    manuscript_.glossary(std::string(part.attribute("caption")), std::move(terms));
  }

  // ---- nothing of the reviewer's text may be left out unnoticed

  void mark_used(Node node, bool told) {
    if (!layout_.complete) return;
    Node below;
    for (Node each = node; each; each = each.parent()) {
      if (each.name() == "section" && each.parent().name() == "sections") {
        if (below) used_.insert(below.raw());
        else if (told) used_.insert(each.raw());
        return;
      }
      if (each.is_element()) below = each;
      else if (each.raw() != node.raw()) return;
    }
  }

  void report_unused() {
    if (!layout_.complete) return;
    for (Node list = tree_.root().first_child(); list; list = list.next()) {
      if (list.name() != "sections") continue;
      for (Node section = list.first_child(); section; section = section.next()) {
        if (used_.count(section.raw()) != 0) continue;
        for (Node part = section.first_child(); part; part = part.next())
          if (part.is_element() && used_.count(part.raw()) == 0 && !trim(part.content()).empty()) {
            const Origin origin = part.origin();
            faults_.push_back({known_.sources[origin.source], origin.part, 0,
                               "this <" + std::string(part.name()) + "> of section \"" + std::string(section.attribute("id")) +
                                   "\" is not told in the " + replace_every(layout_.name, "-", " "),
                               "give the section an id that the template knows, or the template a place for it"});
            break;
          }
      }
    }
  }

  const Template& layout_;
  const CaseTree& tree_;
  const PublicCase& known_;
  xpath::Asker asker_;
  Faults faults_;
  Manuscript manuscript_;
  ProseCopier copier_;
  std::unordered_map<const Part*, int> reported_;
  std::unordered_set<void*> used_;
};

}  // namespace

Filled fill(const Template& layout, const CaseTree& tree) { return Filler(layout, tree).fill(); }

Filled fill(const Template& layout, const PublicCase& known) { return fill(layout, CaseTree(known)); }

}  // namespace casewright
