#pragma once

#include <vector>

#include "base/record.h"
#include "model/register.h"

namespace casewright {

/// The entries of a register as a reader may know them, one <person id role public relation age sex/>, or
/// <place id role public/> or <organisation id role public/> each: public names only, `relation` to the review's first subject in words, `age` on the day `at` in years, or
/// months below two years. No name, date or number of the register is in it.
std::vector<Record> public_people(const Register& people, const Record& case_root, const Date& at);

/// "4 years", "8 months" or "under one month"; empty where the birth is not known exactly enough.
std::string age_in_words(const Date& born, const Date& at);

}  // namespace casewright
