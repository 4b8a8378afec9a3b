#include "ingest/docx_carried.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

void carry(WordStory& story, CarriedKind kind, std::string name, std::string text, std::uint32_t part, std::string author = {}, std::uint32_t at = 0) {
  if (trim(text).empty() && author.empty()) return;
  story.reading.container.items.push_back({kind, std::move(name), std::move(text), std::move(author), {1, part, at}, 0, {}});
}

std::string local_name(std::string_view name) { return std::string(name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1)); }

std::string leaf_text(const OfficeNode& node) {
  std::string all;
  for (const OfficeNode& each : node.children) {
    const std::string inside = each.name.empty() ? each.text : each.content();
    all += (all.empty() || inside.empty() ? "" : " ") + inside;
  }
  return fold_space(all);
}

/// Core, extended and own properties.
void carry_properties(WordStory& story) {
  for (const auto& [id, link] : story.package.root_links()) {
    const bool properties = link.kind == "core-properties" || link.kind == "extended-properties" || link.kind == "custom-properties";
    if (!properties || link.outside || !story.package.has(link.target)) continue;
    const Result<WordPart> part = story.package.part(link.target);
    if (!part) continue;
    for (const OfficeNode& each : part->root.children) {
      if (each.name.empty()) continue;
      const std::string name = each.has("name") ? std::string(each.attribute("name")) : local_name(each.name);
      carry(story, CarriedKind::metadata, name, leaf_text(each), part->index, "", each.at);
    }
  }
}

void carry_comments(WordStory& story) {
  const std::string path = story.package.main().target_of("comments");
  if (path.empty() || !story.package.has(path)) return;
  Result<WordPart> part = story.package.part(path);
  if (!part) return part.move_faults_to(story.faults);
  for (const OfficeNode& each : part->root.children) {
    if (!each.is("w:comment")) continue;
    std::string text;
    WordBody body(story, *part);
    for (const Block& block : blocks_of_story(body.read(each))) text += (text.empty() ? "" : "\n") + (block.number.empty() ? "" : block.number + " ") + block.text();
    const std::string date(each.attribute("date"));
    carry(story, CarriedKind::comment, date.empty() ? "comment" : "comment " + date, std::move(text), part->index, std::string(each.attribute("author")), each.at);
  }
}

/// Names of people who wrote or changed, document variables, the template.
void carry_settings(WordStory& story) {
  const WordPart& main = story.package.main();
  if (const std::string people = main.target_of("people"); !people.empty() && story.package.has(people))
    if (const Result<WordPart> part = story.package.part(people))
      for (const OfficeNode& each : part->root.children) carry(story, CarriedKind::metadata, "person", std::string(each.attribute("author")), part->index, "", each.at);
  const std::string path = main.target_of("settings");
  if (path.empty() || !story.package.has(path)) return;
  const Result<WordPart> part = story.package.part(path);
  if (!part) return;
  if (const OfficeNode* variables = part->root.child("w:docVars"))
    for (const OfficeNode& each : variables->children) carry(story, CarriedKind::private_data, "document variable " + std::string(each.attribute("name")), std::string(each.attribute("val")), part->index, "", each.at);
  for (const auto& [id, link] : part->links)
    if (link.outside) carry(story, CarriedKind::link, link.kind, link.target, part->index);
}

/// Footnotes and page edges that nothing in the text refers to.
void carry_unused(WordStory& story) {
  const WordPart& main = story.package.main();
  for (const auto& [id, link] : main.links) {
    const bool edge = link.kind == "header" || link.kind == "footer";
    if (!edge || link.outside || !story.package.has(link.target) || std::find(story.edges.begin(), story.edges.end(), link.target) != story.edges.end()) continue;
    if (const Result<WordPart> part = story.package.part(link.target)) carry(story, CarriedKind::hidden_text, link.kind + " that no page shows", leaf_text(part->root), part->index);
  }
  for (const char* kind : {"footnote", "endnote"}) {
    const std::string path = main.target_of(std::string(kind) + "s");
    if (path.empty() || !story.package.has(path)) continue;
    const Result<WordPart> part = story.package.part(path);
    if (!part) continue;
    for (const OfficeNode& each : part->root.children)
      if (each.is(std::string("w:") + kind) && each.attribute("type").empty() && !story.note_marks.contains(std::string(kind) + " " + std::string(each.attribute("id"))))
        carry(story, CarriedKind::hidden_text, std::string(kind) + " that nothing refers to", leaf_text(each), part->index, "", each.at);
  }
}

/// Parts that no page shows: attachments, scripts, data of other programs.
void carry_others(WordStory& story) {
  for (const std::string& name : story.package.names()) {
    const std::uint32_t part = story.package.index_of(name);
    const auto holds = [&name](std::string_view word) { return name.find(word) != std::string::npos; };
    if (holds("vbaProject") && name.ends_with(".bin")) {
      carry(story, CarriedKind::script, name, "macros (never run)", part);
    } else if (holds("/embeddings/")) {
      carry(story, CarriedKind::attachment, name, name, part);
    } else if (name.starts_with("docProps/thumbnail")) {
      carry(story, CarriedKind::image, "thumbnail", name, part);
    } else if (name.ends_with(".xml") && ((name.starts_with("customXml/") && !holds("/_rels/") && !holds("itemProps")) || holds("/glossary/document"))) {
      if (const Result<WordPart> read = story.package.part(name)) carry(story, CarriedKind::private_data, name, leaf_text(read->root), part);
    }
  }
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
  carry_properties(story);
  carry_comments(story);
  carry_settings(story);
  carry_unused(story);
  carry_others(story);
}

}  // namespace casewright
