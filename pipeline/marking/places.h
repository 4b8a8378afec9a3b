#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "marking/mark_up.h"
#include "model/reading.h"

namespace casewright {

/// A stretch of characters (glyphs of a PDF) of one part (page) of a file: from `begin` to before `end`, which is `begin`
/// where only a point is known.
struct FilePlace {
  std::uint32_t part = 0, begin = 0, end = 0;
};

/// Where the bytes of the Prose stand in the file, in reading order; nothing where they come from no place in it.
std::vector<FilePlace> places_of(const Reading& reading, Span span);
/// The same of the words nearest to the span that come from that part; before it where there are any.
std::vector<FilePlace> nearest_places(const Reading& reading, Span span, std::uint32_t part);
/// True where the words themselves stand at their places; false for what is only said of the file or of those places, such as
/// who wrote them.
bool shown_there(const Reading& reading, Span span);
/// What to say of words that a note cannot stand at: in what of the file they are ("In a note").
std::string where_they_are(const Reading& reading, Span span);
/// What a note says; one that cannot stand at its words names them first.
std::vector<std::string> lines_of(const Reading& reading, const MarginNote& note, bool exact);

}  // namespace casewright
