#include "serve/program_run.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace casewright {
namespace {

constexpr std::size_t most_said = 64 << 10;

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const std::string& each : words) all.push_back(const_cast<char*>(each.c_str()));
  all.push_back(nullptr);
  return all;
}

std::string beginning_of(const std::string& path) {
  std::string text(most_said, '\0');
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  const ssize_t got = ::read(file, text.data(), text.size());
  ::close(file);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text;
}

/// Starts the program in a process group of its own; -1 where the system refuses.
pid_t start(const ProgramOptions& options, const std::string& printed) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, printed.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO, STDERR_FILENO);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);  // the server's connections are no business of a run
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  std::vector<std::string> words{options.program};
  words.insert(words.end(), options.words.begin(), options.words.end());
  pid_t child = -1;
  const int failed = ::posix_spawn(&child, options.program.c_str(), &files, &attributes, pointers(words).data(), pointers(options.environment).data());
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return failed == 0 ? child : -1;
}

}  // namespace

ProgramRun run_program(const ProgramOptions& options, const std::atomic<bool>& stop) {
  ProgramRun run;
  const std::string printed = options.folder + "/said";
  const pid_t child = start(options, printed);
  if (child < 0) return run;
  const rlimit memory{options.memory_bytes, options.memory_bytes}, core{0, 0};
  ::prlimit(child, RLIMIT_AS, &memory, nullptr);
  ::prlimit(child, RLIMIT_CORE, &core, nullptr);
  const auto end = std::chrono::steady_clock::now() + options.wall;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    run.timed_out = std::chrono::steady_clock::now() > end;
    if (run.timed_out || stop) {
      ::kill(-child, SIGKILL);
      ::waitpid(child, &status, 0);
      break;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  if (WIFEXITED(status)) run.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  run.said = beginning_of(printed);
  return run;
}

}  // namespace casewright
