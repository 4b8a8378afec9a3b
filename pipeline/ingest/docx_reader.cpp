#include "ingest/docx_reader.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/docx_body.h"
#include "ingest/docx_carried.h"
#include "ingest/office_reading.h"

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
  Result<WordPart> style_part = related(*package, "styles"), number_part = related(*package, "numbering"), settings = related(*package, "settings");
  for (Result<WordPart>* each : {&style_part, &number_part, &settings}) each->move_faults_to(faults);
  const WordStyles styles(root_of(style_part));
  WordNumbering numbering(root_of(number_part), styles);
  Reading reading;
  reading.document.sources.push_back(file);
  WordStory story{*package, styles, numbering, reading, faults, file, {}, {}, {}, {}, 0, 0, {}, {}, {}, 0};
  story.footnote_style = note_style(root_of(settings), "w:footnotePr", CountStyle::decimal);
  story.endnote_style = note_style(root_of(settings), "w:endnotePr", CountStyle::lower_roman);
  story.page = body->find("w:lastRenderedPageBreak") == nullptr ? 0 : 1;
  OfficeFlow flow = WordBody(story, package->main()).read(*body);
  set_anchors(flow, story.anchors);
  reading.document.blocks = blocks_of_body(std::move(flow));
  read_notes(story);
  read_edges(story, reading.document.blocks);
  carry_docx_parts(story);
  settle_languages(reading.document, story.letters_by_language);
  drop_dead_links(reading.document);
  reading.document.title = title_of_blocks(reading.document, core_property(*package, "dc:title"));
  return {std::move(reading), std::move(faults)};
}

}  // namespace casewright
