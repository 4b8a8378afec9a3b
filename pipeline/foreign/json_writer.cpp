#include "foreign/json_writer.h"

#include <algorithm>

namespace casewright::json {
namespace {

/// Printable ASCII that JSON takes as it is.
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

}  // namespace

void Writer::begin() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_ += ',';
  out_ += '\n';
  out_.append(depth_, ' ');
  first_ = false;
}

void Writer::put(std::string_view written) {
  begin();
  out_ += written;
}

void Writer::open(char bracket) {
  begin();
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void Writer::close(char bracket) {
  --depth_;
  if (!first_) {
    out_ += '\n';
    out_.append(depth_, ' ');
  }
  out_ += bracket;
  first_ = false;
}

void Writer::key(std::string_view name) {
  value(name);
  out_ += ": ";
  after_key_ = true;
}

void Writer::value(std::string_view text) {
  if (!is_plain(text)) return put(Value(std::string(text)).dump(-1, ' ', false, Value::error_handler_t::replace));
  begin();
  out_ += '"';
  out_ += text;
  out_ += '"';
}

void Writer::value(bool is) { put(is ? "true" : "false"); }

void Writer::value(double number) { put(Value(number).dump()); }

void Writer::value(const Value& tree) {
  const std::string written = tree.dump(1, ' ', false, Value::error_handler_t::replace);
  begin();
  // A text holds no line end of its own: JSON writes it as \n.
  for (std::size_t at = 0; at < written.size();) {
    const std::size_t end = std::min(written.find('\n', at), written.size() - 1) + 1;
    out_.append(written, at, end - at);
    if (out_.back() == '\n') out_.append(depth_, ' ');
    at = end;
  }
}

}  // namespace casewright::json
