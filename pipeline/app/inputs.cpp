#include "app/inputs.h"

#include "ingest/readers.h"

namespace casewright {
namespace {

constexpr std::size_t most_folders_deep = 64;

/// A path that is to be looked at.
struct Next {
  Path path;
  std::string name;
  std::size_t depth = 0;
};

/// What the results of a given path are named for: a file's own name; nothing for the only folder, else the folder's.
std::string name_of_given(const World& world, const Path& path, bool alone) {
  if (world.kind_of(path) != PathKind::folder) return std::string(file_name(path));
  const std::string name(file_name(world.real_path(path)));
  return alone || name == "/" ? std::string() : name;
}

void open_folder(const World& world, const Next& folder, const Path& out, std::vector<Next>& open, Inputs& inputs) {
  if (!out.empty() && lies_in(world.real_path(folder.path), out)) return;
  if (folder.depth > most_folders_deep) {
    inputs.faults.push_back({folder.path, 0, 0, "this folder lies too deep to be read", "give it by itself"});
    return;
  }
  auto entries = world.list_folder(folder.path);
  entries.move_faults_to(inputs.faults);
  if (!entries) return;
  for (auto entry = entries->rbegin(); entry != entries->rend(); ++entry)
    open.push_back({join(folder.path, entry->name), join(folder.name, entry->name), folder.depth + 1});
}

}  // namespace

Inputs find_inputs(const World& world, const std::vector<Path>& given, const Path& out) {
  Inputs inputs;
  const Path apart = out.empty() ? Path() : world.real_path(out);
  std::vector<Next> open;
  for (auto path = given.rbegin(); path != given.rend(); ++path)
    open.push_back({*path, name_of_given(world, *path, given.size() == 1), 0});
  while (!open.empty()) {
    const Next next = std::move(open.back());
    open.pop_back();
    if (world.kind_of(next.path) == PathKind::folder) open_folder(world, next, apart, open, inputs);
    else if (next.depth == 0 || is_report_file(next.path)) inputs.found.push_back({next.path, next.name});
    else inputs.left_out.push_back(next.path);
  }
  return inputs;
}

}  // namespace casewright
