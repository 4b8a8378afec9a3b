// How long a check takes, and how often it finds something: inspect_bench [--list] [--only FAMILY,...] [--case FOLDER] FILE...
//
// With --case the files are one review's: they are checked together with its papers, conditions of PDF/UA included, and the
// time is told for each page of its PDF files.

#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>

#include "base/disk.h"
#include "base/text.h"
#include "ingest/case/case_reader.h"
#include "ingest/pdf/pdf_conditions.h"
#include "ingest/readers.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

/// Time of this process alone, so that a busy machine does not count.
double milliseconds_since(std::clock_t start) {
  return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// Checks one file six times; the first run also loads the dictionary.
void time_file(const RuleBook& book, const Corpus& corpus, const Path& file, bool list) {
  auto reading = read_report(Disk(), file);
  if (!reading) return void(std::printf("%s cannot be read\n", file.c_str()));
  reading->prose = read_prose(reading->document, reading->container);
  InspectOptions options;
  options.corpus = &corpus;
  double first = 0, best = 1e9;
  Checked checked;
  for (int run = 0; run < 6; ++run) {
    std::vector<Reading> readings{*reading};
    const auto start = std::clock();
    checked = inspect(book, std::move(readings), options);
    const double took = milliseconds_since(start);
    if (run == 0) first = took;
    best = std::min(best, took);
  }
  std::map<std::string, int> by_rule;
  int grave = 0;
  for (const Finding& finding : checked.findings) {
    ++by_rule[std::string(name_of(finding.level)) + " " + finding.rule];
    grave += finding.level != Level::advise;
    if (list && !finding.span.empty())
      std::printf("%u:%s: %s %s: %s\n", finding.place.line, finding.place.paragraph.c_str(),
                  std::string(name_of(finding.level)).c_str(), finding.rule.c_str(),
                  std::string(checked.readings[0].prose.view(finding.span).substr(0, 100)).c_str());
  }
  const double words = static_cast<double>(std::max<std::size_t>(1, checked.readings[0].prose.tokens.size()));
  std::printf(
      "%s: %zu bytes, first %.1f ms, best %.2f ms, regime %s, %d block or fix (%.2f per 1,000 words)\n",
      file.c_str(), checked.readings[0].prose.text.size(), first, best, checked.inspected[0].regime.c_str(),
      grave, 1000 * grave / words);
  for (const auto& [rule, count] : by_rule) std::printf("  %5d %s\n", count, rule.c_str());
}

/// The pages that a PDF is seen to have.
std::uint32_t pages_of(const Reading& reading) {
  std::uint32_t pages = 0;
  for (const Stretch& stretch : reading.prose.stretches) pages = std::max(pages, stretch.page);
  return pages;
}

/// Checks all files of a review with its case six times.
void time_review(const RuleBook& book, const Corpus& corpus, const Path& folder, const std::vector<Path>& files) {
  const auto of_case = read_case(Disk(), folder, join(PROJECT_FOLDER, "templates/schemas"));
  if (!of_case) return void(std::printf("%s cannot be read\n", folder.c_str()));
  std::vector<Reading> readings;
  std::uint32_t pages = 0;
  double conditions = 0;
  for (const Path& file : files) {
    auto reading = read_report(Disk(), file);
    const auto bytes = Disk().read_file(file, std::size_t{1} << 30);
    if (!reading || !bytes) continue;
    reading->prose = read_prose(reading->document, reading->container);
    const auto start = std::clock();
    (void)note_broken_conditions(*bytes, *reading);
    conditions += milliseconds_since(start);
    pages += pages_of(*reading);
    readings.push_back(std::move(*reading));
  }
  InspectOptions options;
  options.corpus = &corpus;
  options.of_case = &*of_case;
  double first = 0, best = 1e9;
  for (int run = 0; run < 6; ++run) {
    std::vector<Reading> again = readings;
    const auto start = std::clock();
    const Checked checked = inspect(book, std::move(again), options);
    const double took = milliseconds_since(start);
    if (run == 0) first = took;
    best = std::min(best, took);
  }
  const double each = std::max<std::uint32_t>(1, pages);
  std::printf("%zu files, %u pages: rules %.2f ms a page (%.2f the first time), conditions of PDF/UA %.2f ms a page, together %.2f\n", readings.size(),
              pages, best / each, first / each, conditions / each, (best + conditions) / each);
}

/// The families behind --only; none stands for all.
std::vector<std::string> asked_families(int count, char** arguments) {
  std::vector<std::string> families;
  for (int at = 1; at + 1 < count; ++at)
    if (std::strcmp(arguments[at], "--only") == 0)
      for (const std::string_view each : split(arguments[at + 1], ',')) families.emplace_back(each);
  return families;
}

}  // namespace

int main(int count, char** arguments) {
  const auto start = std::clock();
  const std::vector<std::string> families = asked_families(count, arguments);
  const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")}, {}, families);
  const double rules = milliseconds_since(start);
  const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  if (!book || !corpus) return 1;
  std::printf("%zu rules in %.1f ms, corpus in %.1f ms\n", book->rules.size(), rules,
              milliseconds_since(start) - rules);
  bool list = false;
  Path folder;
  std::vector<Path> of_review;
  for (int at = 1; at < count; ++at) {
    if (std::strcmp(arguments[at], "--list") == 0)
      list = true;
    else if (std::strcmp(arguments[at], "--only") == 0)
      ++at;
    else if (std::strcmp(arguments[at], "--case") == 0 && at + 1 < count)
      folder = arguments[++at];
    else if (!folder.empty())
      of_review.emplace_back(arguments[at]);
    else
      time_file(*book, *corpus, arguments[at], list);
  }
  if (!folder.empty()) time_review(*book, *corpus, folder, of_review);
}
