// A Word file without what nobody should read: changes accepted, comments, hidden words, names of people, data of other
// programs and parts that nothing uses taken out.
#include <algorithm>
#include <map>
#include <set>

#include "base/among.h"
#include "base/text.h"
#include "base/world.h"
#include "cleaning/clean.h"
#include "cleaning/docx_changes.h"
#include "cleaning/docx_fields.h"
#include "cleaning/docx_leftovers.h"
#include "cleaning/docx_mends.h"
#include "foreign/zip.h"
#include "foreign/zip_writer.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_package.h"
#include "ingest/office/office_table.h"
#include "ingest/parts/markup.h"

namespace casewright {
namespace {

using WordPlaces = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// What the whole file says about its cleaning.
struct Task {
  const Reading& reading;
  std::map<std::uint32_t, WordPlaces> hidden;   ///< by part
  std::set<std::string> telling_fields;
  bool even_edges = false;
  std::string language = {};   ///< that of all words where they do not say it and the file does
  TakenOutList out = {}, mended = {};
};

Task task_of(const Reading& reading) {
  Task task{reading, {}, {}};
  for (const Carried& each : reading.container.items) {
    const bool covered = each.risk == "black-highlight" || each.risk == "text-under-shape";
    if (each.kind == CarriedKind::hidden_text && each.extent > 0 && !covered) task.hidden[each.origin.part].emplace_back(each.origin.at, each.origin.at + each.extent);
    if (each.name == "field" && (each.risk == "field-code" || each.risk == "external-link")) task.telling_fields.insert(each.text);
  }
  return task;
}

/// Kinds of relationships whose targets are taken out whole.
std::string_view taken_kind(std::string_view kind) {
  if (kind.starts_with("comments") || kind == "documenttasks") return "comments";
  if (kind == "people") return "names of editors";
  if (kind == "customXml" || kind == "customXmlProps") return "data of other programs";
  if (kind == "glossaryDocument") return "building blocks";
  if (kind == "vbaProject" || kind == "wordVbaData" || kind == "keyMapCustomizations" || kind == "attachedToolbars") return "macros";
  if (kind == "attachedTemplate" || kind == "mailMergeSource" || kind == "mailMergeHeaderSource" || kind == "recipientData") return "paths";
  if (kind == "thumbnail") return "a thumbnail";
  if (kind.starts_with("webextension")) return "add-ins";
  if (kind == "custom-properties") return "properties of its own";
  if (kind == "printerSettings" || kind == "activeXControl" || kind == "activeXControlBinary" || kind == "classificationlabels") return "settings of a machine";
  return {};
}

/// Kinds that a part names by id, so that without the id nothing needs them.
bool is_named_by_id(std::string_view kind) { return among({"image", "oleObject", "package", "chart", "aFChunk", "hyperlink", "header", "footer", "control", "subDocument", "frame", "video", "audio", "hdphoto", "externalLinkPath"}, kind); }

std::string links_path(const std::string& path) {
  const std::size_t slash = path.rfind('/') + 1;
  return path.empty() ? "_rels/.rels" : path.substr(0, slash) + "_rels/" + path.substr(slash) + ".rels";
}

/// The cleaned parts of a file.
class CleanedPackage {
 public:
  CleanedPackage(const WordPackage& old, Task& task) : old_(old), task_(task) {}

  Outcome clean() {
    if (const std::string path = old_.main().target_of("settings"); !path.empty() && old_.has(path))
      if (const auto settings = old_.part(path)) {
        task_.even_edges = settings->root.child("w:evenAndOddHeaders") != nullptr;
        const std::vector<BrokenCondition>& broken = task_.reading.container.broken;
        if (std::any_of(broken.begin(), broken.end(), [](const BrokenCondition& each) { return each.condition == "language-missing"; })) task_.language = settings->root.value_of("w:themeFontLang");
      }
    open_.emplace_back();
    if (Outcome read = links(""); !read) return read;
    while (!open_.empty()) {
      const std::string path = open_.back();
      open_.pop_back();
      if (path.empty()) continue;
      if (Outcome read = part(path); !read) return read;
      if (Outcome read = links(path); !read) return read;
    }
    return content_types();
  }

  std::vector<zip::Entry> entries() {
    std::vector<zip::Entry> all;
    for (const std::string& name : old_.names())
      if (const auto kept = parts_.find(name); kept != parts_.end()) all.push_back({new_name(name), std::move(kept->second), media_is_picture(name)});
    return all;
  }

 private:
  Outcome part(const std::string& path) {
    auto bytes = old_.bytes(path);
    if (!bytes) return bytes.faults();
    if (media_is_picture(path)) {
      parts_[path] = without_remarks(std::move(*bytes), task_.out);
      return Done{};
    }
    const bool markup = path.ends_with(".xml") || bytes->starts_with("<");
    if (!markup) {
      parts_[path] = std::move(*bytes);
      return Done{};
    }
    auto root = read_markup(*bytes, task_.reading.path);
    if (!root) return root.faults();
    const auto links = old_.links_of(path);
    if (!links) return links.faults();
    edit(path, *root, *links);
    parts_[path] = write_markup(*root);
    return Done{};
  }

  void edit(const std::string& path, Markup& root, const std::map<std::string, WordLink, std::less<>>& links) {
    if (path.starts_with("docProps/")) {
      clean_properties(root, task_.out);
      return record_title(root, task_.reading.document.title, task_.mended);
    }
    if (const auto places = task_.hidden.find(old_.index_of(path)); places != task_.hidden.end()) task_.out.add("hidden words", take_out_places(root, places->second, "w:r"));
    clean_settings(root, task_.out);
    accept_changes(root, task_.out);
    clean_controls(root, task_.out);
    clean_silent(root, task_.out);
    clean_drawings(root, task_.out);
    if (path.find("/ink/") != std::string::npos || path.find("/diagrams/") != std::string::npos) clean_strokes(root, task_.out);
    unlink_local(root, links, task_.out);
    mark_header_rows(root, task_.mended);
    record_language(root, task_.language, task_.mended);
    drop_unused_edges(root, task_.even_edges);
    flatten_fields(root, task_.telling_fields, task_.out);
    if (drop_revision_ids(root) > 0 && !counted_ids_) {
      counted_ids_ = true;
      task_.out.add("revision ids");
    }
  }

  const std::string& new_name(const std::string& part) const {
    const auto renamed = renamed_.find(part);
    return renamed == renamed_.end() ? part : renamed->second;
  }

  /// A picture whose file bears a name of somebody's gets a plain one, in the folder where it stands.
  void rename_picture(const std::string& part, Markup& relationship) {
    const std::size_t name = part.rfind('/') + 1, dot = part.rfind('.');
    if (!media_is_picture(part) || is_given_name(file_name(part))) return;
    auto [renamed, fresh] = renamed_.try_emplace(part);
    if (fresh) {
      std::size_t number = renamed_.size();
      const auto plain = [&] { return part.substr(0, name) + "image" + std::to_string(number) + ascii_lower(part.substr(dot)); };
      const auto taken = [&] { return old_.has(plain()) || std::any_of(renamed_.begin(), renamed_.end(), [&](const auto& each) { return each.second == plain(); }); };
      while (taken()) ++number;
      renamed->second = plain();
      task_.out.add("names of pictures");
    }
    const std::string target = relationship.attribute("Target");
    relationship.set_attribute("Target", target.substr(0, target.rfind('/') + 1) + renamed->second.substr(name));
  }

  /// Writes the relationships of a part again without those that are taken out, and goes on with their targets.
  Outcome links(const std::string& path) {
    const std::string at = links_path(path);
    if (!old_.has(at)) return Done{};
    const auto bytes = old_.bytes(at);
    const auto links = old_.links_of(path);
    if (!bytes || !links) return bytes ? links.faults() : bytes.faults();
    auto root = read_markup(*bytes, task_.reading.path);
    if (!root) return root.faults();
    const std::string& owner = parts_[path];
    each_markup(*root, [&](Markup& node) {
      if (!node.name.ends_with("Relationship")) return;
      const auto link = links->find(node.attribute("Id"));
      if (link == links->end()) return;
      const bool ink = link->second.kind == "customXml" && link->second.target.find("/ink/") != std::string::npos;
      if (std::string_view what = taken_kind(link->second.kind); !what.empty() && !ink) {
        node.gone = true;
        if (link->second.kind != "commentsExtended" && link->second.kind != "commentsIds" && link->second.kind != "commentsExtensible") task_.out.add(what);
        return;
      }
      const std::string& id = link->first;
      const bool named = owner.find("\"" + id + "\"") != std::string::npos || owner.find("'" + id + "'") != std::string::npos;
      if (!path.empty() && is_named_by_id(link->second.kind) && !named) {
        node.gone = true;
        task_.out.add(link->second.outside ? "addresses that nothing uses" : "parts that nothing uses");
        return;
      }
      if (!link->second.outside && old_.has(link->second.target)) rename_picture(link->second.target, node);
      if (!link->second.outside && old_.has(link->second.target) && seen_.insert(link->second.target).second) open_.push_back(link->second.target);
    });
    parts_[at] = write_markup(*root);
    if (path.empty()) parts_.erase("");
    return Done{};
  }

  /// Says of the kept parts only what they are; a file that had macros is one without.
  Outcome content_types() {
    const std::string name = "[Content_Types].xml";
    const auto bytes = old_.bytes(name);
    if (!bytes) return bytes.faults();
    auto root = read_markup(*bytes, task_.reading.path);
    if (!root) return root.faults();
    each_markup(*root, [&](Markup& node) {
      if (!node.name.ends_with("Override")) return;
      std::string part = node.attribute("PartName");
      if (part.starts_with('/')) part.erase(0, 1);
      if (!parts_.contains(part)) node.gone = true;
      else if (new_name(part) != part) node.set_attribute("PartName", "/" + new_name(part));
      const std::string type = node.attribute("ContentType");
      if (type.find("macroEnabled") != std::string::npos || type.find("template.main") != std::string::npos)
        node.set_attribute("ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    });
    parts_[name] = write_markup(*root);
    for (const std::string& each : old_.names())
      if (!parts_.contains(each) && !each.ends_with('/') && !each.ends_with(".rels") && !seen_.contains(each)) left_.insert(each);
    return Done{};
  }

  const WordPackage& old_;
  Task& task_;
  std::map<std::string, std::string> parts_;
  std::vector<std::string> open_;
  std::set<std::string> seen_, left_;
  std::map<std::string, std::string> renamed_;  ///< pictures' parts, old name to new
  bool counted_ids_ = false;
};

}  // namespace

Result<CleanCopy> clean_docx(std::string_view bytes, const Reading& reading) {
  const Result<WordPackage> package = WordPackage::open(bytes, reading.path);
  if (!package) return package.faults();
  Task task = task_of(reading);
  CleanedPackage cleaned(*package, task);
  if (const Outcome done = cleaned.clean(); !done) return done.faults();
  Result<std::string> packed = zip::pack(cleaned.entries(), reading.path);
  if (!packed) return packed.faults();
  return CleanCopy{std::move(*packed), ".docx", task.out.take(), task.mended.take()};
}

}  // namespace casewright
