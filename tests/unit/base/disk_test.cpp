// Writing where no ordinary file stands.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "base/disk.h"

using namespace casewright;

TEST_CASE("A pipe is written into and stays a pipe") {
  std::string folder = (std::filesystem::temp_directory_path() / "casewright-test-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  const std::string pipe = folder + "/pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  REQUIRE(reader >= 0);
  Disk disk;
  CHECK(disk.write_file(pipe, "seven words").ok());
  std::string got(32, '\0');
  got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(reader, got.data(), got.size()))));
  CHECK(got == "seven words");
  struct stat status {};
  REQUIRE(::stat(pipe.c_str(), &status) == 0);
  CHECK(S_ISFIFO(status.st_mode));
  ::close(reader);
  std::filesystem::remove_all(folder);
}

TEST_CASE("An ordinary file is replaced as a whole, and a folder is none") {
  std::string folder = (std::filesystem::temp_directory_path() / "casewright-test-XXXXXX").string();
  REQUIRE(::mkdtemp(folder.data()) != nullptr);
  Disk disk;
  CHECK(disk.write_file(folder + "/file", "first").ok());
  CHECK(disk.write_file(folder + "/file", "2").ok());
  const auto now = disk.read_file(folder + "/file", 100);
  REQUIRE(now.ok());
  CHECK(*now == "2");
  CHECK_FALSE(disk.write_file(folder, "3").ok());
  std::filesystem::remove_all(folder);
}
