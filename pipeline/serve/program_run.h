#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

namespace casewright {

/// How a run of the program ended.
struct ProgramRun {
  int exit = -1;         ///< its exit code; -1: it was ended or died
  int signal = 0;        ///< that ended it
  bool timed_out = false;
  std::string said;      ///< what it printed, the first 64 KB
};

/// How a run of the program is done.
struct ProgramOptions {
  std::string program;
  std::vector<std::string> words;        ///< of its command line
  std::vector<std::string> environment;  ///< NAME=value, and nothing else
  std::string folder;                    ///< what it prints is kept here until it ends
  std::chrono::seconds wall{300};
  unsigned long memory_bytes = 4ul << 30;
};

/// Runs the program in a process of its own, so that a crash ends that run and nothing else; `stop` ends it early.
ProgramRun run_program(const ProgramOptions& options, const std::atomic<bool>& stop);

}  // namespace casewright
