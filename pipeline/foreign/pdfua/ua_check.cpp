#include "foreign/pdfua/ua_check.h"

#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf {
namespace {

struct Part {
  const char* about;
  void (*check)(ua::File&);
};

constexpr Part parts[] = {{"the tags", ua::read_tree},
                          {"the tags", ua::check_elements},
                          {"the order of the tags", ua::check_nesting},
                          {"the tables", ua::check_tables},
                          {"the annotations", ua::check_annotations},
                          {"the pages", ua::check_content},
                          {"the objects", ua::check_objects}};

Fault cannot_open(const QPDFExc& error, const std::string& name) {
  if (error.getErrorCode() == qpdf_e_password)
    return {name, 0, 0, "this PDF asks for a password, so its accessibility was not checked", "save a copy without a password and check that one"};
  return {name, 0, 0, "this PDF is too damaged for its accessibility to be checked", "save it again from the program that made it"};
}

}  // namespace

Result<std::vector<Broken>> find_broken_conditions(std::string_view bytes, const std::string& name) {
  Faults faults;
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report.pdf", bytes.data(), bytes.size());
    ua::File file(pdf);
    const auto look = [&](const char* about, const auto& check) {
      try {
        check();
      } catch (const std::exception&) {
        faults.push_back({name, 0, 0, std::string(about) + " of this PDF are damaged, so that their accessibility was checked only in part",
                          "save it again from the program that made it"});
      }
    };
    for (const Part& part : parts) {
      if (part.check == ua::check_elements) look("the properties", [&] { ua::check_catalog(file, bytes); });
      look(part.about, [&] { part.check(file); });
    }
    return {file.take(), std::move(faults)};
  } catch (const QPDFExc& error) {
    return cannot_open(error, name);
  } catch (const std::exception&) {
    return Fault{name, 0, 0, "this PDF is too damaged for its accessibility to be checked", "save it again from the program that made it"};
  }
}

}  // namespace casewright::pdf
