// What a worker of its own costs each file: isolation_bench FOLDER COUNT
// The same work that does next to nothing, done within this process and then by one confined worker with staging, journal
// and results moved to their places. Prints milliseconds a file of three rounds each: least, median, most.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

#include "base/disk.h"
#include "batch/run.h"

using namespace casewright;

namespace {

using Clock = std::chrono::steady_clock;

FileWorked work_little(const BatchInput& input, std::string bytes, const Path& folder) {
  Disk disk(Disk::Pace::quick);
  const std::string name = std::string(file_name(input.name)) + ".out";
  (void)disk.write_file(join(folder, name), bytes);
  return {RunStatus::ok, 1, {name}, R"({"words":3})"};
}

double milliseconds_since(Clock::time_point begun) { return std::chrono::duration<double, std::milli>(Clock::now() - begun).count(); }

double alone(const std::vector<BatchInput>& files, const Path& out) {
  Disk disk(Disk::Pace::quick);
  std::filesystem::create_directories(out);
  const auto begun = Clock::now();
  for (const BatchInput& file : files) {
    auto bytes = static_cast<World&>(disk).read_file(file.path);
    if (bytes) (void)work_little(file, std::move(*bytes), out);
  }
  return milliseconds_since(begun) / static_cast<double>(files.size());
}

double isolated(const std::vector<BatchInput>& files, const Path& out) {
  Disk disk(Disk::Pace::quick);
  BatchOptions options;
  options.out = out;
  options.settings = "bench";
  const auto begun = Clock::now();
  const auto run = run_batch(disk, files, options, work_little, [](const BatchProgress&, const JournalEntry*) {}, [] { return false; });
  const double each = milliseconds_since(begun) / static_cast<double>(files.size());
  if (!run || run->entries.size() != files.size()) {
    std::fputs("the run did not come to its end\n", stderr);
    std::exit(1);
  }
  return each;
}

void print(const char* words, std::vector<double> rounds) {
  std::sort(rounds.begin(), rounds.end());
  std::printf("  %-38s %.3f / %.3f / %.3f ms a file\n", words, rounds.front(), rounds[rounds.size() / 2], rounds.back());
}

}  // namespace

int main(int count, char** words) {
  if (count != 3 || std::atoi(words[2]) < 1) {
    std::fputs("usage: isolation_bench FOLDER COUNT\n", stderr);
    return 2;
  }
  const Path folder = words[1];
  std::filesystem::create_directories(folder + "/in");
  for (int number = 0; number < std::atoi(words[2]); ++number) std::ofstream(folder + "/in/" + std::to_string(number) + ".txt") << "Report number " << number << ".\n";
  Disk disk;
  const BatchInputs inputs = gather_inputs(disk, {folder + "/in"}, [](std::string_view) { return true; });
  std::vector<double> plain, apart;
  for (int round = 0; round < 3; ++round) {
    plain.push_back(alone(inputs.files, folder + "/alone-" + std::to_string(round)));
    apart.push_back(isolated(inputs.files, folder + "/isolated-" + std::to_string(round)));
  }
  print("within the process", plain);
  print("by a confined worker, with a journal", apart);
  return 0;
}
