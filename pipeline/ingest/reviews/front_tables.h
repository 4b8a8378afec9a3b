#pragma once

#include <string>
#include <vector>

#include "ingest/values/labels.h"
#include "model/document.h"

namespace casewright {

/// What one row of a front sheet, or of a table where a review is signed, tells.
struct FrontRow {
  struct Told {
    Field field = Field::none;
    const Block* cell = nullptr;
    std::string label = {};
  };
  std::vector<Told> told;           ///< what labels lead to
  std::vector<const Block*> loose;  ///< cells that no label leads to
  bool person = false;              ///< of a table whose columns hold a name, a post, a day: a row for each person
  Field role = Field::none;         ///< what such a row says that its person did: `signer` for "Endorsed by", `kept` for who only looked it through
};

/// The rows of a table of labels and values: side by side ("Author | Ann Lea | Role | Nurse"), or below the labels of its first row
/// ("Completed by | Role | From | To").
std::vector<FrontRow> rows_of_front(const Block& table);

}  // namespace casewright
