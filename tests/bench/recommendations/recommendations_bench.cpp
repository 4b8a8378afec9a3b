// How many recommendations are found in labelled reports: recommendations_bench [FILE...]
//
// Without arguments: the reports of tests/bench/recommendations, as README.md there explains. With files: each of
// their misses in full.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>

#include "base/disk.h"
#include "base/text.h"
#include "ingest/readers.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

constexpr double alike_enough = 0.8;

/// One label of a report.
struct Label {
  std::string id, text, owner, due;
};

/// A report without its marks, and what they say.
struct Labelled {
  std::string html;
  std::vector<Label> labels;
};

std::string without_tags(std::string_view html) {
  std::string words;
  bool tag = false;
  for (const char c : html) {
    if (c == '<') tag = true;
    words += tag ? ' ' : c;
    if (c == '>') tag = false;
  }
  return fold_space(words);
}

Labelled read_labels(std::string_view text) {
  Labelled report;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = text.find("{{", at);
    report.html += text.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) return report;
    const std::size_t close = text.find("}}", open), end = text.find("{{/}}", close);
    const std::string_view words = text.substr(close + 2, end - close - 2);
    const auto fields = split(text.substr(open + 2, close - open - 2), '|');
    report.labels.push_back({std::string(fields.at(0)), without_tags(words), std::string(fields.at(1)), std::string(fields.at(2))});
    report.html += words;
    at = end + 5;
  }
}

std::map<std::string, int> words_of(std::string_view text) {
  std::map<std::string, int> words;
  std::string word;
  for (const char c : ascii_lower(text) + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += c;
    } else if (!word.empty()) {
      ++words[word];
      word.clear();
    }
  }
  return words;
}

double alike(std::string_view a, std::string_view b) {
  const auto first = words_of(a), second = words_of(b);
  int shared = 0, all = 0;
  for (const auto& [word, count] : first) {
    all += count;
    if (const auto other = second.find(word); other != second.end()) shared += std::min(count, other->second);
  }
  for (const auto& [word, count] : second) all += count;
  return all == 0 ? 0 : 2.0 * shared / all;
}

bool agree(std::string_view found, std::string_view wanted) {
  const std::string a = ascii_lower(fold_space(found)), b = ascii_lower(fold_space(wanted));
  if (a.empty() || b.empty()) return a.empty() == b.empty();
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

/// What came of a set of reports.
struct Score {
  int right = 0, given = 0, wanted = 0, owners = 0, dues = 0, reports = 0;
  void print(const char* name) const {
    const double precision = given == 0 ? 1 : static_cast<double>(right) / given, recall = wanted == 0 ? 1 : static_cast<double>(right) / wanted;
    std::printf("%-5s %2d reports, %3d recommendations: precision %.3f recall %.3f F1 %.3f; of those found, owner %.3f, deadline %.3f\n",
                name, reports, wanted, precision, recall, 2 * precision * recall / std::max(1e-9, precision + recall),
                static_cast<double>(owners) / std::max(1, right), static_cast<double>(dues) / std::max(1, right));
  }
};

/// What all reports are read with.
struct Bench {
  RuleBook no_rules;
  Corpus corpus;
  bool list = false;
  double seconds = 0;
};

void judge(const Labelled& report, const std::vector<RecommendationSeen>& found, bool list, Score& score) {
  std::vector<bool> taken(found.size());
  for (const Label& label : report.labels) {
    std::size_t best = found.size();
    double likeness = alike_enough;
    for (std::size_t at = 0; at < found.size(); ++at)
      if (const double here = alike(found[at].text, label.text); !taken[at] && here >= likeness) best = at, likeness = here;
    if (best == found.size()) {
      if (list) std::printf("  missed %s: %s\n", label.id.c_str(), label.text.c_str());
      continue;
    }
    taken[best] = true;
    ++score.right;
    const bool owner = agree(found[best].owner, label.owner), due = agree(found[best].due, label.due);
    score.owners += owner;
    score.dues += due;
    if (list && !owner) std::printf("  owner of %s: wanted '%s', given '%s'\n", label.id.c_str(), label.owner.c_str(), found[best].owner.c_str());
    if (list && !due) std::printf("  deadline of %s: wanted '%s', given '%s'\n", label.id.c_str(), label.due.c_str(), found[best].due.c_str());
  }
  score.given += static_cast<int>(found.size());
  score.wanted += static_cast<int>(report.labels.size());
  ++score.reports;
  for (std::size_t at = 0; list && at < found.size(); ++at)
    if (!taken[at]) std::printf("  wrongly taken %s: %s\n", found[at].id.c_str(), found[at].text.c_str());
}

bool judge_file(const Path& file, Bench& bench, Score& score) {
  const auto text = Disk().read_file(file, 1 << 20);
  if (!text) return false;
  const Labelled report = read_labels(*text);
  auto reading = read_report("<!DOCTYPE html><html lang=\"en-GB\"><head><title>Invented</title></head><body>" + report.html + "</body></html>", file);
  if (!reading) return false;
  reading->prose = read_prose(reading->document, reading->container);
  InspectOptions options;
  options.corpus = &bench.corpus;
  std::vector<Reading> alone;
  alone.push_back(std::move(*reading));
  const auto start = std::clock();
  const Checked checked = inspect(bench.no_rules, std::move(alone), options);
  bench.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  if (bench.list) std::printf("%s\n", file.c_str());
  std::vector<RecommendationSeen> found = checked.inspected.front().recommendations;
  judge(report, found, bench.list, score);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  if (!corpus) return 1;
  Bench bench{{}, std::move(*corpus), count > 1, 0};
  const auto run = [&](const char* name, const std::vector<Path>& files) {
    Score score;
    for (const Path& file : files)
      if (!judge_file(file, bench, score)) std::printf("%s cannot be read\n", file.c_str());
    score.print(name);
  };
  if (count > 1) {
    run("files", std::vector<Path>(arguments + 1, arguments + count));
    return 0;
  }
  std::size_t reports = 0;
  for (const char* set : {"dev", "held"}) {
    const Path folder = join(PROJECT_FOLDER, std::string("tests/bench/recommendations/") + set);
    const auto entries = Disk().list_folder(folder);
    if (!entries) return 1;
    std::vector<Path> files;
    for (const FolderEntry& entry : *entries) files.push_back(join(folder, entry.name));
    std::sort(files.begin(), files.end());
    run(set, files);
    reports += files.size();
  }
  std::printf("%.2f ms a report\n", 1000 * bench.seconds / static_cast<double>(std::max<std::size_t>(1, reports)));
}
