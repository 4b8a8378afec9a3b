#include "foreign/office_program.h"

#include <fcntl.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

#include "base/scratch_folder.h"

namespace casewright::office {
namespace {

constexpr int cannot_start = 127;

/// LibreOffice opens a socket in /tmp, where a walled worker may make none, unless it is told that it cannot write there:
/// then it takes the folder that OSL_SOCKET_PATH names. So no question whether something may be written is answered yes.
void keep_out_of_tmp() {
  scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return;
  ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(access), 1, SCMP_A1(SCMP_CMP_EQ, W_OK, 0));
  ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(faccessat), 1, SCMP_A2(SCMP_CMP_EQ, W_OK, 0));
  ::seccomp_load(filter);
  ::seccomp_release(filter);
}

/// Starts the program in a process group of its own, so that all it starts can be ended with it, and in that folder.
pid_t start(const std::vector<std::string>& words, const std::filesystem::path& folder) {
  std::vector<char*> arguments;
  for (const std::string& each : words) arguments.push_back(const_cast<char*>(each.c_str()));
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody waits for it any more, and nobody would take its files away
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3 && nothing >= 0; ++stream) ::dup2(nothing, stream);
  if (::chdir(folder.c_str()) != 0) ::_exit(cannot_start);
  ::setenv("TMPDIR", folder.c_str(), 1);  // its own temporary files go with the rest
  keep_out_of_tmp();
  ::execvp(arguments[0], arguments.data());
  ::_exit(cannot_start);
}

/// How the program ended: its exit code, or nothing where it had to be stopped or fell over.
int wait_for(pid_t child, int seconds) {
  constexpr int stopped = -1;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  for (;;) {
    int status = 0;
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child) return WIFEXITED(status) ? WEXITSTATUS(status) : stopped;
    if (ended < 0 && errno != EINTR) return stopped;
    if (std::chrono::steady_clock::now() >= end) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  ::kill(-child, SIGKILL);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  return stopped;
}

/// The program behind the script of that name, which insists on /tmp; the script itself where it stands alone.
std::string program() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code error;
    const std::filesystem::path script = std::filesystem::canonical(std::filesystem::path(folder) / "soffice", error);
    if (error) continue;
    const std::filesystem::path binary = script.parent_path() / "soffice.bin";
    return std::filesystem::exists(binary, error) ? binary.string() : script.string();
  }
  return "soffice";
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

}  // namespace

Result<std::string> to_open_document(std::string_view bytes, const std::string& ending, const std::string& file, int seconds) {
  const Result<ScratchFolder> scratch = ScratchFolder::make();
  if (!scratch) return Fault{file, 0, 0, "there is no place for temporary files, which reading this format needs", "free some space, or set TMPDIR to a folder that can be written"};
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::absolute(scratch->path(), error);
  const std::filesystem::path input = folder / ("report" + ending);
  std::ofstream(input, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const std::vector<std::string> words{program(), "-env:UserInstallation=file://" + (folder / "profile").string(), "-env:OSL_SOCKET_PATH=.", "--headless", "--norestore", "--nologo",
                             "--nolockcheck", "--convert-to", "odt", "--outdir", (folder / "out").string(), input.string()};
  constexpr int begin_again = 81;  // it has made its profile and wants to start with it
  int code = begin_again;
  for (int attempt = 0; attempt < 2 && code == begin_again; ++attempt) {
    const pid_t child = start(words, folder);
    code = child < 0 ? -1 : wait_for(child, seconds);
  }
  if (code == cannot_start)
    return Fault{file, 0, 0, "this file is in a format of old Word, and LibreOffice, which reads it, is not installed",
                 "install it (on Debian: apt install libreoffice-writer-nogui), or open the file in Word and save it as .docx"};
  std::string made = bytes_of(folder / "out" / "report.odt");
  if (made.empty())
    return Fault{file, 0, 0, code < 0 ? "LibreOffice did not come to an end with this file" : "LibreOffice cannot read this file",
                 "open it in Word and save it as .docx"};
  return made;
}

}  // namespace casewright::office
