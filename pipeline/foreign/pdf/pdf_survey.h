#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

class PDFDoc;

namespace casewright::pdf {

/// The names whose objects carry something beside the page.
enum class Sign : std::uint32_t {
  script = 1, action = 2, attachment = 4, thumbnail = 8, private_data = 16, form = 32, signature = 64, description = 128, record = 256,
  label = 512, membership = 1024, alternates = 2048, words = 4096,
};

/// One object as a look at its bytes tells of it, without building it.
struct Surveyed {
  std::uint32_t first_reference = 0, end_reference = 0;  ///< into Survey::references
  std::uint32_t signs = 0;       ///< bits of Sign
  bool live = false;             ///< the file's table of objects has it
  bool reached = false;          ///< something that is used leads to it
  std::size_t stream = 0;        ///< where its stream begins in the file; 0: it has none
};

/// All objects of a file: what each refers to and whether the file still uses it.
struct Survey {
  std::vector<Surveyed> objects;  ///< by number
  std::vector<std::uint32_t> references;
  std::vector<std::pair<std::size_t, std::size_t>> unlisted;  ///< stretches of the file between objects, where the table knows of nothing
};

/// Looks over all objects of an opened file, each byte once.
Survey survey(PDFDoc& document, std::string_view bytes);

}  // namespace casewright::pdf
