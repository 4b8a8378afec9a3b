#include "ingest/office/odt_reader.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "ingest/blocks/endnotes.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/odt_body.h"
#include "ingest/carried/poor_title.h"
#include "ingest/office/office_headings.h"
#include "ingest/office/office_leftovers.h"
#include "ingest/office/office_reading.h"

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

using PageStyles = std::set<std::string, std::less<>>;

/// The page styles that paragraphs and tables ask for, those that follow them, and the one that a text begins with.
PageStyles used_page_styles(const OfficeNode& content, const OfficeNode& styles) {
  PageStyles used;
  const OfficeNode* masters = styles.child("office:master-styles");
  if (masters == nullptr) return used;
  if (masters->child("style:master-page") != nullptr) used.insert(std::string(masters->child("style:master-page")->attribute("name")));
  used.insert("Standard");
  for (const OfficeNode* root : {&content, &styles}) {
    std::vector<const OfficeNode*> open{root};
    while (!open.empty()) {
      const OfficeNode* next = open.back();
      open.pop_back();
      if (next->has("master-page-name")) used.insert(std::string(next->attribute("master-page-name")));
      for (const OfficeNode& each : next->children) open.push_back(&each);
    }
  }
  for (std::size_t before = 0; before != used.size();) {
    before = used.size();
    for (const OfficeNode& master : masters->children)
      if (used.contains(master.attribute("name")) && master.has("next-style-name")) used.insert(std::string(master.attribute("next-style-name")));
  }
  return used;
}

/// Headers and footers of the page styles in use, each text once.
void read_edges(OdtStory& story, const OfficeNode& styles, const PageStyles& used) {
  const OfficeNode* masters = styles.child("office:master-styles");
  if (masters == nullptr) return;
  const OdtStyles own(styles, &styles);
  std::vector<Block> edges;
  std::set<std::string> seen;
  const std::uint32_t page = std::exchange(story.page, 0);
  for (const OfficeNode& master : masters->children)
    for (const OfficeNode& edge : master.children) {
      if (!used.contains(master.attribute("name"))) break;
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

/// The rule that judges a property; empty for those that say nothing of people.
std::string_view risk_of_property(const OfficeNode& node, std::string_view name, std::string_view value, const ShownWords& shown) {
  if (node.is("meta:user-defined")) return is_technical(value) || shown.has(value) ? "" : "custom-property";
  if (name == "auto-reload" || name == "hyperlink-behaviour") return is_local_address(value) ? "external-link" : "";
  if (name == "creator" || name == "initial-creator" || name == "printed-by") return "author";
  if (name == "template") return value.find_first_of("/\\") != std::string_view::npos && value.find("://") == std::string_view::npos ? "attached-template" : is_local_address(value) ? "attached-template" : "";
  const bool said = name == "subject" || name == "keyword" || name == "description";
  return said && !shown.has(value) ? "document-properties" : "";
}

void carry_properties(Container& container, const OfficeNode& meta, std::uint32_t part, const ShownWords& shown) {
  const OfficeNode* all = meta.child("office:meta");
  if (all == nullptr) return;
  for (const OfficeNode& each : all->children) {
    if (each.name.empty() || each.is("meta:document-statistic")) continue;
    const std::string name = each.is("meta:user-defined") ? std::string(each.attribute("name")) : each.name.substr(each.name.find(':') + 1);
    std::string text = fold_space(each.content());
    if (each.is("meta:template")) text = std::string(each.attribute("href"));
    if (each.is("meta:auto-reload") || each.is("meta:hyperlink-behaviour")) text = std::string(each.attribute("href"));
    if (trim(text).empty()) continue;
    Carried item{CarriedKind::metadata, name, std::move(text), "", {1, part, each.at}, 0, {}};
    item.risk = risk_of_property(each, name, item.text, shown);
    container.items.push_back(std::move(item));
  }
}

std::string title_in(const OfficeNode& meta) {
  const OfficeNode* all = meta.child("office:meta");
  const OfficeNode* title = all == nullptr ? nullptr : all->child("dc:title");
  return title == nullptr ? std::string() : fold_space(title->content());
}

std::string leaf_words(std::string_view bytes, const Path& file) {
  const Result<OfficeNode> root = read_office_tree(bytes, file);
  if (!root) return {};
  std::string words;
  std::vector<const OfficeNode*> open{&*root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    words += next->text + " ";
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return fold_space(words);
}

/// Scripts that run when something happens to the text, and records on its elements for programs.
void carry_events(Container& container, const OfficeNode& content, std::uint32_t part) {
  std::vector<const OfficeNode*> open{&content};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    const auto put = [&](CarriedKind kind, const char* risk, const char* name, std::string_view text) {
      if (!trim(text).empty()) container.items.push_back({kind, name, std::string(text), "", {1, part, node.at}, 0, {}, risk});
    };
    if (node.is("script:event-listener")) put(CarriedKind::script, "macro", "macro that runs by itself", node.attribute("href"));
    if (const std::string_view said = node.has("xhtml:content") ? node.attribute("xhtml:content") : node.name.starts_with("text:") ? node.attribute("content") : std::string_view(); may_name_somebody(said)) put(CarriedKind::private_data, "custom-xml", "record for programs", said);
    for (const OfficeNode& each : node.children) open.push_back(&each);
  }
}

/// What the file's own frame tells: where it was printed, numbers of editing, records for programs, signatures.
void carry_frame(Container& container, const zip::Archive& archive, const Path& file, const ShownWords& shown) {
  const auto put = [&](CarriedKind kind, const char* risk, std::string name, std::string text, const char* part, std::string how = {}) {
    if (!trim(text).empty()) container.items.push_back({kind, std::move(name), std::move(text), "", {1, index_of(archive, part), 0}, 0, {}, risk, std::move(how)});
  };
  if (const Result<OfficeNode> settings = tree_of(archive, "settings.xml", file)) {
    std::vector<const OfficeNode*> open{&*settings};
    std::string ids;
    while (!open.empty()) {
      const OfficeNode& node = *open.back();
      open.pop_back();
      const std::string_view name = node.attribute("name");
      const std::string value = fold_space(node.content());
      if (node.is("config:config-item") && (name == "Rsid" || name == "RsidRoot") && value != "0") ids += (ids.empty() ? "" : " ") + value;
      if (node.is("config:config-item") && name == "PrinterName" && is_local_address(value)) put(CarriedKind::link, "external-link", "printer", value, "settings.xml");
      else if (node.is("config:config-item") && name == "PrinterName" && may_name_somebody(value)) put(CarriedKind::metadata, "document-properties", "printer", value, "settings.xml");
      if (node.is("config:config-item") && name == "CurrentDatabaseDataSource") put(CarriedKind::link, "external-link", "database", value, "settings.xml");
      for (const OfficeNode& each : node.children) open.push_back(&each);
    }
    put(CarriedKind::private_data, "revision-ids", "revision ids", ids, "settings.xml", std::to_string(1 + std::count(ids.begin(), ids.end(), ' ')));
  }
  if (archive.has("manifest.rdf"))
    if (const Result<std::string> bytes = archive.read("manifest.rdf"))
      if (const std::string words = leaf_words(*bytes, file); may_name_somebody(words) && !shown.has(words)) put(CarriedKind::private_data, "custom-xml", "manifest.rdf", words, "manifest.rdf");
  if (archive.has("META-INF/documentsignatures.xml"))
    if (const Result<std::string> bytes = archive.read("META-INF/documentsignatures.xml")) put(CarriedKind::metadata, "signature", "signature", leaf_words(*bytes, file), "META-INF/documentsignatures.xml");
}

/// True where content.xml or styles.xml of the file or of an object in it names the part.
bool is_named(const std::string& name, const std::string& named) { return named.find(name) != std::string::npos; }

/// Parts that no page shows: macros, objects, earlier versions, thumbnails, pictures that nothing names.
void carry_others(Container& container, const zip::Archive& archive, const Path& file, const ShownWords& shown) {
  std::string named;
  for (const std::string& name : archive.names())
    if (name.ends_with("content.xml") || name.ends_with("styles.xml"))
      if (const Result<std::string> bytes = archive.read(name)) named += *bytes;
  static constexpr std::string_view frame[] = {"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf", "layout-cache", "META-INF/manifest.xml", "META-INF/documentsignatures.xml"};
  std::uint32_t part = 0;
  const auto put = [&](CarriedKind kind, std::string_view risk, std::string name, std::string text, bool deliberate = false) {
    Carried item{kind, std::move(name), std::move(text), "", {1, part, 0}, 0, {}};
    item.risk = risk;
    item.deliberate = deliberate;
    if (!trim(item.text).empty()) container.items.push_back(std::move(item));
  };
  for (const std::string& name : archive.names()) {
    const Result<std::string> bytes = name.ends_with('/') ? Result<std::string>(std::string()) : archive.read(name);
    const std::string held = bytes ? *bytes : std::string();
    const bool script = (name.starts_with("Basic/") || name.starts_with("Scripts/")) && !name.ends_with(".xlb") && !name.ends_with(".xlc");
    if (held.empty() || std::find(std::begin(frame), std::end(frame), name) != std::end(frame)) {
    } else if (script) {
      put(CarriedKind::script, "macro", "macros (never run)", name.ends_with(".xml") || name.ends_with(".xba") ? name + " " + leaf_words(held, file) : name + " " + words_of_binary(held));
    } else if (name.starts_with("Versions/") || name == "VersionList.xml") {
      put(CarriedKind::private_data, "previous-version", "earlier version", name == "VersionList.xml" ? fold_space(held.substr(0, 4000)) : join_text(words_of_embedded(held, file), " "), true);
    } else if (name.starts_with("Thumbnails/")) {
      put(CarriedKind::image, "thumbnail", "thumbnail", name);
    } else if (name.starts_with("Object") && name.ends_with("/content.xml")) {
      const std::string words = leaf_words(held, file);
      const bool chart = held.find("office:chart") != std::string::npos, formula = held.find("<math") != std::string::npos || held.find(":math") != std::string::npos;
      if (!formula) put(chart ? CarriedKind::private_data : CarriedKind::attachment, chart ? "chart-cache" : "embedded-object", chart ? "words kept in a chart" : name, words.empty() ? name : words);
    } else if (name.starts_with("Object") && name.find('/') == std::string::npos) {
      put(CarriedKind::attachment, "embedded-object", name, join_text(words_of_embedded(held, file), "; ") + " " + name);
    } else if ((name.starts_with("Pictures/") || name.starts_with("media/")) && !is_named(name, named)) {
      put(CarriedKind::attachment, "unused-part", name, name);
    } else if (name.ends_with(".bak") || name.starts_with("[trash]") || (name.ends_with(".xml") && name.find('/') == std::string::npos)) {
      if (const std::string words = leaf_words(held, file); !shown.has(words)) put(CarriedKind::private_data, "unused-part", name, words);
    }
    ++part;
  }
}

/// What the parts beside the text say that no reader reads.
void gather_others(OfficeLeftovers& leftovers, const zip::Archive& archive, const Path& file) {
  std::uint32_t part = 0;
  for (const std::string& name : archive.names()) {
    const bool text = name == "content.xml" || name == "styles.xml";
    if (!text && (name.ends_with(".xml") || name.ends_with(".rdf")))
      if (const Result<OfficeNode> root = tree_of(archive, name, file)) leftovers.gather(*root, name, part);
    ++part;
  }
}

/// Headers and footers that are switched off, and headers of page styles beside those that are shown.
void carry_unused_edges(Container& container, const OfficeNode& styles, const PageStyles& used, std::uint32_t part, const ShownWords& shown) {
  const OfficeNode* masters = styles.child("office:master-styles");
  if (masters == nullptr) return;
  for (const OfficeNode& master : masters->children)
    for (const OfficeNode& edge : master.children) {
      const bool is_edge = edge.name.starts_with("style:header") || edge.name.starts_with("style:footer");
      if (!is_edge || (edge.attribute("display") != "false" && used.contains(master.attribute("name")))) continue;
      const std::string words = fold_space(edge.content());
      Carried item{CarriedKind::hidden_text, "header or footer that no page shows", words, "", {1, part, edge.at}, 0, {}};
      item.risk = "unused-header";
      item.harmless = shown.has(words) || is_technical(words);
      item.extent = static_cast<std::uint32_t>(count_characters(edge.content()));
      if (!words.empty()) container.items.push_back(std::move(item));
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
  OdtStory story{*archive, reading, faults, file, {}, {}, {}, text->find("text:soft-page-break") == nullptr ? 0u : 1u, {}, {}, false};
  const OdtStyles own(*content, styles ? &*styles : nullptr);
  read_odt_pages(story, *text, own, styles ? &*styles : nullptr);
  OfficeFlow flow = OdtBody(story, own, index_of(*archive, "content.xml")).read(*text);
  set_anchors(flow, story.anchors);
  SemanticFaults semantics;
  reading.document.blocks = blocks_of_body(std::move(flow), semantics);
  note_semantic_faults(semantics, reading.container);
  for (Block& note : story.notes) reading.document.blocks.push_back(std::move(note));
  const std::uint32_t typed_notes = find_endnotes(reading.document.blocks);
  if (typed_notes > 0) reading.container.broken.push_back({"notes-typed", 0, "", "", typed_notes});
  const PageStyles pages = styles ? used_page_styles(*content, *styles) : PageStyles();
  if (styles) read_edges(story, *styles, pages);
  const ShownWords shown(reading.document);
  if (meta) carry_properties(reading.container, *meta, index_of(*archive, "meta.xml"), shown);
  if (styles) carry_unused_edges(reading.container, *styles, pages, index_of(*archive, "styles.xml"), shown);
  carry_events(reading.container, *content, index_of(*archive, "content.xml"));
  carry_frame(reading.container, *archive, file, shown);
  carry_others(reading.container, *archive, file, shown);
  OfficeLeftovers leftovers(shown);
  leftovers.gather(*content, "content.xml", index_of(*archive, "content.xml"));
  if (styles) leftovers.gather(*styles, "styles.xml", index_of(*archive, "styles.xml"));
  gather_others(leftovers, *archive, file);
  leftovers.settle(reading.container);
  excuse_what_is_shown(reading.container, shown);
  settle_languages(reading.document, story.letters_by_language);
  drop_dead_links(reading.document);
  const std::string recorded = meta ? title_in(*meta) : std::string();
  note_poor_title(recorded, reading.container);
  if (recorded.empty()) reading.container.broken.push_back({"title-unrecorded", 0, "", "", 1});
  reading.document.title = title_of_blocks(reading.document, recorded);
  return {std::move(reading), std::move(faults)};
}

}  // namespace casewright
