#pragma once

#include "ingest/office/docx_body.h"

namespace casewright {

/// Notes beside a Word document what only somebody who hears it misses: content controls and form fields without a title
/// ("field-unnamed"), links without words ("link-unnamed"), text boxes that are read far from where they show ("text-box-astray"), and words of which nothing says the
/// language ("language-missing").
void note_what_is_heard(const WordStory& story);

}  // namespace casewright
