#include "app/output_names.h"

#include <set>

#include "base/text.h"

namespace casewright {
namespace {

/// Folders and case are kept, the ending is cut.
std::string without_ending(const std::string& name) { return name.substr(0, name.size() - extension(name).size()); }

}  // namespace

std::map<std::string, std::string> output_names(const std::vector<BatchInput>& inputs) {
  std::map<std::string, std::size_t> wanted;
  for (const BatchInput& each : inputs) ++wanted[ascii_lower(without_ending(each.name))];
  std::map<std::string, std::string> stems;
  std::set<std::string> taken{"manifest", "journal", "summary"};
  for (const BatchInput& each : inputs) {
    std::string stem = without_ending(each.name);
    if (wanted[ascii_lower(stem)] > 1 || taken.contains(ascii_lower(stem))) stem = each.name;
    const std::string base = stem;
    for (int i = 2; !taken.insert(ascii_lower(stem)).second; ++i) stem = base + "-" + std::to_string(i);
    stems[each.name] = stem;
  }
  return stems;
}

Faults reports_in_folder(const World& world, const std::vector<BatchInput>& inputs, const Path& out) {
  Faults faults;
  const Path folder = world.real_path(out);
  for (const BatchInput& each : inputs)
    if (lies_in(world.real_path(each.path), folder))
      faults.push_back({each.path, 0, 0, "this report stands in the output folder, where a result could take its place", "choose another output folder"});
  return faults;
}

}  // namespace casewright
