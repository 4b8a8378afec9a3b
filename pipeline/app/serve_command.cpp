#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "serve/serve.h"

namespace casewright {
namespace {

std::atomic<bool> asked_to_end{false};

void on_signal(int) { asked_to_end = true; }

/// Opens the address in the person's browser; where there is none, the address on the terminal must do.
void open_browser(const std::string& address) {
  const char* opener = "xdg-open";
  char* words[] = {const_cast<char*>(opener), const_cast<char*>(address.c_str()), nullptr};
  pid_t child = -1;
  (void)::posix_spawnp(&child, opener, nullptr, nullptr, words, ::environ);
}

}  // namespace

Exit serve(const Desk& desk, const ServeChoice& choice) {
  struct sigaction action {};
  action.sa_handler = on_signal;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
  // Rules that cannot be used are said here once, and not of each report.
  if (!open_rules(desk)) return Exit::fault;
  ServeOptions options;
  options.port = choice.port;
  options.program = "/proc/self/exe";
  options.upload_bytes = choice.upload_megabytes << 20;
  if (!desk.house.board.empty()) options.words = {"--board", desk.world.real_path(desk.house.board)};
  for (const Path& folder : desk.house.more_rules) options.words.insert(options.words.end(), {"--rules", desk.world.real_path(folder)});
  options.environment = {"CASEWRIGHT_HOME=" + desk.house.home, "PATH=/usr/bin:/bin", "HOME=/nonexistent", "LC_ALL=C.UTF-8"};
  const Outcome served = serve_page(
      desk.world, options,
      [&](const std::string& address) {
        desk.console.out << address << std::endl;
        desk.console.say("Casewright's page is open at the address above, on this machine only. Ctrl+C closes it and removes every report.");
        if (choice.open) open_browser(address);
      },
      [] { return asked_to_end.load(); });
  desk.console.tell(served.faults());
  return served ? Exit::ready : Exit::fault;
}

}  // namespace casewright
