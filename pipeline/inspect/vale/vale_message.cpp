#include "inspect/vale/vale_message.h"

#include "base/text.h"

namespace casewright {

std::string message_of_vale(std::string text, std::string_view first, std::string_view second) {
  text = replace_every(text, "%[1]s", first);
  text = replace_every(text, "%[2]s", second);
  std::string_view next = first;
  for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at)) {
    const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
    if (kind == 's' || kind == 'd' || kind == 'q' || kind == 'v') {
      text.replace(at, 2, next);
      at += next.size();
      next = second;
    } else {
      if (kind == '%') text.erase(at, 1);
      ++at;
    }
  }
  return fold_space(text);
}

std::string one_of(const std::vector<std::string>& words, std::string_view message) {
  std::size_t at = message.find("%s");
  if (const std::size_t numbered = message.find("%[1]s"); numbered != std::string_view::npos) at = numbered;
  const char mark = at == std::string_view::npos || at == 0 ? ' ' : message[at - 1];
  const std::string quote = mark == '\'' || mark == '"' || mark == '`' ? std::string(1, mark) : std::string();
  return join_text(words, quote + " or " + quote);
}

}  // namespace casewright
