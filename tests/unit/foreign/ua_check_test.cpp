#include "foreign/pdfua/ua_check.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <set>

#include "base/disk.h"
#include "base/text.h"
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

TEST_CASE("docs/pdfua.md goes through every number of the Matterhorn Protocol and names every rule") {
  constexpr int conditions_of[] = {7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30};
  std::set<std::string> rules, named;
  const auto book = read_rules(Disk(), {project + "/rules"});
  REQUIRE(book.ok());
  for (const Rule& rule : book->rules)
    if (rule.kind == "pdf-condition") rules.insert(rule.id.substr(rule.id.find('/') + 1));
  std::vector<std::string> numbers, wanted;
  for (std::size_t point = 0; point < std::size(conditions_of); ++point)
    for (int each = 1; each <= conditions_of[point]; ++each) {
      char number[16];
      std::snprintf(number, sizeof number, "%02zu-%03d", point + 1, each);
      wanted.emplace_back(number);
    }
  const std::string text = file_bytes(project + "/docs/pdfua.md");
  for (const std::string_view line : split(text, '\n')) {
    const std::vector<std::string_view> cells = split(line, '|');
    const bool row = cells.size() == 7 && cells[1].size() == 8 && cells[1][3] == '-';
    if (row) numbers.emplace_back(trim(cells[1]));
    std::string word;
    bool has_rule = false;
    for (const char letter : std::string(row ? cells[5] : line) + " ") {
      if ((letter >= 'a' && letter <= 'z') || letter == '-') {
        word += letter;
        continue;
      }
      if (word.starts_with("pdf-") && word != "pdf-condition") {
        INFO(word);
        CHECK(rules.count(word) == 1);
        named.insert(word);
        has_rule = true;
      }
      word.clear();
    }
    if (row && trim(cells[3]) == "machine") {
      INFO(line);
      CHECK(has_rule);
    }
  }
  CHECK(numbers == wanted);
  CHECK(named == rules);
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
