#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/case.h"
#include "model/document.h"
#include "model/heading_in.h"

namespace casewright {

/// Where the words of a part of an agency's review go.
enum class Goes : std::uint8_t { facts, sign_off, methodology, family_background, narrative, analysis, child_voice, good_practice, lessons, recommendations, actions_taken, unused };

/// A stretch of blocks that goes to one place.
struct ImrStretch {
  Goes goes = Goes::facts;
  const Block* heading = nullptr;
  std::string title;    ///< the heading without the number that is typed before it
  std::string section;  ///< the canonical name of reports' sections (DESIGN.md 6), where there is one
  std::string lines;    ///< ids of the key lines of enquiry that it answers, with blanks between them
  bool theme = false;   ///< one of an analysis
  bool about_author = false;
  std::size_t from = 0, to = 0;
};

/// Parts a review at its headings. `is_fact` takes a line such as "Author: ..." that only looks like a heading, and says so.
std::vector<ImrStretch> parts_of_review(const std::vector<Block>& blocks, const Case& known, const HeadingJudge& judge, const std::function<bool(const Block&)>& is_fact);

}  // namespace casewright
