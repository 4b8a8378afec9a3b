#include "app/draft_seals.h"

#include <cstdint>
#include <utility>

#include "base/text.h"
#include "foreign/hash.h"

namespace casewright {
namespace {

constexpr std::uint64_t largest_seals = 1 << 20;

Path seals_of(const Path& folder) { return join(folder, ".drafts-as-made"); }

}  // namespace

DraftSeals::DraftSeals(const World& world, Path folder) : world_(world), folder_(std::move(folder)) {
  if (world_.kind_of(seals_of(folder_)) != PathKind::file) return;
  const auto text = world_.read_file(seals_of(folder_), largest_seals);
  if (!text) return;
  for (const std::string_view line : split(*text, '\n'))
    if (const std::size_t blank = line.find(' '); blank != std::string_view::npos) seals_[std::string(line.substr(blank + 1))] = line.substr(0, blank);
}

std::vector<std::string> DraftSeals::edited() const {
  std::vector<std::string> edited;
  for (const auto& [name, seal] : seals_)
    if (name.find('/') == std::string::npos && is_a_persons(name)) edited.push_back(name);
  return edited;
}

bool DraftSeals::is_a_persons(std::string_view name) const {
  const Path path = join(folder_, name);
  if (world_.kind_of(path) != PathKind::file) return false;
  const auto bytes = world_.read_file(path);
  const auto seal = seals_.find(name);
  return !bytes || seal == seals_.end() || hash::sha256(*bytes) != seal->second;
}

void DraftSeals::remember(std::string_view name, std::string_view bytes) { seals_[std::string(name)] = hash::sha256(bytes); }

Outcome DraftSeals::keep(World& world) const {
  std::string text;
  for (const auto& [name, seal] : seals_) text += seal + " " + name + "\n";
  return world.write_file(seals_of(folder_), text);
}

}  // namespace casewright
