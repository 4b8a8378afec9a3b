#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <poppler/Annot.h>

#include "foreign/pdf/pdf_extras.h"
#include "foreign/pdf/pdf_object_words.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {

/// How many extras of a file are listed.
inline constexpr std::size_t most_extras = 20'000;

/// True for an address on somebody's disk or in an office.
bool is_local(std::string_view address);

/// Reads what the objects of one file hold beside what its pages paint.
class ExtrasReader {
 public:
  ExtrasReader(PDFDoc& document, const Survey& survey) : document_(document), xref_(*document.getXRef()), survey_(survey) {}

  std::vector<Extra> run();

 private:
  Extra& add(ExtraKind kind, std::string name, std::string text, std::uint32_t page = 0);

  // Of the file as a whole: pdf_extras.cpp.
  void protection();
  void properties();
  void destinations();
  void layers();

  // Of pages: pdf_extras_marks.cpp.
  void annotations(int number);
  void annotation(const Dict& dict, const Annot& each, int number);
  std::string words_of_looks(const Dict& dict, bool unseen);
  void fields();
  void field(const Dict& dict);

  // Entries of a program's own making, and pages kept for scripts: pdf_extras_entries.cpp.
  void own_entries_of(const Dict& dict, std::span<const std::string_view> known, std::uint32_t page);
  void own_entries();
  void entries(const Dict& dict, std::uint32_t page);
  void keep_entries();
  void templates();
  void template_page(const Object& named, const std::string& name);

  // Of single objects, by the signs that the survey saw: pdf_extras_objects.cpp.
  std::uint32_t page_of(const Dict& dict, std::uint32_t number);
  void look(std::uint32_t number, const Surveyed& object);
  void read_record(Object& stream);
  void signs(const Dict& dict, std::uint32_t all, std::uint32_t page);
  void action(const Dict& dict, std::uint32_t page);
  void address(const Dict& dict, std::uint32_t page);
  void opened(const std::string& address, std::uint32_t page);
  void opened_by(const Object& actions, std::uint32_t page);
  void label(const Dict& dict, std::uint32_t page);
  void attachment(const Dict& dict, std::uint32_t page);
  void private_data(const Dict& dict, std::uint32_t page);
  void signature(const Dict& dict);
  void unused(Object& held, const Dict* top);

  PDFDoc& document_;
  XRef& xref_;
  const Survey& survey_;
  std::vector<Extra> extras_, entries_;
};

}  // namespace casewright::pdf
