#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"
#include "foreign/xml/xml.h"
#include "foreign/xml/xpath.h"
#include "model/case.h"
#include "model/document.h"

namespace casewright {

class CaseTree;

/// What one element of a template is; `words` is a run of text between elements.
enum class Element : std::uint8_t {
  words, section, heading, title, subtitle, p, ul, ol, li, quote, note, table, columns, column, row, cell, figure,
  field, prose, for_each, if_, choose, when, otherwise, contents, glossary, term, guidance, em, strong, a, br,
};

/// How the value of a field is written.
enum class Format : std::uint8_t { plain, date, month_year, year, list, count, lower, capital, ordinal };

/// One element of a template with its questions compiled.
struct Part {
  Element element = Element::words;
  std::string text;               ///< of words, white space as it stands; of guidance, folded
  std::vector<std::pair<std::string, std::string>> attributes;
  xpath::Expression select;       ///< select= of field, prose, for-each; test= of if, when
  xpath::Expression sort;         ///< sort= of for-each
  xpath::Expression when;         ///< when= of a section
  xpath::Expression title_select; ///< title-select= of a section
  Format format = Format::plain;
  std::vector<Part> children;
  std::uint32_t file = 0;         ///< index into Template::files
  std::uint32_t line = 0;

  /// The attribute's value, empty where there is none.
  std::string_view attribute(std::string_view key) const;
  bool has_attribute(std::string_view key) const;
};

/// Which headings and paragraphs are numbered: sections 1, 2; `headings` also 1.1, 1.1.1 for those below;
/// `paragraphs` 1.1, 1.2 for the paragraphs of a section; `both` lets headings and paragraphs count together.
enum class Numbering : std::uint8_t { none, headings, paragraphs, both };

/// A template with all that it inherits, ready to be filled any number of times.
struct Template {
  std::string name;                ///< its folder's
  std::vector<std::string> files;  ///< the template's own file, then those it extends
  DocumentRole role = DocumentRole::report;
  Numbering numbering = Numbering::none;
  bool complete = false;           ///< every part of every section of the case must be told
  std::vector<Part> parts;         ///< its sections
};

/// Reads `folder`/template.xml and what it extends, by name from the first of `template_folders` that has it,
/// checks each file against the template.rng found in these folders, and compiles every question.
Result<Template> read_template(const World& world, const Path& folder, const std::vector<Path>& template_folders);
/// The same for one of several templates, whose schema was read before.
Result<Template> read_template(const World& world, const Path& folder, const std::vector<Path>& template_folders, const xml::Schema& schema);
/// The template.rng of the first of `template_folders` that has one.
Result<xml::Schema> read_template_schema(const World& world, const std::vector<Path>& template_folders);

/// A document filled from a case, and what was missing: each missing field is a fault that names the place
/// in the case where it belongs, and a To-write block in the document.
struct Filled {
  Document document;
  Faults faults;
};

/// How large a document may become, in bytes that its words and blocks take.
inline constexpr std::size_t most_document_bytes = 1'073'741'824;

/// Fills a template from a case. Where the document would become larger than that, it ends there, with a fault.
Filled fill(const Template& layout, const PublicCase& known, std::size_t most_bytes = most_document_bytes);
/// Fills a template from a case's tree, which serves several templates.
Filled fill(const Template& layout, const CaseTree& tree, std::size_t most_bytes = most_document_bytes);

}  // namespace casewright
