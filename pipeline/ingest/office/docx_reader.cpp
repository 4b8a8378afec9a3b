#include "ingest/office/docx_reader.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/blocks/endnotes.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/carried/poor_title.h"
#include "ingest/office/docx_body.h"
#include "ingest/office/docx_carried.h"
#include "ingest/office/docx_hearing.h"
#include "ingest/office/office_headings.h"
#include "ingest/office/office_reading.h"

namespace casewright {
namespace {

Result<WordPart> related(const WordPackage& package, std::string_view kind) {
  const std::string path = package.main().target_of(kind);
  if (path.empty() || !package.has(path)) return WordPart{};
  return package.part(path);
}

const OfficeNode* root_of(const Result<WordPart>& part) { return part && !part->root.name.empty() ? &part->root : nullptr; }

CountStyle note_style(const OfficeNode* settings, const char* element, CountStyle otherwise) {
  const OfficeNode* properties = settings == nullptr ? nullptr : settings->child(element);
  const std::string_view style = properties == nullptr ? std::string_view() : properties->value_of("w:numFmt");
  if (style == "decimal") return CountStyle::decimal;
  if (style == "lowerRoman") return CountStyle::lower_roman;
  if (style == "upperRoman") return CountStyle::upper_roman;
  if (style == "lowerLetter") return CountStyle::lower_letter;
  if (style == "upperLetter") return CountStyle::upper_letter;
  return otherwise;
}

/// The footnotes and endnotes that the text refers to, in that order; a note may refer to another.
void read_notes(WordStory& story) {
  std::map<std::string, WordPart> parts;
  for (const char* kind : {"footnote", "endnote"}) {
    Result<WordPart> part = related(story.package, std::string(kind) + "s");
    if (part) parts[kind] = std::move(*part);
    else part.move_faults_to(story.faults);
  }
  for (std::size_t i = 0; i < story.notes.size(); ++i) {
    const std::string key = story.notes[i];
    const std::string kind = key.substr(0, key.find(' '));
    const std::string id = key.substr(kind.size() + 1);
    const WordPart& part = parts[kind];
    const auto found = std::find_if(part.root.children.begin(), part.root.children.end(), [&](const OfficeNode& each) { return each.is("w:" + kind) && each.attribute("id") == id; });
    if (found == part.root.children.end()) {
      story.faults.push_back({story.file, 0, 0, "a " + kind + " that the text refers to is missing", "open it and save it anew"});
      continue;
    }
    Block note(BlockKind::note);
    note.id = kind + "-" + id;
    note.number = story.note_marks[key];
    fill_from(note, blocks_of_story(WordBody(story, part).read(*found)));
    story.reading.document.blocks.push_back(std::move(note));
  }
}

/// Headers and footers that some page shows, each once, before the text.
void read_edges(WordStory& story, std::vector<Block>& blocks) {
  std::vector<Block> edges;
  std::vector<std::string> seen;
  for (const std::string& path : story.edges) {
    Result<WordPart> part = story.package.part(path);
    if (!part) {
      part.move_faults_to(story.faults);
      continue;
    }
    Block edge(BlockKind::furniture);
    fill_from(edge, blocks_of_story(WordBody(story, *part).read(part->root)));
    if (edge.inlines.empty() && edge.children.empty()) continue;
    edges.push_back(std::move(edge));
  }
  blocks.insert(blocks.begin(), std::make_move_iterator(edges.begin()), std::make_move_iterator(edges.end()));
}

/// The colour behind every page, where the file shows one.
WordGround page_ground(const WordPackage& package, const OfficeNode* settings, const WordTheme& theme) {
  const OfficeNode* background = package.main().root.child("w:background");
  if (background == nullptr || settings == nullptr || settings->child("w:displayBackgroundShape") == nullptr) return {};
  WordColour colour;
  if (background->has("themeColor")) colour = theme.named(background->attribute("themeColor"));
  if (!colour.known) colour = vml_colour("#" + std::string(background->attribute("color")));
  return {colour, colour.known && background->children.empty()};
}

/// True where some page edge puts something large and filled behind the text.
bool edges_hold_backdrops(const WordPackage& package, const WordTheme& theme) {
  constexpr float large = 200;  // points
  for (const auto& [id, link] : package.main().links) {
    if ((link.kind != "header" && link.kind != "footer") || link.outside || !package.has(link.target)) continue;
    const Result<WordPart> part = package.part(link.target);
    if (!part) continue;
    std::vector<const OfficeNode*> open{&part->root};
    while (!open.empty()) {
      const OfficeNode* next = open.back();
      open.pop_back();
      float reach = 0;
      if ((next->is("w:drawing") || next->is("w:pict")) && read_backdrop(*next, theme, reach) && reach >= large) return true;
      for (const OfficeNode& each : next->children) open.push_back(&each);
    }
  }
  return false;
}

}  // namespace

bool is_docx(std::string_view bytes) {
  if (!bytes.starts_with("PK")) return false;
  const Result<zip::Archive> archive = zip::Archive::open(bytes, "");
  if (!archive) return false;
  if (archive->has("word/document.xml")) return true;
  if (!archive->has("[Content_Types].xml")) return false;
  const Result<std::string> types = archive->read("[Content_Types].xml");
  return types && types->find("wordprocessingml") != std::string::npos;
}

Result<Reading> read_docx(std::string_view bytes, const Path& file) {
  const Result<WordPackage> package = WordPackage::open(bytes, file);
  if (!package) return package.faults();
  const OfficeNode* body = package->main().root.child("w:body");
  if (body == nullptr) return Fault{file, 0, 0, "this Word document has no text", "open it and save it anew"};
  Faults faults;
  Result<WordPart> style_part = related(*package, "styles"), number_part = related(*package, "numbering"), settings = related(*package, "settings"), theme = related(*package, "theme");
  for (Result<WordPart>* each : {&style_part, &number_part, &settings, &theme}) each->move_faults_to(faults);
  const WordStyles styles(root_of(style_part), WordTheme(root_of(theme), root_of(settings)));
  WordNumbering numbering(root_of(number_part), styles);
  Reading reading;
  reading.document.sources.push_back(file);
  WordStory story{*package, styles, numbering, reading, faults, file, {}, {}, {}, {}, 0, 0, {}, {}, {}, 0, read_sheet(body->child("w:sectPr")), page_ground(*package, root_of(settings), styles.theme()), root_of(settings) != nullptr && settings->root.child("w:evenAndOddHeaders") != nullptr, edges_hold_backdrops(*package, styles.theme())};
  story.footnote_style = note_style(root_of(settings), "w:footnotePr", CountStyle::decimal);
  story.endnote_style = note_style(root_of(settings), "w:endnotePr", CountStyle::lower_roman);
  story.page = body->find("w:lastRenderedPageBreak") == nullptr ? 0 : 1;
  OfficeFlow flow = WordBody(story, package->main()).read(*body);
  set_anchors(flow, story.anchors);
  SemanticFaults semantics;
  reading.document.blocks = blocks_of_body(std::move(flow), semantics);
  note_semantic_faults(semantics, reading.container);
  const std::string before_numbers = numbering.words();
  for (const std::string_view each : split(before_numbers, '\n'))
    if (may_name_somebody(each)) {
      Carried item{CarriedKind::metadata, "words before the numbers of a list", std::string(each), "", {}, 0, {}};
      item.risk = "content-control-data";
      reading.container.items.push_back(std::move(item));
    }
  read_notes(story);
  const std::uint32_t typed_notes = find_endnotes(reading.document.blocks);
  if (typed_notes > 0) reading.container.broken.push_back({"notes-typed", 0, "", "", typed_notes});
  read_edges(story, reading.document.blocks);
  carry_docx_parts(story);
  note_what_is_heard(story);
  settle_languages(reading.document, story.letters_by_language);
  drop_dead_links(reading.document);
  const std::string recorded = core_property(*package, "dc:title");
  note_poor_title(recorded, reading.container);
  if (trim(recorded).empty()) reading.container.broken.push_back({"title-unrecorded", 0, "", "", 1});
  reading.document.title = title_of_blocks(reading.document, recorded);
  return {std::move(reading), std::move(faults)};
}

}  // namespace casewright
