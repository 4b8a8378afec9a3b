// The website on a real disk: a full one, and a process that is killed while it publishes.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "emit/site/site.h"
#include "emit/site_example.h"
#include "fixtures.h"

using namespace casewright;
namespace fs = std::filesystem;

namespace {

/// A folder of its own for one test, gone afterwards.
struct Scratch {
  fs::path path;
  explicit Scratch(const fs::path& where = fs::temp_directory_path()) {
    std::string name = (where / "casewright-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

std::map<std::string, std::string> tree(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files[fs::relative(entry.path(), folder).string()] = file_bytes(entry.path());
  return files;
}

Outcome publish(const Certificate& certificate, const Theme& theme, const fs::path& site) {
  Disk disk;
  SiteFacts facts = example_facts();
  facts.case_folder.clear();
  auto staged = stage_site(disk, certificate, facts, theme, site.string());
  if (!staged) return staged.faults();
  return settle_site(disk, *staged);
}

}  // namespace

TEST_CASE("published twice on a disk, the bytes are the same and other reviews share theirs") {
  const Scratch scratch;
  const fs::path site = scratch.path / "site";
  REQUIRE(publish(example_certificate(1), example_theme(), site).ok());
  const auto first = tree(site);
  CHECK(first.size() == 8);
  fs::create_directories(site / "child-z");
  std::ofstream(site / "child-z" / "kept.html") << "kept";
  const auto before = fs::hard_link_count(site / "child-z" / "kept.html");
  REQUIRE(publish(example_certificate(1), example_theme(), site).ok());
  CHECK(before == 1);
  CHECK(fs::hard_link_count(site / "child-z" / "kept.html") == 1);
  auto second = tree(site);
  CHECK(second.erase("child-z/kept.html") == 1);
  CHECK(second == first);
  CHECK(tree(scratch.path / "site.private").size() == 1);
  CHECK(std::distance(fs::directory_iterator(scratch.path), {}) == 2);  // no staging folder is left
}

TEST_CASE("the board's own record is for nobody else, and the site keeps the rights that it has") {
  const Scratch scratch;
  const fs::path site = scratch.path / "site";
  const auto rights = [](const fs::path& path) { return fs::status(path).permissions(); };
  REQUIRE(publish(example_certificate(1), example_theme(), site).ok());
  CHECK(rights(scratch.path / "site.private") == fs::perms::owner_all);
  CHECK(rights(site) != fs::perms::owner_all);
  const fs::perms group = fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec;
  fs::permissions(site, group);
  REQUIRE(publish(example_certificate(1), example_theme(), site).ok());
  CHECK(rights(site) == group);
}

TEST_CASE("a file that is written anew keeps its rights") {
  const Scratch scratch;
  Disk disk;
  const fs::path file = scratch.path / "waivers.xml";
  REQUIRE(disk.write_file(file.string(), "one").ok());
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(disk.write_file(file.string(), "two").ok());
  CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(file_bytes(file) == "two");
}

TEST_CASE("a case folder that a link leads into is still inside the case") {
  const Scratch scratch;
  fs::create_directories(scratch.path / "case");
  fs::create_directory_symlink(scratch.path / "case", scratch.path / "elsewhere");
  Disk disk;
  SiteFacts facts = example_facts();
  facts.case_folder = (scratch.path / "case").string();
  const auto staged = stage_site(disk, example_certificate(), facts, {}, (scratch.path / "elsewhere" / "site").string());
  REQUIRE_FALSE(staged.ok());
  CHECK(staged.faults()[0].what.find("inside the case folder") != std::string::npos);
}

/// A PNG of one chunk of dots that takes so many bytes.
static std::string picture_of(std::uint32_t bytes) {
  const auto chunk = [](std::string_view kind, const std::string& data) {
    std::string made;
    for (int shift = 24; shift >= 0; shift -= 8) made += static_cast<char>(data.size() >> shift & 0xFF);
    return made.append(kind).append(data).append(4, '\0');
  };
  const std::string head("\0\0\0\1\0\0\0\1\10\0\0\0\0", 13);
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR", head) + chunk("IDAT", std::string(bytes, 'x')) + chunk("IEND", "");
}

TEST_CASE("a full disk is a fault and leaves the old site whole") {
  const Scratch scratch;
  const fs::path small = scratch.path / "small";
  fs::create_directory(small);
  if (::mount("tmpfs", small.c_str(), "tmpfs", 0, "size=512k,mode=700") != 0) {
    WARN("skipped: a small tmpfs can be mounted by root only");
    return;
  }
  REQUIRE(publish(example_certificate(1), example_theme(), small / "site").ok());
  const auto old_site = tree(small / "site");
  Theme heavy = example_theme();
  heavy.logo.media_type = "image/png";
  heavy.logo.bytes = picture_of(200'000);
  heavy.logo.alternative = "The board's mark";
  const auto full = publish(example_certificate(2), heavy, small / "site");
  CHECK_FALSE(full.ok());
  if (!full.ok()) {
    CHECK(full.faults()[0].what.find("no space left") != std::string::npos);
    CHECK(full.faults()[0].hint.find("disk is full") != std::string::npos);
  }
  CHECK(tree(small / "site") == old_site);
  CHECK(std::distance(fs::directory_iterator(small), {}) == 2);
  CHECK(publish(example_certificate(2), example_theme(), small / "site").ok());
  CHECK(::umount(small.c_str()) == 0);
}

TEST_CASE("killed at any moment, the site is an old one or a new one, whole") {
  // In memory where that can be had: a flush to a slow disk would take up most of the time.
  const Scratch scratch(::access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path());
  const fs::path site = scratch.path / "site";
  const Certificate editions[] = {example_certificate(1), example_certificate(2)};
  std::map<std::string, std::string> whole[2];
  const auto start = std::chrono::steady_clock::now();
  for (int i : {1, 0}) {
    REQUIRE(publish(editions[i], example_theme(), site).ok());
    whole[i] = tree(site);
  }
  REQUIRE(whole[0] != whole[1]);
  // The span in which a kill falls follows the machine: wider after a round that changed nothing, narrower after one that did.
  double span = std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
  constexpr double longest_span = 4'000'000;
  std::mt19937 random(20150930);
  int seen[2] = {0, 0};
  int last = 0;
  for (int round = 0; round < 100 || (round < 200 && (seen[0] == 0 || seen[1] == 0)); ++round) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      for (int i = 1;; i ^= 1)
        if (!publish(editions[i], example_theme(), site).ok()) ::_exit(1);
    }
    ::usleep(1000 + random() % static_cast<unsigned>(span));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    const auto now = tree(site);
    REQUIRE((now == whole[0] || now == whole[1]));
    const int edition = now == whole[1];
    ++seen[edition];
    span = edition == last ? std::min(span * 1.2, longest_span) : span / 1.2;
    last = edition;
  }
  CHECK(seen[0] > 0);
  CHECK(seen[1] > 0);
  REQUIRE(publish(editions[0], example_theme(), site).ok());
  CHECK(std::distance(fs::directory_iterator(scratch.path), {}) == 2);
}
