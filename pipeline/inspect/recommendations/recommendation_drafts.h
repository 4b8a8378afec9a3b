#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/reading.h"

namespace casewright {

/// How a recommendation was told from what is around it, the surest first.
enum class AskTold : std::uint8_t { label, addressed, table, mark, plain, sentence, loose };

/// A recommendation while it is being read.
struct AskDraft {
  RecommendationSeen seen;
  AskTold told = AskTold::plain;
  std::uint32_t zone = 0;    ///< which part of the report, 0 outside all
  bool plan = false;         ///< an action on a recommendation that stands elsewhere
  bool in_list = false;      ///< an item of a list
  std::string group;         ///< the heading between, which may name the owner
};

/// What is left of the drafts once each part keeps what it told most surely and what is told twice is one; owners and
/// deadlines are looked for in the words where nothing else says them.
std::vector<RecommendationSeen> settle_recommendations(std::vector<AskDraft> drafts);

}  // namespace casewright
