#include "foreign/small_pdf.h"

#include <sstream>

#include "base/text.h"
#include "foreign/small_fonts.h"

namespace casewright {
namespace {

/// The bytes of a stream as its source asks for them.
std::string stream_bytes(const std::string& source) {
  if (source.rfind("!truetype", 0) == 0) return small_truetype(source.substr(9));
  if (source.rfind("!type1", 0) == 0) return small_type1(source.substr(6));
  return source;
}

/// The text with every @name made a reference.
std::string with_references(const std::string& text, const std::map<std::string, int>& numbers) {
  std::string made;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '@') {
      made += text[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0) ++end;
    made += std::to_string(numbers.at(text.substr(at + 1, end - at - 1))) + " 0 R";
    at = end;
  }
  return made;
}

std::string object_body(const std::string& source, const std::map<std::string, int>& numbers) {
  const std::size_t cut = source.find("\nstream\n");
  if (cut == std::string::npos) return with_references(source, numbers);
  const std::string bytes = stream_bytes(source.substr(cut + 8));
  std::string dictionary = with_references(source.substr(0, cut), numbers);
  dictionary.insert(dictionary.find("<<") + 2, " /Length " + std::to_string(bytes.size()));
  return dictionary + "\nstream\n" + bytes + "\nendstream";
}

}  // namespace

SmallPdf read_small_pdf(const std::string& source) {
  SmallPdf pdf;
  std::string name, line;
  for (std::istringstream lines(source); std::getline(lines, line);) {
    if (line.rfind("=== ", 0) == 0) {
      name = line.substr(4);
      pdf[name];
    } else {
      pdf[name] += (pdf[name].empty() ? "" : "\n") + line;
    }
  }
  return pdf;
}

std::vector<BrokenCase> read_broken_cases(const std::string& source) {
  std::vector<BrokenCase> cases;
  std::vector<SmallChange>* into = nullptr;
  std::string line;
  for (std::istringstream lines(source); std::getline(lines, line);) {
    if (line.rfind("## ", 0) == 0) {
      cases.push_back({line.substr(3), {}, {}});
    } else if (line == "break") {
      into = &cases.back().breaks;
    } else if (line == "near") {
      into = &cases.back().near;
    } else if (const std::size_t first = line.find(" | "), second = line.find(" | ", first + 3); first != std::string::npos && into != nullptr) {
      into->push_back({line.substr(0, first), line.substr(first + 3, second - first - 3), line.substr(second + 3)});
    }
  }
  return cases;
}

bool change(SmallPdf& pdf, const SmallChange& change) {
  const auto object = pdf.find(change.object);
  if (object == pdf.end()) return false;
  const std::string changed = replace_every(object->second, change.from, change.to);
  if (changed == object->second) return false;
  object->second = changed;
  return true;
}

std::string write_small_pdf(const SmallPdf& pdf) {
  std::map<std::string, int> numbers;
  for (const auto& [name, source] : pdf)
    if (name != "header") numbers.emplace(name, static_cast<int>(numbers.size()) + 1);
  std::string file = pdf.at("header") + "\n";
  std::vector<std::size_t> places;
  for (const auto& [name, number] : numbers) {
    places.push_back(file.size());
    file += std::to_string(number) + " 0 obj\n" + object_body(pdf.at(name), numbers) + "\nendobj\n";
  }
  const std::size_t table = file.size();
  file += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    file += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return file + "trailer\n<< /Size " + std::to_string(places.size() + 1) + " /Root " + std::to_string(numbers.at("catalog")) +
         " 0 R /ID [<01> <01>] >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

}  // namespace casewright
