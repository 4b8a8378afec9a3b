#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// How PDF writes down what its objects hold.
namespace casewright::pdf {

/// The number of an object; a reference to it is written "12 0 R".
using ObjectId = std::uint32_t;

/// "12 0 R".
std::string reference(ObjectId id);
/// A text string in PDF's notation, from UTF-8.
std::string text_string(std::string_view words);
/// A length with at most three decimals.
void append_number(std::string& out, float value);
std::string number(float value);
/// The character's UTF-16 in hexadecimal.
void append_utf16_hex(std::string& out, std::string_view words);

}  // namespace casewright::pdf
