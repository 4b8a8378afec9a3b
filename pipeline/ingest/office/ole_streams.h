#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// One stream of an old compound file: of macros, or of an object within a document.
struct OleStream {
  std::string name;
  std::string bytes;
};

/// The streams of a compound file; none where it is none. What is damaged is left out.
std::vector<OleStream> ole_streams(std::string_view bytes);

/// The source of all macros of a vbaProject.bin, with what it says in remarks and in quotes; empty where none can be unpacked.
std::string macro_source(std::string_view project);

}  // namespace casewright
