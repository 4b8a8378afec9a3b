#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "foreign/pdf/pdf_survey.h"

namespace casewright::pdf {

/// What an Extra is.
enum class ExtraKind : std::uint8_t {
  redaction_mark, note, mark, hidden_note, attachment, script, action, field, field_name, choices, form_package, property, record,
  unused_words, unused_picture, thumbnail, private_data, destination, layer, replacement, description, link_description, label,
  expansion, protection, signature, entry,
};

/// Something that the objects of a file hold beside what its pages paint.
struct Extra {
  ExtraKind kind = ExtraKind::property;
  std::string name;        ///< "Author", "Highlight", the attachment's file name
  std::string text;        ///< its words, as far as they can be read
  std::string author;
  std::uint32_t page = 0;  ///< 0: of the file as a whole, or nobody knows
  Box box;
  std::string id = {};     ///< of an annotation: its name in the file
  std::string file = {};   ///< of an attachment that is no text: its bytes
};

/// All of them, in the order of kinds and objects.
std::vector<Extra> read_extras(PDFDoc& document, const Survey& survey);

/// The forms with words and the pictures that pages have among their resources and none of them paints.
std::vector<Extra> read_unpainted(PDFDoc& document, const std::vector<std::uint32_t>& used);

/// The words that stand between the objects of a file of one version, where its table knows of nothing.
std::vector<Extra> read_unlisted(const Survey& survey, std::string_view bytes);

/// The words that a stream of painting commands shows, as far as its strings are letters.
std::string words_of_commands(std::string_view commands);
/// The values that an XMP record holds, each with the name of its element or attribute.
std::vector<std::pair<std::string, std::string>> values_of_record(std::string_view record);

}  // namespace casewright::pdf
