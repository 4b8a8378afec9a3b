#pragma once

#include <utility>
#include <vector>

#include "model/document.h"

namespace casewright {

/// The run at the end that words set like that go into; a new one where the last run is set otherwise (`last`) or is none of text.
template <class Setting>
Inline& text_run(std::vector<Inline>& inlines, Setting& last, const Setting& setting) {
  const bool goes_on = !inlines.empty() && inlines.back().kind == InlineKind::text && last == setting;
  if (goes_on) return inlines.back();
  Inline run;
  run.marks = setting.marks;
  run.target = setting.target;
  run.language = setting.language;
  inlines.push_back(std::move(run));
  last = setting;
  return inlines.back();
}

}  // namespace casewright
