#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// A report that a command was asked to read.
struct Input {
  Path path;         ///< where it stands
  std::string name;  ///< its folder and name as a result keeps them: below the folder that was given
};

/// What the paths of a command line lead to.
struct Inputs {
  std::vector<Input> found;
  std::vector<Path> left_out;  ///< files in a given folder that no reader takes
  Faults faults;               ///< folders that cannot be read
};

/// The report files that the given paths name: files as they are, folders with every report below them, without
/// what stands in the folder `out`.
Inputs find_inputs(const World& world, const std::vector<Path>& given, const Path& out = {});

}  // namespace casewright
