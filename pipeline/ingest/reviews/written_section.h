#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/papers/bundle.h"
#include "model/case.h"
#include "model/document.h"

namespace casewright {

/// The id of a section (templates/schemas/section.rng) that a file is called by: "Child's voice.docx" and "07 child_voice.docx" are
/// child_voice, "appendix-timeline.docx" is appendix-timeline; nothing where it is called by none.
std::optional<std::string> section_of_file(std::string_view file);

/// A section as somebody wrote it in Word or another kind of report, as the <section> that section.rng knows. A heading over everything is its title; in
/// "findings" each of the highest headings is a finding, in "learning" each item of a list is a learning point, and recommendations are
/// found in "recommendations". What a person should look at goes to the bundle's faults.
Record written_section(Bundle& bundle, const std::string& name, const std::string& id, const Document& document, std::uint32_t source, const Case& known);

}  // namespace casewright
