#include "emit/words/html_text.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "emit/words/markup_entity.h"

namespace casewright {
namespace {

std::string_view html_entity(char c) {
  if (c == '\t') return "\t";
  return c == '\n' ? "\n" : markup_entity(c);  // nothing for a control character: it has no place in HTML
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != '&' && byte != '<' && byte != '>' && byte != '"' && byte != 0x7F;
}

/// Bytes of a telephone number that begins at `at`: 0 or +, at least eight digits, single spaces between.
std::size_t telephone_at(std::string_view text, std::size_t at) {
  if (text[at] != '0' && text[at] != '+') return 0;
  if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.')) return 0;
  std::size_t digits = 0, end = at;
  for (std::size_t next = at + (text[at] == '+'); next < text.size(); ++next) {
    if (is_digit(text[next])) ++digits, end = next + 1;
    else if (text[next] != ' ' || !is_digit(text[next - 1])) break;
  }
  return digits >= 8 && digits <= 15 ? end - at : 0;
}

void append_telephone(std::string& out, std::string_view number) {
  out += "<a href=\"tel:";
  for (const char c : number)
    if (c != ' ') out += c;
  out += "\">";
  for (const char c : number) {
    if (c == ' ') out += "&nbsp;";
    else out += c;
  }
  out += "</a>";
}

/// A word of `words` that is a web or e-mail address becomes a link; marks at its end stay outside.
void append_word(std::string& out, std::string_view word) {
  std::string_view core = word;
  while (!core.empty() && std::string_view(".,;:)").find(core.back()) != std::string_view::npos) core.remove_suffix(1);
  const bool web = core.starts_with("https://") || core.starts_with("http://");
  const std::size_t at = core.find('@');
  const bool mail = !web && at != std::string_view::npos && at > 0 && core.find('.', at) != std::string_view::npos;
  if (!web && !mail) return append_html(out, word);
  out += mail ? "<a href=\"mailto:" : "<a href=\"";
  append_html(out, core);
  out += "\">";
  append_html(out, core);
  out += "</a>";
  append_html(out, word.substr(core.size()));
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_plain(text[at])) continue;
    out.append(text, from, at - from);
    out += html_entity(text[at]);
    from = at + 1;
  }
  out.append(text, from, text.size() - from);
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += ' ';
  out += name;
  out += "=\"";
  append_html(out, value);
  out += '"';
}

bool is_safe_link(std::string_view target) {
  if (target.empty() || target.starts_with("//") || target.starts_with("/")) return false;
  if (target.find_first_of(" \t\r\n\"<>\\`") != std::string_view::npos) return false;
  const std::size_t colon = target.find(':');
  if (colon == std::string_view::npos || target.find_first_of("/#?") < colon) return true;
  const std::string scheme = ascii_lower(target.substr(0, colon));
  return scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel";
}

void append_contact(std::string& out, std::string_view words) {
  std::size_t word = 0;
  for (std::size_t at = 0; at < words.size();) {
    if (const std::size_t bytes = telephone_at(words, at); bytes != 0 && at == word) {
      append_telephone(out, words.substr(at, bytes));
      word = at += bytes;
    } else if (words[at] == ' ' || words[at] == '\n') {
      append_word(out, words.substr(word, at - word));
      out += words[at] == '\n' ? "<br>" : " ";
      word = ++at;
    } else {
      ++at;
    }
  }
  append_word(out, words.substr(word));
}

}  // namespace casewright
