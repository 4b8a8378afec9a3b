#pragma once

#include <initializer_list>
#include <utility>
#include <vector>

#include "inspect/inspect.h"
#include "inspect/kinds.h"
#include "language/prose_reader.h"

namespace casewright {

/// A report of those paragraphs.
inline Reading short_text(std::initializer_list<const char*> paragraphs) {
  Reading reading;
  for (const char* words : paragraphs) reading.document.blocks.push_back(text_block(BlockKind::paragraph, words));
  reading.prose = read_prose(reading.document, {});
  return reading;
}

/// Makes a rule ready and tries it on a report; one with faults is left alone.
inline void try_rule(Rule rule, const std::string& file, Faults faults, Reading reading) {
  if (rule.kind == "spelling") return;  // the same for every input, and slow
  RuleBook book;
  Preparation preparation(book.phrases, book.needs, book.spellers, faults, file);
  rule.check = kind_named(rule.kind)->prepare(rule, preparation);
  if (!faults.empty() || rule.check == nullptr) return;
  book.rules.push_back(std::move(rule));
  book.phrases.settle();
  book.needs.settle();
  std::vector<Reading> readings;
  readings.push_back(std::move(reading));
  inspect(book, std::move(readings), {});
}

}  // namespace casewright
