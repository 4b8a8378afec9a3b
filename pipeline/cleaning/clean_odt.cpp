// An OpenDocument text without what nobody should read.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/world.h"
#include "cleaning/clean.h"
#include "foreign/zip.h"
#include "foreign/zip_writer.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/carried/image_facts.h"
#include "ingest/office/index_entry.h"
#include "ingest/office/office_table.h"
#include "ingest/office/plain_anchor.h"
#include "ingest/parts/markup.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

using OdtPlaces = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Elements that go with all that is in them, and what they are.
std::string_view goes(const Markup& node) {
  if (node.is("text:tracked-changes")) return "tracked changes";
  if (among({"text:change", "text:change-start", "text:change-end"}, node.name)) return "tracked changes";
  if (among({"office:annotation", "office:annotation-end"}, node.name)) return "comments";
  if (among({"office:scripts", "office:event-listeners", "text:script"}, node.name)) return "macros";
  if (among({"text:user-field-decls", "text:variable-decls", "text:dde-connection-decls"}, node.name)) return "document variables";
  if (among({"office:forms", "draw:control"}, node.name)) return "forms";
  if (among({"text:hidden-text", "text:hidden-paragraph"}, node.name) && node.attribute("is-hidden") != "false") return "hidden words";
  if (node.is("text:section") && (node.attribute("display") == "none" || node.attribute("is-hidden") == "true" || (node.attribute("display") == "condition" && !node.has("is-hidden")))) return "hidden words";
  if (node.name.starts_with("text:") && node.name.ends_with("-mark"))
    for (const char* said : {"string-value", "key1", "key2"})
      if (may_name_somebody(words_of_index_entry(node.attribute(said)))) return "field codes";
  if (node.is("text:section-source") && (is_local_address(node.attribute("href")) || is_path_of_file(node.attribute("href")))) return "links to somebody's own disk or office";
  if (node.is("text:database-next") || node.is("text:database-row-select")) return "field codes";
  const bool edge = node.name.starts_with("style:header") || node.name.starts_with("style:footer");
  if (edge && node.attribute("display") == "false" && node.name.find("style:header-style") == std::string::npos) return "headers and footers that no page shows";
  return {};
}

/// Fields that would ask for what is taken out become the words they show.
bool becomes_words(const Markup& node) {
  return among({"text:user-field-get", "text:user-field-input", "text:variable-set", "text:variable-get", "text:variable-input", "text:database-display", "text:author-name", "text:author-initials", "text:sender-firstname",
                            "text:sender-lastname", "text:sender-email", "text:initial-creator", "text:creator", "text:file-name", "text:template-name", "text:conditional-text", "text:placeholder"}, node.name);
}

/// What a drop-down that came from Word shows; nothing for all else.
std::optional<std::string> chosen_in(const Markup& node) {
  if (!node.is("x:fieldmark") || !node.attribute("type").ends_with("FORMDROPDOWN")) return std::nullopt;
  std::vector<std::string> entries;
  std::size_t chosen = 0;
  for (const Markup& each : node.children) {
    if (each.attribute("name") == "Dropdown_ListEntry") entries.push_back(each.attribute("value"));
    if (each.attribute("name") == "Dropdown_Selected") chosen = small_number(each.attribute("value"), 0, 0xFFFF);
  }
  return chosen < entries.size() ? entries[chosen] : std::string();
}

/// A picture's file with somebody's name, and the plain name it gets.
using NewNames = std::map<std::string, std::string>;

NewNames new_names_of(const std::vector<std::string>& names) {
  NewNames all;
  std::size_t number = 0;
  for (const std::string& name : names) {
    if (!name.starts_with("Pictures/") || !media_is_picture(name) || is_given_name(file_name(name))) continue;
    const bool numbered = std::all_of(name.begin() + 9, name.begin() + static_cast<std::ptrdiff_t>(name.rfind('.')), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'F'); });
    if (numbered) continue;  // as LibreOffice names them itself
    const auto plain = [&] { return "Pictures/image" + std::to_string(number) + ascii_lower(name.substr(name.rfind('.'))); };
    do ++number;
    while (std::find(names.begin(), names.end(), plain()) != names.end());
    all[name] = plain();
  }
  return all;
}

void edit_words(Markup& root, const std::set<std::string>& replaced, const NewNames& new_names, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (const std::string_view what = goes(node); !what.empty()) {
      node.gone = true;
      return out.add(what);
    }
    if (becomes_words(node)) node.unwrapped = true;
    if (const std::optional<std::string> chosen = chosen_in(node)) {
      node.open = escape_markup(*chosen);
      node.name = node.close = "";
      node.children.clear();
      return out.add("names, tags and choices of form fields");
    }
    const bool place = among({"text:bookmark", "text:bookmark-start", "text:bookmark-end", "text:reference-mark", "text:reference-mark-start", "text:reference-mark-end"}, node.name);
    const char* const key = place ? "name" : among({"text:bookmark-ref", "text:reference-ref"}, node.name) ? "ref-name" : "";
    if (const std::string named = node.attribute(key), plain = plain_anchor(named); plain != named) {
      node.set_attribute(key, plain);
      out.add("names of bookmarks");
    }
    if (const std::string link = node.is("text:a") ? node.attribute("href") : std::string(); link.starts_with('#') && plain_anchor(link.substr(1)) != link.substr(1)) node.set_attribute("href", "#" + plain_anchor(link.substr(1)));
    node.drop_attributes([&](std::string_view name) { return node.name.starts_with("text:") && (name == "content" || name == "property" || name == "xhtml:content"); });
    if ((node.is("text:a") || node.is("draw:a")) && (node.has("title") || node.has("name"))) {
      node.drop_attributes([](std::string_view name) { return name == "title" || name == "name"; });
      out.add("tooltips");
    }
    if (node.is("text:a") && (is_local_address(node.attribute("href")) || is_path_of_file(node.attribute("href")))) {
      node.unwrapped = true;
      out.add("links to somebody's own disk or office");
    }
    std::string target = node.attribute("href");
    if (target.starts_with("./")) target.erase(0, 2);
    if (const auto renamed = new_names.find(target); renamed != new_names.end()) {
      node.set_attribute("href", renamed->second);
      out.add("names of pictures");
    }
    if ((node.is("draw:object") || node.is("draw:object-ole")) && replaced.contains(target)) {
      node.gone = true;
      out.add("embedded objects");
    }
    if (node.is("draw:frame") && node.child("svg:desc") != nullptr)  // nobody hears the title then
      for (Markup& each : node.children)
        if (each.is("svg:title")) each.gone = true;
    if (node.name.starts_with("draw:") && node.has("name") && !is_given_name(node.attribute("name"))) {
      node.set_attribute("name", "Picture");
      out.add("names of pictures");
    }
    node.drop_attributes([](std::string_view name) { return name == "rsid" || name == "paragraph-rsid"; });
  });
}

void clean_meta(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (!node.is("office:meta")) return;
    for (Markup& each : node.children) {
      if (each.name.empty() || among({"dc:title", "dc:language", "meta:generator", "meta:document-statistic"}, each.name)) continue;
      each.gone = true;
      out.add("document properties");
    }
  });
}

/// Parts that are taken out whole, and what they are.
std::string_view goes_whole(const std::string& name) {
  if (name.starts_with("Versions/") || name == "VersionList.xml") return "earlier versions";
  if (name.starts_with("Basic/") || name.starts_with("Scripts/") || name.starts_with("Dialogs/")) return "macros";
  if (name.starts_with("Thumbnails/")) return "a thumbnail";
  if (name == "META-INF/documentsignatures.xml") return "a signature";
  if (name == "manifest.rdf") return "settings of a machine";
  if (name == "settings.xml" || name.starts_with("Configurations2/") || name == "layout-cache") return "settings of a machine";
  return {};
}

/// Embedded sheets and documents of which the file also holds a picture; charts and formulas stay what they are.
std::set<std::string> objects_with_pictures(const zip::Archive& archive) {
  std::set<std::string> found;
  for (const std::string& name : archive.names()) {
    if (!name.starts_with("ObjectReplacements/")) continue;
    const std::string object = name.substr(std::string_view("ObjectReplacements/").size());
    const std::string content = object + "/content.xml";
    const Result<std::string> bytes = archive.has(content) ? archive.read(content) : Result<std::string>(std::string());
    const bool drawn = bytes && (bytes->find("office:chart") != std::string::npos || bytes->find("math") != std::string::npos);
    if (!drawn && !object.empty()) found.insert(object);
  }
  return found;
}

class OdtPackage {
 public:
  OdtPackage(const zip::Archive& old, const Reading& reading) : old_(old), reading_(reading), names_(old.names()), replaced_(objects_with_pictures(old)), new_names_(new_names_of(names_)) {
    for (const Carried& each : reading.container.items)
      if (each.kind == CarriedKind::hidden_text && each.extent > 0 && each.risk != "black-highlight" && each.risk != "text-under-shape")
        hidden_[each.origin.part].emplace_back(each.origin.at, each.origin.at + each.extent);
  }

  Result<CleanCopy> clean() {
    for (std::uint32_t i = 0; i < names_.size(); ++i)
      if (Outcome done = part(i); !done) return done.faults();
    drop_unnamed();
    if (Outcome done = manifest(); !done) return done.faults();
    std::vector<zip::Entry> entries;
    for (const std::string& name : names_)
      if (const auto kept = parts_.find(name); kept != parts_.end()) entries.push_back({new_name(name), std::move(kept->second), name == "mimetype" || media_is_picture(name)});
    Result<std::string> packed = zip::pack(entries, reading_.path);
    if (!packed) return packed.faults();
    return CleanCopy{std::move(*packed), ".odt", out_.take()};
  }

 private:
  const std::string& new_name(const std::string& name) const {
    const auto renamed = new_names_.find(name);
    return renamed == new_names_.end() ? name : renamed->second;
  }

  Outcome part(std::uint32_t index) {
    const std::string& name = names_[index];
    if (name.ends_with('/')) return Done{};
    if (const std::string_view what = goes_whole(name); !what.empty()) {
      if (!what.starts_with("settings")) out_.add(what);
      return Done{};
    }
    for (const std::string& object : replaced_)
      if (name == object || name.starts_with(object + "/")) return Done{};
    Result<std::string> bytes = old_.read(name);
    if (!bytes) return bytes.faults();
    if (media_is_picture(name)) {
      parts_[name] = without_remarks(std::move(*bytes), out_);
      return Done{};
    }
    const bool edited = name == "content.xml" || name == "styles.xml" || name == "meta.xml" || (name.ends_with("/meta.xml") && !name.starts_with("META-INF"));
    if (!edited) {
      parts_[name] = std::move(*bytes);
      return Done{};
    }
    Result<Markup> root = read_markup(*bytes, reading_.path);
    if (!root) return root.faults();
    if (name.ends_with("meta.xml")) clean_meta(*root, out_);
    else edit_words(*root, replaced_, new_names_, out_);
    if (const auto places = hidden_.find(index); places != hidden_.end()) out_.add("hidden words", take_out_places(*root, places->second, "text:span"));
    parts_[name] = write_markup(*root);
    return Done{};
  }

  /// Pictures and stray parts that no part names any more.
  void drop_unnamed() {
    std::string named;
    for (const auto& [name, bytes] : parts_)
      if (name.ends_with("content.xml") || name.ends_with("styles.xml")) named += bytes;
    static constexpr std::string_view frame[] = {"content.xml", "styles.xml", "meta.xml", "manifest.rdf"};
    std::erase_if(parts_, [&](const auto& each) {
      const std::string& name = each.first;
      const bool picture = (name.starts_with("Pictures/") || name.starts_with("media/") || name.starts_with("ObjectReplacements/")) && named.find(new_name(name)) == std::string::npos;
      const bool stray = name.ends_with(".bak") || name.starts_with("[trash]") || (name.find('/') == std::string::npos && name.ends_with(".xml") && std::find(std::begin(frame), std::end(frame), name) == std::end(frame));
      const std::string object = name.substr(0, name.find('/'));
      const bool lost = name.starts_with("Object ") && named.find(object) == std::string::npos;
      if (picture || stray || lost) out_.add("parts that nothing uses");
      return picture || stray || lost;
    });
  }

  Outcome manifest() {
    const std::string name = "META-INF/manifest.xml";
    const auto found = parts_.find(name);
    if (found == parts_.end()) return Done{};
    Result<Markup> root = read_markup(found->second, reading_.path);
    if (!root) return root.faults();
    each_markup(*root, [&](Markup& node) {
      const std::string path = node.attribute("full-path");
      if (path.empty() || path == "/") return;
      const bool kept = path.ends_with('/') ? std::any_of(parts_.begin(), parts_.end(), [&](const auto& each) { return each.first.starts_with(path); }) : parts_.contains(path);
      if (!kept && node.children.empty()) node.gone = true;
      else if (new_name(path) != path) node.set_attribute("full-path", new_name(path));
    });
    found->second = write_markup(*root);
    return Done{};
  }

  const zip::Archive& old_;
  const Reading& reading_;
  std::vector<std::string> names_;
  std::set<std::string> replaced_;
  NewNames new_names_;
  std::map<std::uint32_t, OdtPlaces> hidden_;
  std::map<std::string, std::string> parts_;
  TakenOutList out_;
};

}  // namespace

Result<CleanCopy> clean_odt(std::string_view bytes, const Reading& reading) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, reading.path);
  if (!archive) return archive.faults();
  return OdtPackage(*archive, reading).clean();
}

}  // namespace casewright
