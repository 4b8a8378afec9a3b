#include "language/short_names.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "foreign/unicode.h"

namespace casewright {
namespace data {
extern const std::string_view short_names;
}  // namespace data
namespace {

using Names = std::unordered_map<std::string, std::vector<std::string>>;

/// What people leave off a name that is made of two, each as it stands in the name.
struct Affixes {
  std::vector<std::string_view> beginnings, endings;
};

struct ShortNames {
  Names beside;
  Affixes left_off;
};

void learn(Names& names, std::string_view name, std::string_view other) {
  std::vector<std::string>& known = names[std::string(name)];
  if (name != other && std::find(known.begin(), known.end(), other) == known.end()) known.emplace_back(other);
}

/// A line without a colon: "oluwa- olu-" or "-chukwu -chi".
void learn_affixes(Affixes& affixes, std::string_view line) {
  for (const std::string_view each : split(line, ' ')) {
    if (each.ends_with('-')) affixes.beginnings.push_back(each.substr(0, each.size() - 1));
    else if (each.starts_with('-')) affixes.endings.push_back(each.substr(1));
  }
}

const ShortNames& short_names() {
  static const ShortNames all = [] {
    ShortNames read;
    for (const std::string_view line : split(data::short_names, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const std::size_t colon = line.find(": ");
      if (colon == std::string_view::npos) {
        learn_affixes(read.left_off, line);
        continue;
      }
      for (const std::string_view full : split(line.substr(0, colon), ' '))
        for (const std::string_view brief : split(line.substr(colon + 2), ' ')) {
          learn(read.beside, full, brief);
          learn(read.beside, brief, full);
        }
    }
    return read;
  }();
  return all;
}

/// "damilola" of "oluwadamilola": what stays of a name made of two once its known part is left off.
void add_parts_kept(std::vector<std::string>& names, const std::string& folded) {
  constexpr std::size_t least_letters = 4;
  const auto keep = [&names](std::string part) {
    if (part.size() >= least_letters && std::find(names.begin(), names.end(), part) == names.end()) names.push_back(std::move(part));
  };
  for (const std::string_view beginning : short_names().left_off.beginnings)
    if (folded.starts_with(beginning)) keep(folded.substr(beginning.size()));
  for (const std::string_view ending : short_names().left_off.endings)
    if (folded.ends_with(ending)) keep(folded.substr(0, folded.size() - ending.size()));
}

}  // namespace

std::vector<std::string> usual_names_beside(std::string_view given) {
  const std::string folded = unicode::fold(given);
  const Names& beside = short_names().beside;
  const auto found = beside.find(folded);
  std::vector<std::string> names;
  if (found != beside.end()) names = found->second;
  add_parts_kept(names, folded);
  return names;
}

}  // namespace casewright
