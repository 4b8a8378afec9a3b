#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "base/world.h"

namespace casewright {

/// One file of a batch.
struct BatchInput {
  Path path;           ///< where it is; of a file inside an archive, where the archive is
  std::string member;  ///< the file's name inside that archive, or empty
  std::string name;    ///< what the batch calls it: the path below the folder that was given, '/' between the parts,
                       ///< safe to join to a folder of outputs, UTF-8; unique in the batch
  FileStamp stamp;     ///< of the file at `path`

  bool operator==(const BatchInput&) const = default;
};

/// The files of a batch, ordered by name, and what stood in the way of others.
struct BatchInputs {
  std::vector<BatchInput> files;
  std::vector<Path> left_out;  ///< files of a given folder or archive that `wanted` refuses
  Faults faults;               ///< paths, folders and archives that cannot be read
};

/// The files that the given paths name: files as they are; below folders and inside zip archives those whose name
/// `wanted` accepts. Names begin below a folder that is given alone, else with that folder's own name. What stands in
/// the folder `out` is not looked at. A link that leads back to a folder above it is not followed twice.
BatchInputs gather_inputs(const World& world, const std::vector<Path>& given,
                          const std::function<bool(std::string_view)>& wanted, const Path& out = {});
/// The paths in a list, one a line, or ended by NUL bytes where there are any (names may hold line ends).
std::vector<Path> read_list(std::istream& list);

/// The bytes of an input, from its archive where it stands in one.
Result<std::string> read_input(const World& world, const BatchInput& input);
/// How a message names an input: its path, and its name inside an archive.
std::string spoken_path(const BatchInput& input);

/// Text that any file name can become and that JSON can hold: bytes that are no UTF-8 as %XX.
std::string printable(std::string_view bytes);

}  // namespace casewright
