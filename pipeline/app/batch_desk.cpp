#include "app/batch_desk.h"

#include <signal.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <deque>
#include <iostream>
#include <ostream>
#include <thread>

#include "app/output_names.h"
#include "app/progress.h"
#include "base/disk.h"
#include "base/scratch_folder.h"
#include "foreign/json.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

volatile std::sig_atomic_t asked_to_stop = 0;

void ask_to_stop(int) { asked_to_stop = 1; }

/// While it lives, the first wish to stop is granted in good order; a second one ends the program at once.
struct StopWatch {
  struct sigaction before_int {}, before_term {};
  StopWatch() {
    asked_to_stop = 0;
    struct sigaction stop {};
    stop.sa_handler = ask_to_stop;
    stop.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &stop, &before_int);
    sigaction(SIGTERM, &stop, &before_term);
  }
  ~StopWatch() {
    sigaction(SIGINT, &before_int, nullptr);
    sigaction(SIGTERM, &before_term, nullptr);
  }
};

/// What to say of a file whose worker could not end by itself.
Fault fault_of(const std::string& path, RunStatus status, int signal, const BatchChoice& choice) {
  Fault fault{path, 0, 0, "", ""};
  switch (status) {
    case RunStatus::timeout:
      fault.what = "this file took longer than " + std::to_string(choice.seconds) + " seconds and was left";
      fault.hint = "give it more time with --seconds, or look at it by itself";
      break;
    case RunStatus::memory:
      fault.what = "this file needed more than " + std::to_string(choice.megabytes) + " MB of memory and was left";
      fault.hint = "give it more memory with --megabytes, or look at it by itself";
      break;
    case RunStatus::crash:
      fault.what = "this file made its reader stop" + (signal != 0 ? " (signal " + std::to_string(signal) + ")" : std::string()) + " and was left";
      fault.hint = "this is a fault in Casewright; the other files are not touched by it";
      break;
    case RunStatus::ok:
    case RunStatus::partial:
    case RunStatus::fault: break;
  }
  return fault;
}

Limits limits_of(const BatchChoice& choice) {
  Limits limits;
  limits.wall = limits.processor = std::chrono::seconds(choice.seconds);
  limits.memory_bytes = std::uint64_t{choice.megabytes} << 20;
  return limits;
}

/// Shows how far files are that no journal is kept of.
class Following {
 public:
  Following(const Desk& desk, const BatchChoice& choice, const std::vector<BatchInput>& files)
      : desk_(desk), choice_(choice), files_(files), answers_(files.size()), attempts_(files.size()), progress_(desk.console) {
    far_.all = files.size();
    for (std::size_t at = 0; at < files.size(); ++at) waiting_.push_back(at);
  }

  std::optional<Task> next() {
    if (waiting_.empty()) return std::nullopt;
    const std::size_t at = waiting_.front();
    waiting_.pop_front();
    return Task{at, ""};
  }

  void take(Ran ran) {
    const auto at = static_cast<std::size_t>(ran.number);
    if (may_pass(ran.status) && ++attempts_[at] < attempts) return waiting_.push_back(at);
    ++far_.done;
    if (may_pass(ran.status)) {
      ++far_.failed;
      progress_.clear();
      desk_.console.tell({fault_of(printable(spoken_path(files_[at])), ran.status, ran.signal, choice_)});
    } else {
      answers_[at] = std::move(ran.answer);
    }
    progress_.show(far_);
  }

  std::vector<std::optional<std::string>> end() {
    progress_.clear();
    return std::move(answers_);
  }

 private:
  static constexpr unsigned attempts = 2;  // as many as a batch with a journal allows

  const Desk& desk_;
  const BatchChoice& choice_;
  const std::vector<BatchInput>& files_;
  std::vector<std::optional<std::string>> answers_;
  std::vector<unsigned> attempts_;
  std::deque<std::size_t> waiting_;
  Progress progress_;
  BatchProgress far_;
};

std::string member(const json::Value& fault, const char* name) {
  const auto found = fault.find(name);
  return found != fault.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::uint32_t number(const json::Value& fault, const char* name) {
  const auto found = fault.find(name);
  return found != fault.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0;
}

/// The faults that an entry carries.
Faults faults_of(const JournalEntry& entry, const BatchChoice& choice) {
  if (may_pass(entry.status)) return {fault_of(entry.path, entry.status, entry.signal, choice)};
  Faults faults;
  const json::Value answer = json::Value::parse(entry.answer, nullptr, false);
  if (!answer.is_object() || !answer.contains("faults")) return faults;
  for (const json::Value& each : answer["faults"])
    if (each.is_object())
      faults.push_back({member(each, "file").empty() ? entry.path : member(each, "file"), number(each, "line"),
                        number(each, "column"), member(each, "what"), member(each, "hint")});
  return faults;
}

}  // namespace

Result<Shard> read_shard(const std::string& text) {
  Shard shard;
  if (text.empty()) return shard;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, shard.part);
  if (first.ec == std::errc() && first.ptr != end && *first.ptr == '/') {
    const auto second = std::from_chars(first.ptr + 1, end, shard.parts);
    if (second.ec == std::errc() && second.ptr == end && shard.part >= 1 && shard.part <= shard.parts) return shard;
  }
  return Fault{"--shard", 0, 0, "\"" + text + "\" names no part of a batch", "write K/N, such as 2/8 for the second of eight parts"};
}

BatchInputs inputs_for(const Desk& desk, const std::vector<Path>& given, const Path& out) {
  std::vector<Path> paths;
  for (const Path& path : given) {
    if (path != "-") {
      paths.push_back(path);
      continue;
    }
    const std::vector<Path> listed = read_list(std::cin);
    paths.insert(paths.end(), listed.begin(), listed.end());
  }
  BatchInputs inputs = gather_inputs(desk.world, paths, is_report_file, out);
  desk.console.tell(inputs.faults);
  return inputs;
}

std::optional<BatchInputs> inputs_into(const Desk& desk, const std::vector<Path>& given, const Path& out) {
  BatchInputs inputs = inputs_for(desk, given, out);
  Faults faults = reports_in_folder(desk.world, inputs.files, out);
  if (inputs.files.empty()) faults.push_back({given.front(), 0, 0, "there is no report here that can be read", "give a report, or a folder with reports in it"});
  desk.console.tell(faults);
  if (!faults.empty()) return std::nullopt;
  return inputs;
}

unsigned jobs_of(const BatchChoice& choice) {
  return choice.jobs != 0 ? choice.jobs : std::max(1u, std::thread::hardware_concurrency());
}

std::optional<BatchRun> run_at_desk(const Desk& desk, const std::vector<BatchInput>& files, const BatchChoice& choice,
                                    const Path& out, const std::string& settings, const FileWork& work) {
  const auto shard = read_shard(choice.shard);
  desk.console.tell(shard.faults());
  if (!shard) return std::nullopt;
  BatchOptions options;
  options.out = out;
  options.settings = settings;
  options.jobs = jobs_of(choice);
  options.limits = limits_of(choice);
  options.shard = *shard;
  options.resume = choice.resume;
  options.confined = !choice.open_workers;
  const StopWatch stop_watch;
  // The journal is flushed with all that was written before it; waiting for the disk at each file would take longer than
  // the work.
  Disk disk(Disk::Pace::quick);
  Progress progress(desk.console);
  const Watch watch = [&](const BatchProgress& far, const JournalEntry* ended) {
    const Faults faults = ended != nullptr ? faults_of(*ended, choice) : Faults{};
    if (!faults.empty()) progress.clear();
    desk.console.tell(faults);
    progress.show(far);
  };
  auto run = run_batch(disk, files, options, work, watch, [] { return asked_to_stop != 0; });
  progress.clear();
  desk.console.tell(run.faults());
  if (!run) return std::nullopt;
  desk.console.tell(run->faults);
  for (const std::string& note : run->notes) desk.console.say("note: " + note);
  if (run->stopped && run->faults.empty())
    desk.console.say("stopped before the end; the same command with --resume goes on from here");
  return std::move(*run);
}

std::optional<std::vector<std::optional<std::string>>> answers_at_desk(const Desk& desk, const std::vector<BatchInput>& files,
                                                                       const BatchChoice& choice, const AnswerOf& answer_of) {
  const auto scratch = ScratchFolder::make();
  desk.console.tell(scratch.faults());
  if (!scratch) return std::nullopt;
  const StopWatch stop_watch;
  const PoolOptions pool{std::min(jobs_of(choice), static_cast<unsigned>(files.size())), 200, limits_of(choice),
                         desk.world.real_path(scratch->path()), !choice.open_workers};
  Following following(desk, choice, files);
  const PoolRun run = run_pool(
      pool, [&](const Task& task, const Path&) { return Worked{RunStatus::ok, answer_of(files[static_cast<std::size_t>(task.number)])}; },
      [&] { return following.next(); }, [&](Ran ran, const Path&) { following.take(std::move(ran)); }, [] { return asked_to_stop != 0; });
  auto answers = following.end();
  if (!run.stopped) return answers;
  desk.console.say("stopped before the end");
  return std::nullopt;
}

Exit exit_of(const BatchRun& run, const BatchChoice& choice) {
  if (run.stopped || !run.faults.empty()) return Exit::try_again;
  const auto done = std::count_if(run.entries.begin(), run.entries.end(), [](const JournalEntry& entry) { return is_done(entry.status); });
  if (done == static_cast<std::ptrdiff_t>(run.entries.size())) return Exit::ready;
  return done == 0 && choice.shard.empty() ? Exit::fault : Exit::some_failed;
}

}  // namespace casewright
