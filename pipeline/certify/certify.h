#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "model/verdict.h"

namespace casewright {

/// The verdict on all findings together.
Verdict judge(const std::vector<Finding>& findings, std::string_view rule_book);
/// The verdict on each reading of the set, from its own findings.
std::vector<Verdict> judge_each(const Checked& checked);

/// Everything that stands against publication, in plain words that quote nothing: unwaived blocks, files that could
/// not be read, To-write blocks and words marked uncertain, no date of publication. Empty: nothing does.
std::vector<std::string> objections(const Checked& checked, const Date& publication);

/// Leave to publish the documents that were checked; nothing where any objection stands.
std::optional<Certificate> certify(const Checked& checked, const Date& publication);

}  // namespace casewright
