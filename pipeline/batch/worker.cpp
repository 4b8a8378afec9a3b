#include "batch/worker.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <new>

#include "foreign/confine.h"

namespace casewright {
namespace {

bool read_all(int line, void* into, std::size_t length) {
  for (char* at = static_cast<char*>(into); length > 0;) {
    const ssize_t got = read(line, at, length);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    length -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int line, const void* from, std::size_t length) {
  for (const char* at = static_cast<const char*>(from); length > 0;) {
    const ssize_t put = send(line, at, length, MSG_NOSIGNAL);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    at += put;
    length -= static_cast<std::size_t>(put);
  }
  return true;
}

struct TaskHead {
  std::uint64_t number = 0;
  std::uint64_t length = 0;
};

std::optional<Task> receive_task(int line) {
  TaskHead head;
  if (!read_all(line, &head, sizeof head)) return std::nullopt;
  Task task{head.number, std::string(head.length, '\0')};
  if (!read_all(line, task.input.data(), task.input.size())) return std::nullopt;
  return task;
}

/// The memory that this process has of its own, in bytes.
std::uint64_t own_memory() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

/// Sanitizers reserve terabytes for themselves and would be stopped at once.
constexpr bool limits_memory() {
#if defined(CASEWRIGHT_SANITIZED)
  return false;
#else
  return true;
#endif
}

void limit_memory(std::uint64_t bytes) {
  if (!limits_memory()) return;
  const rlim_t most = static_cast<rlim_t>(own_memory() + bytes);
  const rlimit limit{most, most};
  setrlimit(RLIMIT_DATA, &limit);
}

/// Moves the processor limit on, so that each task has its own.
void limit_processor(std::chrono::seconds seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + seconds.count() + 1);
  setrlimit(RLIMIT_CPU, &limit);
}

std::uint64_t most_memory() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
}

Worked attempt(const Work& work, const Task& task, const Path& folder) {
  try {
    return work(task, folder);
  } catch (const std::bad_alloc&) {
    return {RunStatus::memory, {}};
  }
}

std::uint8_t confine_to(const Path& folder) {
  // A program that a reader starts keeps its own temporary files where they may be written.
  setenv("TMPDIR", folder.c_str(), 1);
  const confine::Walls walls = confine::put_up({{folder}});
  return static_cast<std::uint8_t>((walls.files ? 1 : 0) | (walls.network ? 2 : 0));
}

[[noreturn]] void serve_tasks(int line, const PoolOptions& options, const Path& folder, const Work& work) {
  const std::uint8_t walls = options.confined ? confine_to(folder) : std::uint8_t{3};
  limit_memory(options.limits.memory_bytes);
  for (unsigned done = 1;; ++done) {
    const auto task = receive_task(line);
    if (!task) _exit(0);
    limit_processor(options.limits.processor);
    const Worked worked = attempt(work, *task, folder);
    const bool last = done >= options.files_per_worker || worked.status == RunStatus::memory;
    const AnswerHead head{task->number, worked.answer.size(), most_memory(), static_cast<std::uint8_t>(worked.status), walls,
                          static_cast<std::uint8_t>(last)};
    if (!write_all(line, &head, sizeof head) || !write_all(line, worked.answer.data(), worked.answer.size())) _exit(1);
    if (last) _exit(0);
  }
}

}  // namespace

Worker start_worker(const PoolOptions& options, const Path& folder, const Work& work, const std::vector<int>& others) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return {};
  const pid_t parent = getpid();
  const pid_t process = fork();
  if (process == 0) {
    // A group of its own, so that what a reader starts can be ended with it; gone when the parent goes.
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    signal(SIGINT, SIG_IGN);
    // Whatever the parent does about these, a worker just dies of them, and the parent is told.
    for (const int each : {SIGTERM, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL}) signal(each, SIG_DFL);
    close(ends[0]);
    for (const int other : others) close(other);
    serve_tasks(ends[1], options, folder, work);
  }
  close(ends[1]);
  if (process < 0) {
    close(ends[0]);
    return {};
  }
  setpgid(process, process);
  return {process, ends[0], folder};
}

bool send_task(const Worker& worker, const Task& task) {
  const TaskHead head{task.number, task.input.size()};
  return write_all(worker.line, &head, sizeof head) && write_all(worker.line, task.input.data(), task.input.size());
}

void kill_worker(const Worker& worker) {
  if (kill(-worker.process, SIGKILL) != 0) kill(worker.process, SIGKILL);
}

}  // namespace casewright
