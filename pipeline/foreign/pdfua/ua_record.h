#pragma once

#include <string>
#include <string_view>

namespace casewright::pdf {

/// What the XMP record of a PDF says that PDF/UA asks for.
struct UaRecord {
  bool readable = false;      ///< it is well-formed XML
  bool identified = false;    ///< it holds any property of the PDF/UA identification schema
  std::string part;           ///< the part of the standard that it claims
  std::string part_prefix, amendment_prefix, corrigendum_prefix;  ///< as written; empty where there is no such property
  bool has_title = false;     ///< dc:title stands there with words
  bool only_default = false;  ///< words stand there whose language is only "x-default"
};

UaRecord read_ua_record(std::string_view bytes);

}  // namespace casewright::pdf
