#pragma once

#include <sys/types.h>

#include "batch/worker_pool.h"

namespace casewright {

/// A forked worker as its parent holds it.
struct Worker {
  pid_t process = -1;
  int line = -1;  ///< both ways; closed by the parent to end the worker
  Path folder;
};

/// Forks a worker that does `work` for each task that comes down its line, until the line closes. It dies with its
/// parent. No process where the system refuses one.
Worker start_worker(const PoolOptions& options, const Path& folder, const Work& work, const std::vector<int>& others);
/// Sends a task; false where the worker is gone.
bool send_task(const Worker& worker, const Task& task);
/// Ends a worker and everything it started, at once.
void kill_worker(const Worker& worker);

/// The head of a worker's answer on its line; the answer's bytes follow.
struct AnswerHead {
  std::uint64_t number = 0;  ///< the task's
  std::uint64_t length = 0;
  std::uint64_t memory_bytes = 0;
  std::uint8_t status = 0;  ///< a RunStatus
  std::uint8_t walls = 0;   ///< bit 0: files, bit 1: network
  std::uint8_t last = 0;    ///< 1 where the worker ends after this answer
};

}  // namespace casewright
