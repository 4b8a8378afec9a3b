#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assemble/edit.h"
#include "language/identity_search.h"
#include "model/register.h"

namespace casewright {

/// Which part of an address a name is: a street with or without a house, or the town behind it.
enum class PlacePart : std::uint8_t { none, street, town };

/// A name in a text and what readers see instead.
struct Naming {
  Span span;
  std::string_view public_name;
  std::uint32_t identity = 0;  ///< equal for the same person or place
  NameKind kind = NameKind::full;
  bool person = false;
  bool plural = false, inside_word = false;
  PlacePart part = PlacePart::none;
  bool of_family = true;       ///< one of the child's family, not a neighbour or a carer
};

/// Appends the edits that put public names in place of names, so that the sentence stays one: articles are not
/// doubled, "the Smiths" become "the family", "his mother Kasia" stays "his mother", "health visitor Jo May"
/// becomes "Health Visitor 1", possessives and capitals at the start of a sentence are kept. `namings` are in
/// the order of the text and do not overlap.
void name_publicly(std::string_view text, const std::vector<Naming>& namings, std::vector<Edit>& edits);

}  // namespace casewright
