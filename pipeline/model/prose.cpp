#include "model/prose.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace casewright {

std::string_view name_of(Scope scope) {
  static constexpr std::array<std::string_view, 17> names{
      "title", "heading", "paragraph", "list", "cell", "caption", "quotation", "note", "contents", "furniture",
      "to-write", "alternative-text", "link", "metadata", "comment", "hidden", "file-name"};
  return names[static_cast<std::size_t>(scope)];
}

const Stretch& Prose::stretch_at(std::uint32_t at) const {
  static const Stretch nowhere;
  const auto after = std::upper_bound(stretches.begin(), stretches.end(), at,
                                      [](std::uint32_t byte, const Stretch& each) { return byte < each.span.begin; });
  return after == stretches.begin() ? nowhere : *std::prev(after);
}

Origin Prose::origin_at(std::uint32_t at) const {
  const auto after = std::upper_bound(origins.begin(), origins.end(), at,
                                      [](std::uint32_t byte, const OriginStep& each) { return byte < each.at; });
  if (after == origins.begin()) return {};
  const OriginStep& step = *std::prev(after);
  Origin origin = step.origin;
  if (step.steps == OriginStep::Steps::by_byte) origin.at += at - step.at;
  if (step.steps == OriginStep::Steps::by_character)
    origin.at += static_cast<std::uint32_t>(count_characters(view({step.at, at})));
  return origin;
}

}  // namespace casewright
