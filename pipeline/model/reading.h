#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/container.h"
#include "model/document.h"
#include "model/finding.h"
#include "model/measures.h"
#include "model/prose.h"
#include "model/verdict.h"

namespace casewright {

/// A report as it was read: what a reader sees, what the file carries besides, and both as flat text.
struct Reading {
  std::string path;     ///< as the user gave it; a document of our own making has the name it will be filed under
  Document document;
  Container container;
  Prose prose;
};

/// A heading and the canonical sections of DESIGN.md 6 that it stands for.
struct SectionSeen {
  std::string heading;
  std::uint8_t level = 0;
  std::uint32_t page = 0;
  std::vector<std::string> canonical;
  double confidence = 0;    ///< 0 to 1
  std::string rests_on;       ///< what the judgement rests on, in plain words
  std::uint32_t stretch = 0;  ///< of the Prose
};

/// A recommendation found in a report, or a consideration that stands in the place of one.
struct RecommendationSeen {
  std::string id, text, owner, due;
  std::uint32_t page = 0;
  std::string outcome, evidence, progress;  ///< what the report gives beside the words; empty where it gives none
  Span span;                                ///< in the Prose, from its first word to its last
  bool numbered = false;                    ///< the report itself gives the id
  bool consideration = false;               ///< a question or a consideration for those who decide
};

/// What a check found out about one report.
struct Inspected {
  Measures measures;
  MeasuredText measured;     ///< what they were worked out from, by section too
  std::string regime;        ///< code, or empty where nothing decides it
  std::string regime_reason; ///< what that rests on, in plain words: "Working Together 2015 is cited 4 times"
  std::string profile;       ///< the kind of document whose limits hold: "overview-report", "letter"
  std::vector<SectionSeen> sections;
  std::vector<RecommendationSeen> recommendations;
  std::vector<Span> names;   ///< where the register's names stand, certain or not, whatever rules were asked for
};

/// What a check of a set of documents came to; `inspected` runs beside `readings`.
struct Checked {
  std::vector<Reading> readings;
  std::vector<Inspected> inspected;
  std::vector<Finding> findings;  ///< ordered by document, then place, then rule
  std::vector<Verdict> verdicts;  ///< one per reading
  Faults faults;                  ///< files that could not be read
  std::string rule_book;          ///< sha256
};

}  // namespace casewright
