// Fields and forms of an OpenDocument text: what they hide, and what they say beside what they show.
#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/index_entry.h"
#include "ingest/office/odt_body.h"
#include "ingest/parts/office_part.h"

namespace casewright {

/// What the fields of a form hold and offer.
std::string OdtBody::words_of_form(const OfficeNode& form) {
  std::string words;
  std::vector<const OfficeNode*> open{&form};
  while (!open.empty()) {
    const OfficeNode& node = *open.back();
    open.pop_back();
    if (const std::string own = fold_space(node.text); !own.empty()) words += (words.empty() ? "" : "; ") + own;
    for (const char* name : {"current-value", "value", "label", "title", "current-state", "image-data"})
      if (const std::string said(node.attribute(name)); node.name.starts_with("form:") && !said.empty() && !is_technical(said) && words.find(said) == std::string::npos) words += (words.empty() ? "" : "; ") + said;
    for (auto kid = node.children.rbegin(); kid != node.children.rend(); ++kid) open.push_back(&*kid);
  }
  return words;
}

/// A field that hides its words, or the paragraph in which it stands, while a condition holds.
void OdtBody::hiding_field(const OfficeNode& node, const OdtLook& look) {
  const std::string text = node.has("string-value") ? std::string(node.attribute("string-value")) : node.content();
  const bool seen = node.attribute("is-hidden") == "false";
  if (seen) return inlines(node, look);
  return carry(CarriedKind::hidden_text, "hidden-text", "hidden field", text, "", origin(node));
}

/// A drop-down that came from Word: the entry that is chosen is shown, the others are in the file.
void OdtBody::form_field(const OfficeNode& node, const OdtLook& look) {
  std::vector<std::string> entries;
  std::size_t chosen = 0;
  for (const OfficeNode& each : node.children) {
    if (each.attribute("name") == "Dropdown_ListEntry") entries.emplace_back(each.attribute("value"));
    if (each.attribute("name") == "Dropdown_Selected") chosen = small_number(each.attribute("value"), 0, 0xFFFF);
  }
  if (chosen < entries.size()) {
    shown(entries[chosen], node, look);
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(chosen));
  }
  carry(CarriedKind::form_value, "content-control-data", "choices of a field", join_text(entries, "; "), "", origin(node));
}

/// What a field says beside what it shows: choices, hints, entries of an index, variables, other files.
void OdtBody::carry_field(const OfficeNode& node) {
  if (node.is("text:drop-down")) {
    std::string choices;
    for (const OfficeNode& each : node.children)
      if (const std::string choice(each.attribute("value")); each.is("text:label") && choice != fold_space(node.content())) choices += (choices.empty() ? "" : "; ") + choice;
    carry(CarriedKind::form_value, "content-control-data", "choices of a field", choices, "", origin(node));
  }
  if (node.is("text:conditional-text"))
    for (const char* name : {"string-value-if-true", "string-value-if-false"})
      if (const std::string said(node.attribute(name)); !said.empty() && said != fold_space(node.content())) carry(CarriedKind::hidden_text, "hidden-text", "words that a condition hides", said, "", origin(node));
  if ((node.is("text:placeholder") || node.is("text:text-input") || node.is("text:drop-down")) && may_name_somebody(node.attribute("description"))) carry(CarriedKind::private_data, "field-code", "hint of a placeholder", std::string(node.attribute("description")), "", origin(node));
  if (node.name.ends_with("-mark") || node.name.ends_with("-mark-start"))
    for (const char* said : {"string-value", "key1", "key2"})
      if (const std::string entry = words_of_index_entry(node.attribute(said)); may_name_somebody(entry)) carry(CarriedKind::hidden_text, "field-code", "entry of an index", entry, "", origin(node));
  if ((node.is("text:variable-set") || node.is("text:user-field-get") || node.is("text:user-field-input") || node.is("text:variable-get")) && node.attribute("display") == "none")
    carry(CarriedKind::private_data, "document-variables", "variable", std::string(node.has("string-value") ? node.attribute("string-value") : node.attribute("value")), "", origin(node));
  if (node.name.starts_with("text:database-")) {
    const std::string source(node.attribute("database-name")), table(node.attribute("table-name"));
    carry(is_local_address(source) || is_path_of_file(source) ? CarriedKind::link : CarriedKind::private_data, is_local_address(source) || is_path_of_file(source) ? "external-link" : "field-code", "field of a database", fold_space(source + " " + table), "", origin(node));
  }
  if (node.is("text:dde-connection-decls"))
    for (const OfficeNode& each : node.children) carry(CarriedKind::link, "external-link", "link to another program", std::string(each.attribute("dde-topic")), "", origin(each));
}

}  // namespace casewright
