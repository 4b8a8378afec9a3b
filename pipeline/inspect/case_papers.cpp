#include "inspect/case_papers.h"

namespace casewright {

std::string agency_told(const Case& of_case, std::string_view id) {
  const Agency* agency = of_case.agency(id);
  return agency == nullptr || agency->public_name.empty() ? "agency " + std::string(id) : agency->public_name;
}

std::string file_of(const Case& of_case, const Origin& origin) {
  std::string file = origin.source < of_case.sources.size() ? of_case.sources[origin.source] : std::string();
  if (!of_case.folder.empty() && file.starts_with(of_case.folder)) file.erase(0, of_case.folder.size());
  while (file.starts_with('/')) file.erase(0, 1);
  return file;
}

std::string file_told(const Case& of_case, const Origin& origin) {
  std::string file = file_of(of_case, origin);
  if (file.empty()) file = "the case";
  return origin.part == 0 ? file : file + ", " + place_in_case(file, origin.part);
}

Finding about_case(Finding finding, const Case& of_case, const Origin& origin) {
  finding.about = file_of(of_case, origin);
  finding.place.line = origin.part;
  return finding;
}

Finding about_case(Finding finding, std::uint32_t line) {
  finding.about = "case.xml";
  finding.place.line = line;
  return finding;
}

}  // namespace casewright
