#include "serve/session.h"

#include <sys/random.h>

#include "base/text.h"

namespace casewright {
namespace {

/// Compares in a time that does not tell how much of it was right.
bool same(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned char differs = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differs |= static_cast<unsigned char>(a[i] ^ b[i]);
  return differs == 0;
}

std::string header(const http::Request& request, const std::string& name) {
  const auto found = request.headers.find(name);
  return found == request.headers.end() ? std::string() : found->second;
}

std::string cookie_of(const http::Request& request) {
  const std::string cookies = header(request, "cookie");
  for (const std::string_view each : split(cookies, ';')) {
    const std::string_view cookie = trim(each);
    if (cookie.starts_with("casewright=")) return std::string(cookie.substr(11));
  }
  return {};
}

http::Response refused(int status, std::string why) {
  http::Response response;
  response.status = status;
  response.body = std::move(why) + "\n";
  response.headers = Session::headers();
  return response;
}

}  // namespace

std::string Session::opening_address() const {
  return "http://127.0.0.1:" + std::to_string(port) + "/?token=" + token;
}

std::map<std::string, std::string> Session::headers() {
  return {{"Cache-Control", "no-store"},
          {"Content-Security-Policy",
           "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
           "frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Referrer-Policy", "no-referrer"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "SAMEORIGIN"}};
}

std::optional<http::Response> Session::refusal(const http::Request& request) const {
  const std::string number = ":" + std::to_string(port);
  const std::string host = header(request, "host");
  if (host != "127.0.0.1" + number && host != "localhost" + number) return refused(421, "This address does not lead to Casewright.");
  const std::string origin = header(request, "origin");
  if (!origin.empty() && origin != "http://" + host) return refused(403, "Another site may not ask Casewright for anything.");
  if (request.method != "GET" && origin.empty()) return refused(403, "Only Casewright's own page may send something.");
  const auto given = request.query.find("token");
  if (request.method == "GET" && request.path == "/" && given != request.query.end() && same(given->second, token)) return std::nullopt;
  if (!same(cookie_of(request), token)) return refused(401, "Open Casewright's page from the address that `casewright serve` has printed.");
  return std::nullopt;
}

std::optional<Session> new_session() {
  unsigned char bytes[32];
  if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) return std::nullopt;
  Session session;
  for (const unsigned char byte : bytes) session.token += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  return session;
}

}  // namespace casewright
