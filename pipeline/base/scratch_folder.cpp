#include "base/scratch_folder.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace casewright {
namespace {

Path below() {
  for (const char* const name : {"TMPDIR", "XDG_RUNTIME_DIR"})
    if (const char* given = std::getenv(name); given != nullptr && *given == '/') return given;
  return "/tmp";
}

}  // namespace

Result<ScratchFolder> ScratchFolder::make() {
  Path path = join(below(), "casewright-XXXXXX");
  if (mkdtemp(path.data()) == nullptr)
    return Fault{path, 0, 0, "no private folder can be made here", "free some space, or set TMPDIR to a folder that you may write to"};
  return ScratchFolder(std::move(path));
}

ScratchFolder::ScratchFolder(Path path) : path_(std::move(path)) {}
ScratchFolder::ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

ScratchFolder::~ScratchFolder() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove_all(path_, error);
}

}  // namespace casewright
