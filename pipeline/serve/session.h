#pragma once

#include <optional>
#include <string>

#include "foreign/http_server.h"

namespace casewright {

/// Who may talk to the local page: the browser that was started with the session's token, from the page itself.
struct Session {
  std::string token;  ///< 256 random bits
  int port = 0;

  /// The address that opens the page and gives the browser its cookie; to nobody but the person at this machine.
  std::string opening_address() const;
  /// The headers of every answer: nothing is cached, framed elsewhere, or may load or send anything elsewhere.
  static std::map<std::string, std::string> headers();
  /// Why a request is refused: a wrong Host (another name that leads here), an Origin that is not the page's own, no
  /// cookie of this session; nothing where it may pass.
  std::optional<http::Response> refusal(const http::Request& request) const;
};

/// A session with a fresh token; nothing where the system gives no random bytes.
std::optional<Session> new_session();

}  // namespace casewright
