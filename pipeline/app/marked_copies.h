#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/commands.h"
#include "marking/mark_up.h"
#include "model/reading.h"

namespace casewright {

/// What the findings of one report say beside its words; names masked unless a person asked to see them.
std::vector<MarginNote> margin_notes(const Checked& checked, std::uint32_t document, bool show_text);

/// The file of a marked-up copy in a folder, where the report's other files are named `stem`.
std::string name_of_copy(const std::string& stem, std::string_view report);

/// What speaks against writing marked-up copies where a person wants them, said before anything is checked; nothing where
/// none was asked for.
Faults wrong_places_for_copies(const Desk& desk, const CheckOptions& options);

/// Writes the marked-up copy of each report, to the file or into the folder that the options name; tells faults and what was
/// written. False where a copy is missing.
bool write_marked_copies(const Desk& desk, const CheckOptions& options, const Checked& checked);

}  // namespace casewright
