// How many headings of tests/bench/sections are recognised: sections_bench [--list] [FILE...]
//
// A label counts as found where the recogniser gives it for the heading. Reports marked "tune" may be looked at
// while the recogniser is made better; those marked "hold" are only counted.

#include <cstdio>
#include <cstring>
#include <ctime>
#include <map>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "inspect/section_recogniser.h"

using namespace casewright;

namespace {

struct Count {
  int right = 0, given = 0, wanted = 0, headings = 0;
  void print(const char* name) const {
    std::printf("%-6s %4d headings, %4d labels: recall %.3f precision %.3f\n", name, headings, wanted,
                wanted == 0 ? 1.0 : static_cast<double>(right) / wanted, given == 0 ? 1.0 : static_cast<double>(right) / given);
  }
};

std::set<std::string> labels_of(std::string_view text) {
  std::set<std::string> labels;
  for (const std::string_view each : split(trim(text), ' '))
    if (each != "-" && each != "other" && !each.empty()) labels.emplace(each);
  return labels;
}

std::string listed(const std::set<std::string>& labels) {
  std::string all;
  for (const std::string& each : labels) all += (all.empty() ? "" : " ") + each;
  return all.empty() ? "-" : all;
}

void judge(std::string_view line, const Corpus& corpus, Count& count, bool list) {
  const std::size_t bar = line.rfind(" | ");
  if (bar == std::string_view::npos) return;
  const std::string_view heading = line.substr(0, bar);
  const std::set<std::string> wanted = labels_of(line.substr(bar + 3));
  const Recognised found = recognise_heading(heading, corpus);
  std::set<std::string> given;
  if (found.confidence > 0)
    for (std::string& name : names_of(found.sections)) given.insert(std::move(name));
  ++count.headings;
  count.wanted += static_cast<int>(wanted.size());
  count.given += static_cast<int>(given.size());
  for (const std::string& each : given) count.right += static_cast<int>(wanted.count(each));
  if (list && wanted != given)
    std::printf("  %s: wanted %s, given %s (%.2f)\n", std::string(heading).c_str(), listed(wanted).c_str(),
                listed(given).c_str(), found.confidence);
}

}  // namespace

int main(int count, char** arguments) {
  const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  if (!corpus) return 1;
  bool list = false;
  std::vector<Path> files;
  for (int at = 1; at < count; ++at)
    if (std::strcmp(arguments[at], "--list") == 0)
      list = true;
    else
      files.emplace_back(arguments[at]);
  if (files.empty())
    for (const char* name : {"headings.txt", "lists.txt"}) files.push_back(join(join(PROJECT_FOLDER, "tests/bench/sections"), name));
  for (const Path& file : files) {
    Count tune, hold;
    const auto start = std::clock();
    const auto text = Disk().read_file(file, 1 << 20);
    if (!text) return 1;
    bool held = false;
    for (const std::string_view line : split(*text, '\n')) {
      if (line.starts_with("== ")) held = line.ends_with(" hold");
      if (!line.starts_with("#") && !line.starts_with("==")) judge(line, *corpus, held ? hold : tune, list && !held);
    }
    const double took = 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    std::printf("%s: %.0f microseconds a heading\n", file.c_str(), took / std::max(1, tune.headings + hold.headings));
    tune.print("tune");
    hold.print("hold");
  }
}
