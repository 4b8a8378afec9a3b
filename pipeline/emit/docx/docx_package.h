#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foreign/zip_writer.h"

namespace casewright {

/// The pictures of a Word document, each kept once.
class DocxMedia {
 public:
  /// The target of the picture as a part of word/ names it ("media/picture-1.png").
  std::string add(std::string bytes, std::string_view extension);
  const std::vector<zip::Entry>& entries() const { return entries_; }

 private:
  std::vector<zip::Entry> entries_;
};

/// What one part of a Word document points at.
class DocxRelations {
 public:
  /// The id of the relation, the same for the same target.
  std::string add(std::string_view type, const std::string& target, bool external = false);
  /// A relation whose id is known before it is made.
  void name(std::string_view type, const std::string& target, const std::string& id);
  bool empty() const { return rows_.empty(); }
  std::string xml() const;

 private:
  std::map<std::string, std::string> ids_;
  std::string rows_;
};

/// The opening of an XML part.
inline constexpr std::string_view xml_declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespaces of a part of WordprocessingML.
inline constexpr std::string_view word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// A part of the package and what it points at.
struct DocxPart {
  std::string name;          ///< "word/document.xml"
  std::string content_type;  ///< without "application/vnd.openxmlformats-officedocument." and "+xml"
  std::string xml;
  DocxRelations relations;
};

/// All files of the package in order, content types first.
std::vector<zip::Entry> package(std::vector<DocxPart> parts, const DocxMedia& media);

}  // namespace casewright
