#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace casewright::http {

/// What a browser asks for. Header names are in small letters.
struct Request {
  std::string method, path;
  std::map<std::string, std::string> query;    ///< of the address, and of a form that was posted
  std::map<std::string, std::string> headers;
  std::string body;
};

/// What it is given.
struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body;
  std::map<std::string, std::string> headers;
};

/// How much and how long the server puts up with.
struct Limits {
  std::size_t body_bytes = 100u << 20;
  int read_seconds = 20;
  std::size_t threads = 8;
};

/// Looks at a request before its body is read; an answer refuses it.
using Guard = std::function<std::optional<Response>(const Request&)>;
using Handler = std::function<Response(const Request&)>;

/// A web server on this machine's loopback address and nowhere else.
class Server {
 public:
  virtual ~Server() = default;

  /// Takes the port, or any free one for 0; the port taken, or 0 where there is none.
  virtual int bind(int port) = 0;
  /// Answers until somebody calls stop().
  virtual void run() = 0;
  /// Ends run(); may be called from any thread.
  virtual void stop() = 0;
};

/// A server that asks `guard` of each request and then `handler`. Throws MissingPart.
std::unique_ptr<Server> server(const Limits& limits, Guard guard, Handler handler);

}  // namespace casewright::http
