// Scores the PDF/UA checker on a folder of files that each keep or break one condition, told by their names
// ("7.2-t29-fail-a.pdf"): pdfua_bench DIR. A file that fails counts as found when its clause is among those reported.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "foreign/pdfua/ua_check.h"

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string clause_of(const std::string& condition) { return condition.substr(0, condition.rfind('-')); }

std::string joined(const std::set<std::string>& all) {
  std::string text;
  for (const std::string& each : all) text += (text.empty() ? "" : " ") + each;
  return text.empty() ? "nothing" : text;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::regex name_form(R"(([\d.-]+)-t(\d+)-(pass|fail)-\w+\.pdf)");
  std::vector<std::filesystem::path> files;
  for (const auto& each : std::filesystem::recursive_directory_iterator(arguments[1]))
    if (each.path().extension() == ".pdf") files.push_back(each.path());
  std::sort(files.begin(), files.end());
  int failing = 0, found = 0, right_clause = 0, right_test = 0, passing = 0, blamed = 0;
  std::vector<double> times;
  for (const auto& file : files) {
    const std::string name = file.filename().string(), bytes = bytes_of(file);
    std::smatch parts;
    if (!std::regex_match(name, parts, name_form)) continue;
    const auto before = std::chrono::steady_clock::now();
    const auto broken = casewright::pdf::broken_conditions(bytes, name);
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - before).count());
    std::set<std::string> conditions, clauses;
    if (broken)
      for (const auto& each : *broken) {
        conditions.insert(each.condition);
        clauses.insert(clause_of(each.condition));
      }
    for (const auto& fault : broken.faults()) std::printf("%s: fault: %s\n", name.c_str(), fault.what.c_str());
    std::string clause = parts[1];
    std::replace(clause.begin(), clause.end(), '-', '.');
    const std::string condition = clause + "-" + std::to_string(std::stoi(parts[2]));
    if (parts[3] == "fail") {
      ++failing;
      found += conditions.empty() ? 0 : 1;
      right_clause += clauses.count(clause) != 0 ? 1 : 0;
      right_test += conditions.count(condition) != 0 ? 1 : 0;
      if (conditions.count(condition) == 0) std::printf("%s: expected %s, found %s\n", name.c_str(), condition.c_str(), joined(conditions).c_str());
    } else {
      ++passing;
      blamed += conditions.empty() ? 0 : 1;
      if (!conditions.empty()) std::printf("%s: passes, found %s\n", name.c_str(), joined(conditions).c_str());
    }
  }
  if (times.empty()) return 2;
  std::sort(times.begin(), times.end());
  double all = 0;
  for (const double each : times) all += each;
  std::printf("failing %d: found %d, right clause %d (%.1f %%), right test %d; passing %d: blamed %d\n", failing, found, right_clause,
              failing == 0 ? 100.0 : 100.0 * right_clause / failing, right_test, passing, blamed);
  std::printf("ms a file: mean %.2f, median %.2f, most %.2f\n", all / static_cast<double>(times.size()), times[times.size() / 2], times.back());
  return 0;
}
