// How many headings of tests/bench/sections are recognised: sections_bench [--list] [--alone] [--weights FILE] [--fold 0/5] [FILE...]
//
// A label counts as found where the recogniser gives it for the heading. Reports marked "tune" may be looked at
// while the recogniser is made better; those marked "hold" are only counted. --alone: each heading by itself. --fold: of the
// reports marked "tune" only those that train_headings --fold has not learnt from, all files together. "Reports" counts each
// section once a report: one that is held to be there and is not hides that it is missing.

#include <bit>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "base/disk.h"
#include "base/text.h"
#include "labelled_headings.h"

using namespace casewright;

namespace {

struct Count {
  int right = 0, given = 0, wanted = 0, headings = 0;
  void print(const char* name) const {
    if (headings != 0)
      std::printf("%-6s %4d headings, %4d labels: recall %.3f precision %.3f\n", name, headings, wanted,
                  wanted == 0 ? 1.0 : static_cast<double>(right) / wanted, given == 0 ? 1.0 : static_cast<double>(right) / given);
    if (there != 0)
      std::printf("%-6s reports: of %d sections that are there %d found, %d held to be there that are not\n", name, there, there_found, not_there);
  }
  int there = 0, there_found = 0, not_there = 0;
};

std::string listed(SectionSet sections) {
  std::string all;
  for (const std::string& each : names_of(sections)) all += (all.empty() ? "" : " ") + each;
  return all.empty() ? "-" : all;
}

struct Asked {
  bool list = false, alone = false;
  std::string weights;
  Fold fold;
  std::vector<Path> files;
};

Asked asked_for(int count, char** arguments) {
  Asked asked;
  for (int at = 1; at < count; ++at) {
    const std::string_view each = arguments[at];
    if (each == "--list") asked.list = true;
    else if (each == "--alone") asked.alone = true;
    else if (each == "--weights" && at + 1 < count) asked.weights = arguments[++at];
    else if (each == "--fold" && at + 1 < count) asked.fold = Fold::from(arguments[++at]);
    else asked.files.emplace_back(each);
  }
  if (asked.files.empty()) asked.files = labelled_files();
  return asked;
}

void judge(const LabelledReport& report, const Corpus& corpus, const Asked& asked, Count& count) {
  std::vector<Recognised> found;
  if (asked.alone)
    for (const HeadingIn& each : report.headings) found.push_back(recognise_heading(each.words, corpus));
  else
    found = recognise_headings(report.headings, corpus);
  const bool list = asked.list && !report.held;
  if (list) std::printf("== %s\n", report.name.c_str());
  SectionSet there = 0, held = 0;
  for (std::size_t at = 0; at < found.size(); ++at) {
    const SectionSet wanted = report.labels[at], given = found[at].sections;
    there |= wanted;
    held |= given;
    ++count.headings;
    count.wanted += std::popcount(wanted);
    count.given += std::popcount(given);
    count.right += std::popcount(wanted & given);
    if (list && wanted != given)
      std::printf("  %s: wanted %s, given %s (%.2f, %s)\n", report.headings[at].words.c_str(), listed(wanted).c_str(), listed(given).c_str(),
                  found[at].confidence, std::string(found[at].rests_on).c_str());
  }
  count.there += std::popcount(there);
  count.there_found += std::popcount(there & held);
  count.not_there += std::popcount(held & ~there);
  if (list && (held & ~there) != 0) std::printf("  not there: %s\n", listed(held & ~there).c_str());
}

}  // namespace

int main(int count, char** arguments) {
  const Asked asked = asked_for(count, arguments);
  auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  if (!corpus) return 1;
  if (!asked.weights.empty()) {
    const auto text = Disk().read_file(asked.weights, 8 << 20);
    auto weights = HeadingWeights::from_text(text ? *text : std::string());
    if (!weights) return std::fputs("no weights\n", stderr), 1;
    corpus->sections.set_weights(std::move(*weights));
  }
  Count of_fold;
  for (const Path& file : asked.files) {
    if (asked.fold.of != 0) {
      for (const LabelledReport& report : read_labelled(Disk(), file))
        if (!report.held && asked.fold.has(report)) judge(report, *corpus, asked, of_fold);
      continue;
    }
    Count tune, hold;
    const auto start = std::clock();
    for (const LabelledReport& report : read_labelled(Disk(), file)) judge(report, *corpus, asked, report.held ? hold : tune);
    const double took = 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%s: %.0f microseconds a heading\n", file.c_str(), took / std::max(1, tune.headings + hold.headings));
    tune.print("tune");
    hold.print("hold");
  }
  of_fold.print("fold");
}
