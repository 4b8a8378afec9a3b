#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace casewright {

/// What the tagger takes a word for. Those from `public_person` on are names that readers may know: the reviewer,
/// the board, an act, a court that everybody goes to.
enum class NameLabel : std::uint8_t {
  none, person, place, organisation, date, code, quantity, demographic, other,
  public_person, public_organisation, public_other,
};

inline constexpr std::size_t name_labels = 12;
inline constexpr std::array<std::string_view, name_labels> name_label_names{
    "none", "person", "place", "organisation", "date", "code", "quantity", "demographic", "other",
    "public-person", "public-organisation", "public-other"};

/// True for labels that give somebody away.
constexpr bool tells(NameLabel label) { return label > NameLabel::none && label < NameLabel::public_person; }

}  // namespace casewright
