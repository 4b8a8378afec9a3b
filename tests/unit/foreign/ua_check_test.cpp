#include "foreign/ua_check.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/disk.h"
#include "fixtures.h"
#include "foreign/small_pdf.h"
#include "inspect/rule_book.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace casewright;

namespace {

const std::string project = PROJECT_FOLDER;

std::string fixture(const std::string& name) { return file_bytes(project + "/tests/fixtures/pdfua/" + name); }

std::vector<std::string> conditions_in(const std::string& bytes) {
  const auto broken = pdf::broken_conditions(bytes, "small.pdf");
  for (const Fault& fault : broken.faults()) UNSCOPED_INFO(describe(fault));
  CHECK(broken.faults().empty());
  std::vector<std::string> all;
  if (broken)
    for (const pdf::Broken& each : *broken) all.push_back(each.condition);
  return all;
}

std::vector<std::string> conditions_after(SmallPdf pdf, const std::vector<SmallChange>& changes) {
  for (const SmallChange& each : changes) {
    INFO(each.object << ": " << each.from);
    CHECK(change(pdf, each));
  }
  return conditions_in(write_small_pdf(pdf));
}

bool among(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// The small PDF, encrypted for nobody in particular, with or without leave for screen readers.
std::string encrypted(const std::string& bytes, bool for_screen_readers) {
  QPDF pdf;
  pdf.processMemoryFile("small.pdf", bytes.data(), bytes.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  writer.setR3EncryptionParametersInsecure("", "owner", for_screen_readers, false, false, false, false, false, qpdf_r3p_full);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

}  // namespace

TEST_CASE("a small PDF that keeps every condition of PDF/UA breaks none") {
  CHECK(conditions_in(write_small_pdf(read_small_pdf(fixture("base.txt")))) == std::vector<std::string>{});
}

TEST_CASE("each condition of PDF/UA is found broken, and what comes close is not") {
  const SmallPdf base = read_small_pdf(fixture("base.txt"));
  for (const BrokenCase& each : read_broken_cases(fixture("cases.txt"))) {
    INFO(each.condition);
    const auto broken = conditions_after(base, each.breaks), near = conditions_after(base, each.near);
    CHECK(among(broken, each.condition));
    CHECK_FALSE(among(near, each.condition));
  }
}

TEST_CASE("protection that shuts out screen readers is found") {
  const std::string bytes = write_small_pdf(read_small_pdf(fixture("base.txt")));
  CHECK(conditions_in(encrypted(bytes, true)) == std::vector<std::string>{});
  CHECK(conditions_in(encrypted(bytes, false)) == std::vector<std::string>{"7.16-1"});
}

TEST_CASE("every rule of the kind pdf-condition has a PDF that breaks it") {
  std::set<std::string> tried{"7.16-1"};
  for (const BrokenCase& each : read_broken_cases(fixture("cases.txt"))) tried.insert(each.condition);
  const auto book = read_rules(Disk(), {project + "/rules"});
  REQUIRE(book.ok());
  std::set<std::string> asked;
  for (const Rule& rule : book->rules)
    if (rule.kind == "pdf-condition") asked.insert(std::string(rule.body.attribute("of")));
  CHECK(tried == asked);
}

TEST_CASE("what is no PDF or too damaged is a fault") {
  for (const std::string bytes : {"", "%PDF-1.7\n", "no PDF at all"}) {
    const auto broken = pdf::broken_conditions(bytes, "bad.pdf");
    CHECK_FALSE(broken.ok());
  }
}

TEST_CASE("a place is told by page and path of tags") {
  SmallPdf pdf = read_small_pdf(fixture("base.txt"));
  REQUIRE(change(pdf, {"row2", "@td2", ""}));
  const auto broken = pdf::broken_conditions(write_small_pdf(pdf), "small.pdf");
  REQUIRE(broken.ok());
  REQUIRE(broken->size() == 1);
  CHECK(broken->front().condition == "7.2-43");
  CHECK(broken->front().path == "Document > Table");
  CHECK(broken->front().detail == "row 2 has 1 columns, the first 2");
}
