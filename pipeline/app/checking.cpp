#include "app/checking.h"

#include <algorithm>

#include "app/batch_desk.h"
#include "app/papers.h"
#include "app/waiving.h"
#include "ingest/waiver_reader.h"

namespace casewright {
namespace {

/// Appends one set's outcome to the whole; findings point into the longer list of readings.
void append(Checked& all, Checked part) {
  const auto before = static_cast<std::uint32_t>(all.readings.size());
  for (Finding& finding : part.findings) {
    finding.document += before;
    all.findings.push_back(std::move(finding));
  }
  std::move(part.readings.begin(), part.readings.end(), std::back_inserter(all.readings));
  std::move(part.inspected.begin(), part.inspected.end(), std::back_inserter(all.inspected));
  std::move(part.verdicts.begin(), part.verdicts.end(), std::back_inserter(all.verdicts));
  all.rule_book = part.rule_book;
}

/// The waivers of a file; nothing where they cannot be used, for a check without them would mislead.
std::optional<std::vector<Waiver>> waivers_in(const Desk& desk, const Path& file, Faults& faults) {
  auto waivers = read_waivers(desk.world, file, desk.house.schemas());
  waivers.move_faults_to(faults);
  if (!waivers) return std::nullopt;
  return std::move(*waivers);
}

/// What check_files works with.
struct Checking {
  const Desk& desk;
  const CheckOptions& options;
  const OpenRules& rules;
  const OpenCase* of_case;  ///< or null
};

/// Reports that belong to one case, held against each other and against its register.
void check_together(const Checking& checking, std::vector<Reading> readings, std::vector<Waiver> waivers, Checked& all) {
  const Case& review = checking.of_case->review;
  if (auto more = waivers_in(checking.desk, waivers_of_case(review.folder), all.faults))
    waivers.insert(waivers.begin(), more->begin(), more->end());
  Checked checked = checking.rules.inspect_all(std::move(readings), checking.of_case, checking.options.regime, checking.options.only);
  const Date on = review.publication.exact() ? review.publication : checking.desk.world.today();
  use_waivers(checked, waivers, on, checking.rules, checking.options.only);
  append(all, std::move(checked));
}

/// Reads and inspects each file by itself, or all together where they belong to one case.
CheckedFiles check_all(const Checking& checking) {
  CheckedFiles files;
  Checked& all = files.checked;
  std::vector<Reading> together;
  std::vector<Waiver> beside;
  const World& world = checking.desk.world;
  const BatchInputs inputs = inputs_for(checking.desk, checking.options.files, {});
  for (const BatchInput& input : inputs.files) {
    const Path file = spoken_path(input);
    auto reading = read_with_prose(world, input);
    reading.move_faults_to(all.faults);
    auto waivers = waivers_in(checking.desk, waivers_beside(file), all.faults);
    if (!reading || !waivers) {
      files.unreadable.push_back(file);
    } else if (checking.of_case != nullptr) {
      // A finished file does not say what it is; a draft of the case is filed under its role.
      if (reading->document.role == DocumentRole::legacy) reading->document.role = role_filed_as(file);
      together.push_back(std::move(*reading));
      beside.insert(beside.end(), waivers->begin(), waivers->end());
    } else {
      std::vector<Reading> alone;
      alone.push_back(std::move(*reading));
      Checked checked = checking.rules.inspect_all(std::move(alone), nullptr, checking.options.regime, checking.options.only);
      use_waivers(checked, *waivers, world.today(), checking.rules, checking.options.only);
      append(all, std::move(checked));
    }
  }
  if (!together.empty()) check_together(checking, std::move(together), std::move(beside), all);
  return files;
}

}  // namespace

CheckedFiles check_files(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase* of_case) {
  return check_all({desk, options, rules, of_case});
}

}  // namespace casewright
