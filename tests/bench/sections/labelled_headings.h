#pragma once

#include <string>
#include <vector>

#include "base/world.h"
#include "inspect/sections/section_recogniser.h"

namespace casewright {

/// The headings of one invented report with the sections that each stands for.
struct LabelledReport {
  std::string name;
  bool held = false;  ///< only ever counted
  std::vector<HeadingIn> headings;
  std::vector<SectionSet> labels;  ///< one for each heading; 0: none
};

/// The reports of a file: "== name tune", then "heading | section section" a line, "-" for none; "> words" behind a heading
/// are those that stand first under it.
std::vector<LabelledReport> read_labelled(const World& world, const Path& file);
/// The files that stand beside this one.
std::vector<Path> labelled_files();

/// One part in several of the reports, told by their names: what is learnt without it is counted on it.
struct Fold {
  unsigned part = 0, of = 0;  ///< of is 0 where nothing is left out
  /// Reads "2/5"; nothing is left out where it says nothing else.
  static Fold from(std::string_view text);
  bool has(const LabelledReport& report) const;
};

}  // namespace casewright
