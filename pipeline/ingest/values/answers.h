#pragma once

#include <string_view>

#include "model/case.h"

namespace casewright {

/// What a yes-or-no cell says.
struct AnswerRead {
  Answer answer = Answer::not_recorded;
  bool remark = false;        ///< it says more than the answer; the words must be kept
  std::string_view words;     ///< what stands beside the answer, the whole cell where there is no answer
};

/// Reads "Y", "Yes - alone", "seen at home", "No (asleep)", "N/A", a tick or a cross.
AnswerRead read_answer(std::string_view cell);

/// Whether the child was spoken to, as the written voice of a child who was seen shows: the child's own words or an
/// answer (yes), "not spoken to" (no), or nothing that tells. An adult who speaks for the child does not count.
Answer spoken_to_in(std::string_view voice, Answer seen);

}  // namespace casewright
