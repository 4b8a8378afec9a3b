#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A personal name in its parts; a part that cannot be told is empty.
struct NameParts {
  std::string given;
  std::vector<std::string> middle;
  std::string family;

  /// Given, middle and family name in their usual order.
  std::string full() const;
  /// Given and family name alone.
  std::string short_form() const;
};

/// Splits a name that was written whole. Titles (Mrs, Dr, PC) and letters after the name (OBE, RN) are left
/// out, "Family, Given" is turned round, and a particle (de, van der, bin, ap) stays with the family name. A
/// name of one word has no parts that can be told and is given back as family name only where a title stood
/// before it ("Mrs Pellow").
NameParts split_name(std::string_view whole);

/// The name without titles before it and letters after it.
std::string without_title(std::string_view whole);

}  // namespace casewright
