#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// The words of a Windows metafile, in which Word keeps pasted drawings of Visio, Excel and others.
struct MetafileWords {
  std::string drawn;      ///< what a reader of the page sees, one piece of the drawing after the other
  std::string title;      ///< what a program calls it in its head
  std::string remarks;    ///< what stands in it for other programs
  bool letters_unknown = false;  ///< some of it is drawn by numbers of a font's letters, or is a picture of dots, so that its words are not known
};

/// Reads an EMF or a WMF, packed or not; nothing where the bytes are none. What is drawn by EMF+ counts as well.
MetafileWords words_of_metafile(std::string_view bytes);

}  // namespace casewright
