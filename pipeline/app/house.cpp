#include "app/house.h"

namespace casewright {
namespace {

constexpr std::string_view landmark = "rules/rule.rng";
constexpr std::string_view installed = "/usr/share/casewright";

bool is_home(const World& world, const Path& folder) {
  return world.kind_of(join(folder, landmark)) == PathKind::file;
}

Path home_above(const World& world, const Path& executable) {
  for (Path folder = parent_folder(executable); folder != "/" && folder != "."; folder = parent_folder(folder))
    if (is_home(world, folder)) return folder;
  return Path(installed);
}

}  // namespace

std::vector<Path> House::rules(const World& world) const {
  std::vector<Path> folders{join(home, "rules")};
  if (!board.empty() && world.kind_of(join(board, "rules")) == PathKind::folder) folders.push_back(join(board, "rules"));
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

Result<House> find_house(const World& world, const Path& executable, const Path& given, const Path& board) {
  const House house{given.empty() ? home_above(world, executable) : given, board};
  if (!is_home(world, house.home))
    return Fault{house.home, 0, 0, "Casewright's rules and templates are not here",
                 "install Casewright again, or set CASEWRIGHT_HOME to the folder that holds rules and templates"};
  if (!board.empty() && world.kind_of(board) != PathKind::folder)
    return Fault{board, 0, 0, "this board folder does not exist", "make one with `casewright new board NAME`"};
  return house;
}

}  // namespace casewright
