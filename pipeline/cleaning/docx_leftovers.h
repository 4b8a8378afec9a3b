#pragma once

#include <map>
#include <string>

#include "cleaning/clean.h"
#include "ingest/office/docx_package.h"
#include "ingest/parts/markup.h"

namespace casewright {

// What writing leaves in the parts of a Word file and nobody reads. Each takes one sort of it out of a part and says so in `out`.

/// Words in attributes that nobody sees: of smart tags, tooltips and the names of bookmarks.
void clean_silent(Markup& root, TakenOutList& out);
/// Form controls keep their words and lose their names, tags, choices and bonds to data.
void clean_controls(Markup& root, TakenOutList& out);
/// Words that a program read in strokes of a pen, and prompts in diagrams.
void clean_strokes(Markup& root, TakenOutList& out);
/// Embedded objects, and the names that pictures bring.
void clean_drawings(Markup& root, TakenOutList& out);
/// How many marks of editing sessions it took out.
std::size_t drop_revision_ids(Markup& root);
/// Headers and footers that are switched off are not named any more.
void drop_unused_edges(Markup& root, bool even_edges);
/// Settings that tell of other files, machines and people.
void clean_settings(Markup& root, TakenOutList& out);
/// Keeps of the core and extended properties what a published file needs: title and language, the program.
void clean_properties(Markup& root, TakenOutList& out);
/// Links to disks and offices become plain words.
void unlink_local(Markup& root, const std::map<std::string, WordLink, std::less<>>& links, TakenOutList& out);

}  // namespace casewright
