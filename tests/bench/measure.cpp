// Runs a command several times and prints its figures: measure RUNS COMMAND [ARG...]
// One line: wall and CPU seconds (least, median, most) and the largest peak memory in MB. What the command
// prints is dropped; its exit code is told when it is not 0.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

struct Run {
  double wall = 0, cpu = 0, megabytes = 0;
  int exit = 0;
};

double seconds(const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; }

Run run_once(char** command) {
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command[0], command);
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

void print_row(const char* name, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  std::printf("  %-5s %.4f / %.4f / %.4f s", name, values.front(), values[values.size() / 2], values.back());
}

}  // namespace

int main(int count, char** words) {
  if (count < 3 || std::atoi(words[1]) < 1) {
    std::fputs("usage: measure RUNS COMMAND [ARG...]\n", stderr);
    return 2;
  }
  run_once(words + 2);  // warms the caches
  std::vector<double> wall, cpu;
  double megabytes = 0;
  int exit = 0;
  for (int i = 0; i < std::atoi(words[1]); ++i) {
    const Run run = run_once(words + 2);
    wall.push_back(run.wall);
    cpu.push_back(run.cpu);
    megabytes = std::max(megabytes, run.megabytes);
    exit = run.exit;
  }
  print_row("wall", wall);
  print_row("cpu", cpu);
  std::printf("  peak %.0f MB", megabytes);
  if (exit != 0) std::printf("  exit %d", exit);
  std::puts("");
  return exit > 1 ? 1 : 0;
}
