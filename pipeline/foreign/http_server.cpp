#include "foreign/http_server.h"

#include <httplib.h>

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

}  // namespace

struct Server::State {
  httplib::Server server;
  Guard guard;
  Handler handler;
};

Server::Server(const Limits& limits, Guard guard, Handler handler) : state_(std::make_unique<State>()) {
  httplib::Server& server = state_->server;
  state_->guard = std::move(guard);
  state_->handler = std::move(handler);
  server.set_payload_max_length(limits.body_bytes);
  server.set_read_timeout(limits.read_seconds, 0);
  server.set_write_timeout(limits.read_seconds, 0);
  server.new_task_queue = [threads = limits.threads] { return new httplib::ThreadPool(threads); };
  // The library's own way lets two servers share a port, so that a stranger could listen in.
  server.set_socket_options([](socket_t) {});
  State* state = state_.get();
  server.set_pre_routing_handler([state](const httplib::Request& from, httplib::Response& to) {
    const auto refusal = state->guard(taken(from));
    if (!refusal) return httplib::Server::HandlerResponse::Unhandled;
    give(*refusal, to);
    to.set_header("Connection", "close");
    return httplib::Server::HandlerResponse::Handled;
  });
  const auto answer = [state](const httplib::Request& from, httplib::Response& to) { give(state->handler(taken(from)), to); };
  server.Get(".*", answer);
  server.Post(".*", answer);
}

Server::~Server() = default;

int Server::bind(int port) {
  if (port == 0) {
    const int taken_port = state_->server.bind_to_any_port("127.0.0.1");
    return taken_port > 0 ? taken_port : 0;
  }
  return state_->server.bind_to_port("127.0.0.1", port) ? port : 0;
}

void Server::run() { state_->server.listen_after_bind(); }

void Server::stop() { state_->server.stop(); }

}  // namespace casewright::http
