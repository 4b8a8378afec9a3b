#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::pdf {

/// The number of an object; a reference to it is written "12 0 R".
using ObjectId = std::uint32_t;

/// The objects of a PDF file in the making, each in PDF's own notation; qpdf packs them into a file.
class Objects {
 public:
  /// A number for an object whose body comes later.
  ObjectId reserve();
  /// Gives a reserved number its object.
  void set(ObjectId id, std::string body);
  ObjectId add(std::string body);
  /// A stream; `entries` are those of its dictionary without brackets and length.
  ObjectId add_stream(std::string_view entries, std::string_view bytes);
  void set_stream(ObjectId id, std::string_view entries, std::string_view bytes);

  /// The file: version 1.7, streams packed, its identifier made from its contents, so that the same objects give the
  /// same bytes.
  Result<std::string> write(ObjectId catalog, ObjectId information) const;

 private:
  std::vector<std::string> bodies_;
};

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
