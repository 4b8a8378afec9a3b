#include "ingest/odt_reader.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "ingest/odt_body.h"
#include "ingest/office_reading.h"

namespace casewright {
namespace {

/// A part's tree, an empty node where there is no such part.
Result<OfficeNode> tree_of(const zip::Archive& archive, const std::string& part, const Path& file) {
  if (!archive.has(part)) return OfficeNode{};
  const Result<std::string> bytes = archive.read(part);
  if (!bytes) return bytes.faults();
  return read_office_tree(*bytes, file);
}

std::uint32_t index_of(const zip::Archive& archive, std::string_view part) {
  const std::vector<std::string> names = archive.names();
  return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), part) - names.begin());
}

bool is_encrypted(const zip::Archive& archive) {
  if (!archive.has("META-INF/manifest.xml")) return false;
  const Result<std::string> manifest = archive.read("META-INF/manifest.xml");
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

/// Headers and footers of the page styles, each text once.
void read_edges(OdtStory& story, const OfficeNode& styles) {
  const OfficeNode* masters = styles.child("office:master-styles");
  if (masters == nullptr) return;
  const OdtStyles own(styles, &styles);
  std::vector<Block> edges;
  std::set<std::string> seen;
  const std::uint32_t page = std::exchange(story.page, 0);
  for (const OfficeNode& master : masters->children)
    for (const OfficeNode& edge : master.children) {
      const bool is_edge = edge.name.starts_with("style:header") || edge.name.starts_with("style:footer");
      if (!is_edge || edge.attribute("display") == "false" || !seen.insert(edge.name + fold_space(edge.content())).second) continue;
      Block block(BlockKind::furniture);
      fill_from(block, blocks_of_story(OdtBody(story, own, index_of(story.archive, "styles.xml")).read(edge)));
      if (!block.inlines.empty() || !block.children.empty()) edges.push_back(std::move(block));
    }
  story.page = page;
  std::vector<Block>& blocks = story.reading.document.blocks;
  blocks.insert(blocks.begin(), std::make_move_iterator(edges.begin()), std::make_move_iterator(edges.end()));
}

std::string carry_properties(Container& container, const OfficeNode& meta, std::uint32_t part) {
  std::string title;
  const OfficeNode* all = meta.child("office:meta");
  if (all == nullptr) return title;
  for (const OfficeNode& each : all->children) {
    if (each.name.empty() || each.is("meta:document-statistic")) continue;
    std::string name = each.is("meta:user-defined") ? std::string(each.attribute("name")) : each.name.substr(each.name.find(':') + 1);
    std::string text = fold_space(each.content());
    if (each.is("meta:template")) text = std::string(each.attribute("href")) + " " + std::string(each.attribute("title"));
    if (each.is("dc:title")) title = text;
    if (!trim(text).empty()) container.items.push_back({CarriedKind::metadata, std::move(name), std::move(text), "", {1, part, each.at}, 0, {}});
  }
  return title;
}

void carry_others(Container& container, const zip::Archive& archive) {
  std::uint32_t part = 0;
  for (const std::string& name : archive.names()) {
    const bool script = (name.starts_with("Basic/") || name.starts_with("Scripts/")) && !name.ends_with('/') && !name.ends_with(".xlb") && !name.ends_with(".xlc");
    const bool object = name.starts_with("Object ") && name.ends_with("content.xml");
    if (script) container.items.push_back({CarriedKind::script, name, "macros (never run)", "", {1, part, 0}, 0, {}});
    if (object) container.items.push_back({CarriedKind::attachment, name, name, "", {1, part, 0}, 0, {}});
    if (name.starts_with("Thumbnails/") && !name.ends_with('/')) container.items.push_back({CarriedKind::image, "thumbnail", name, "", {1, part, 0}, 0, {}});
    ++part;
  }
}

}  // namespace

bool is_odt(std::string_view bytes) {
  if (!bytes.starts_with("PK")) return false;
  const Result<zip::Archive> archive = zip::Archive::open(bytes, "");
  if (!archive || !archive->has("content.xml") || !archive->has("mimetype")) return false;
  const Result<std::string> type = archive->read("mimetype");
  return type && type->starts_with("application/vnd.oasis.opendocument.text");
}

Result<Reading> read_odt(std::string_view bytes, const Path& file) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!archive) return archive.faults();
  if (is_encrypted(*archive)) return Fault{file, 0, 0, "this file is protected with a password", "open it and save it without the password"};
  if (!archive->has("content.xml")) return Fault{file, 0, 0, "this file is no OpenDocument text", "open it in the program that made it and save it as .odt"};
  const Result<OfficeNode> content = tree_of(*archive, "content.xml", file);
  if (!content) return content.faults();
  Faults faults;
  Result<OfficeNode> styles = tree_of(*archive, "styles.xml", file), meta = tree_of(*archive, "meta.xml", file);
  styles.move_faults_to(faults);
  meta.move_faults_to(faults);
  const OfficeNode* body = content->child("office:body");
  const OfficeNode* text = body == nullptr ? nullptr : body->child("office:text");
  if (text == nullptr) return Fault{file, 0, 0, "this OpenDocument file holds no text", "open it in the program that made it and save it as .odt"};
  Reading reading;
  reading.document.sources.push_back(file);
  OdtStory story{*archive, reading, faults, file, {}, {}, {}, text->find("text:soft-page-break") == nullptr ? 0u : 1u};
  const OdtStyles own(*content, styles ? &*styles : nullptr);
  OfficeFlow flow = OdtBody(story, own, index_of(*archive, "content.xml")).read(*text);
  set_anchors(flow, story.anchors);
  reading.document.blocks = blocks_of_body(std::move(flow));
  for (Block& note : story.notes) reading.document.blocks.push_back(std::move(note));
  if (styles) read_edges(story, *styles);
  const std::string title = meta ? carry_properties(reading.container, *meta, index_of(*archive, "meta.xml")) : std::string();
  carry_others(reading.container, *archive);
  settle_languages(reading.document, story.letters_by_language);
  drop_dead_links(reading.document);
  reading.document.title = title_of_blocks(reading.document, title);
  return {std::move(reading), std::move(faults)};
}

}  // namespace casewright
