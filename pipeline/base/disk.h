#pragma once

#include "base/world.h"

namespace casewright {

/// The world as it is: this machine's files and clock.
class Disk final : public World {
 public:
  /// Whether a write returns only when the disk holds it, or at once: for what is flushed together later, or can be made
  /// again.
  enum class Pace { sure, quick };
  explicit Disk(Pace pace = Pace::sure) : pace_(pace) {}

  PathKind kind_of(const Path& path) const override;
  Result<std::string> read_file(const Path& path, std::uint64_t limit) const override;
  Result<StillBytes> hold_file(const Path& path, std::uint64_t limit) const override;
  Result<std::vector<FolderEntry>> list_folder(const Path& path) const override;
  Outcome make_folders(const Path& path) override;
  Outcome make_private_folder(const Path& path) override;
  Outcome share_folder(const Path& path, const Path& like) override;
  Outcome write_file(const Path& path, std::string_view bytes) override;
  Outcome remove_all(const Path& path) override;
  Outcome copy_file(const Path& from, const Path& to) override;
  Outcome replace(const Path& from, const Path& to) override;
  Outcome flush_folder(const Path& path) override;
  Path real_path(const Path& path) const override;
  FileStamp stamp_of(const Path& path) const override;
  Date today() const override;

 private:
  Pace pace_;
};

}  // namespace casewright
