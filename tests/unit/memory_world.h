#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/world.h"

namespace casewright {

/// A world of files in memory, so that tests need no disk; what it does not hold is asked of `behind`.
class MemoryWorld : public World {
 public:
  explicit MemoryWorld(const World* behind = nullptr) : behind_(behind) {}

  std::map<Path, std::string> files;
  std::set<Path> folders;
  Date day{2026, 1, 1};

  PathKind kind_of(const Path& path) const override {
    const Path plain = plain_path(path);
    if (files.contains(plain)) return PathKind::file;
    if (plain == "." || plain == "/" || folders.contains(plain)) return PathKind::folder;
    for (const auto& [file, bytes] : files)
      if (lies_in(file, plain)) return PathKind::folder;
    return behind_ == nullptr ? PathKind::missing : behind_->kind_of(path);
  }

  Result<std::string> read_file(const Path& path, std::uint64_t limit = default_limit) const override {
    const auto found = files.find(plain_path(path));
    if (found == files.end() && behind_ != nullptr) return behind_->read_file(path, limit);
    if (found == files.end()) return fault(path, "this file cannot be opened: no such file or directory");
    if (found->second.size() > limit) return fault(path, "this file is larger than the limit");
    return found->second;
  }

  Result<std::vector<FolderEntry>> list_folder(const Path& path) const override {
    if (kind_of(path) != PathKind::folder) return fault(path, "this folder cannot be read");
    if (behind_ != nullptr && !holds(plain_path(path))) return behind_->list_folder(path);
    std::map<std::string, PathKind> entries;
    const auto add = [&](const Path& each, PathKind leaf) {
      const Path plain = plain_path(path);
      const std::string inside = plain == "." ? each : lies_in(each, plain) && each != plain ? each.substr(plain.size() + (plain != "/")) : "";
      if (inside.empty()) return;
      const std::size_t slash = inside.find('/');
      entries[inside.substr(0, slash)] = slash == std::string::npos ? leaf : PathKind::folder;
    };
    for (const Path& folder : folders) add(folder, PathKind::folder);
    for (const auto& [file, bytes] : files) add(file, PathKind::file);
    std::vector<FolderEntry> listed;
    for (const auto& [name, kind] : entries) listed.push_back({name, kind});
    return listed;
  }

  Outcome make_folders(const Path& path) override {
    for (Path each = plain_path(path); each != "." && each != "/"; each = parent_folder(each)) {
      if (files.contains(each)) return fault(path, "this folder cannot be made: not a directory");
      folders.insert(each);
    }
    return Done{};
  }

  Outcome write_file(const Path& path, std::string_view bytes) override {
    if (kind_of(path) == PathKind::folder) return fault(path, "this file cannot be written: is a directory");
    if (kind_of(parent_folder(path)) != PathKind::folder) return fault(path, "this file cannot be written: no such folder");
    files[plain_path(path)] = bytes;
    return Done{};
  }

  Outcome remove_all(const Path& path) override {
    const Path plain = plain_path(path);
    std::erase_if(files, [&](const auto& each) { return lies_in(each.first, plain); });
    std::erase_if(folders, [&](const Path& each) { return lies_in(each, plain); });
    return Done{};
  }

  Outcome copy_file(const Path& from, const Path& to) override {
    auto bytes = read_file(from);
    if (!bytes) return bytes.faults();
    return write_file(to, *bytes);
  }

  Outcome replace(const Path& from, const Path& to) override {
    const PathKind kind = kind_of(from);
    if (kind == PathKind::missing) return fault(to, "this cannot be replaced: no such file or directory");
    const bool exchange = kind_of(to) == PathKind::folder;
    if (exchange && kind != PathKind::folder) return fault(to, "this cannot be replaced: is a directory");
    const Path aside = plain_path(from) + ".aside";
    if (exchange) move(plain_path(to), aside);
    else MemoryWorld::remove_all(to);  // a test's own world may count its changes
    move(plain_path(from), plain_path(to));
    if (exchange) move(aside, plain_path(from));
    return Done{};
  }

  Date today() const override { return day; }

  /// Every file below `folder` by its path inside it.
  std::map<Path, std::string> tree(const Path& folder) const {
    std::map<Path, std::string> inside;
    for (const auto& [file, bytes] : files)
      if (lies_in(file, folder)) inside[file.substr(folder.size() + 1)] = bytes;
    return inside;
  }

 private:
  static Fault fault(const Path& path, std::string what) { return {path, 0, 0, std::move(what), "check the path"}; }

  bool holds(const Path& folder) const {
    return std::any_of(files.begin(), files.end(), [&](const auto& file) { return lies_in(file.first, folder); }) ||
           folders.contains(folder);
  }

  void move(const Path& from, const Path& to) {
    std::map<Path, std::string> moved;
    for (const auto& [file, bytes] : files)
      if (lies_in(file, from)) moved[to + file.substr(from.size())] = bytes;
    std::set<Path> named;
    for (const Path& folder : folders)
      if (lies_in(folder, from)) named.insert(to + folder.substr(from.size()));
    MemoryWorld::remove_all(from);
    files.merge(moved);
    folders.merge(named);
  }

  const World* behind_;
};

}  // namespace casewright
