#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "foreign/pdf/pdf_notation.h"

namespace casewright::pdf {

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

}  // namespace casewright::pdf
