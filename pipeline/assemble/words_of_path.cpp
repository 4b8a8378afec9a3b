#include "assemble/words_of_path.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace casewright {
namespace {

/// Attributes that are worked out for templates, and the one that a file of the case has in their place.
constexpr std::pair<std::string_view, std::string_view> worked_out[] = {
    {"owner-names", "owner"}, {"agency-name", "agency"}, {"agency-short", "agency"}, {"by-name", "by"}};

bool is_name(std::string_view word) {
  return !word.empty() && std::isalpha(static_cast<unsigned char>(word.front())) != 0 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c) != 0 || c == '-' || c == '_'; });
}

std::string_view name_in_file(std::string_view attribute) {
  const auto row = std::find_if(std::begin(worked_out), std::end(worked_out), [&](const auto& each) { return each.first == attribute; });
  return row == std::end(worked_out) ? attribute : row->second;
}

/// `person role="subject"` for person[@role='subject'], `reviewer` for reviewer[1]; empty where the step asks for more.
std::string opening_of(std::string_view step) {
  const std::size_t bracket = step.find('[');
  const std::string_view name = step.substr(0, bracket);
  if (!is_name(name)) return {};
  if (bracket == std::string_view::npos || step.back() != ']') return bracket == std::string_view::npos ? std::string(name) : std::string();
  const std::string_view test = step.substr(bracket + 1, step.size() - bracket - 2);
  if (!test.starts_with("@")) return std::string(name);
  const std::size_t equals = test.find('='), opened = test.find('\'');
  if (equals == std::string_view::npos || opened != equals + 1) return std::string(name);
  const std::string_view key = test.substr(1, equals - 1), value = test.substr(opened + 1);
  return is_name(key) ? std::string(name) + " " + std::string(key) + "=\"" + std::string(value.substr(0, value.find('\''))) + "\"" : std::string(name);
}

}  // namespace

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps(1);
  int depth = 0;
  for (const char c : path) {
    if (c == '[' || c == '(') ++depth;
    if (c == ']' || c == ')') --depth;
    if (c == '|' && depth == 0) break;
    if (c == '/' && depth == 0) steps.emplace_back();
    else if (c != ' ' || depth > 0) steps.back() += c;
  }
  return steps;
}

std::string typed(const std::vector<std::string>& steps) {
  std::string before, behind, attribute;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
    if (step == steps.rbegin() && step->starts_with("@")) {
      const std::string_view name = std::string_view(*step).substr(1);
      if (!is_name(name)) return {};
      attribute = std::string(name_in_file(name)) + "=\"...\"";
      continue;
    }
    const std::string opening = opening_of(*step);
    if (opening.empty()) return {};
    before = "<" + opening + (attribute.empty() ? "" : " " + attribute) + ">" + before;
    behind += "</" + std::string(std::string_view(*step).substr(0, step->find('['))) + ">";
    attribute.clear();
  }
  return before.empty() ? attribute : before + "..." + behind;
}

}  // namespace casewright
