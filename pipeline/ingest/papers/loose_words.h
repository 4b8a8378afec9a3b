#pragma once

#include <string>

#include "base/record.h"
#include "model/case.h"

namespace casewright {

/// The words of an element that holds a line or prose, as plain text: paragraphs parted by a line feed, list
/// items begun with "- ", links followed by their address, notes in brackets, each `ref` its public name.
std::string loose_words(const Record& element, const Case& known);

}  // namespace casewright
