#include "batch/run_status.h"

#include <algorithm>
#include <iterator>

namespace casewright {
namespace {

/// What is known of a status, a row for each in the order of their enumerators.
struct StatusRow {
  RunStatus status;
  std::string_view name;
  bool done;
  std::string_view why_left;
};

constexpr StatusRow rows_of_statuses[] = {
    {RunStatus::ok, "ok", true, ""},
    {RunStatus::partial, "partial", true, ""},
    {RunStatus::fault, "fault", false, ""},
    {RunStatus::timeout, "timeout", false, "it took too long"},
    {RunStatus::memory, "memory", false, "it needed too much memory"},
    {RunStatus::crash, "crash", false, "it made its reader stop"},
};

constexpr bool stand_in_order() {
  for (std::size_t at = 0; at < std::size(rows_of_statuses); ++at)
    if (rows_of_statuses[at].status != static_cast<RunStatus>(at)) return false;
  return true;
}
static_assert(stand_in_order());

const StatusRow& row_of(RunStatus status) { return rows_of_statuses[static_cast<std::size_t>(status)]; }

}  // namespace

std::string_view name_of(RunStatus status) { return row_of(status).name; }

std::optional<RunStatus> run_status(std::string_view name) {
  const auto found = std::find_if(std::begin(rows_of_statuses), std::end(rows_of_statuses), [name](const StatusRow& each) { return each.name == name; });
  return found == std::end(rows_of_statuses) ? std::nullopt : std::optional(found->status);
}

bool is_done(RunStatus status) { return row_of(status).done; }

bool may_pass(RunStatus status) { return !row_of(status).why_left.empty(); }

std::string_view why_left(RunStatus status) { return row_of(status).why_left; }

}  // namespace casewright
