#include "batch/worker_pool.h"

#include <catch2/catch.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

using namespace casewright;

namespace {

/// Ends a worker and waits until it is dead, without taking its leave from the pool.
void end_for_good(pid_t process) {
  kill(process, SIGKILL);
  siginfo_t told{};
  waitid(P_PID, static_cast<id_t>(process), &told, WEXITED | WNOWAIT);
}

}  // namespace

TEST_CASE("a worker that dies between two tasks costs neither of them anything") {
  char name[] = "/tmp/casewright-pool-XXXXXX";
  const Path staging = mkdtemp(name);
  PoolOptions options;
  options.workers = 2;
  options.staging = staging;
  options.confined = false;
  constexpr std::uint64_t all = 40;
  std::uint64_t given = 0;
  std::map<std::uint64_t, std::vector<RunStatus>> ran;
  const auto work = [](const Task& task, const Path&) {
    return Worked{RunStatus::ok, std::to_string(getpid()) + " " + task.input};
  };
  const auto next = [&]() -> std::optional<Task> {
    if (given == all) return std::nullopt;
    const std::uint64_t number = given++;
    return Task{number, "task " + std::to_string(number)};
  };
  const auto on_ran = [&](Ran done, const Path&) {
    ran[done.number].push_back(done.status);
    const std::size_t blank = done.answer.find(' ');
    CHECK(done.answer.substr(blank + 1) == "task " + std::to_string(done.number));
    if (done.number % 3 == 0) end_for_good(static_cast<pid_t>(std::stol(done.answer)));
  };
  const PoolRun run = run_pool(options, work, next, on_ran, [] { return false; });
  std::filesystem::remove_all(staging);
  CHECK_FALSE(run.stopped);
  CHECK(ran.size() == all);
  for (const auto& [number, statuses] : ran) {
    INFO(number);
    CHECK(statuses == std::vector{RunStatus::ok});
  }
}
