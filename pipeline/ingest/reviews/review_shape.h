#pragma once

#include "model/document.h"

namespace casewright {

/// What an agency sent, with its parts where readers of reviews look for them:
///  - a form that is one table ("Section A: who is completing this" over all its columns, the answers below) becomes headings, paragraphs and
///    tables; so do the rows of a table that has the name of a part on the left and what is said of it on the right;
///  - a question that leads its answer in one paragraph ("Q1 – Was the risk seen? Not at once.") becomes a heading above it, and so
///    does a line in bold that names a line of enquiry;
///  - a line typed "6.1 Was she heard?" is a heading where "6.2 ..." below it is one;
///  - headings typed "1." and "2." below one typed "Section Five" stand a level lower than those that are named so.
/// The order of words stays, so that origins that count paragraphs hold.
Document in_review_shape(const Document& document);

}  // namespace casewright
