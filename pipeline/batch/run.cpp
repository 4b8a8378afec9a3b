#include "batch/run.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <unordered_map>

#include "foreign/hash.h"
#include "foreign/json.h"

namespace casewright {
namespace {

/// The part of a batch that a file belongs to; rests on its name alone, so that every machine agrees.
unsigned part_of(const std::string& name, unsigned parts) {
  std::uint64_t sum = 1469598103934665603u;  // FNV-1a
  for (const char letter : name) sum = (sum ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return static_cast<unsigned>(sum % parts) + 1;
}

std::string key_of(const std::string& sha256, const std::string& settings) {
  return hash::sha256(sha256 + "\n" + settings);
}

/// What passes from a worker to the run, as one JSON value.
std::string wrap(const FileWorked& worked, const std::string& sha256) {
  json::Value answer;
  answer["sha256"] = sha256;
  answer["pages"] = worked.pages;
  answer["files"] = worked.files;
  answer["answer"] = worked.answer;
  for (const Fault& fault : worked.unwritten) answer["unwritten"].push_back({fault.file, fault.what, fault.hint});
  return answer.dump(-1, ' ', false, json::Value::error_handler_t::replace);
}

/// Why a worker could not write, as wrap() passes it.
Faults unwritten_of(const json::Value& answer) {
  Faults faults;
  if (!answer.is_object() || !answer.contains("unwritten")) return faults;
  for (const json::Value& each : answer["unwritten"])
    if (each.is_array() && each.size() == 3 && each[0].is_string() && each[1].is_string() && each[2].is_string())
      faults.push_back({each[0].get<std::string>(), 0, 0, each[1].get<std::string>(), each[2].get<std::string>()});
  return faults;
}

/// A path that stays below the folder it is joined to; a worker that was taken over might say anything.
bool stays_below(const std::string& path) {
  return !path.empty() && path.front() != '/' && !(plain_path(path) + "/").starts_with("../");
}

/// The parent's side of a batch: what to hand out, what to write down.
class Batch {
 public:
  Batch(World& world, const std::vector<BatchInput>& files, const BatchOptions& options, Journal journal,
        std::map<std::string, JournalEntry> before)
      : world_(world), options_(options), journal_(std::move(journal)), before_(std::move(before)) {
    for (const BatchInput& file : files)
      if (part_of(file.name, options.shard.parts) == options.shard.part) files_.push_back(&file);
  }

  BatchRun run(const FileWork& work, const Path& staging, const Watch& watch,
               const std::function<bool()>& stop) {
    watch_ = &watch;
    progress_.all = files_.size();
    plan();
    const auto in_worker = [&](const Task& task, const Path& folder) { return work_on(work, task, folder); };
    const auto next = [&] { return next_task(); };
    const auto on_ran = [&](Ran ran, const Path& folder) { take(std::move(ran), folder); };
    const auto broken = [&] { return stop() || !run_.faults.empty(); };
    const PoolOptions pool{options_.jobs, 200, options_.limits, staging, options_.confined};
    if (!waiting_.empty()) note_walls(run_pool(pool, in_worker, next, on_ran, broken));
    if (!run_.stopped) settle_twins();
    journal_.flush();
    for (auto& [name, entry] : done_) run_.entries.push_back(std::move(entry));
    return std::move(run_);
  }

 private:
  /// Sets apart what is done already and what waits for a twin.
  void plan() {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_size;
    for (std::size_t at = 0; at < files_.size(); ++at) {
      if (done_before(*files_[at])) continue;
      if (files_[at]->member.empty()) by_size[files_[at]->stamp.size].push_back(at);
      waiting_.push_back(at);
    }
    for (const auto& [size, places] : by_size)
      if (places.size() > 1 && size != 0) find_twins(places);
    std::erase_if(waiting_, [&](std::size_t at) { return twin_of_.contains(at); });
    tell();
  }

  bool done_before(const BatchInput& file) {
    const auto found = before_.find(file.name);
    if (found == before_.end()) return false;
    JournalEntry& entry = found->second;
    if (may_pass(entry.status) && !entry.poison) return false;
    if (!entry.sha256.empty()) {
      if (!same_bytes(file, entry) || entry.key != key_of(entry.sha256, options_.settings)) return false;
    } else if (entry.stamp != file.stamp || entry.key != key_of("", options_.settings)) {
      return false;
    }
    if (!outputs_stand(entry)) return false;
    ++run_.skipped;
    ++progress_.skipped;
    count(entry);
    done_.emplace(entry.input, std::move(entry));
    return true;
  }

  bool outputs_stand(const JournalEntry& entry) const {
    for (std::size_t at = 0; at < entry.files.size(); ++at) {
      const Path file = join(options_.out, entry.files[at]);
      if (world_.kind_of(file) != PathKind::file) return false;
      if (at < entry.file_bytes.size() && world_.stamp_of(file).size != entry.file_bytes[at]) return false;
    }
    return true;
  }

  bool same_bytes(const BatchInput& file, const JournalEntry& entry) const {
    if (entry.stamp == file.stamp && entry.path == printable(spoken_path(file))) return true;
    const auto bytes = read_input(world_, file);
    return bytes && hash::sha256(*bytes) == entry.sha256;
  }

  /// Of files of one size, those with equal bytes follow the first.
  void find_twins(const std::vector<std::size_t>& places) {
    std::map<std::string, std::size_t> first;
    for (const std::size_t at : places) {
      const auto bytes = world_.read_file(files_[at]->path, World::default_limit);
      if (!bytes) continue;
      const auto [found, fresh] = first.emplace(hash::sha256(*bytes), at);
      if (!fresh) twin_of_.emplace(at, found->second);
    }
  }

  std::optional<Task> next_task() {
    if (waiting_.empty()) return std::nullopt;
    const std::size_t at = waiting_.front();
    waiting_.pop_front();
    return Task{at, ""};
  }

  /// In the worker.
  Worked work_on(const FileWork& work, const Task& task, const Path& folder) const {
    const BatchInput& file = *files_[task.number];
    auto bytes = read_input(world_, file);
    if (!bytes) {
      json::Value faults = json::Value::array();
      for (const Fault& fault : bytes.faults()) faults.push_back(describe(fault));
      return {RunStatus::fault, wrap({RunStatus::fault, 0, {}, json::Value{{"faults", faults}}.dump()}, "")};
    }
    const std::string sha256 = hash::sha256(*bytes);
    const FileWorked worked = work(file, std::move(*bytes), folder);
    return {worked.status, wrap(worked, sha256)};
  }

  JournalEntry entry_of(std::size_t at, const Ran& ran, const json::Value& answer) const {
    const BatchInput& file = *files_[at];
    JournalEntry entry;
    entry.input = file.name;
    entry.path = printable(spoken_path(file));
    entry.stamp = file.stamp;
    entry.status = ran.status;
    entry.signal = ran.signal;
    entry.milliseconds = static_cast<std::uint64_t>(ran.took.count());
    entry.memory_bytes = ran.memory_bytes;
    if (answer.is_object()) {
      entry.sha256 = answer.value("sha256", "");
      entry.pages = answer.value("pages", 0u);
      entry.files = answer.value("files", std::vector<std::string>());
      entry.answer = answer.value("answer", "");
    }
    entry.key = key_of(entry.sha256, options_.settings);
    return entry;
  }

  /// A file has ended: tries again, or puts its outputs in their places and then writes it down.
  void take(Ran ran, const Path& folder) {
    const auto at = static_cast<std::size_t>(ran.number);
    const unsigned attempt = ++attempts_[at];
    const json::Value answer = json::Value::parse(ran.answer, nullptr, false);
    if (const Faults unwritten = unwritten_of(answer); !unwritten.empty()) {
      // The machine's trouble, not the file's: the next file would fare no better, and with resume this one is done again.
      world_.remove_all(folder);
      return fail(unwritten);
    }
    JournalEntry entry = entry_of(at, ran, answer);
    entry.attempts = attempt;
    if (may_pass(ran.status)) {
      world_.remove_all(folder);
      if (attempt < options_.attempts) return waiting_.push_back(at);
      entry.poison = true;
    }
    for (const std::string& file : entry.files) {
      put_in_place(folder, file);
      entry.file_bytes.push_back(world_.stamp_of(join(options_.out, file)).size);
    }
    write_down(std::move(entry));
  }

  void put_in_place(const Path& folder, const std::string& file) {
    if (!stays_below(file)) return fail({{file, 0, 0, "a worker named an output outside its folder", "this is a fault in Casewright"}});
    const Path to = join(options_.out, file);
    Outcome moved = world_.make_folders(parent_folder(to));
    if (moved) moved = world_.replace(join(folder, file), to);
    if (!moved) fail(moved.faults());
  }

  void write_down(JournalEntry entry) {
    if (!run_.faults.empty()) return;
    if (Outcome added = journal_.add(entry); !added) return fail(added.faults());
    if (++unflushed_ % 256 == 0) journal_.flush();
    count(entry);
    tell(&entry);
    std::string input = entry.input;
    done_.insert_or_assign(std::move(input), std::move(entry));
  }

  /// Files with the bytes of another get its result under their own name, without outputs of their own.
  void settle_twins() {
    for (const auto& [at, first] : twin_of_) {
      const auto found = done_.find(files_[first]->name);
      if (found == done_.end()) continue;
      JournalEntry entry = found->second;
      entry.input = files_[at]->name;
      entry.path = printable(spoken_path(*files_[at]));
      entry.stamp = files_[at]->stamp;
      entry.same_as = found->first;
      write_down(std::move(entry));
    }
  }

  void count(const JournalEntry& entry) {
    ++progress_.done;
    progress_.pages += entry.pages;
    if (!is_done(entry.status)) ++progress_.failed;
  }

  void tell(const JournalEntry* entry = nullptr) const { (*watch_)(progress_, entry); }

  void note_walls(const PoolRun& pool) {
    run_.stopped = pool.stopped;
    if (!pool.confined_files)
      run_.notes.emplace_back("this kernel cannot keep a worker from writing outside its folder (Landlock is missing)");
    if (!pool.confined_network)
      run_.notes.emplace_back("this kernel cannot keep a worker off the network (seccomp is missing)");
  }

  void fail(const Faults& faults) { run_.faults.insert(run_.faults.end(), faults.begin(), faults.end()); }

  World& world_;
  const BatchOptions& options_;
  Journal journal_;
  std::map<std::string, JournalEntry> before_;
  std::vector<const BatchInput*> files_;
  std::deque<std::size_t> waiting_;
  std::map<std::size_t, std::size_t> twin_of_;
  std::unordered_map<std::size_t, unsigned> attempts_;
  std::map<std::string, JournalEntry> done_;
  BatchProgress progress_;
  const Watch* watch_ = nullptr;
  unsigned unflushed_ = 0;
  BatchRun run_;
};

std::string shard_suffix(const Shard& shard) {
  return shard.parts <= 1 ? "" : "-" + std::to_string(shard.part) + "-of-" + std::to_string(shard.parts);
}

}  // namespace

Path journal_path(const Path& out, const Shard& shard) {
  return join(out, "journal" + shard_suffix(shard) + ".jsonl");
}

Result<BatchRun> run_batch(World& world, const std::vector<BatchInput>& files, const BatchOptions& options,
                           const FileWork& work, const Watch& watch,
                           const std::function<bool()>& stop) {
  const Path staging = join(options.out, ".work" + shard_suffix(options.shard));
  const Path journal_file = journal_path(options.out, options.shard);
  if (Outcome made = world.make_folders(options.out); !made) return made.faults();
  auto journal = Journal::open(journal_file, options.resume);
  if (!journal) return journal.faults();
  std::map<std::string, JournalEntry> before = read_journal(journal->bytes()).entries;
  // What a killed run left half-made is of no use; the lock says that no other run is at work here.
  world.remove_all(staging);
  if (Outcome made = world.make_folders(staging); !made) return made.faults();
  Batch batch(world, files, options, std::move(*journal), std::move(before));
  BatchRun run = batch.run(work, world.real_path(staging), watch, stop);
  world.remove_all(staging);
  return run;
}

}  // namespace casewright
