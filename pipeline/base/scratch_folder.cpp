#include "base/scratch_folder.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace casewright {
namespace {

constexpr std::string_view start = "casewright-scratch-";
constexpr std::time_t just_made = 60;  // seconds in which a folder may be there and not held yet

Path below() {
  for (const char* const name : {"TMPDIR", "XDG_RUNTIME_DIR"})
    if (const char* given = std::getenv(name); given != nullptr && *given == '/') return given;
  return "/tmp";
}

/// Holds a folder for as long as the descriptor is open, however this process ends; -1 where another holds it.
int hold(const char* path) {
  const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder >= 0 && ::flock(folder, LOCK_EX | LOCK_NB) == 0) return folder;
  if (folder >= 0) ::close(folder);
  return -1;
}

/// Removes what a run left behind that was killed: folders of this person's that no process holds.
void sweep(const Path& top) {
  std::error_code error;
  for (std::filesystem::directory_iterator each(top, error), end; !error && each != end; each.increment(error)) {
    if (!each->path().filename().string().starts_with(start)) continue;
    struct stat status {};
    const bool own = ::lstat(each->path().c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_uid == ::geteuid();
    if (!own || std::time(nullptr) - status.st_mtime < just_made) continue;
    const int held = hold(each->path().c_str());
    if (held < 0) continue;
    std::error_code unremoved;
    std::filesystem::remove_all(each->path(), unremoved);
    ::close(held);
  }
}

}  // namespace

Result<ScratchFolder> ScratchFolder::make() {
  sweep(below());
  Path path = join(below(), std::string(start) + "XXXXXX");
  if (mkdtemp(path.data()) == nullptr)
    return Fault{path, 0, 0, "no private folder can be made here", "free some space, or set TMPDIR to a folder that you may write to"};
  const int held = hold(path.c_str());
  return ScratchFolder(std::move(path), held);
}

ScratchFolder::ScratchFolder(Path path, int held) : path_(std::move(path)), held_(held) {}
ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})), held_(std::exchange(other.held_, -1)) {}

ScratchFolder::~ScratchFolder() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove_all(path_, error);
  if (held_ >= 0) ::close(held_);
}

}  // namespace casewright
