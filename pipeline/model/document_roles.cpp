#include "model/document_roles.h"

#include <utility>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::pair<DocumentRole, std::string_view> names_of_roles[] = {
    {DocumentRole::report, "report"},         {DocumentRole::summary, "summary"},    {DocumentRole::response, "response"},
    {DocumentRole::brief, "brief"},           {DocumentRole::chronology, "chronology"}, {DocumentRole::register_, "register"},
    {DocumentRole::paper, "paper"},           {DocumentRole::legacy, "legacy"}};

}  // namespace

std::string_view name_of(DocumentRole role) {
  for (const auto& [each, name] : names_of_roles)
    if (each == role) return name;
  return {};
}

std::optional<DocumentRole> document_role(std::string_view name) {
  for (const auto& [role, each] : names_of_roles)
    if (each == name) return role;
  return std::nullopt;
}

std::string_view filed_as(DocumentRole role) { return name_of(role == DocumentRole::legacy ? DocumentRole::report : role); }

DocumentRole role_filed_as(const Path& file) {
  const std::string name = ascii_lower(file_name(file));
  const auto role = document_role(std::string_view(name).substr(0, name.size() - extension(file).size()));
  return role && *role != DocumentRole::paper ? *role : DocumentRole::legacy;
}

}  // namespace casewright
