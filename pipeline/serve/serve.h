#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// How the local page is served.
struct ServeOptions {
  int port = 0;                 ///< 0: any free one
  std::string program;          ///< this program
  std::vector<std::string> words;        ///< that begin the command line of each of its runs
  std::vector<std::string> environment;  ///< of its runs
  std::size_t upload_bytes = 100u << 20;
};

/// Serves the page on loopback until somebody stops it from the page, `signalled` becomes true, or the port is taken
/// (a fault). Tells `ready` the address that opens it. Reports are kept in a private folder and are gone at the end.
Outcome serve_page(World& world, const ServeOptions& options, const std::function<void(const std::string& address)>& ready,
                   const std::function<bool()>& signalled);

}  // namespace casewright
