#include "app/house.h"

namespace casewright {
namespace {

constexpr std::string_view landmark = "rules/rule.rng";
constexpr std::string_view installed = "share/casewright";  // below the folder that holds bin/

bool is_home(const World& world, const Path& folder) {
  return world.kind_of(join(folder, landmark)) == PathKind::file;
}

Path home_above(const World& world, const Path& executable) {
  for (Path folder = parent_folder(executable); folder != "/" && folder != "."; folder = parent_folder(folder))
    for (const Path& home : {folder, join(folder, installed)})
      if (is_home(world, home)) return home;
  return join("/usr", installed);
}

}  // namespace

std::vector<Path> House::rules(const World& world) const {
  std::vector<Path> folders{join(home, "rules")};
  if (!board.empty() && world.kind_of(join(board, "rules")) == PathKind::folder) folders.push_back(join(board, "rules"));
  folders.insert(folders.end(), more_rules.begin(), more_rules.end());
  return folders;
}

std::vector<Path> House::templates(const World& world) const {
  std::vector<Path> folders;
  if (!board.empty() && world.kind_of(join(board, "templates")) == PathKind::folder)
    folders.push_back(join(board, "templates"));
  folders.push_back(join(home, "templates"));
  return folders;
}

Path House::theme(const World& world) const {
  const Path own = join(board, "theme/theme.xml");
  if (!board.empty() && world.kind_of(own) == PathKind::file) return own;
  return join(home, "templates/themes/plain/theme.xml");
}

Path own_folder(const World& world, const Path& settings, const Path& person) {
  if (settings.empty() && person.empty()) return {};
  const Path own = join(settings.empty() ? join(person, ".config") : settings, "casewright");
  return world.kind_of(own) == PathKind::folder ? own : Path();
}

Result<House> find_house(const World& world, const Path& executable, const Path& given, const Path& board,
                         const std::vector<Path>& more_rules) {
  const House house{given.empty() ? home_above(world, executable) : given, board, more_rules};
  if (!is_home(world, house.home))
    return Fault{house.home, 0, 0, "Casewright's rules and templates are not here",
                 "install Casewright again, or set CASEWRIGHT_HOME to the folder that holds rules and templates"};
  if (!board.empty() && world.kind_of(board) != PathKind::folder)
    return Fault{board, 0, 0, "this board folder does not exist", "make one with `casewright new board NAME`"};
  for (const Path& folder : more_rules)
    if (world.kind_of(folder) != PathKind::folder)
      return Fault{folder, 0, 0, "this folder of rules does not exist", "--rules takes a folder with files such as tone/our-word.xml"};
  return house;
}

}  // namespace casewright
