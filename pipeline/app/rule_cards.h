#pragma once

#include <vector>

#include "app/commands.h"
#include "inspect/rule_book.h"
#include "model/rule_card.h"

namespace casewright {

/// The cards of every rule of the book and of what a check says of waivers, ordered by id, with how to mend each in Word
/// (corpus/mend-in-word.xml). What cannot be read of that file is told and left out.
std::vector<RuleCard> rule_cards(const Desk& desk, const RuleBook& book);

}  // namespace casewright
