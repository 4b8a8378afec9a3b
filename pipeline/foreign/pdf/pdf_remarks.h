#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

class PDFDoc;

namespace casewright::pdf {

/// The remarks among the commands of that page, from 1; `bytes_of` gives the bytes of the file from where an object's stream begins,
/// or nothing.
std::string remarks_of_page(PDFDoc& document, std::uint32_t page, const std::function<std::string_view(std::uint32_t)>& bytes_of);

}  // namespace casewright::pdf
