#include "model/document_roles.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {

const std::vector<RoleRow>& document_roles() {
  // The integrated chronology is a working paper: it tells too much of every day to be published, and is for the panel.
  static const std::vector<RoleRow> rows{
      {DocumentRole::report, "report", "Report", "report", true, true, true},
      {DocumentRole::legacy, "legacy", "Report", "report", true},
      {DocumentRole::summary, "summary", "Executive summary", "executive-summary", true, true, true, {"summary"}},
      {DocumentRole::response, "response", "Response and actions", "response", true, true, true, {"response", "action plan", "action-plan"}},
      {DocumentRole::brief, "brief", "Learning brief", "learning-brief", true, true, false, {"brief"}},
      {DocumentRole::chronology, "chronology", "Integrated chronology", "chronology", false, false},
      {DocumentRole::register_, "register"},
      {DocumentRole::paper, "paper"},
  };
  return rows;
}

const RoleRow& row_of_role(DocumentRole role) {
  return *std::find_if(document_roles().begin(), document_roles().end(), [role](const RoleRow& each) { return each.role == role; });
}

std::string_view name_of(DocumentRole role) { return row_of_role(role).name; }

std::optional<DocumentRole> document_role(std::string_view name) {
  for (const RoleRow& each : document_roles())
    if (each.name == name) return each.role;
  return std::nullopt;
}

std::string_view filed_as(DocumentRole role) { return name_of(role == DocumentRole::legacy ? DocumentRole::report : role); }

DocumentRole role_filed_as(const Path& file) {
  const std::string name = ascii_lower(file_name(file));
  const auto role = document_role(std::string_view(name).substr(0, name.size() - extension(file).size()));
  return role && *role != DocumentRole::paper ? *role : DocumentRole::legacy;
}

DocumentRole role_by_signs(std::string_view words) {
  const std::string lower = ascii_lower(words);
  for (const RoleRow& each : document_roles())
    for (const std::string_view sign : each.signs)
      if (!sign.empty() && lower.find(sign) != std::string::npos) return each.role;
  return DocumentRole::legacy;
}

}  // namespace casewright
