#pragma once

#include <map>
#include <set>
#include <string>

#include "base/world.h"

namespace casewright {

/// A world of files in memory, so that tests need no disk; what it does not hold is asked of `behind`.
class MemoryWorld final : public World {
 public:
  explicit MemoryWorld(const World* behind = nullptr) : behind_(behind) {}

  std::map<Path, std::string> files;

  PathKind kind_of(const Path& path) const override {
    if (files.contains(path)) return PathKind::file;
    if (!names_in(path).empty()) return PathKind::folder;
    return behind_ == nullptr ? PathKind::missing : behind_->kind_of(path);
  }
  Result<std::string> read_file(const Path& path, std::uint64_t limit) const override {
    if (const auto found = files.find(path); found != files.end()) return found->second;
    if (behind_ != nullptr) return behind_->read_file(path, limit);
    return Fault{path, 0, 0, "there is no such file", ""};
  }
  Result<std::vector<FolderEntry>> list_folder(const Path& path) const override {
    std::vector<FolderEntry> entries;
    for (const std::string& name : names_in(path)) entries.push_back({name, kind_of(path + "/" + name)});
    if (entries.empty() && behind_ != nullptr) return behind_->list_folder(path);
    return entries;
  }

  Outcome make_folders(const Path&) override { return Done{}; }
  Outcome write_file(const Path& path, std::string_view bytes) override {
    files[path] = bytes;
    return Done{};
  }
  Outcome remove_all(const Path& path) override {
    std::erase_if(files, [&](const auto& file) { return file.first == path || file.first.starts_with(path + "/"); });
    return Done{};
  }
  Outcome copy_file(const Path& from, const Path& to) override {
    files[to] = files[from];
    return Done{};
  }
  Outcome replace(const Path& from, const Path& to) override {
    files[to] = std::move(files[from]);
    files.erase(from);
    return Done{};
  }
  Date today() const override { return {2026, 1, 1}; }

 private:
  std::set<std::string> names_in(const Path& folder) const {
    std::set<std::string> names;
    for (const auto& [path, bytes] : files)
      if (path.starts_with(folder + "/")) names.insert(path.substr(folder.size() + 1, path.find('/', folder.size() + 1) - folder.size() - 1));
    return names;
  }
  const World* behind_;
};

}  // namespace casewright
