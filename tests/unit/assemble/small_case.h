#pragma once

#include <string>

#include "base/world.h"
#include "model/case.h"

namespace casewright {

/// A case from a fixture folder, as far as its pieces go: case.xml, chronology/*.xml, imr/*.xml, sections/*.xml,
/// actions.xml; nothing is demanded of any of them.
Case small_case(const World& world, const Path& folder);

/// A case as if nothing in it needed hiding, for tests of what comes after.
PublicCase unhidden(const Case& whole);

/// The same as a reader may know it, where nothing in it needs hiding; people.xml holds ready <person public=""/>.
PublicCase small_public_case(const World& world, const Path& folder);

/// Compares with `folder`/expected.txt, or writes it when UPDATE_EXPECTED is set. Gives true where equal.
bool as_expected(World& world, const Path& folder, const std::string& found);

/// `text` with the project's own folder left out of every path.
std::string without_project_folder(std::string text);

}  // namespace casewright
