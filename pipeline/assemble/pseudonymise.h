#pragma once

#include "assemble/integrate.h"
#include "language/identity_search.h"
#include "model/case.h"

namespace casewright {

/// A case as a reader may know it: every name, number and address of the register and every agency's real name
/// replaced by its public words, exact dates, clock times and too exact ages softened as the house style says,
/// <ref> elements turned into words.
///
/// What is not certain stays as it is written, stands inside <uncertain> (in records) or is listed in the event's
/// `doubts`, and is told in `queries`, because a person must decide. `identities` has been made from the case's register;
/// `ordinary` says which words are no slips of names, and slips are looked for only where it is at hand. The days of events are cleared, months stay; gaps keep their exact ends, so that they
/// can be counted in days: show them by month.
PublicCase pseudonymise(const Case& whole, Integrated integrated, const IdentitySearch& identities, const WordFilter* ordinary = nullptr);

}  // namespace casewright
