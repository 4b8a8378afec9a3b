#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// The entry of an index as somebody would say it, a name that is written family name first turned round: "Nowak, Katarzyna:home"
/// gives "Katarzyna Nowak: home".
std::string words_of_index_entry(std::string_view entry);

}  // namespace casewright
