#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// A page for the people who work on a report: one file with its style and script in it, which by its own policy may
/// load and send nothing. `body` is HTML.
std::string page_frame(std::string_view title, std::string_view body, std::string_view script);

/// A policy's name for a piece of style or script: 'sha256-...'.
std::string policy_hash(std::string_view bytes);

/// "anonymisation" as a heading: "Names and identity".
std::string family_title(std::string_view family);
/// "plain-english/long-sentence" as a heading: "Long sentence".
std::string rule_title(std::string_view id);
/// "ENG-WT2018" as people call it: "Working Together 2018 (ENG-WT2018)"; other codes as they are.
std::string guidance_title(std::string_view regime);

}  // namespace casewright
