#pragma once

// What the parts of the PDF/UA checker share. It includes qpdf and is included by ua_*.cpp only, which keep to C++17
// because Clang 14 reads qpdf's headers no other way.
#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif
#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "foreign/pdfua/ua_check.h"

namespace casewright::pdf::ua {

using Object = QPDFObjectHandle;

constexpr std::uint32_t none = 0xFFFFFFFF;

/// The name without its slash, or nothing.
std::string name_in(Object object);
/// A text string in UTF-8, or nothing.
std::string words_in(Object object);
/// In the /Flags of a font descriptor: its letters are not those of the standard Latin set (ISO 32000-1, table 123).
constexpr long long symbolic_flag = 4;
/// True where it is a text string with at least one byte.
bool has_words(Object object);
/// The items of an array, or the object itself; nothing for null.
std::vector<Object> items_of(Object object);
/// An integer, or `otherwise`.
long long integer_in(Object object, long long otherwise);
/// The entry of a dictionary or of a stream's dictionary; null where there is none.
Object entry(Object object, const char* key);
/// True where the tag has the form that RFC 3066 asks for.
bool is_language_tag(const std::string& tag);

/// One element of the structure tree.
struct Element {
  Object object;
  std::string type;      ///< as written
  std::string role;      ///< the standard type it stands for; empty where none
  std::uint32_t parent = none;
  std::uint32_t place = 1, alike = 1;  ///< which it is of how many of its role under its parent
  std::uint32_t page = 0;              ///< of its first content, as far as it says
  std::vector<std::uint32_t> kids;
  std::vector<Object> objects;         ///< annotations and the like that it holds
  std::uint32_t entries = 0;           ///< all kids: elements, contents, objects
  bool has_language = false;           ///< its own or one that it inherits
};

/// The tags of a file, in the order of reading.
struct Tree {
  bool exists = false;
  std::vector<Element> elements;
  std::map<QPDFObjGen, std::uint32_t> by_object;
  /// Content by where it stands (a page, or a form XObject) and its id.
  std::map<std::pair<QPDFObjGen, long long>, std::uint32_t> by_content;
  std::map<QPDFObjGen, std::uint32_t> by_annotation;

  /// "Document > Table[2] > TR".
  std::string path(std::uint32_t index) const;
  /// The kids, where grouping without a meaning of its own (NonStruct, Div, Part) is looked through.
  std::vector<std::uint32_t> significant_kids(std::uint32_t index) const;
  /// The parent, looked at in the same way; `none` at the top.
  std::uint32_t significant_parent(std::uint32_t index) const;
  /// The value of an attribute of that owner ("Table"), or null.
  Object attribute(std::uint32_t index, const char* owner, const char* key) const;
};

/// An opened file with what its checks have found.
class File {
 public:
  explicit File(QPDF& pdf);

  QPDF& pdf;
  Object root;
  std::vector<Object> pages;
  Tree tree;
  bool has_language = false;  ///< the catalog names one

  std::uint32_t page_number(Object page) const;
  /// What the parent tree holds under that key, or null.
  Object parent_entry(long long key) const;
  /// The element that an object of the file is, or `none`.
  std::uint32_t element_of(Object object) const;

  void broken(const char* condition, std::uint32_t page, std::string path = "", std::string detail = "");
  void broken_at(const char* condition, std::uint32_t element, std::string detail = "");
  /// What was found, in the order of the clauses.
  std::vector<Broken> take();

 private:
  void read_parents(Object node, int depth);

  std::map<QPDFObjGen, std::uint32_t> page_numbers_;
  std::map<long long, Object> parents_;
  std::map<std::string, std::size_t> seen_;
  std::map<std::string, std::uint32_t> per_condition_;
  std::vector<Broken> found_;
};

/// The parts of the check, each on its own so that a damaged part does not hide the others.
void check_catalog(File& file, std::string_view bytes);
void check_objects(File& file);
void read_tree(File& file);
void check_elements(File& file);
void check_nesting(File& file);
void check_tables(File& file);
void check_annotations(File& file);
void check_content(File& file);

}  // namespace casewright::pdf::ua
