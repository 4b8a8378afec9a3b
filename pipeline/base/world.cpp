#include "base/world.h"

#include "base/text.h"

namespace casewright {

StillBytes StillBytes::of(std::string bytes) {
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  return {*held, held};
}

Result<StillBytes> World::hold_file(const Path& path, std::uint64_t limit) const {
  auto bytes = read_file(path, limit);
  if (!bytes) return bytes.faults();
  return StillBytes::of(std::move(*bytes));
}

Outcome World::share_folder(const Path&, const Path&) { return Done{}; }

Outcome World::flush_folder(const Path&) { return Done{}; }

FileStamp World::stamp_of(const Path&) const { return {}; }

Path World::real_path(const Path& path) const { return plain_path(path); }

Path plain_path(std::string_view path) {
  std::vector<std::string> parts;
  const bool rooted = path.starts_with('/');
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..") parts.pop_back();
    else if (part != ".." || !rooted) parts.emplace_back(part);
  }
  const std::string joined = join_text(parts, "/");
  return rooted ? "/" + joined : joined.empty() ? Path(".") : joined;
}

bool lies_in(std::string_view path, std::string_view folder) {
  if (path == folder || folder == "/") return true;
  return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

Path join(const Path& folder, std::string_view name) {
  if (folder.empty()) return Path(name);
  if (folder.back() == '/') return folder + std::string(name);
  return folder + "/" + std::string(name);
}

std::string_view file_name(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

Path parent_folder(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  return Path(slash == 0 ? "/" : path.substr(0, slash));
}

std::string extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string ending(name.substr(dot));
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

}  // namespace casewright
