#include "base/disk.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/text.h"

namespace casewright {
namespace {

/// What to do about a failure of the system.
std::string hint_for(int error) {
  switch (error) {
    case ENOENT: return "check the path for a typing error";
    case EACCES:
    case EPERM: return "you need permission to use it; ask whoever owns the folder";
    case EISDIR: return "give a file, this is a folder";
    case ENOTDIR: return "give a folder, this is a file";
    case ENOSPC:
    case EDQUOT: return "the disk is full; free some space and run it again, nothing was half-written";
    case EROFS: return "the disk cannot be written to; choose another output folder";
    case EXDEV: return "both must be on the same disk; choose an output folder on the same disk";
    case EINVAL:
    case ENOSYS: return "this disk cannot do that in one step; choose an output folder on a local disk, then copy it";
    case EEXIST: return "something of that name is already there";
    default: return {};
  }
}

Fault fault_of(const Path& path, std::string_view doing, int error) {
  return {path, 0, 0, std::string(doing) + ": " + ascii_lower(std::strerror(error)), hint_for(error)};
}

/// Closes a descriptor at the end of a scope.
struct Descriptor {
  int number = -1;
  explicit Descriptor(int opened) : number(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

/// An ordinary file that is open for reading, and its size.
struct OpenFile {
  std::unique_ptr<Descriptor> descriptor;
  std::size_t size = 0;
};

Result<OpenFile> open_file(const Path& path, std::uint64_t limit) {
  auto file = std::make_unique<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file->number < 0) return fault_of(path, "this file cannot be opened", errno);
  struct stat status {};
  if (::fstat(file->number, &status) != 0) return fault_of(path, "this file cannot be read", errno);
  if (S_ISDIR(status.st_mode)) return fault_of(path, "this file cannot be read", EISDIR);
  if (!S_ISREG(status.st_mode)) return Fault{path, 0, 0, "this is not an ordinary file", "give a file from a folder"};
  if (static_cast<std::uint64_t>(status.st_size) > limit)
    return Fault{path, 0, 0, "this file is larger than the limit of " + std::to_string(limit >> 20) + " MiB",
                 "split it, or take out what is not needed"};
  return OpenFile{std::move(file), static_cast<std::size_t>(status.st_size)};
}

/// Flushes a folder's entries, so that a rename in it survives a power cut; best effort.
void flush_names(const Path& folder) {
  const Descriptor open{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (open.number >= 0) ::fsync(open.number);
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

/// Creates `path` with `bytes` in it and those rights, flushed if so wished; 0 or the system's error, with nothing left behind.
int create_file(const Path& path, std::string_view bytes, bool flush, std::optional<mode_t> rights) {
  const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, rights.value_or(0644))};
  if (file.number < 0) return errno;
  int error = rights && ::fchmod(file.number, *rights) != 0 ? errno : 0;
  if (error == 0) error = write_all(file.number, bytes);
  if (error == 0 && flush && ::fsync(file.number) != 0) error = errno;
  if (error != 0) ::unlink(path.c_str());
  return error;
}

/// Writes into a pipe or a device, which no file may take the place of: /dev/stdout stays what it is.
Outcome write_into(const Path& path, std::string_view bytes) {
  const Descriptor open{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
  const int error = open.number < 0 ? errno : write_all(open.number, bytes);
  return error == 0 ? Outcome(Done{}) : Outcome(fault_of(path, "this cannot be written to", error));
}

/// Who may do what with a file or folder that is there.
std::optional<mode_t> rights_of(const Path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  return status.st_mode & 07777;
}

int rename_with(const Path& from, const Path& to, unsigned flags) {
  return ::syscall(SYS_renameat2, AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags) == 0 ? 0 : errno;
}

}  // namespace

PathKind Disk::kind_of(const Path& path) const {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return errno == ENOENT || errno == ENOTDIR ? PathKind::missing : PathKind::other;
  if (S_ISREG(status.st_mode)) return PathKind::file;
  return S_ISDIR(status.st_mode) ? PathKind::folder : PathKind::other;
}

Result<std::string> Disk::read_file(const Path& path, std::uint64_t limit) const {
  const auto file = open_file(path, limit);
  if (!file) return file.faults();
  std::string bytes(file->size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file->descriptor->number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault_of(path, "this file cannot be read", errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Result<StillBytes> Disk::hold_file(const Path& path, std::uint64_t limit) const {
  const auto file = open_file(path, limit);
  if (!file) return file.faults();
  const std::size_t size = file->size;
  void* const start = size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file->descriptor->number, 0);
  if (start == MAP_FAILED) return World::hold_file(path, limit);
  return StillBytes{{static_cast<const char*>(start), size}, std::shared_ptr<const void>(start, [size](void* each) { ::munmap(each, size); })};
}

Result<std::vector<FolderEntry>> Disk::list_folder(const Path& path) const {
  std::error_code error;
  std::filesystem::directory_iterator entries(path, error);
  if (error) return fault_of(path, "this folder cannot be read", error.value());
  std::vector<FolderEntry> listed;
  for (const auto end = std::filesystem::directory_iterator(); entries != end; entries.increment(error)) {
    if (error) return fault_of(path, "this folder cannot be read", error.value());
    // The folder itself says what most entries are; asking the disk for each would cost as much as reading a short file.
    std::error_code unknown;
    const bool file = entries->is_regular_file(unknown) && !entries->is_symlink(unknown);
    listed.push_back({entries->path().filename().string(), file ? PathKind::file : kind_of(entries->path().string())});
  }
  std::sort(listed.begin(), listed.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return listed;
}

Outcome Disk::make_folders(const Path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) return fault_of(path, "this folder cannot be made", error.value());
  if (kind_of(path) != PathKind::folder) return fault_of(path, "this folder cannot be made", ENOTDIR);
  return Done{};
}

Outcome Disk::make_private_folder(const Path& path) {
  if (kind_of(path) == PathKind::folder) return Done{};
  if (Outcome above = make_folders(parent_folder(path)); !above) return above;
  if (::mkdir(path.c_str(), 0700) != 0) return fault_of(path, "this folder cannot be made", errno);
  return Done{};
}

Outcome Disk::share_folder(const Path& path, const Path& like) {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  if (::chmod(path.c_str(), rights_of(like).value_or(0777 & ~mask)) != 0) return fault_of(path, "the rights of this folder cannot be set", errno);
  return Done{};
}

Outcome Disk::write_file(const Path& path, std::string_view bytes) {
  const PathKind kind = kind_of(path);
  if (kind == PathKind::folder) return fault_of(path, "this file cannot be written", EISDIR);
  if (kind == PathKind::other) return write_into(path, bytes);
  const Path neighbour = path + ".partial";
  if (const int error = create_file(neighbour, bytes, pace_ == Pace::sure, rights_of(path)); error != 0)
    return fault_of(path, "this file cannot be written", error);
  if (const int error = rename_with(neighbour, path, 0); error != 0) {
    ::unlink(neighbour.c_str());
    return fault_of(path, "this file cannot be written", error);
  }
  if (pace_ == Pace::sure) flush_names(parent_folder(path));
  return Done{};
}

Outcome Disk::remove_all(const Path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) return fault_of(path, "this cannot be removed", error.value());
  return Done{};
}

Outcome Disk::copy_file(const Path& from, const Path& to) {
  if (::link(from.c_str(), to.c_str()) == 0) return Done{};
  auto bytes = read_file(from, default_limit);
  if (!bytes) return bytes.faults();
  return write_file(to, *bytes);
}

Outcome Disk::replace(const Path& from, const Path& to) {
  const bool exchange = kind_of(to) == PathKind::folder;
  if (const int error = rename_with(from, to, exchange ? RENAME_EXCHANGE : 0); error != 0)
    return fault_of(to, "this cannot be replaced", error);
  if (pace_ == Pace::sure) flush_names(parent_folder(to));
  return Done{};
}

Outcome Disk::flush_folder(const Path& path) {
  const Descriptor open{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (open.number < 0) return fault_of(path, "this folder cannot be opened", errno);
  if (::fsync(open.number) != 0 && errno != EINVAL) return fault_of(path, "this folder cannot be flushed", errno);
  return Done{};
}

Path Disk::real_path(const Path& path) const {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  const auto real = std::filesystem::weakly_canonical(absolute, error);
  return plain_path(error ? path : real.string());
}

FileStamp Disk::stamp_of(const Path& path) const {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {static_cast<std::uint64_t>(found.st_size),
          std::int64_t{found.st_mtim.tv_sec} * 1000000000 + found.st_mtim.tv_nsec, found.st_ino};
}

Date Disk::today() const {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return {static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::int8_t>(local.tm_mon + 1),
          static_cast<std::int8_t>(local.tm_mday)};
}

}  // namespace casewright
