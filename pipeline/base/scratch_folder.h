#pragma once

#include "base/world.h"

namespace casewright {

/// A folder for what must not outlast the work: only this person may read it, and it is gone with the object. It stands
/// where the system wants such folders (TMPDIR, else XDG_RUNTIME_DIR, which is in memory, else /tmp).
class ScratchFolder {
 public:
  /// A fault where none can be made.
  static Result<ScratchFolder> make();
  ScratchFolder(ScratchFolder&& other) noexcept;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder();

  const Path& path() const { return path_; }

 private:
  explicit ScratchFolder(Path path);
  Path path_;
};

}  // namespace casewright
