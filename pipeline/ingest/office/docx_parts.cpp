// What a Word package holds in parts that no page shows: data of other programs, embedded files, pictures' own remarks,
// parts that nothing refers to.
#include <algorithm>
#include <set>

#include "base/picture_file.h"
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_carried.h"
#include "ingest/office/office_table.h"
#include "ingest/office/ole_streams.h"

namespace casewright {
namespace {

using Names = std::set<std::string, std::less<>>;

void carry(WordStory& story, CarriedKind kind, std::string_view risk, std::string name, std::string text, const std::string& part, bool deliberate = false) {
  if (trim(text).empty()) return;
  Carried item{kind, std::move(name), std::move(text), "", {1, story.package.index_of(part), 0}, 0, {}};
  item.risk = risk;
  item.deliberate = deliberate;
  story.reading.container.items.push_back(std::move(item));
}

bool holds(std::string_view name, std::string_view word) { return name.find(word) != std::string_view::npos; }

/// Each text of a part by itself.
std::vector<std::string> leaves(const OfficeNode& root) {
  std::vector<std::string> all;
  std::vector<const OfficeNode*> open{&root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (std::string words = fold_space(next->text); !words.empty()) all.push_back(std::move(words));
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return all;
}

std::vector<std::string> leaves_of_part(const WordStory& story, const std::string& name) {
  const Result<WordPart> part = story.package.part(name);
  return part ? leaves(part->root) : std::vector<std::string>{};
}

/// Prompts that Word itself puts into empty fields.
bool is_prompt(std::string_view words) {
  const std::string low = ascii_lower(words);
  for (const char* begin : {"click ", "tap ", "choose ", "enter ", "type ", "select ", "[", "your ", "date", "pick ", "document title", "building block"})
    if (low.starts_with(begin)) return true;
  return low.size() < 3 || low.find("click or tap") != std::string::npos || low.find("to enter text") != std::string::npos;
}

/// What a part of data holds that neither the page shows nor only programs read.
std::string untold(const std::vector<std::string>& words, const ShownWords& shown) {
  std::string all;
  for (const std::string& each : words)
    if (!is_technical(each) && !is_prompt(each) && !shown.has(each)) all += (all.empty() ? "" : "; ") + each;
  return all;
}

/// Parts that can be reached along relationships, and those that a relationship names but its part never uses.
struct Reach {
  Names reached, unused, chunks;
};

Reach reach_of(const WordPackage& package) {
  Reach reach;
  std::vector<std::string> open{package.main().path};  // what was read as the report, even where the package does not name it
  reach.reached.insert(open.front());
  for (const auto& [id, link] : package.root_links())
    if (!link.outside && package.has(link.target) && reach.reached.insert(link.target).second) open.push_back(link.target);
  while (!open.empty()) {
    const std::string name = open.back();
    open.pop_back();
    const auto links = package.links_of(name);
    if (!links || links->empty()) continue;
    const Result<std::string> bytes = package.bytes(name);
    for (const auto& [id, link] : *links) {
      if (link.outside || !package.has(link.target)) continue;
      const bool shown_by_id = link.kind == "image" || link.kind == "oleObject" || link.kind == "chart" || link.kind == "package" || link.kind == "aFChunk" || link.kind == "diagramData";
      if (shown_by_id && bytes && !holds(*bytes, "\"" + id + "\"") && !holds(*bytes, "'" + id + "'")) {
        reach.unused.insert(link.target);
        continue;
      }
      if (link.kind == "aFChunk") reach.chunks.insert(link.target);
      if (reach.reached.insert(link.target).second) open.push_back(link.target);
    }
  }
  for (const std::string& each : reach.reached) reach.unused.erase(each);
  return reach;
}

/// Words that a chart keeps and does not draw: of series that are filtered away, and in no ink.
void carry_undrawn(WordStory& story, const OfficeNode& chart, const std::string& name) {
  std::vector<std::string> words;
  std::vector<const OfficeNode*> open{&chart};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    const OfficeNode* look = next->is("a:r") ? next->child("a:rPr") : nullptr;
    if (next->name.find(":filtered") != std::string::npos || (look != nullptr && look->child("a:noFill") != nullptr)) {
      for (std::string& each : leaves(*next))
        if (!is_technical(each) && each.find('!') == std::string::npos) words.push_back(std::move(each));
      continue;
    }
    for (const OfficeNode& each : next->children) open.push_back(&each);
  }
  carry(story, CarriedKind::hidden_text, "hidden-text", "words of a chart that it does not draw", join_text(words, "; "), name);
}

/// A chart's words in its own part, and those of series that are filtered away.
void carry_chart(WordStory& story, const std::string& name) {
  const Result<WordPart> part = story.package.part(name);
  if (!part) return;
  std::string cached;
  for (const std::string& each : leaves(part->root))
    if (!is_technical(each) && each.find('!') == std::string::npos && each != "General" && !holds(each, "#,##")) cached += (cached.empty() ? "" : "; ") + each;
  carry(story, CarriedKind::private_data, "chart-cache", "words kept in a chart", cached, name);
  carry_undrawn(story, part->root, name);
  for (const auto& [id, link] : part->links)
    if (link.outside) carry(story, CarriedKind::link, "external-link", "workbook of a chart", link.target, name);
}

/// The chart that an embedded workbook belongs to, empty where it stands by itself.
std::string chart_of(const WordStory& story, const std::string& workbook) {
  for (const std::string& name : story.package.names()) {
    if (!holds(name, "/charts/") || !name.ends_with(".xml") || holds(name, "/_rels/")) continue;
    const auto links = story.package.links_of(name);
    if (!links) continue;
    for (const auto& [id, link] : *links)
      if (link.target == workbook) return name;
  }
  return {};
}

/// The words of an embedded file. The workbook behind a chart is only blamed for what the chart does not show.
void carry_embedded(WordStory& story, const std::string& name, const ShownWords& shown) {
  const Result<std::string> bytes = story.package.bytes(name);
  if (!bytes) return;
  const std::vector<std::string> words = words_of_embedded(*bytes, story.file);
  const std::string chart = chart_of(story, name);
  if (chart.empty()) {
    std::string text = join_text(words, "; ");
    if (trim(text).empty()) text = name;
    return carry(story, CarriedKind::attachment, "embedded-object", name, std::move(text), name);
  }
  const std::vector<std::string> drawn = leaves_of_part(story, chart);
  std::string more;
  for (const std::string& each : words) {
    const bool in_chart = std::find(drawn.begin(), drawn.end(), each) != drawn.end();
    if (!in_chart && !is_technical(each) && !shown.has(each) && !holds(each, "To resize chart data range")) more += (more.empty() ? "" : "; ") + each;
  }
  const bool told = !more.empty();
  carry(story, told ? CarriedKind::attachment : CarriedKind::metadata, told ? "embedded-object" : "", name, told ? more : name, name);
}

void carry_unreached(WordStory& story, const std::string& name, const ShownWords& shown) {
  const Result<std::string> bytes = story.package.bytes(name);
  if (!bytes || bytes->empty()) return;
  const bool picture = media_is_picture(name) || (picture_kind(*bytes) != PictureKind::unknown && picture_kind(*bytes) != PictureKind::svg);
  if (picture) {
    carry_image_facts(story.reading.container, *bytes, name, {1, story.package.index_of(name), 0});
    return carry(story, CarriedKind::attachment, "unused-part", name, name, name);
  }
  const bool wide = bytes->starts_with("\xFF\xFE") || bytes->starts_with("\xFE\xFF");  // two bytes a letter
  const bool markup = bytes->substr(0, 512).find('<') != std::string::npos && (wide || bytes->find('\0') == std::string::npos);
  if (!bytes->starts_with("PK") && markup) {
    const std::vector<std::string> words = leaves_of_part(story, name);
    if (words.empty() && name.ends_with(".xml")) return;
    const bool version = holds(*bytes, "<w:body") || holds(*bytes, ":body>");
    std::string text = version ? join_text(words, " ") : untold(words, shown);
    if (words.empty()) text = fold_space(bytes->substr(0, 4000));
    return carry(story, CarriedKind::private_data, version ? "previous-version" : "unused-part", name, std::move(text), name, version);
  }
  std::string text = join_text(words_of_embedded(*bytes, story.file), "; ");
  carry(story, CarriedKind::attachment, "unused-part", name, text.empty() ? name : std::move(text), name);
}

/// A whole document inside this one; under unread-part it is one that Word shows as a part of it.
void carry_chunk(WordStory& story, const std::string& name, std::string_view risk) {
  const Result<std::string> bytes = story.package.bytes(name);
  if (!bytes) return;
  const bool archive = bytes->starts_with("PK");
  std::string words = archive ? join_text(words_of_embedded(*bytes, story.file), "; ") : join_text(leaves_of_part(story, name), " ");
  if (trim(words).empty()) words = words_of_binary(*bytes);
  carry(story, CarriedKind::attachment, risk, name, trim(words).empty() ? name : words, name);
}

/// Words of a diagram's points that its drawing does not show.
void carry_diagram(WordStory& story, const std::string& name) {
  const std::string drawing = drawing_of_diagram(name);
  if (!story.package.has(drawing)) return;
  const std::vector<std::string> points = leaves_of_part(story, name), drawn = leaves_of_part(story, drawing);
  const std::string all = join_text(drawn, " ");
  std::string more;
  for (const std::string& each : points)
    if (all.find(each) == std::string::npos) more += (more.empty() ? "" : "; ") + each;
  carry(story, CarriedKind::hidden_text, "hidden-text", "words of a diagram that it does not draw", more, name);
}

/// What a program read in strokes of a pen, or somebody noted beside them.
void carry_ink(WordStory& story, const std::string& name) {
  const Result<WordPart> part = story.package.part(name);
  if (!part) return;
  std::string words;
  std::vector<const OfficeNode*> open{&part->root};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    const bool told = next->name.ends_with("annotation") || next->name.ends_with("annotationXML");
    if (told) words += (words.empty() ? "" : "; ") + join_text(leaves(*next), " ");
    else
      for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  carry(story, CarriedKind::hidden_text, "hidden-text", "words read in strokes of a pen", words, name);
}

/// Parts of the package itself, which nothing needs to refer to.
bool is_frame(std::string_view name) {
  return name == "[Content_Types].xml" || name.ends_with(".rels") || name.ends_with('/') || name.starts_with("docProps/") || name == "mimetype" || name.starts_with("_xmlsignatures/");
}

void carry_part(WordStory& story, const std::string& name, const Reach& reach, const ShownWords& shown) {
  if (holds(name, "vbaProject") && name.ends_with(".bin")) {
    const Result<std::string> bytes = story.package.bytes(name);
    std::string words = bytes ? macro_source(*bytes) : std::string();
    if (words.empty() && bytes) words = words_of_binary(*bytes);
    return carry(story, CarriedKind::script, "macro", "macros (never run)", words.empty() ? name : words, name);
  }
  if (name.starts_with("docProps/thumbnail")) return carry(story, CarriedKind::image, "thumbnail", "thumbnail", name, name);
  if (is_frame(name)) return;
  if (holds(name, "/embeddings/")) return carry_embedded(story, name, shown);
  if (reach.chunks.contains(name)) return carry_chunk(story, name, "unread-part");
  if (holds(name, "printerSettings"))
    if (const Result<std::string> bytes = story.package.bytes(name))
      if (const std::string words = words_of_binary(*bytes); holds(words, "\\\\") || holds(*bytes, std::string_view("\\\0\\\0", 4))) return carry(story, CarriedKind::link, "external-link", "printer", words.empty() ? name : words, name);
  if (holds(name, "/glossary/")) {
    if (name.ends_with("/document.xml"))
      if (const std::string words = untold(leaves_of_part(story, name), shown); !words.empty()) carry(story, CarriedKind::private_data, "glossary-part", name, words, name);
    return;
  }
  if (name.starts_with("customXml/")) {
    if (holds(name, "itemProps") || !name.ends_with(".xml")) return;
    const std::vector<std::string> all = leaves_of_part(story, name);
    const std::string words = untold(all, shown);
    return carry(story, words.empty() ? CarriedKind::metadata : CarriedKind::private_data, words.empty() ? "" : "custom-xml", name, words.empty() ? join_text(all, "; ") : words, name);
  }
  if (media_is_picture(name) && !reach.unused.contains(name) && reach.reached.contains(name)) {
    if (const Result<std::string> bytes = story.package.bytes(name)) carry_image_facts(story.reading.container, *bytes, name, {1, story.package.index_of(name), 0});
    return;
  }
  if (reach.unused.contains(name) || !reach.reached.contains(name)) return carry_unreached(story, name, shown);
  if (holds(name, "/charts/chart")) return carry_chart(story, name);
  if (holds(name, "/diagrams/data")) return carry_diagram(story, name);
  if (holds(name, "/ink/")) return carry_ink(story, name);
  // A whole file in another place than such files have.
  if (!name.ends_with(".xml"))
    if (const Result<std::string> bytes = story.package.bytes(name); bytes && bytes->starts_with("PK")) return carry_chunk(story, name, "embedded-object");
}

}  // namespace

void carry_package(WordStory& story, const ShownWords& shown) {
  const Reach reach = reach_of(story.package);
  for (const std::string& name : story.package.names()) carry_part(story, name, reach, shown);
}

}  // namespace casewright
