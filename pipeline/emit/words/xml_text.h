#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// Appends text fit for XML text and quoted attributes; characters that XML cannot hold are left out.
void append_xml(std::string& out, std::string_view text);
/// `text` as append_xml writes it.
std::string xml_text(std::string_view text);

}  // namespace casewright
