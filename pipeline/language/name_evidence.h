#pragma once

#include "language/name_chances.h"
#include "language/name_lists.h"
#include "language/word_filter.h"
#include "model/prose.h"

namespace casewright {

/// Half a belief that somebody is public is none: a name of which the tagger is less sure than that counts as a person's.
void doubt_public(NameChances& chances, float sure);

/// Lets every place of a name hear what the rest of the document shows: where the same run of capitalised words is
/// likelier elsewhere to give somebody away, its words here become at least half as likely; so does one word alone that is part of a whole name elsewhere. `chances` stand beside
/// Prose::tokens. Words taken for a public name stay as they are.
void share_evidence(const Prose& prose, const WordFilter& ordinary, NameChances& chances);

/// Lets one of two given names hear of the other: "Will and Grace came", where nothing else tells that Will is no verb.
void share_couples(const Prose& prose, const WordFilter& given, NameChances& chances);

/// Takes a given name that is no word of English for somebody where the tagger does not: in small letters, as messages write
/// names ("danylo had a burn"), and as part of a date ("14/3 Jaiden late again"); and any strange word behind a title in small
/// letters ("dr nwosu"). One among words of another language stays what it is. One in small letters that is a place's name,
/// too, or has three letters, is somebody only on a line that has no capital at all.
void suppose_given(const Prose& prose, const WordFilter& ordinary, const NameLists& lists, NameChances& chances);

}  // namespace casewright
