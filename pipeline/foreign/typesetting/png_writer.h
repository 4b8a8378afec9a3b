#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace casewright::raster {

/// A drawing as a PNG file of at most 256 colours; empty where none can be made. `dots` are 0xRRGGBB, row by row from the top, the rows
/// `row_length` dots apart. Drawings have few colours, and more only at the edges of letters: the rarest of these become the nearest of the
/// others, which no eye tells, and a dot takes one byte in place of four.
std::string png_of(const std::uint32_t* dots, std::size_t width, std::size_t height, std::size_t row_length);

}  // namespace casewright::raster
