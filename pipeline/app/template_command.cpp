#include "app/commands.h"
#include "assemble/check_template.h"

namespace casewright {
namespace {

/// The template folders below `folder`, or itself where it is one.
std::vector<Path> template_folders_in(const World& world, const Path& folder, Faults& faults) {
  if (world.kind_of(join(folder, "template.xml")) == PathKind::file) return {folder};
  std::vector<Path> found;
  auto entries = world.list_folder(folder);
  entries.move_faults_to(faults);
  if (!entries) return found;
  for (const FolderEntry& entry : *entries)
    if (world.kind_of(join(join(folder, entry.name), "template.xml")) == PathKind::file)
      found.push_back(join(folder, entry.name));
  if (found.empty())
    faults.push_back({folder, 0, 0, "there is no template here", "a template is a folder with a template.xml in it"});
  return found;
}

}  // namespace

Exit check_templates(const Desk& desk, const Path& folder) {
  Faults faults;
  const std::vector<Path> layouts = template_folders_in(desk.world, folder, faults);
  std::vector<Path> neighbours = desk.house.templates(desk.world);
  neighbours.insert(neighbours.begin(), {folder, parent_folder(folder)});
  for (const Path& layout : layouts)
    for (Fault& fault : check_template(desk.world, layout, neighbours)) faults.push_back(std::move(fault));
  desk.console.tell(faults);
  if (!faults.empty()) return Exit::fault;
  for (const Path& layout : layouts) desk.console.say(layout + ": in order");
  return Exit::ready;
}

}  // namespace casewright
