// A Word file without what nobody should read: changes accepted, comments, hidden words, names of people, data of other
// programs and parts that nothing uses taken out.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/among.h"
#include "base/text.h"
#include "base/world.h"
#include "cleaning/clean.h"
#include "ingest/markup.h"
#include "foreign/zip.h"
#include "foreign/zip_writer.h"
#include "ingest/carried_risks.h"
#include "ingest/docx_package.h"
#include "ingest/image_facts.h"
#include "ingest/office_table.h"

namespace casewright {
namespace {

using WordPlaces = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

bool is_on(const Markup* element) {
  if (element == nullptr) return false;
  const std::string value = element->attribute("val");
  return value != "0" && value != "false" && value != "off";
}

/// Elements that only keep what was before a change.
bool is_old_state(std::string_view name) {
  return name == "w:del" || name == "w:moveFrom" || name == "w:numberingChange" || name == "w14:conflictDel" || (name.starts_with("w:") && name.ends_with("Change")) || name == "w:cellDel";
}

/// Words in attributes that nobody sees: of smart tags, tooltips and the names of bookmarks.
void clean_silent(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.is("w:smartTagPr") || node.is("w:customXmlPr")) {
      node.gone = true;
      out.add("data of other programs");
    }
    if (among({"w:hyperlink", "a:hlinkClick", "a:hlinkHover"}, node.name) && !node.attribute("tooltip").empty()) {
      node.drop_attributes([](std::string_view name) { return name == "tooltip"; });
      out.add("tooltips");
    }
    std::string named = node.is("w:bookmarkStart") ? node.attribute("name") : node.is("w:hyperlink") ? node.attribute("anchor") : std::string();
    std::replace(named.begin(), named.end(), '_', ' ');
    if (!may_name_somebody(named) || is_technical(named)) return;
    std::size_t number = 0;  // the same for the bookmark and for the links to it
    for (const char c : named) number = (number * 31 + static_cast<unsigned char>(c)) % 1'000'000;
    node.set_attribute(node.is("w:hyperlink") ? "anchor" : "name", "place" + std::to_string(number));
    out.add("names of bookmarks");
  });
}

bool is_mark(std::string_view name) {
  return among({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart",
                       "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart", "w:customXmlDelRangeEnd", "w:proofErr", "w:permStart", "w:permEnd", "w:cellIns", "w:cellMerge"}, name);
}

/// Lets the paragraph behind one whose end was deleted go on in it.
void join_paragraphs(Markup& holder, TakenOutList& out) {
  for (std::size_t i = 0; i < holder.children.size(); ++i) {
    Markup& paragraph = holder.children[i];
    if (!paragraph.is("w:p") || paragraph.gone) continue;
    const Markup* properties = paragraph.child("w:pPr");
    const Markup* mark = properties == nullptr ? nullptr : properties->child("w:rPr");
    if (mark == nullptr || (mark->child("w:del") == nullptr && mark->child("w:moveFrom") == nullptr)) continue;
    const auto next = std::find_if(holder.children.begin() + static_cast<std::ptrdiff_t>(i) + 1, holder.children.end(), [](const Markup& each) { return each.is("w:p") && !each.gone; });
    out.add("tracked changes");
    if (next == holder.children.end()) continue;
    const auto behind = std::find_if(next->children.begin(), next->children.end(), [](const Markup& each) { return each.is("w:pPr"); });
    const auto at = behind == next->children.end() ? next->children.begin() : behind + 1;
    std::vector<Markup> words;
    for (Markup& each : paragraph.children)
      if (!each.is("w:pPr")) words.push_back(std::move(each));
    next->children.insert(at, std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
    paragraph.gone = true;
  }
}

void accept_changes(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    join_paragraphs(node, out);
    if (const Markup* look = node.is("m:r") ? node.child("w:rPr") : nullptr; look != nullptr && look->child("w:del") != nullptr) node.gone = true;
    if (node.is("w:tr") || node.is("w:tc")) {
      const Markup* properties = node.child(node.is("w:tr") ? "w:trPr" : "w:tcPr");
      if (properties != nullptr && (properties->child("w:del") != nullptr || properties->child("w:cellDel") != nullptr)) {
        node.gone = true;
        out.add("tracked changes");
      }
    }
    if (is_old_state(node.name)) {
      node.gone = true;
      out.add("tracked changes");
    } else if (node.is("w:ins") || node.is("w:moveTo") || node.is("w14:conflictIns")) {
      node.unwrapped = true;
      if (node.children.empty()) node.gone = true;
      out.add("tracked changes");
    } else if (is_mark(node.name)) {
      node.gone = true;
      if (node.is("w:commentReference")) out.add("comments");
    }
  });
}

/// Fields that tell more than they show become the words they show.
class FieldTaker {
 public:
  FieldTaker(const std::set<std::string>& telling, TakenOutList& out) : telling_(telling), out_(out) {}

  void run(Markup& root) {
    each_markup(root, [this](Markup& node) {
      if (node.is("w:fldSimple") && tells(node.attribute("instr"))) {
        node.unwrapped = true;
        out_.add("field codes");
      }
      if (node.is("w:fldChar")) mark(node);
      if (node.is("w:instrText") && !open_.empty()) {
        open_.back().instruction += node.content();
        open_.back().parts.push_back(&node);
      }
    });
  }

 private:
  struct Field {
    std::string instruction;
    std::vector<Markup*> parts;
  };

  /// Also the entries of an index that name somebody.
  bool tells(std::string_view instruction) const {
    const std::string folded = fold_space(instruction), low = ascii_lower(folded);
    const bool entry = low.starts_with("xe ") || low.starts_with("tc ") || low.starts_with("ta ");
    const std::size_t open = folded.find('"'), close = open == std::string::npos ? open : folded.find('"', open + 1);
    return telling_.contains(folded) || (entry && close != std::string::npos && may_name_somebody(folded.substr(open + 1, close - open - 1)));
  }

  void mark(Markup& node) {
    const std::string type = node.attribute("fldCharType");
    if (type == "begin") open_.emplace_back();
    if (open_.empty()) return;
    open_.back().parts.push_back(&node);
    if (type != "end") return;
    if (tells(open_.back().instruction)) {
      for (Markup* each : open_.back().parts) each->gone = true;
      out_.add("field codes");
    }
    open_.pop_back();
  }

  const std::set<std::string>& telling_;
  TakenOutList& out_;
  std::vector<Field> open_;
};

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

/// A control that somebody has filled in is no form any more: its words stand by themselves, and nobody hears a field without a name.
bool free_words(Markup& control) {
  const Markup* properties = control.child("w:sdtPr");
  Markup* content = control.child("w:sdtContent");
  if (properties == nullptr || content == nullptr || is_on(properties->child("w:showingPlcHdr"))) return false;
  if (properties->child("w:docPartObj") != nullptr || properties->child("w:docPartList") != nullptr) return false;
  for (Markup& each : control.children) each.gone = &each != content;
  control.unwrapped = content->unwrapped = true;
  return true;
}

/// Form controls keep their words and lose their names, tags, choices and bonds to data.
void clean_controls(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.is("w:sdt") && free_words(node)) return out.add("names, tags and choices of form fields");
    if (!node.is("w:sdtPr") && !node.is("w:ffData")) return;
    const bool contents = node.child("w:docPartObj") != nullptr;
    for (Markup& each : node.children) {
      const bool names = among({"w:alias", "w:tag", "w:dataBinding", "w:placeholder", "w:dropDownList", "w:comboBox", "w15:dataBinding", "w:statusText", "w:helpText", "w:name"}, each.name);
      if (each.is("w:date")) each.drop_attributes([](std::string_view name) { return name == "fullDate"; });
      if (!names || contents) continue;
      each.gone = true;
      if (!each.is("w:placeholder")) out.add("names, tags and choices of form fields");
    }
  });
}

/// Words that a program read in strokes of a pen, and prompts in diagrams.
void clean_strokes(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (node.name.ends_with(":annotation") || node.name.ends_with(":annotationXML")) {
      node.gone = true;
      out.add("hidden words");
    }
    if (node.is("dgm:prSet") && may_name_somebody(node.attribute("phldrT"))) {
      node.drop_attributes([](std::string_view name) { return name == "phldrT"; });
      out.add("hidden words");
    }
  });
}

void clean_drawings(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (among({"o:OLEObject", "w:control", "w:objectEmbed", "w:objectLink", "c:externalData"}, node.name)) {
      node.gone = true;
      out.add("embedded objects");
    }
    const bool named = among({"wp:docPr", "pic:cNvPr", "wps:cNvPr", "wpg:cNvPr"}, node.name);
    if (named && node.has("name") && !is_given_name(node.attribute("name"))) {
      node.set_attribute("name", "Picture " + node.attribute("id"));
      out.add("names of pictures");
    }
    if (node.is("pic:cNvPr") && node.has("descr")) node.set_attribute("descr", "");  // what readers hear stands on wp:docPr
    if (node.is("wp:docPr") && !node.attribute("descr").empty() && !node.attribute("title").empty()) {  // nobody hears the title then
      node.drop_attributes([](std::string_view name) { return name == "title"; });
      out.add("names of pictures");
    }
  });
}

std::size_t drop_revision_ids(Markup& root) {
  std::size_t count = 0;
  each_markup(root, [&](Markup& node) {
    if (node.name.starts_with("w:")) count += node.drop_attributes([](std::string_view name) { return name.starts_with("rsid"); });
  });
  return count;
}

/// Headers and footers that are switched off are not named any more.
void drop_unused_edges(Markup& root, const Task& task) {
  each_markup(root, [&](Markup& node) {
    if (!node.is("w:sectPr")) return;
    const bool first = is_on(node.child("w:titlePg"));
    for (Markup& each : node.children) {
      if (!each.is("w:headerReference") && !each.is("w:footerReference")) continue;
      const std::string type = each.attribute("type");
      each.gone = (type == "first" && !first) || (type == "even" && !task.even_edges);
    }
  });
}

void clean_settings(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    struct Row {
      std::string_view name, what;
    };
    static constexpr Row rows[] = {{"w:rsids", "revision ids"}, {"w:docVars", "document variables"}, {"w:attachedTemplate", "the attached template"}, {"w:mailMerge", "the source of a mail merge"},
                                   {"w:trackRevisions", ""}, {"w:attachedSchema", "schemas of other programs"}, {"w:linkStyles", ""}, {"w:saveThroughXslt", ""}, {"w:revisionView", ""}, {"w:writeProtection", ""}};
    for (const Row& row : rows)
      if (node.is(row.name)) {
        node.gone = true;
        if (!row.what.empty()) out.add(row.what);
      }
  });
}

/// Keeps of the core and extended properties what a published file needs: title and language, the program.
void clean_properties(Markup& root, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (!among({"x:coreProperties", "x:Properties", "coreProperties", "Properties"}, node.name) && node.name.find("roperties") == std::string::npos) return;
    for (Markup& each : node.children) {
      if (each.name.empty()) continue;
      const std::string local = each.name.substr(each.name.find(':') == std::string::npos ? 0 : each.name.find(':') + 1);
      if (among({"title", "language", "Application", "AppVersion", "DocSecurity"}, local)) continue;
      if (!trim(each.content()).empty()) out.add(among({"creator", "lastModifiedBy", "Manager", "Company"}, local) ? "names in the document properties" : "document properties");
      each.gone = true;
    }
  });
}

/// Gives core properties without a title the one that the report has.
void record_title(Markup& root, const std::string& title, TakenOutList& mended) {
  if (title.empty()) return;
  each_markup(root, [&](Markup& node) {
    if (!node.name.ends_with("coreProperties") || node.open.find("http://purl.org/dc/elements/1.1/") == std::string::npos) return;
    const std::string key = node.open.find("xmlns:dc=") == std::string::npos ? "" : "dc:title";
    if (key.empty()) return;
    for (Markup& each : node.children)
      if (each.name == key) {
        if (!trim(each.content()).empty()) return;
        each.gone = true;
      }
    Markup made;
    made.open = "<dc:title>" + escape_markup(title) + "</dc:title>";
    if (node.close.empty()) return;  // an element without anything inside stays as it is
    node.children.push_back(std::move(made));
    mended.add("its title");
  });
}

bool is_bold_row(Markup& row) {
  std::size_t cells = 0;
  for (Markup& cell : row.children) {
    if (!cell.is("w:tc") || cell.gone) continue;
    bool words = false, plain = false;
    each_markup(cell, [&](Markup& node) {
      if (!node.is("w:r") || trim(node.content()).empty()) return;
      const Markup* look = node.child("w:rPr");
      words = true;
      plain = plain || look == nullptr || !is_on(look->child("w:b"));
    });
    if (!words || plain) return false;
    ++cells;
  }
  return cells > 1;
}

/// The first row of a table whose cells are all bold, above others that are not, holds its headers.
void mark_header_rows(Markup& root, TakenOutList& mended) {
  each_markup(root, [&](Markup& table) {
    if (!table.is("w:tbl")) return;
    std::vector<Markup*> rows;
    for (Markup& row : table.children)
      if (row.is("w:tr") && !row.gone) rows.push_back(&row);
    if (rows.size() < 2 || !is_bold_row(*rows[0]) || is_bold_row(*rows[1])) return;
    Markup* properties = rows[0]->child("w:trPr");
    if (properties != nullptr && properties->child("w:tblHeader") != nullptr) return;
    Markup made;
    made.name = properties == nullptr ? "w:trPr" : "w:tblHeader";
    made.open = properties == nullptr ? "<w:trPr><w:tblHeader/></w:trPr>" : "<w:tblHeader/>";
    if (properties != nullptr && properties->close.empty()) return;
    if (properties == nullptr) {
      const auto at = std::find_if(rows[0]->children.begin(), rows[0]->children.end(), [](const Markup& each) { return each.is("w:tc") || each.is("w:sdt"); });
      rows[0]->children.insert(at, std::move(made));
    } else {
      const auto at = std::find_if(properties->children.begin(), properties->children.end(), [](const Markup& each) { return among({"w:tblCellSpacing", "w:jc", "w:hidden", "w:ins", "w:del", "w:trPrChange"}, each.name); });
      properties->children.insert(at, std::move(made));
    }
    mended.add("headers of tables");
  });
}

/// Gives a file whose words say nowhere in which language they are the one that it was written for, as it says itself.
void record_language(Markup& root, const std::string& language, TakenOutList& mended) {
  Markup* const found = root.is("w:styles") ? &root : root.child("w:styles");
  if (language.empty() || found == nullptr || found->close.empty()) return;
  Markup& styles = *found;
  const std::string prefix = styles.prefix();
  const auto tag = [&](const char* name) { return prefix + name; };
  std::string made = "<" + tag("lang") + " " + (prefix.empty() ? "" : prefix) + "val=\"" + escape_markup(language) + "\"/>";
  Markup* into = &styles;
  for (const char* name : {"w:docDefaults", "w:rPrDefault", "w:rPr"}) {
    Markup* next = into->child(name);
    if (next != nullptr && next->close.empty()) return;  // stands as it is
    if (next == nullptr) {
      std::string open, close;
      for (const char* each : {"docDefaults", "rPrDefault", "rPr"})
        if (!open.empty() || std::string_view(name).substr(2) == each) open += "<" + tag(each) + ">", close.insert(0, "</" + tag(each) + ">");
      made = open + made + close;
      break;
    }
    into = next;
  }
  Markup piece;
  piece.open = std::move(made);
  into->children.insert(into->is("w:rPr") ? into->children.end() : into->children.begin(), std::move(piece));
  mended.add("its language");
}

/// Links to disks and offices become plain words.
void unlink_local(Markup& root, const std::map<std::string, WordLink, std::less<>>& links, TakenOutList& out) {
  each_markup(root, [&](Markup& node) {
    if (!node.is("w:hyperlink")) return;
    const auto link = links.find(node.attribute("id"));
    if (link == links.end() || !link->second.outside || (!is_local_address(link->second.target) && !is_path_of_file(link->second.target))) return;
    node.unwrapped = true;
    out.add("links to somebody's own disk or office");
  });
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
      std::string bare = without_image_facts(*bytes);
      if (bare.size() < bytes->size() && !image_facts(*bytes).empty()) task_.out.add("remarks in pictures");
      parts_[path] = std::move(bare);
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
    drop_unused_edges(root, task_);
    FieldTaker(task_.telling_fields, task_.out).run(root);
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
