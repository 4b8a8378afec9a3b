#include "assemble/check_template.h"

#include <algorithm>
#include <set>

#include "assemble/case_tree.h"
#include "assemble/manuscript.h"
#include "assemble/template.h"
#include "base/edit_distance.h"
#include "base/text.h"
#include "foreign/xml/xml.h"
#include "model/section_names.h"

namespace casewright {
namespace {

using Names = std::set<std::string, std::less<>>;

/// The names of elements and attributes ("@code") that a schema defines.
void collect_names(const Record& schema, Names& names) {  // at most 256 levels
  for (const Record& each : schema.children) {
    if (each.name == "element") names.emplace(each.attribute("name"));
    if (each.name == "attribute") names.insert("@" + std::string(each.attribute("name")));
    collect_names(each, names);
  }
}

/// What a case can hold: what its schemas define, and what the tree adds. Empty where no schema is found.
Names names_of_cases(const World& world, const std::vector<Path>& folders) {
  Names names;
  for (const Path& folder : folders) {
    const Path schemas = join(folder, "schemas");
    if (world.kind_of(schemas) != PathKind::folder) continue;
    const Result<std::vector<FolderEntry>> entries = world.list_folder(schemas);
    for (const FolderEntry& entry : entries.ok() ? *entries : std::vector<FolderEntry>()) {
      if (extension(entry.name) != ".rng") continue;
      const Path file = join(schemas, entry.name);
      const Result<std::string> bytes = world.read_file(file);
      const Result<Record> schema = bytes.ok() ? xml::read(*bytes, file, 0) : Result<Record>(bytes.faults());
      if (schema.ok()) collect_names(*schema, names);
    }
  }
  if (!names.empty()) names.insert(names_of_case_tree().begin(), names_of_case_tree().end());
  return names;
}

std::string nearest(std::string_view name, const Names& names) {
  std::string best;
  std::size_t least = name.size() / 3 + 2;
  for (const std::string& known : names)
    if (known.starts_with('@') == name.starts_with('@'))
      if (const std::size_t apart = edit_distance(name, known); apart < least) {
        least = apart;
        best = known;
      }
  return best;
}

class Checker {
 public:
  Checker(const Template& layout, Names names) : layout_(layout), names_(std::move(names)) { collect_anchors(layout.parts); }

  Faults check() {
    parts(layout_.parts, {});
    return std::move(faults_);
  }

 private:
  void fault(const Part& part, std::string what, std::string hint) {
    faults_.push_back({layout_.files[part.file], part.line, 0, std::move(what), std::move(hint)});
  }

  void collect_anchors(const std::vector<Part>& parts) {
    for (const Part& part : parts) {
      if (!part.attribute("id").empty()) anchors_.insert(slug_of(part.attribute("id")));
      collect_anchors(part.children);
    }
  }

  void parts(const std::vector<Part>& all, std::set<std::string> variables) {  // at most 256 levels
    for (const Part& part : all) {
      for (const xpath::Expression* question : {&part.select, &part.sort, &part.when, &part.title_select})
        if (*question) names(part, question->text(), variables);
      if (part.element == Element::section) section(part);
      if (part.element == Element::a) link(part);
      std::set<std::string> inside = variables;
      if (part.has_attribute("as")) inside.insert("$" + std::string(part.attribute("as")));
      parts(part.children, std::move(inside));
    }
  }

  void names(const Part& part, const std::string& question, const std::set<std::string>& variables) {
    for (const std::string& name : xpath::names_in(question)) {
      if (name.starts_with('$')) {
        if (variables.count(name) == 0)
          fault(part, "nothing sets " + name + " in the XPath \"" + question + "\"", "a for-each around it sets it with as=\"" + name.substr(1) + "\"");
        continue;
      }
      // The root of the tree is the case itself.
      if (names_.empty() || name == "case" || names_.count(name) != 0) continue;
      const std::string meant = nearest(name, names_);
      fault(part, "no case holds \"" + name + "\", which the XPath \"" + question + "\" asks for",
            meant.empty() ? "templates/README.md shows what a case holds" : "did you mean \"" + meant + "\"?");
    }
  }

  void section(const Part& part) {
    if (!part.has_attribute("title") && !part.title_select) return;
    if (!part.has_attribute("canonical")) {
      if (canonical_of(part.attribute("id")).empty())
        fault(part, "section \"" + std::string(part.attribute("id")) + "\" bears no canonical section name",
              "give it canonical=\"...\", such as \"narrative\" or \"other\", so that checks know what it is");
      return;
    }
    for (const std::string_view name : split(part.attribute("canonical"), ' '))
      if (!name.empty() && !is_canonical(name))
        fault(part, "\"" + std::string(name) + "\" is no canonical section name", "templates/README.md lists them");
  }

  void link(const Part& part) {
    const std::string_view target = part.attribute("href");
    if (target.starts_with('#') && anchors_.count(target.substr(1)) == 0)
      fault(part, "the link leads to \"" + std::string(target) + "\", which is nowhere in this template",
            "a link inside the document names the id of a section");
  }

  const Template& layout_;
  Names names_;
  Names anchors_;
  Faults faults_;
};

}  // namespace

Faults check_template(const World& world, const Path& folder, const std::vector<Path>& template_folders) {
  const Result<Template> layout = read_template(world, folder, template_folders);
  if (!layout.ok()) return layout.faults();
  return Checker(*layout, names_of_cases(world, template_folders)).check();
}

}  // namespace casewright
