#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "marking/mark_up.h"
#include "model/reading.h"

namespace casewright {

/// The report with its Prose; the test fails where it cannot be read.
Reading read_marked(const std::string& bytes, const std::string& file);
/// A note at the words, which must stand in the report, and one line of what it says.
MarginNote note_at(const Reading& reading, std::string_view words, std::string says, std::size_t occurrence = 0);
/// A note at each stretch and each fifth word of the Prose, and one about the whole.
std::vector<MarginNote> notes_everywhere(const Reading& reading);
/// The words that each comment of a Word file is put round, by what the comment says in its first line.
std::map<std::string, std::string> commented_words(const std::string& docx);
/// What one part of an archive holds; the test fails where it is missing.
std::string part_of(const std::string& archive, const std::string& name);
/// Everything that must be the same in a report and its marked-up copy: words, and what the file carries.
std::string told_by(const Reading& reading);

}  // namespace casewright
