#pragma once

#include <optional>
#include <string_view>

#include "base/world.h"
#include "model/document.h"

namespace casewright {

/// The name of a document's role, as templates, rules and records write it.
std::string_view name_of(DocumentRole role);
/// The role of that name; nothing for any other word.
std::optional<DocumentRole> document_role(std::string_view name);

/// The file name, without ending, under which a document of that role is filed ("report").
std::string_view filed_as(DocumentRole role);
/// The role of a document that is filed under that path; legacy where the name tells nothing.
DocumentRole role_filed_as(const Path& file);

}  // namespace casewright
