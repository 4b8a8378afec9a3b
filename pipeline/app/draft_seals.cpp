#include "app/draft_seals.h"

#include <map>

#include "base/text.h"
#include "foreign/hash.h"

namespace casewright {
namespace {

constexpr std::uint64_t largest_seals = 1 << 20;

Path seals_of(const Path& folder) { return join(folder, ".drafts-as-made"); }

/// The sha256 of each draft as it was made, by its file name; empty where nothing is remembered.
std::map<std::string, std::string> seals_in(const World& world, const Path& folder) {
  std::map<std::string, std::string> seals;
  if (world.kind_of(seals_of(folder)) != PathKind::file) return seals;
  const auto text = world.read_file(seals_of(folder), largest_seals);
  if (!text) return seals;
  for (const std::string_view line : split(*text, '\n'))
    if (const std::size_t blank = line.find(' '); blank != std::string_view::npos) seals[std::string(line.substr(blank + 1))] = line.substr(0, blank);
  return seals;
}

}  // namespace

std::vector<std::string> edited_drafts(const World& world, const Path& folder) {
  std::vector<std::string> edited;
  for (const auto& [name, seal] : seals_in(world, folder)) {
    const Path path = join(folder, name);
    if (name.find('/') != std::string::npos || world.kind_of(path) != PathKind::file) continue;
    const auto bytes = world.read_file(path);
    if (!bytes || hash::sha256(*bytes) != seal) edited.push_back(name);
  }
  return edited;
}

Outcome seal_drafts(World& world, const Path& folder, const std::vector<Path>& written) {
  std::map<std::string, std::string> seals = seals_in(world, folder);
  for (const Path& path : written) {
    const auto bytes = world.read_file(path);
    if (!bytes) return bytes.faults();
    seals[std::string(file_name(path))] = hash::sha256(*bytes);
  }
  std::string text;
  for (const auto& [name, seal] : seals) text += seal + " " + name + "\n";
  return world.write_file(seals_of(folder), text);
}

}  // namespace casewright
