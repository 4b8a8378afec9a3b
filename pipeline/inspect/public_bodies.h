#pragma once

#include "inspect/seen.h"

namespace casewright {

/// True where the words are part of the name of a council, a police force or a health board, whose area readers may know:
/// "Devon" of "Devon and Cornwall Police", "Bevan" of "Aneurin Bevan University Health Board". The body of a parish or of a
/// town is none, and a person's name before one ("Kirklees Council's Jade") is not part of it.
bool stands_in_public_body(const Seen& seen, Span words);

}  // namespace casewright
