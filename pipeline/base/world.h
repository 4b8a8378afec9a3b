#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/result.h"

namespace casewright {

/// Paths are UTF-8 with '/' between the parts, as the user gave them: never canonicalised behind her back.
using Path = std::string;

/// What a path leads to.
enum class PathKind { missing, file, folder, other };

/// One entry of a folder.
struct FolderEntry {
  std::string name;
  PathKind kind = PathKind::missing;
};

/// What tells one state of a file from another without reading it; all zero where the world cannot say.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;  ///< since 1970
  std::uint64_t serial = 0;      ///< the disk's own number of the file

  bool operator==(const FileStamp&) const = default;
};

/// Bytes that stay where they are for as long as somebody holds them.
struct StillBytes {
  std::string_view view;
  std::shared_ptr<const void> holder;

  static StillBytes of(std::string bytes);
};

/// Files and the clock behind one interface, so that every stage can run without a disk.
///
/// Each failure is a Fault that names the path, says what the system said, and hints what to do (a full
/// disk, a folder where a file should be, no permission).
class World {
 public:
  virtual ~World() = default;

  /// What stands at `path`, links followed.
  virtual PathKind kind_of(const Path& path) const = 0;
  /// All bytes of a file; a fault when it is missing, no file, or larger than `limit` bytes.
  virtual Result<std::string> read_file(const Path& path, std::uint64_t limit = default_limit) const = 0;
  /// The same for a file of our own installation, which nobody writes to while we run: where the disk can, only those pages of
  /// it are fetched that are looked at.
  virtual Result<StillBytes> hold_file(const Path& path, std::uint64_t limit = default_limit) const;
  /// The entries of a folder, sorted by name in byte order, without "." and "..".
  virtual Result<std::vector<FolderEntry>> list_folder(const Path& path) const = 0;

  /// Creates the folder and those above it.
  virtual Outcome make_folders(const Path& path) = 0;
  /// Creates the folder so that nobody else may enter it, and those above it; one that is there stays as it is.
  virtual Outcome make_private_folder(const Path& path) { return make_folders(path); }
  /// Lets those enter a folder who may enter `like`, or any new folder where that is missing.
  virtual Outcome share_folder(const Path& path, const Path& like);
  /// Writes a new file whole and flushes it to the disk; replaces nothing half-way: the bytes go to a
  /// neighbour first, which then takes the name, and the rights of the file that had it.
  virtual Outcome write_file(const Path& path, std::string_view bytes) = 0;
  /// Removes a file or a folder with all in it; fine when there is none.
  virtual Outcome remove_all(const Path& path) = 0;
  /// Copies one file to a new path (a hard link where the disk allows).
  virtual Outcome copy_file(const Path& from, const Path& to) = 0;
  /// Lets `to` become what `from` is, in one step: a reader sees the old or the new, never half.
  /// Where `to` is a folder that exists, both change places and `from` then holds the old one.
  virtual Outcome replace(const Path& from, const Path& to) = 0;

  /// Makes the names in a folder outlast a power cut; nothing to do in a world that cannot have one.
  virtual Outcome flush_folder(const Path& path);
  /// The path with links followed and dots resolved as far as it exists, to compare two paths; never to show.
  virtual Path real_path(const Path& path) const;

  /// The file's stamp: equal stamps are taken for equal bytes.
  virtual FileStamp stamp_of(const Path& path) const;

  /// Today by the machine's clock, for drafts and private records only: no published byte depends on it.
  virtual Date today() const = 0;

  static constexpr std::uint64_t default_limit = 512ull << 20;
};

/// The path without "." and empty parts, each ".." resolved against the part before it.
Path plain_path(std::string_view path);
/// True where `path` is `folder` or lies inside it; both as plain_path or real_path gives them.
bool lies_in(std::string_view path, std::string_view folder);
/// The path of `name` inside `folder`.
Path join(const Path& folder, std::string_view name);
/// The last part of a path.
std::string_view file_name(std::string_view path);
/// The path without its last part, "." when there is none.
Path parent_folder(std::string_view path);
/// The lower-case ending of a file's name with its dot (".docx"), or nothing.
std::string extension(std::string_view path);

}  // namespace casewright
