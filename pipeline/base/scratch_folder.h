#pragma once

#include "base/world.h"

namespace casewright {

/// A folder for what must not outlast the work: only this person may read it, and it is gone with the object. It stands
/// where the system wants such folders (TMPDIR, else XDG_RUNTIME_DIR, which is in memory, else /tmp). What a killed run
/// has left there goes when the next one makes its own.
class ScratchFolder {
 public:
  /// A fault where none can be made.
  static Result<ScratchFolder> make();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  const Path& path() const { return path_; }

 private:
  ScratchFolder(Path path, int held);
  Path path_;
  int held_ = -1;  ///< the folder's own descriptor, locked
};

}  // namespace casewright
