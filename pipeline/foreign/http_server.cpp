#include <httplib.h>

#include <algorithm>
#include <utility>

#include "foreign/parts.h"

namespace casewright::http {
namespace {

std::string small(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

Request taken(const httplib::Request& from) {
  Request request;
  request.method = from.method;
  request.path = from.path;
  for (const auto& [name, value] : from.params) request.query[name] = value;
  for (const auto& [name, value] : from.headers) request.headers[small(name)] = value;
  request.body = from.body;
  return request;
}

void give(const Response& response, httplib::Response& to) {
  to.status = response.status;
  for (const auto& [name, value] : response.headers) to.set_header(name, value);
  to.set_content(response.body, response.type);
}

class LoopbackServer final : public Server {
 public:
  LoopbackServer(const Limits& limits, Guard guard, Handler handler);

  int bind(int port) override {
    if (port != 0) return server_.bind_to_port("127.0.0.1", port) ? port : 0;
    return std::max(0, server_.bind_to_any_port("127.0.0.1"));
  }
  void run() override { server_.listen_after_bind(); }
  void stop() override { server_.stop(); }

 private:
  httplib::Server server_;
  const Guard guard_;
  const Handler handler_;
};

LoopbackServer::LoopbackServer(const Limits& limits, Guard guard, Handler handler) : guard_(std::move(guard)), handler_(std::move(handler)) {
  server_.set_payload_max_length(limits.body_bytes);
  server_.set_read_timeout(limits.read_seconds, 0);
  server_.set_write_timeout(limits.read_seconds, 0);
  server_.new_task_queue = [threads = limits.threads] { return new httplib::ThreadPool(threads); };
  // The library's own way lets two servers share a port, so that a stranger could listen in.
  server_.set_socket_options([](socket_t) {});
  server_.set_pre_routing_handler([this](const httplib::Request& from, httplib::Response& to) {
    const auto refusal = guard_(taken(from));
    if (!refusal) return httplib::Server::HandlerResponse::Unhandled;
    give(*refusal, to);
    to.set_header("Connection", "close");
    return httplib::Server::HandlerResponse::Handled;
  });
  const auto answer = [this](const httplib::Request& from, httplib::Response& to) { give(handler_(taken(from)), to); };
  server_.Get(".*", answer);
  server_.Post(".*", answer);
}

}  // namespace

std::unique_ptr<Server> make_server(const Limits& limits, Guard guard, Handler handler) {
  return std::make_unique<LoopbackServer>(limits, std::move(guard), std::move(handler));
}

}  // namespace casewright::http
