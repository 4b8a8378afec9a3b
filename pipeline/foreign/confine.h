#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace casewright::confine {

/// What this process, and all that it starts, may still do once it is confined.
struct Allowed {
  std::vector<std::string> writable;  ///< folders below which files may be made, changed and removed
};

/// Which walls stand. A kernel that lacks one leaves it out, and the caller says so.
struct Walls {
  bool files = false;    ///< nothing outside `writable` can be written (Landlock)
  bool network = false;  ///< no socket that reaches beyond this machine, and none of the calls no reader needs (seccomp)
};

/// Puts up the walls around this process, for good: reading stays free, writing is for `allowed` alone, and no
/// address outside the machine can be reached. Nothing can undo it.
Walls put_up(const Allowed& allowed);

/// Moves this process's limit of processor time on, where it has one: what is about to be done is known to take long
/// and to come to an end.
void add_processor_time(std::chrono::seconds more);

}  // namespace casewright::confine
