#include "ingest/office/docx_carried.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/office_leftovers.h"

namespace casewright {
namespace {

Carried* carry(WordStory& story, CarriedKind kind, std::string_view risk, std::string name, std::string text, std::uint32_t part, std::string author = {}, std::uint32_t at = 0) {
  if (trim(text).empty() && author.empty()) return nullptr;
  Carried item{kind, std::move(name), std::move(text), std::move(author), {1, part, at}, 0, {}};
  item.risk = risk;
  return &story.reading.container.items.emplace_back(std::move(item));
}

std::string local_name(std::string_view name) { return std::string(name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1)); }

std::string leaf_text(const OfficeNode& node) {
  std::string all;
  std::vector<const OfficeNode*> open{&node};
  while (!open.empty()) {
    const OfficeNode* next = open.back();
    open.pop_back();
    if (next->name.empty()) all += next->text;
    else if (next->is("w:p") || next->is("w:tab") || !next->name.starts_with("w:")) all += ' ';
    if (next->is("w:instrText")) continue;
    for (auto each = next->children.rbegin(); each != next->children.rend(); ++each) open.push_back(&*each);
  }
  return fold_space(all);
}

/// The rule that judges a core or extended property; empty for those that say nothing of people.
std::string_view risk_of_property(std::string_view name, std::string_view value, const ShownWords& shown) {
  static constexpr std::string_view plain[] = {"Application", "AppVersion", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs", "TotalTime", "DocSecurity", "ScaleCrop", "LinksUpToDate",
                                               "SharedDoc", "HyperlinksChanged", "HeadingPairs", "created", "modified", "revision", "lastPrinted", "language", "version", "PresentationFormat"};
  if (name == "creator" || name == "lastModifiedBy" || name == "Manager") return "author";
  if (name == "Template") return is_local_address(value) || value.find_first_of("\\/") != std::string_view::npos ? "attached-template" : "";
  if (name == "HyperlinkBase" && is_local_address(value)) return "external-link";
  if (std::find(std::begin(plain), std::end(plain), name) != std::end(plain) || shown.has(value) || (name == "identifier" && is_technical(value))) return "";
  if (name == "TitlesOfParts" && !may_name_somebody(value)) return "";
  return "document-properties";
}

/// Core, extended and own properties.
void carry_properties(WordStory& story, const ShownWords& shown) {
  for (const auto& [id, link] : story.package.root_links()) {
    const bool custom = link.kind == "custom-properties";
    const bool properties = link.kind == "core-properties" || link.kind == "extended-properties" || custom;
    if (!properties || link.outside || !story.package.has(link.target)) continue;
    const Result<WordPart> part = story.package.part(link.target);
    if (!part) continue;
    for (const OfficeNode& each : part->root.children) {
      if (each.name.empty()) continue;
      const std::string name = each.has("name") ? std::string(each.attribute("name")) : local_name(each.name);
      const std::string value = leaf_text(each);
      const std::string_view risk = !custom ? risk_of_property(name, value, shown) : is_technical(value) || shown.has(value) ? "document-properties" : "custom-property";
      // A title belongs into the properties, though the page may say it in other words.
      if (Carried* item = carry(story, CarriedKind::metadata, risk, name, value, part->index, "", each.at)) item->harmless = name == "title";
    }
  }
}

void carry_comments(WordStory& story) {
  const std::string path = story.package.main().target_of("comments");
  if (path.empty() || !story.package.has(path)) return;
  Result<WordPart> part = story.package.part(path);
  if (!part) return part.move_faults_to(story.faults);
  for (const OfficeNode& each : part->root.children) {
    if (!each.is("w:comment") || is_own_mark(each.attribute("author"), each.content())) continue;
    std::string text;
    WordBody body(story, *part);
    for (const Block& block : blocks_of_story(body.read(each))) text += (text.empty() ? "" : "\n") + (block.number.empty() ? "" : block.number + " ") + block.text();
    const std::string date(each.attribute("date"));
    if (text.empty() && each.attribute("author").empty()) text = "(an empty comment)";
    carry(story, CarriedKind::comment, "comment", date.empty() ? "comment" : "comment " + date, std::move(text), part->index, std::string(each.attribute("author")), each.at);
  }
}

void carry_revision_ids(WordStory& story, const WordPart& settings) {
  const OfficeNode* all = settings.root.child("w:rsids");
  std::string ids;
  std::size_t count = 0;
  if (all != nullptr)
    for (const OfficeNode& each : all->children)
      if (each.is("w:rsid") && ++count <= 8) ids += (ids.empty() ? "" : " ") + std::string(each.attribute("val"));
  if (count > 8) ids += " and " + std::to_string(count - 8) + " more";
  if (Carried* item = carry(story, CarriedKind::private_data, "revision-ids", "revision ids", ids, settings.index, "", all == nullptr ? 0 : all->at)) item->how = std::to_string(count);
}

/// Names of people who wrote or changed, document variables, the template, sources of letters.
void carry_settings(WordStory& story) {
  const WordPart& main = story.package.main();
  if (const std::string people = main.target_of("people"); !people.empty() && story.package.has(people))
    if (const Result<WordPart> part = story.package.part(people))
      for (const OfficeNode& each : part->root.children) {
        // Beside the name stands who it is to the office's own servers: "S::somebody@office.example::1f2e".
        const OfficeNode* known = each.child("w15:presenceInfo");
        const std::string user(known == nullptr ? std::string_view() : known->attribute("userId"));
        carry(story, CarriedKind::metadata, "author", "person", user.find('@') == std::string::npos ? std::string(each.attribute("author")) : each.attribute("author") == "Author" ? user : std::string(each.attribute("author")) + " " + user, part->index, "", each.at);
      }
  const std::string path = main.target_of("settings");
  if (path.empty() || !story.package.has(path)) return;
  const Result<WordPart> part = story.package.part(path);
  if (!part) return;
  if (const OfficeNode* variables = part->root.child("w:docVars"))
    for (const OfficeNode& each : variables->children) {
      const std::string name(each.attribute("name")), value(each.attribute("val"));
      carry(story, CarriedKind::private_data, "document-variables", "document variable " + name, may_name_somebody(name) ? name + ": " + value : value, part->index, "", each.at);
    }
  carry_revision_ids(story, *part);
  if (const OfficeNode* merge = part->root.child("w:mailMerge"))
    for (const char* name : {"w:connectString", "w:query"}) carry(story, CarriedKind::link, "external-link", "source of a mail merge", std::string(merge->value_of(name)), part->index, "", merge->at);
  for (const auto& [id, link] : part->links) {
    if (!link.outside) continue;
    const bool plain = link.kind == "attachedTemplate" && link.target.find_first_of("\\/") == std::string::npos;
    carry(story, CarriedKind::link, plain ? "" : link.kind == "attachedTemplate" ? "attached-template" : "external-link", link.kind, link.target, part->index);
  }
}

/// Footnotes and page edges that nothing in the text refers to.
void carry_unused(WordStory& story, const ShownWords& shown) {
  const WordPart& main = story.package.main();
  for (const auto& [id, link] : main.links) {
    const bool edge = link.kind == "header" || link.kind == "footer";
    if (!edge || link.outside || !story.package.has(link.target) || std::find(story.edges.begin(), story.edges.end(), link.target) != story.edges.end()) continue;
    if (const Result<WordPart> part = story.package.part(link.target)) {
      const std::string words = leaf_text(part->root);
      carry(story, shown.has(words) || is_technical(words) ? CarriedKind::metadata : CarriedKind::hidden_text, shown.has(words) || is_technical(words) ? "" : "unused-header", link.kind + " that no page shows", words, part->index);
    }
  }
  for (const char* kind : {"footnote", "endnote"}) {
    const std::string path = main.target_of(std::string(kind) + "s");
    if (path.empty() || !story.package.has(path)) continue;
    const Result<WordPart> part = story.package.part(path);
    if (!part) continue;
    for (const OfficeNode& each : part->root.children)
      if (each.is(std::string("w:") + kind) && each.attribute("type").empty() && !story.note_marks.contains(std::string(kind) + " " + std::string(each.attribute("id"))))
        if (Carried* item = carry(story, CarriedKind::hidden_text, "hidden-text", std::string(kind) + " that nothing refers to", leaf_text(each), part->index, "", each.at)) item->extent = static_cast<std::uint32_t>(count_characters(each.content()));
  }
}

/// An attribute that says something nobody sees, and the rule that judges it where it may name somebody.
struct SilentAttribute {
  std::string_view element, attribute, risk, what;
};
constexpr SilentAttribute silent_attributes[] = {
    {"attr", "val", "custom-xml", "property of a smart tag"},          {"permStart", "ed", "author", "who may edit a passage"},
    {"bookmarkStart", "name", "bookmark", "name of a bookmark"},       {"ocxPr", "value", "content-control-data", "value of a control"},
    {"control", "name", "content-control-data", "name of a control"},  {"property", "value", "custom-xml", "property of an add-in"},
    {"movie", "href", "external-link", "recording"},                   {"textInput", "default", "content-control-data", "form field"},
    {"numberingChange", "original", "tracked-change", "a number before a change"}, {"prSet", "phldrT", "hidden-text", "prompt in a diagram"},
    {"reaction", "userName", "comment", "who agreed with a comment"}, {"user", "userName", "comment", "who agreed with a comment"}, {"Attribution", "userName", "comment", "who set a task"},
    {"AssignTo", "userName", "comment", "who has a task"}, {"SetTitle", "title", "comment", "task"},
};

/// Words that stand in attributes of a part, and parts of changes that the text does not tell of.
void carry_silent(WordStory& story, const WordPart& part, const ShownWords& shown) {
  const std::string& name = part.path;
  const bool frame = name.find("styles") != std::string::npos || name.find("numbering") != std::string::npos;
  std::vector<const OfficeNode*> open{&part.root};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    const std::string local = local_name(node.name);
    if (frame && local.ends_with("Change") && node.has("author")) carry(story, CarriedKind::revision, "tracked-change", "style changed", "", part.index, std::string(node.attribute("author")), node.at);
    if (node.is("w:tblGridChange")) carry(story, CarriedKind::revision, "tracked-change", "columns changed", "(the columns before)", part.index, "", node.at);
    for (const SilentAttribute& each : silent_attributes) {
      if (local != each.element || !node.has(each.attribute)) continue;
      std::string words(node.attribute(each.attribute));
      if (each.risk == "bookmark") std::replace(words.begin(), words.end(), '_', ' ');
      words = fold_space(words);
      const bool person = each.element == "permStart" && words != "everyone";
      const bool telling = person || (may_name_somebody(words) && !is_technical(words) && !shown.has(words));
      // A single word that looks like nobody may still be a name of the register.
      if (each.risk == "bookmark" && !telling && !words.empty() && !node.attribute(each.attribute).starts_with('_')) carry(story, CarriedKind::metadata, "", std::string(each.what), words, part.index, "", node.at);
      if (telling) carry(story, CarriedKind::private_data, each.risk, std::string(each.what), words, part.index, "", node.at);
    }
    for (auto kid = node.children.rbegin(); kid != node.children.rend(); ++kid) open.push_back(&*kid);
  }
}

/// Goes through all parts of markup once: for what stands silent in those that belong to the text, and for what no reader reads in any.
void carry_parts(WordStory& story, const ShownWords& shown, OfficeLeftovers& leftovers) {
  const WordPart& main = story.package.main();
  for (const std::string& name : story.package.names()) {
    if (!name.ends_with(".xml") && !name.ends_with(".rels") && !name.ends_with(".vml")) continue;
    const Result<WordPart> read = name == main.path ? Result<WordPart>(WordPart{}) : story.package.part(name);
    if (!read) continue;
    const WordPart& part = name == main.path ? main : *read;
    leftovers.gather(part.root, name, part.index);
    const bool told_elsewhere = name.starts_with("customXml/") || name.starts_with("docProps/") || name.find("/theme/") != std::string::npos || name.find("/charts/") != std::string::npos || name.find("/glossary/") != std::string::npos;
    if (!told_elsewhere && name.ends_with(".xml")) carry_silent(story, part, shown);
  }
}

/// What older programs are given in place of a drawing, where it says something else than the drawing.
void carry_fallbacks(WordStory& story) {
  const WordPart& main = story.package.main();
  std::vector<const OfficeNode*> open{&main.root};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    if (node.is("mc:AlternateContent") && node.child("mc:Choice") != nullptr && node.child("mc:Fallback") != nullptr) {
      const std::string words = leaf_text(*node.child("mc:Fallback"));
      if (leaf_text(*node.child("mc:Choice")).find(words) == std::string::npos)
        if (Carried* item = carry(story, CarriedKind::hidden_text, "hidden-text", "words for older programs", words, main.index, "", node.child("mc:Fallback")->at)) {
          item->extent = static_cast<std::uint32_t>(count_characters(node.child("mc:Fallback")->content()));
          // A single sign, or what Word itself writes there.
          item->harmless = std::count(words.begin(), words.end(), ' ') < 1 || words.find("in your version of") != std::string::npos;
        }
    }
    for (auto kid = node.children.rbegin(); kid != node.children.rend(); ++kid)
      if (!kid->is("mc:Fallback")) open.push_back(&*kid);
  }
}

/// Objects, sections and recordings that the document takes from elsewhere.
void carry_linked(WordStory& story) {
  const WordPart& main = story.package.main();
  for (const auto& [id, link] : main.links) {
    const bool told = link.kind == "hyperlink" || link.kind == "image" || link.kind == "attachedTemplate";
    const bool shown_from_there = link.kind == "oleObject" || link.kind == "subDocument" || link.kind == "frame" || link.kind == "package";
    if (link.outside && !told && (shown_from_there || is_local_address(link.target))) carry(story, CarriedKind::link, "external-link", link.kind, link.target, main.index);
  }
  for (const std::string& name : story.package.names())
    if (name.starts_with("_xmlsignatures/") && name.ends_with(".xml"))
      if (const Result<WordPart> part = story.package.part(name)) carry(story, CarriedKind::metadata, "signature", "signature", leaf_text(part->root), part->index);
}

}  // namespace

std::string core_property(const WordPackage& package, std::string_view name) {
  for (const auto& [id, link] : package.root_links()) {
    if (link.kind != "core-properties" || link.outside || !package.has(link.target)) continue;
    const Result<WordPart> part = package.part(link.target);
    if (!part) return {};
    const OfficeNode* found = part->root.child(name);
    return found == nullptr ? std::string() : fold_space(found->content());
  }
  return {};
}

void carry_docx_parts(WordStory& story) {
  const ShownWords shown(story.reading.document);
  carry_properties(story, shown);
  carry_comments(story);
  carry_settings(story);
  carry_unused(story, shown);
  OfficeLeftovers leftovers(shown);
  carry_parts(story, shown, leftovers);
  carry_fallbacks(story);
  carry_linked(story);
  carry_package(story, shown);
  leftovers.settle(story.reading.container);
  excuse_what_is_shown(story.reading.container, shown);
}

}  // namespace casewright
