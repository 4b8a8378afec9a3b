#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// Appends text fit for HTML text and quoted attributes; characters that HTML forbids are left out.
void append_html(std::string& out, std::string_view text);
/// Appends ` name="value"`, or nothing where `value` is empty.
void append_attribute(std::string& out, std::string_view name, std::string_view value);
/// True for a link that a published page may carry: web, mail, telephone, a place on the page or a
/// neighbouring file; never a script or a file of some machine.
bool is_safe_link(std::string_view target);
/// Appends a way to reach somebody, with web addresses, e-mail addresses and telephone numbers as links.
void append_contact(std::string& out, std::string_view words);

}  // namespace casewright
