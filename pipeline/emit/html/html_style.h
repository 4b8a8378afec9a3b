#pragma once

#include <string>
#include <string_view>

#include "model/theme.h"

namespace casewright {

/// templates/themes/report.css, built into the program.
extern const std::string_view report_css;

/// The style sheet of a page: the theme's colours and fonts as variables, for light and dark screens, and
/// then the rules. A colour or font that cannot stand in a style sheet gives way to the default.
std::string style_sheet(const Theme& theme);

}  // namespace casewright
