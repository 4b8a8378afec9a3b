#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// Appends bytes as letters of the alphabet of data: addresses (RFC 4648).
void append_base64(std::string& out, std::string_view bytes);
/// The bytes that such letters stand for; what is no letter of that alphabet is passed over.
std::string from_base64(std::string_view letters);

}  // namespace casewright
