#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/world.h"
#include "model/document.h"

namespace casewright {

/// All that follows from a document's role alone.
struct RoleRow {
  DocumentRole role;
  std::string_view name;                ///< as templates, rules and records write it
  std::string_view title = {};          ///< of its page among those of a review; empty: it has none
  std::string_view deposit = {};        ///< what the name of its file to deposit says
  bool published = false;               ///< goes out with the case that it was made from
  bool dated = true;                    ///< bears the day of publication
  bool covered = false;                 ///< in a PDF, a long one has a page of its own for its title
  std::array<std::string_view, 3> signs = {};  ///< words of a finished file's name or title that tell the role
};

/// All roles; the first of a review's documents is its front page.
const std::vector<RoleRow>& document_roles();
const RoleRow& row_of_role(DocumentRole role);

/// The name of a document's role, as templates, rules and records write it.
std::string_view name_of(DocumentRole role);
/// The role of that name; nothing for any other word.
std::optional<DocumentRole> document_role(std::string_view name);

/// The file name, without ending, under which a document of that role is filed ("report").
std::string_view filed_as(DocumentRole role);
/// The role of a document that is filed under that path; legacy where the name tells nothing.
DocumentRole role_filed_as(const Path& file);
/// The role that words of a finished file's name or title tell; legacy where they tell none.
DocumentRole role_by_signs(std::string_view words);

}  // namespace casewright
