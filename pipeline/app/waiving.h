#pragma once

#include <string>
#include <vector>

#include "app/commands.h"
#include "app/desk_work.h"
#include "model/reading.h"

namespace casewright {

/// The waiver file beside a report: REPORT.waivers.xml.
Path waivers_beside(const Path& report);
/// Files of waivers beside a report that nobody reads, for they bear another name than its own; each as something to be told.
Faults misnamed_waivers(const World& world, const Path& report);
/// The waiver file of a case folder.
Path waivers_of_case(const Path& case_folder);

/// Sets what each waiver stands for on that day, adds a finding for each that stands for nothing, and judges anew.
/// `families`: those that were looked for; empty: all.
void use_waivers(Checked& checked, const std::vector<Waiver>& waivers, const Date& on, const OpenRules& rules,
                 const std::vector<std::string>& families);

}  // namespace casewright
