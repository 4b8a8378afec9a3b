#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// The entry of a review in the national case review repository (DOMAIN.md W-08, W-09).
struct RepositoryRecord {
  std::string publisher;   ///< the board, or "Anonymous"
  std::string subject;     ///< "Child T"
  std::string abstract;    ///< one sentence: age, event, month and year
  std::vector<std::string> learning;
  std::vector<std::string> recommendations;
  std::string model;       ///< how the review was held: "systems approach"
  std::vector<std::string> keywords;
};

/// The record with what is empty taken from the report: its sections of learning, recommendations and
/// methodology, and the terms that it speaks of most.
RepositoryRecord completed(RepositoryRecord record, const Document& report);

/// record.json and record.txt. `file_name` is what the report is deposited as.
std::string write_record_json(const RepositoryRecord& record, const std::string& title, const Date& published,
                              const std::string& file_name);
std::string write_record_text(const RepositoryRecord& record, const std::string& title, const Date& published,
                              const std::string& file_name);

}  // namespace casewright
