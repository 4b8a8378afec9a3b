#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/record.h"

namespace casewright::xml {

/// The root element of a plain XML file: UTF-8 with elements, attributes and text, without namespaces, comments, numbered
/// characters and such, as our own rules are. Gives what libxml2 would give in a tenth of its time, and nothing where the
/// file is not plain or something is wrong with it: libxml2 then reads it, and says what is wrong.
std::optional<Record> read_plain(std::string_view bytes, std::uint32_t source);

}  // namespace casewright::xml
