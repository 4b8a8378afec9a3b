#pragma once

#include <string>
#include <string_view>

#include "foreign/command_line.h"

namespace casewright {

/// The manual page casewright(1), made from the tree of commands.
std::string man_page(const CLI::App& app);
/// What a shell ("bash", "zsh" or "fish") needs to complete commands, options and their fixed values.
std::string completion(const CLI::App& app, std::string_view shell);

}  // namespace casewright
