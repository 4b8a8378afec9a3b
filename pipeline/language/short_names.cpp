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

void learn(Names& names, std::string_view name, std::string_view other) {
  std::vector<std::string>& known = names[std::string(name)];
  if (name != other && std::find(known.begin(), known.end(), other) == known.end()) known.emplace_back(other);
}

const Names& names_beside() {
  static const Names all = [] {
    Names read;
    for (const std::string_view line : split(data::short_names, '\n')) {
      const std::size_t colon = line.find(": ");
      if (line.empty() || line[0] == '#' || colon == std::string_view::npos) continue;
      for (const std::string_view full : split(line.substr(0, colon), ' '))
        for (const std::string_view brief : split(line.substr(colon + 2), ' ')) {
          learn(read, full, brief);
          learn(read, brief, full);
        }
    }
    return read;
  }();
  return all;
}

}  // namespace

std::vector<std::string> usual_names_beside(std::string_view given) {
  const auto found = names_beside().find(unicode::fold(given));
  return found == names_beside().end() ? std::vector<std::string>() : found->second;
}

}  // namespace casewright
