#include "foreign/braille.h"

#include <mutex>

#include <liblouis/liblouis.h>

#include "base/text.h"

namespace casewright::braille {
namespace {

constexpr const char* english = "en-us-brf.dis,en-ueb-g2.ctb";
constexpr const char* welsh = "en-us-brf.dis,cy-cy-g2.ctb";

const char* tables_for(std::string_view language) { return language == "cy" || language.starts_with("cy-") ? welsh : english; }

/// liblouis keeps its tables in globals.
std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

void be_silent(logLevels, const char*) {}

Fault not_translated() {
  return {"", 0, 0, "Braille could not be made: liblouis or its tables are not there or did not take the words",
          "install liblouis-data, or leave the Braille format out"};
}

/// Signs that the tables do not know, in letters that they do.
char32_t plain(char32_t value) {
  switch (value) {
    case 0xA0: case 0x2007: case 0x2009: case 0x202F: return ' ';
    case 0x2010: case 0x2011: return '-';
    case 0xAD: case 0x200B: case 0x200C: case 0x200D: case 0xFE0E: case 0xFE0F: return 0;
    default: return value > 0xFFFF && sizeof(widechar) == 2 ? U'?' : value;
  }
}

void append(std::vector<widechar>& to, std::vector<formtype>& forms, const Words& words) {
  const formtype form = static_cast<formtype>((words.emphasis ? italic : 0) | (words.strong ? bold : 0));
  for (std::size_t at = 0; at < words.text.size();) {
    const CodePoint point = code_point_at(words.text, at);
    at += point.bytes;
    const char32_t value = plain(point.value);
    if (value == 0) continue;
    to.push_back(static_cast<widechar>(value < 0x20 ? U' ' : value));
    forms.push_back(form);
  }
}

}  // namespace

Result<std::string> translate(const std::vector<Words>& words, std::string_view language) {
  std::vector<widechar> in;
  std::vector<formtype> forms;
  for (const Words& each : words) append(in, forms, each);
  if (in.empty()) return std::string();
  std::vector<widechar> out(in.size() * 8 + 64);
  forms.resize(out.size(), plain_text);
  int read = static_cast<int>(in.size()), written = static_cast<int>(out.size());
  const std::lock_guard lock(one_at_a_time());
  lou_registerLogCallback(be_silent);
  if (lou_translate(tables_for(language), in.data(), &read, out.data(), &written, forms.data(), nullptr, nullptr, nullptr, nullptr, 0) == 0 ||
      read != static_cast<int>(in.size()))
    return not_translated();
  std::string cells;
  for (int i = 0; i < written; ++i) {
    const widechar cell = out[static_cast<std::size_t>(i)];
    cells += cell >= 'a' && cell <= 'z' ? static_cast<char>(cell - 32) : cell < 0x80 ? static_cast<char>(cell) : ' ';
  }
  return cells;
}

Result<std::string> read_back(std::string_view cells, std::string_view language) {
  std::vector<widechar> in;
  for (const char c : cells) in.push_back(c >= 'A' && c <= 'Z' ? static_cast<widechar>(c + 32) : static_cast<unsigned char>(c));
  if (in.empty()) return std::string();
  std::vector<widechar> out(in.size() * 12 + 64);
  int read = static_cast<int>(in.size()), written = static_cast<int>(out.size());
  const std::lock_guard lock(one_at_a_time());
  lou_registerLogCallback(be_silent);
  if (lou_backTranslateString(tables_for(language), in.data(), &read, out.data(), &written, nullptr, nullptr, 0) == 0) return not_translated();
  std::string text;
  for (int i = 0; i < written; ++i) append_utf8(text, out[static_cast<std::size_t>(i)]);
  return text;
}

}  // namespace casewright::braille
