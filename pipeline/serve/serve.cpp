#include "serve/serve.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <thread>

#include "base/text.h"
#include "foreign/http_server.h"
#include "ingest/readers.h"
#include "serve/report_shelf.h"
#include "serve/session.h"

namespace casewright {

namespace data {
extern const std::string_view page_css;
extern const std::string_view serve_html;
extern const std::string_view serve_report_html;
extern const std::string_view serve_js;
}

namespace {

using http::Request;
using http::Response;

Response answer(std::string_view body, std::string type = "text/html; charset=utf-8", int status = 200) {
  Response response;
  response.status = status;
  response.type = std::move(type);
  response.body = body;
  response.headers = Session::headers();
  return response;
}

Response refuse(const Faults& faults, int status) {
  std::string said;
  for (const Fault& fault : faults) said += (said.empty() ? "" : "\n") + fault.what + (fault.hint.empty() ? "" : ": " + fault.hint);
  return answer(said, "text/plain; charset=utf-8", status);
}

Response missing() { return answer("There is nothing here.", "text/plain; charset=utf-8", 404); }

std::string value_of(const Request& request, const std::string& name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

/// One thing that can be taken home, under a plain name: the report's own name may hold a child's.
struct Download {
  std::string_view path, made, type, name;
};
constexpr Download downloads[] = {
    {"findings", "findings.html", "text/html; charset=utf-8", ""},
    {"document", "document.html", "text/html; charset=utf-8", ""},
    {"findings.json", "findings.json", "application/json", ""},
    {"download/findings.html", "findings.html", "text/html; charset=utf-8", "findings.html"},
    {"download/findings.json", "findings.json", "application/json", "findings.json"},
    {"download/waivers.xml", "waivers.xml", "application/xml", "waivers.xml"},
    {"download/marked", "marked", "application/octet-stream", "report-with-findings"},
    {"download/cleaned", "cleaned", "application/octet-stream", "report-cleaned"},
    {"download/website.zip", "website.zip", "application/zip", "website.zip"},
};

/// The report as it is read beside its findings: "Exit this page" is for readers of a website.
std::string without_exit(std::string page) {
  if (const std::size_t end = page.find("</head>"); end != std::string::npos) page.insert(end, "<style>.exit{display:none}</style>");
  return page;
}

Response give(const ReportShelf& shelf, const std::string& id, std::string_view what) {
  if (what.empty()) return shelf.find(id) ? answer(data::serve_report_html) : missing();
  for (const Download& each : downloads) {
    if (each.path != what) continue;
    const auto bytes = shelf.made(id, each.made);
    if (!bytes) return missing();
    Response response = answer(each.made == "document.html" ? without_exit(*bytes) : *bytes, std::string(each.type));
    // Made from other people's words: whatever slips into it, it stands alone and reaches nothing.
    if (each.made.ends_with(".html"))
      response.headers["Content-Security-Policy"] =
          std::string("sandbox") + (each.made == "findings.html" ? " allow-scripts allow-modals; script-src 'unsafe-inline'" : "") +
          "; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
    std::string name(each.name);
    if (each.made == "marked" || each.made == "cleaned")
      if (const auto report = shelf.find(id)) name += each.made == "cleaned" && extension(report->name) == ".docm" ? ".docx" : extension(report->name);
    if (!name.empty()) response.headers["Content-Disposition"] = "attachment; filename=\"" + name + "\"";
    return response;
  }
  return missing();
}

Response change(ReportShelf& shelf, const std::string& id, std::string_view what, const Request& request) {
  if (what == "remove") {
    shelf.remove(id);
    return answer("", "text/plain; charset=utf-8");
  }
  if (what == "make/marked" || what == "make/cleaned") {
    const Outcome made = shelf.make(id, what.substr(5));
    return made ? answer("", "text/plain; charset=utf-8") : refuse(made.faults(), 409);
  }
  if (what != "waive") return missing();
  const ShelfWaiver waiver{static_cast<std::size_t>(std::strtoul(value_of(request, "finding").c_str(), nullptr, 10)), value_of(request, "reason"),
                           value_of(request, "name"), value_of(request, "role"), value_of(request, "until")};
  const Outcome done = shelf.waive(id, waiver);
  return done ? answer("", "text/plain; charset=utf-8") : refuse(done.faults(), 409);
}

/// The page's first address carries the token; the browser gets it as a cookie, and the address without it.
Response open_session(const Session& session) {
  Response response = answer("");
  response.status = 303;
  response.headers["Location"] = "/";
  response.headers["Set-Cookie"] = "casewright=" + session.token + "; Path=/; HttpOnly; SameSite=Strict";
  return response;
}

/// "/reports/ID/WHAT" in parts.
bool names_report(std::string_view path, std::string& id, std::string_view& what) {
  constexpr std::string_view start = "/reports/";
  if (!path.starts_with(start)) return false;
  path.remove_prefix(start.size());
  const std::size_t slash = path.find('/');
  id = path.substr(0, slash);
  what = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  return !id.empty();
}

/// The first page; its field for files offers what some reader takes.
std::string first_page() {
  std::vector<std::string> endings;
  for (const ReportReader& reader : report_readers()) endings.insert(endings.end(), reader.extensions.begin(), reader.extensions.end());
  return replace_every(data::serve_html, "{reports}", join_text(endings, ","));
}

Response respond(const Session& session, ReportShelf& shelf, std::atomic<bool>& over, const Request& request) {
  std::string id;
  std::string_view what;
  if (names_report(request.path, id, what))
    return request.method == "GET" ? give(shelf, id, what) : change(shelf, id, what, request);
  if (request.method == "POST" && request.path == "/reports") {
    const auto added = shelf.add(value_of(request, "name"), request.body);
    return added ? answer(*added, "text/plain; charset=utf-8", 201) : refuse(added.faults(), 422);
  }
  if (request.method == "POST" && request.path == "/names") {
    const Outcome taken = shelf.set_names(value_of(request, "name"), request.body);
    return taken ? answer(shelf.names(), "text/plain; charset=utf-8") : refuse(taken.faults(), 422);
  }
  if (request.method == "POST" && request.path == "/stop") {
    over = true;
    return answer("Casewright has closed. Every report that was here is gone.", "text/plain; charset=utf-8");
  }
  if (request.method != "GET") return missing();
  if (request.path == "/") return request.query.count("token") != 0 ? open_session(session) : answer(first_page());
  if (request.path == "/reports") return answer(shelf.list(), "application/json");
  if (request.path == "/names") return answer(shelf.names(), "text/plain; charset=utf-8");
  if (request.path == "/page.css") return answer(data::page_css, "text/css; charset=utf-8");
  if (request.path == "/serve.js") return answer(data::serve_js, "text/javascript; charset=utf-8");
  return missing();
}

/// A folder that only this person may read, named for this process.
Result<Path> private_folder() {
  const char* given = ::getenv("XDG_RUNTIME_DIR");
  std::string folder = std::string(given != nullptr && *given == '/' ? given : "/tmp") + "/casewright-serve-" + std::to_string(::getpid()) + "-XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr) return Fault{folder, 0, 0, "no private folder can be made here", "free some space, or set XDG_RUNTIME_DIR"};
  return folder;
}

/// Empties what an earlier server left that was killed without warning; only folders of this person's, of no process.
void sweep(World& world) {
  const char* given = ::getenv("XDG_RUNTIME_DIR");
  const Path below = given != nullptr && *given == '/' ? given : "/tmp";
  const auto entries = world.list_folder(below);
  if (!entries) return;
  constexpr std::string_view start = "casewright-serve-";
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::folder || !entry.name.starts_with(start)) continue;
    const int process = std::atoi(entry.name.c_str() + start.size());
    const Path folder = join(below, entry.name);
    if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH && ::access(folder.c_str(), W_OK) == 0) (void)world.remove_all(folder);
  }
}

}  // namespace

Outcome serve_page(World& world, const ServeOptions& options, const std::function<void(const std::string& address)>& ready,
                   const std::function<bool()>& signalled) {
  sweep(world);
  auto session = new_session();
  if (!session) return Fault{"", 0, 0, "the system gives no random numbers, so the page cannot be kept private", "try again"};
  auto folder = private_folder();
  if (!folder) return folder.faults();
  std::vector<std::string> environment = options.environment;
  environment.push_back("TMPDIR=" + *folder);  // what a check needs beside, too, goes when this folder goes
  ReportShelf shelf(world, *folder, options.program, options.words, environment);
  std::atomic<bool> over{false};
  http::Limits limits;
  limits.body_bytes = options.upload_bytes;
  const auto server = http::server(limits, [&session](const Request& request) { return session->refusal(request); },
                                   [&](const Request& request) { return respond(*session, shelf, over, request); });
  session->port = server->bind(options.port);
  if (session->port == 0)
    return Fault{"", 0, 0, "port " + std::to_string(options.port) + " is taken", "leave --port away, and a free one is used"};
  std::thread watch([&] {
    while (!over && !signalled()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::this_thread::sleep_for(std::chrono::milliseconds(100));  // the last answer is on its way
    shelf.stop();
    server->stop();
  });
  ready(session->opening_address());
  server->run();
  over = true;
  watch.join();
  return Done{};
}

}  // namespace casewright
