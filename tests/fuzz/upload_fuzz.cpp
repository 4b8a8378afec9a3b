// Bytes as whatever comes down the line to the local page: a request with an upload, a form, or nonsense, through the real
// server on this machine's loopback address. Nothing may come of a request without the session's cookie.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <string>
#include <thread>

#include "base/disk.h"
#include "base/scratch_folder.h"
#include "foreign/http_server.h"
#include "serve/report_shelf.h"
#include "serve/session.h"

using namespace casewright;

namespace {

/// A page as `serve` makes it, as far as what comes in goes; its checks are runs of a program that does nothing.
struct Page {
  Disk disk;
  ScratchFolder folder = std::move(ScratchFolder::make()).value();
  Session session{"token", 0};
  ReportShelf shelf{disk, folder.path(), "/bin/true", {}, {}};
  std::atomic<bool> passed{false};
  std::unique_ptr<http::Server> server = http::server(http::Limits{1u << 20, 1, 2}, [this](const http::Request& request) { return session.refusal(request); },
                                                      [this](const http::Request& request) { return take(request); });
  std::thread thread;

  Page() {
    session.port = server->bind(0);
    if (session.port == 0) std::abort();
    thread = std::thread([this] { server->run(); });
  }
  ~Page() {
    shelf.stop();
    server->stop();
    thread.join();
  }

  http::Response take(const http::Request& request) {
    passed = true;
    const auto name = request.query.find("name");
    if (request.method != "POST" || name == request.query.end()) return {};
    const auto added = shelf.add(name->second, request.body);
    if (!added.ok() && added.faults().empty()) std::abort();
    if (added.ok()) {
      const auto report = shelf.find(*added);
      // Wherever the browser says that the file is, it stays on the shelf.
      if (!report || !report->file.starts_with(report->folder + "/") || report->file.find("/../") != std::string::npos) std::abort();
      shelf.remove(*added);
    }
    return {};
  }
};

void send_all(int line, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (put <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  static Page page;
  page.passed = false;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  // The port is another at each start; a seed says PORT.
  const std::size_t port = bytes.find("PORT");
  if (port != std::string::npos) bytes.replace(port, 4, std::to_string(page.session.port));
  const int line = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(page.session.port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    send_all(line, bytes);
    shutdown(line, SHUT_WR);
    char part[4096];
    while (recv(line, part, sizeof part, 0) > 0) {
    }
  }
  close(line);
  if (page.passed && bytes.find("token") == std::string::npos) std::abort();
  return 0;
}
