#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foreign/pdf/pdf_objects.h"

namespace casewright {

/// An element of a PDF's structure, by number.
using TagId = std::uint32_t;
/// What stands on a page without being part of the text: lines, running headers.
constexpr TagId no_tag = 0xFFFFFFFF;

/// The structure of a tagged PDF: what each piece of the pages is, in reading order.
class PdfTags {
 public:
  /// Begins with the element Document, number 0.
  PdfTags();

  /// A new element at the end of its parent. `entries` are further entries of its dictionary.
  TagId add(std::string_view type, TagId parent, std::string entries = {});
  /// A new element that takes its place in its parent when it is first painted or attached.
  TagId add_later(std::string_view type, TagId parent, std::string entries = {});
  void attach(TagId tag);
  void add_entries(TagId tag, std::string_view entries);
  /// Gives the element a name (plain ASCII) that nothing else in the document has.
  void set_id(TagId tag, const std::string& id);
  std::string_view type_of(TagId tag) const { return elements_[tag].type; }

  /// The number of a new piece of marked content of the element on the page (from 0).
  std::uint32_t mark(TagId tag, std::uint32_t page);
  /// Makes the annotation a part of the element; its /StructParent.
  std::uint32_t add_annotation(TagId tag, pdf::ObjectId annotation, std::uint32_t page, std::uint32_t page_count);

  /// Writes all elements; the structure's root.
  pdf::ObjectId write(pdf::Objects& objects, const std::vector<pdf::ObjectId>& pages);

 private:
  enum class KidKind : std::uint8_t { element, content, annotation };
  struct Kid {
    KidKind kind;
    std::uint32_t what, page;
  };
  struct Element {
    std::string_view type;  // of static words
    TagId parent = 0;
    bool attached = false;
    std::string entries;
    std::vector<Kid> kids;
  };
  std::string body_of(const Element& element, pdf::ObjectId first, pdf::ObjectId root, const std::vector<pdf::ObjectId>& pages) const;
  void append_kids(std::string& body, const Element& element, pdf::ObjectId first, const std::vector<pdf::ObjectId>& pages) const;

  std::vector<Element> elements_;
  std::vector<std::vector<TagId>> marked_;  // by page, by number of the marked content
  std::vector<TagId> annotated_;
  std::map<std::string, TagId> ids_;
};

}  // namespace casewright
