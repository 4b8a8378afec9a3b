#pragma once

#include <map>
#include <string>
#include <vector>

namespace casewright {

/// A small PDF as its source says it, see tests/fixtures/pdfua/README.md: objects by name.
using SmallPdf = std::map<std::string, std::string>;

/// A change of one object: the words there and the words instead.
struct SmallChange {
  std::string object, from, to;
};

/// What breaks a condition and what comes close to it.
struct BrokenCase {
  std::string condition;
  std::vector<SmallChange> breaks, near;
};

SmallPdf read_small_pdf(const std::string& source);
std::vector<BrokenCase> read_broken_cases(const std::string& source);
/// Makes the change; false where the object has no such words.
bool change(SmallPdf& pdf, const SmallChange& change);
/// The file: objects numbered, fonts made.
std::string write_small_pdf(const SmallPdf& pdf);

}  // namespace casewright
