#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "model/prose.h"

namespace casewright {

/// Names of areas that readers may know, in small letters: "harrowdale", "blaenau gwent".
using AreaNames = std::unordered_set<std::string>;

/// The areas that the document's own words give to a council, a safeguarding board or a police force: "Harrowdale" and
/// "Wenby" of "the Harrowdale and Wenby Safeguarding Partnership". Its readers know already where it was written.
AreaNames areas_of_bodies(const Prose& prose);

/// The words of a name as AreaNames hold them: without "the", "&" as "and", without an owner's s.
std::string area_words(std::string_view name);

}  // namespace casewright
