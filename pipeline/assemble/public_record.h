#pragma once

#include <string>
#include <vector>

#include "assemble/public_text.h"
#include "base/record.h"
#include "model/case.h"

namespace casewright {

/// Makes every text and every reader's attribute of `record` public, in place; what is not certain is wrapped
/// in <uncertain> and told in `queries` under the name of `field`.
void make_public(Record& record, TextPlanner& planner, const std::string& field, std::vector<Query>& queries);

/// Lets the planner know all texts of a record.
void learn_record(const Record& record, TextPlanner& planner);

}  // namespace casewright
