#pragma once

#include <cstddef>
#include <cstdint>

namespace casewright {

/// A half-open range of bytes, [begin, end), into one UTF-8 buffer.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t length() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

/// Where a character stands in an input: the file, the unit inside it, and the place inside that unit.
///
/// | input        | part                     | at                      |
/// |--------------|--------------------------|-------------------------|
/// | text, html   | line, from 1             | byte of the file        |
/// | xml          | line, from 1             | column, from 1, or 0    |
/// | table        | row, from 1              | column, from 1          |
/// | docx, odt    | index of the part        | character in that part  |
/// | pdf          | page, from 1             | glyph on that page      |
///
/// `source` is an index into the owner's list of sources (Document::sources, Case::sources); 0 is always
/// "written by Casewright or by a template", so a default Origin claims nothing.
struct Origin {
  std::uint32_t source = 0;
  std::uint32_t part = 0;
  std::uint32_t at = 0;

  bool known() const { return source != 0; }
  bool operator==(const Origin&) const = default;
};

/// A rectangle in points from the page's top left; all zero where nothing is known.
struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  bool operator==(const Box&) const = default;
};

}  // namespace casewright
