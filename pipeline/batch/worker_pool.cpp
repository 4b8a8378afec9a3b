#include "batch/worker_pool.h"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "batch/worker.h"

namespace casewright {
namespace {

using Clock = std::chrono::steady_clock;

/// One place of the pool: a worker, and the task it holds.
struct Seat {
  Worker worker;
  std::optional<Task> task;
  Clock::time_point began;
  std::string heard;          ///< of the answer on its way
  bool out_of_time = false;   ///< we ended it
  bool answer_too_long = false;
};

/// The parent's side of a run.
class Pool {
 public:
  Pool(const PoolOptions& options, const Work& work, const NextTask& next, const OnRan& on_ran)
      : options_(options), work_(work), next_(next), on_ran_(on_ran), seats_(std::max(1u, options.workers)) {}

  PoolRun run(const std::function<bool()>& stop) {
    while (!stop()) {
      if (!hand_out()) break;
      wait_for_news();
    }
    run_.stopped = stop();
    end_all();
    return run_;
  }

 private:
  /// Gives every free seat a task; false when none is under way and none is left.
  bool hand_out() {
    bool busy = false;
    for (Seat& seat : seats_) {
      while (!seat.task && give(seat)) {
      }
      busy = busy || seat.task.has_value();
    }
    return busy;
  }

  /// Gives a seat the next task; false when there is none. A task that no worker can be had for ends at once.
  bool give(Seat& seat) {
    std::optional<Task> task = next_();
    if (!task) return false;
    seat.task = std::move(task);
    seat.began = Clock::now();
    if (seat.worker.process < 0) start(seat);
    if (seat.worker.process >= 0 && !send_task(seat.worker, *seat.task)) {
      end(seat);  // it died between two tasks, so this one has not been tried
      start(seat);
      if (seat.worker.process >= 0 && !send_task(seat.worker, *seat.task)) bury(seat);
    }
    if (seat.task && seat.worker.process < 0) report(seat, {0, RunStatus::memory, 0, {}, 0, {}});
    return true;
  }

  void start(Seat& seat) {
    std::vector<int> others;
    for (const Seat& each : seats_)
      if (each.worker.line >= 0) others.push_back(each.worker.line);
    const auto place = static_cast<std::size_t>(&seat - seats_.data());
    const Path folder = join(options_.staging, "worker-" + std::to_string(place + 1));
    mkdir(folder.c_str(), 0700);
    seat.worker = start_worker(options_, folder, work_, others);
    seat.heard.clear();
    seat.out_of_time = seat.answer_too_long = false;
  }

  void wait_for_news() {
    std::vector<pollfd> lines;
    std::vector<Seat*> of_line;
    int patience = 500;
    const auto now = Clock::now();
    for (Seat& seat : seats_) {
      if (!seat.task) continue;
      lines.push_back({seat.worker.line, POLLIN, 0});
      of_line.push_back(&seat);
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(seat.began + options_.limits.wall - now).count();
      patience = std::clamp<int>(static_cast<int>(std::min<long>(left, patience)), 0, patience);
    }
    poll(lines.data(), lines.size(), patience);
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (lines[at].revents != 0)
        listen(*of_line[at]);
      else if (Clock::now() - of_line[at]->began >= options_.limits.wall)
        run_out(*of_line[at]);
    }
  }

  void run_out(Seat& seat) {
    seat.out_of_time = true;
    kill_worker(seat.worker);
    bury(seat);
  }

  void listen(Seat& seat) {
    std::array<char, 1 << 16> part;
    const ssize_t got = read(seat.worker.line, part.data(), part.size());
    if (got < 0 && errno == EINTR) return;
    if (got <= 0) return bury(seat);
    seat.heard.append(part.data(), static_cast<std::size_t>(got));
    AnswerHead head;
    if (seat.heard.size() < sizeof head) return;
    std::memcpy(&head, seat.heard.data(), sizeof head);
    if (head.length > options_.limits.answer_bytes) {
      seat.answer_too_long = true;
      kill_worker(seat.worker);
      return bury(seat);
    }
    if (head.number != seat.task->number) {  // never the result of one file under the name of another
      kill_worker(seat.worker);
      return bury(seat);
    }
    if (seat.heard.size() >= sizeof head + head.length) hear_out(seat, head);
  }

  /// A whole answer has come.
  void hear_out(Seat& seat, const AnswerHead& head) {
    run_.confined_files = run_.confined_files && (head.walls & 1) != 0;
    run_.confined_network = run_.confined_network && (head.walls & 2) != 0;
    Ran ran{0, static_cast<RunStatus>(std::min<std::uint8_t>(head.status, 5)), 0, {}, head.memory_bytes,
            seat.heard.substr(sizeof head, head.length)};
    seat.heard.clear();
    if (head.last != 0) retire(seat);
    report(seat, std::move(ran));
  }

  void report(Seat& seat, Ran ran) {
    ran.number = seat.task->number;
    ran.took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - seat.began);
    seat.task.reset();
    const auto place = static_cast<std::size_t>(&seat - seats_.data());
    on_ran_(std::move(ran), join(options_.staging, "worker-" + std::to_string(place + 1)));
  }

  /// Takes leave of a worker that ends by itself.
  void retire(Seat& seat) {
    close(seat.worker.line);
    int status = 0;
    waitpid(seat.worker.process, &status, 0);
    kill(-seat.worker.process, SIGKILL);  // what it started and left behind
    seat.worker = {};
  }

  /// How a worker ended.
  struct Ended {
    int status = 0;  ///< as wait() tells it
    rusage used{};
  };

  /// A worker is dead or about to be: waits for it, and empties its place.
  Ended end(Seat& seat) {
    close(seat.worker.line);
    Ended ended;
    const pid_t process = seat.worker.process;
    // It has closed its line, so it is ending; one that lingers is ended.
    if (wait4(process, &ended.status, WNOHANG, &ended.used) == 0) {
      kill_worker(seat.worker);
      wait4(process, &ended.status, 0, &ended.used);
    }
    kill(-process, SIGKILL);
    seat.worker = {};
    return ended;
  }

  /// The same, in the middle of a task: says what became of it.
  void bury(Seat& seat) {
    const auto [status, used] = end(seat);
    Ran ran;
    ran.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    ran.memory_bytes = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
    ran.status = seat.out_of_time || ran.signal == SIGXCPU ? RunStatus::timeout
                 : seat.answer_too_long                    ? RunStatus::memory
                                                           : RunStatus::crash;
    report(seat, std::move(ran));
  }

  void end_all() {
    for (Seat& seat : seats_) {
      seat.task.reset();
      if (seat.worker.process < 0) continue;
      if (run_.stopped) kill_worker(seat.worker);
      retire(seat);
    }
  }

  const PoolOptions& options_;
  const Work& work_;
  const NextTask& next_;
  const OnRan& on_ran_;
  std::vector<Seat> seats_;
  PoolRun run_;
};

}  // namespace

PoolRun run_pool(const PoolOptions& options, const Work& work, const NextTask& next, const OnRan& on_ran,
                 const std::function<bool()>& stop) {
  return Pool(options, work, next, on_ran).run(stop);
}

}  // namespace casewright
