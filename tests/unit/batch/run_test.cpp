#include "batch/run.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/disk.h"

using namespace casewright;

namespace {

/// A folder of this test's own on the disk, gone at its end.
struct Scratch {
  Path path;
  Scratch() {
    char name[] = "/tmp/casewright-batch-XXXXXX";
    path = mkdtemp(name);
  }
  ~Scratch() { std::filesystem::remove_all(path); }
  Path put(const std::string& name, const std::string& bytes) const {
    const Path file = path + "/" + name;
    std::filesystem::create_directories(parent_folder(file));
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
};

bool is_txt(std::string_view name) { return name.ends_with(".txt"); }

/// Work whose conduct the file's first word decides.
FileWorked obey(const BatchInput& input, std::string bytes, const Path& folder) {
  if (bytes.starts_with("crash")) raise(SIGSEGV);
  if (bytes.starts_with("sleep")) sleep(60);
  if (bytes.starts_with("spin"))
    for (volatile bool on = true; on;) {
    }
  if (bytes.starts_with("swell")) {
    std::string all(std::size_t{8} << 30, 'x');
    return {RunStatus::ok, static_cast<std::uint32_t>(all.size()), {}, ""};
  }
  if (bytes.starts_with("once")) {
    // Dies the first time; what it leaves beside its input tells that there was one.
    const Path mark = input.path + ".seen";
    if (access(mark.c_str(), F_OK) != 0) {
      close(open(mark.c_str(), O_CREAT | O_WRONLY, 0600));
      raise(SIGKILL);
    }
  }
  if (bytes.starts_with("bad")) return {RunStatus::fault, 0, {}, R"({"why":"bad"})"};
  const std::string out = std::filesystem::path(input.name).stem().string() + ".out";
  std::ofstream(folder + "/" + out, std::ios::binary) << "made of " << bytes;
  return {RunStatus::ok, 2, {out}, R"({"words":3})"};
}

BatchOptions options_for(const Scratch& scratch) {
  BatchOptions options;
  options.out = scratch.path + "/out";
  options.settings = "one";
  options.jobs = 2;
  options.limits.wall = std::chrono::seconds(2);
  options.limits.processor = std::chrono::seconds(1);
  options.limits.memory_bytes = 1ull << 30;
  options.confined = false;
  return options;
}

BatchRun run(const Scratch& scratch, const BatchOptions& options, const FileWork& work = obey) {
  Disk disk;
  const BatchInputs inputs = gather_inputs(disk, {scratch.path + "/in"}, is_txt);
  CHECK(inputs.faults.empty());
  auto done = run_batch(disk, inputs.files, options, work, [](const BatchProgress&, const JournalEntry*) {}, [] { return false; });
  REQUIRE(done);
  CHECK(done->faults.empty());
  return std::move(*done);
}

std::map<std::string, std::string> outcomes(const BatchRun& run) {
  std::map<std::string, std::string> all;
  for (const JournalEntry& entry : run.entries)
    all[entry.input] = std::string(name_of(entry.status)) + (entry.poison ? " poison" : "");
  return all;
}

std::string bytes_of(const Path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("one bad file costs one line of the journal") {
  const Scratch scratch;
  scratch.put("in/a.txt", "good a");
  scratch.put("in/b.txt", "bad");
  scratch.put("in/c.txt", "crash");
  scratch.put("in/d.txt", "sleep");
  scratch.put("in/e.txt", "spin");
  scratch.put("in/g/z.txt", "good z");
  scratch.put("in/h.txt", "once");
  scratch.put("in/not-wanted.bin", "good");
#if !defined(CASEWRIGHT_SANITIZED)
  scratch.put("in/f.txt", "swell");
#endif
  const BatchRun done = run(scratch, options_for(scratch));
  std::map<std::string, std::string> expected{{"a.txt", "ok"},           {"b.txt", "fault"},          {"c.txt", "crash poison"},
                                              {"d.txt", "timeout poison"}, {"e.txt", "timeout poison"}, {"g/z.txt", "ok"},
                                              {"h.txt", "ok"}};
#if !defined(CASEWRIGHT_SANITIZED)
  expected["f.txt"] = "memory poison";
#endif
  CHECK(outcomes(done) == expected);
  CHECK(bytes_of(scratch.path + "/out/a.out") == "made of good a");
  CHECK(bytes_of(scratch.path + "/out/z.out") == "made of good z");
  CHECK_FALSE(std::filesystem::exists(scratch.path + "/out/.work"));
}

TEST_CASE("a disk that is full stops the run, and with resume the file is done again") {
  const Scratch scratch;
  scratch.put("in/a.txt", "good a");
  scratch.put("in/b.txt", "good b");
  BatchOptions options = options_for(scratch);
  options.jobs = 1;
  bool full = true;
  const FileWork work = [&](const BatchInput& input, std::string bytes, const Path& folder) {
    FileWorked worked = obey(input, std::move(bytes), folder);
    if (full && input.name == "b.txt") worked.unwritten = {{"b.out", 0, 0, "it cannot be written: no space left on device", "free some space"}};
    return worked;
  };
  Disk disk;
  const BatchInputs inputs = gather_inputs(disk, {scratch.path + "/in"}, is_txt);
  const auto run_on = [&] { return run_batch(disk, inputs.files, options, work, [](const BatchProgress&, const JournalEntry*) {}, [] { return false; }); };
  const auto broken = run_on();
  REQUIRE(broken);
  REQUIRE(broken->faults.size() == 1);
  CHECK(broken->faults.front().hint == "free some space");
  CHECK(outcomes(*broken) == std::map<std::string, std::string>{{"a.txt", "ok"}});
  full = false;
  options.resume = true;
  const auto whole = run_on();
  REQUIRE(whole);
  CHECK(whole->faults.empty());
  CHECK(whole->skipped == 1);
  CHECK(outcomes(*whole) == std::map<std::string, std::string>{{"a.txt", "ok"}, {"b.txt", "ok"}});
}

TEST_CASE("with resume nothing is done twice") {
  const Scratch scratch;
  scratch.put("in/a.txt", "good a");
  scratch.put("in/b.txt", "bad");
  scratch.put("in/c.txt", "crash");
  BatchOptions options = options_for(scratch);
  const BatchRun first = run(scratch, options);
  CHECK(outcomes(run(scratch, options)) == outcomes(first));
  options.resume = true;
  const FileWork never = [](const BatchInput&, std::string, const Path&) -> FileWorked { std::abort(); };
  const BatchRun second = run(scratch, options, never);
  CHECK(second.skipped == 3);
  CHECK(outcomes(second) == outcomes(first));

  SECTION("what changed is done again") {
    scratch.put("in/a.txt", "good b, longer");
    CHECK(run(scratch, options).skipped == 2);
    CHECK(bytes_of(scratch.path + "/out/a.out") == "made of good b, longer");
  }
  SECTION("what lost its output is done again") {
    std::filesystem::remove(scratch.path + "/out/a.out");
    CHECK(run(scratch, options).skipped == 2);
    CHECK(bytes_of(scratch.path + "/out/a.out") == "made of good a");
  }
  SECTION("a file that only looks newer is not") {
    scratch.put("in/a.txt", "good a");
    CHECK(run(scratch, options, never).skipped == 3);
  }
  SECTION("other settings begin anew") {
    options.settings = "two";
    CHECK(run(scratch, options).skipped == 0);
  }
}

TEST_CASE("files of equal bytes are worked on once") {
  const Scratch scratch;
  scratch.put("in/a.txt", "good twin");
  scratch.put("in/deep/b.txt", "good twin");
  scratch.put("in/c.txt", "good othr");
  const BatchRun done = run(scratch, options_for(scratch));
  REQUIRE(done.entries.size() == 3);
  CHECK(done.entries[0].same_as.empty());
  CHECK(done.entries[2].input == "deep/b.txt");
  CHECK(done.entries[2].same_as == "a.txt");
}

TEST_CASE("shards share a batch without overlap and without a gap") {
  const Scratch scratch;
  for (int number = 0; number < 40; ++number)
    scratch.put("in/" + std::to_string(number) + ".txt", "good " + std::to_string(number));
  BatchOptions options = options_for(scratch);
  std::map<std::string, int> seen;
  for (unsigned part = 1; part <= 3; ++part) {
    options.shard = {part, 3};
    for (const JournalEntry& entry : run(scratch, options).entries) ++seen[entry.input];
  }
  CHECK(seen.size() == 40);
  CHECK(std::all_of(seen.begin(), seen.end(), [](const auto& each) { return each.second == 1; }));
}

TEST_CASE("a run killed at any instant ends as an undisturbed one would") {
  const Scratch calm, wild;
  for (const Scratch* scratch : {&calm, &wild})
    for (int number = 0; number < 60; ++number)
      scratch->put("in/" + std::to_string(number) + ".txt", number % 7 == 0 ? "bad " + std::to_string(number) : "good " + std::to_string(number));
  const FileWork slow = [](const BatchInput& input, std::string bytes, const Path& folder) {
    usleep(2000);
    return obey(input, std::move(bytes), folder);
  };
  const BatchRun expected = run(calm, options_for(calm), slow);
  BatchOptions options = options_for(wild);
  options.resume = true;
  for (int round = 0; round < 8; ++round) {
    const pid_t child = fork();
    if (child == 0) {
      Disk disk;
      run_batch(disk, gather_inputs(disk, {wild.path + "/in"}, is_txt).files, options, slow, [](const BatchProgress&, const JournalEntry*) {}, [] { return false; });
      _exit(0);
    }
    usleep(7000u * static_cast<unsigned>(round + 1));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
  const BatchRun after = run(wild, options, slow);
  CHECK(outcomes(after) == outcomes(expected));
  for (const JournalEntry& entry : after.entries)
    for (const std::string& file : entry.files) CHECK(bytes_of(wild.path + "/out/" + file) == bytes_of(calm.path + "/out/" + file));
}

TEST_CASE("only one run at a time works in a folder") {
  const Scratch scratch;
  const auto held = Journal::open(scratch.path + "/journal.jsonl", true);
  REQUIRE(held);
  const pid_t other = fork();
  if (other == 0) _exit(Journal::open(scratch.path + "/journal.jsonl", true) ? 1 : 0);
  int status = -1;
  waitpid(other, &status, 0);
  CHECK(status == 0);
}

TEST_CASE("a confined worker writes nowhere else and reaches no other machine") {
  const Scratch scratch;
  scratch.put("in/a.txt", "good");
  const Path forbidden = scratch.path + "/elsewhere";
  const FileWork tries = [&](const BatchInput&, std::string, const Path& folder) {
    const int elsewhere = open(forbidden.c_str(), O_CREAT | O_WRONLY, 0600);
    const int here = open((folder + "/here").c_str(), O_CREAT | O_WRONLY, 0600);
    const int far = socket(AF_INET, SOCK_STREAM, 0);
    const int near = socket(AF_UNIX, SOCK_STREAM, 0);
    const std::string told = std::string(elsewhere < 0 ? "no" : "yes") + (here < 0 ? " no" : " yes") + (far < 0 ? " no" : " yes") + (near < 0 ? " no" : " yes");
    return FileWorked{RunStatus::ok, 1, {"here"}, "\"" + told + "\""};
  };
  BatchOptions options = options_for(scratch);
  options.confined = true;
  const BatchRun done = run(scratch, options, tries);
  REQUIRE(done.entries.size() == 1);
  // A kernel without these walls is told of instead.
  if (done.notes.empty()) CHECK(done.entries[0].answer == "\"no yes no yes\"");
}

TEST_CASE("names of every kind go through") {
  const Scratch scratch;
  scratch.put("in/with space.txt", "good 1");
  scratch.put("in/with\nline.txt", "good 22");
  scratch.put("in/b\xE9zier.txt", "good 333");
  const BatchRun done = run(scratch, options_for(scratch));
  REQUIRE(done.entries.size() == 3);
  CHECK(done.entries[0].input == "b%E9zier.txt");
  for (const JournalEntry& entry : done.entries) CHECK(entry.status == RunStatus::ok);
}

TEST_CASE("a list has a path a line, or NUL bytes between paths") {
  std::istringstream lines("a b.txt\r\n\nc.txt");
  CHECK(read_list(lines) == std::vector<Path>{"a b.txt", "c.txt"});
  std::istringstream nulls(std::string("a\nb.txt\0c.txt\0", 14));
  CHECK(read_list(nulls) == std::vector<Path>{"a\nb.txt", "c.txt"});
}

TEST_CASE("a journal cut short in its last line loses that line only") {
  JournalEntry entry;
  entry.input = "a.pdf";
  entry.files = {"a.html"};
  entry.answer = R"({"verdict":"ready"})";
  JournalEntry other = entry;
  other.input = "b.pdf";
  const std::string whole = write_entry(entry) + write_entry(other);
  const JournalRead read = read_journal(std::string_view(whole).substr(0, whole.size() - 5));
  CHECK(read.entries.size() == 1);
  CHECK(read.unreadable_lines == 1);
  CHECK(read.entries.at("a.pdf").answer == entry.answer);
  CHECK(read.entries.at("a.pdf").files == entry.files);
}
