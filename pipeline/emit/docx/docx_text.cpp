#include "emit/docx/docx_text.h"

#include "base/right_to_left.h"
#include "base/text.h"
#include "emit/words/xml_text.h"

namespace casewright {
namespace {

bool has_direction(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000) || c > 0x2E00;
}

struct Piece {
  std::string_view words;
  bool right_to_left = false;
};

/// The next stretch of one direction; spaces and marks between two words from right to left belong to them.
Piece next_piece(std::string_view text) {
  if (text.empty()) return {};
  Piece piece;
  std::size_t end = 0, sure = 0;
  bool decided = false;
  while (end < text.size()) {
    const CodePoint point = code_point_at(text, end);
    const bool backwards = is_right_to_left(point.value);
    if (!decided && (backwards || has_direction(point.value))) {
      if (backwards && end > 0) return {text.substr(0, end), false};
      decided = true;
      piece.right_to_left = backwards;
    }
    if (decided && backwards != piece.right_to_left && (backwards || has_direction(point.value))) break;
    end += point.bytes;
    if (backwards || !piece.right_to_left) sure = end;
  }
  piece.words = text.substr(0, piece.right_to_left ? sure : end);
  return piece;
}

std::string properties(Marks marks, std::string_view language, const RunLook& look, bool right_to_left) {
  std::string all;
  const bool uncertain = marks.has(Mark::uncertain);
  const std::string_view style = look.style.empty() && uncertain ? std::string_view("Uncertain") : look.style;
  if (!style.empty()) all.append("<w:rStyle w:val=\"").append(style).append("\"/>");
  if (marks.has(Mark::strong)) all += "<w:b/><w:bCs/>";
  if (marks.has(Mark::emphasis)) all += "<w:i/><w:iCs/>";
  if (marks.has(Mark::struck)) all += "<w:strike/>";
  if (uncertain && !look.style.empty()) all += "<w:highlight w:val=\"yellow\"/>";
  if (marks.has(Mark::underline)) all += "<w:u w:val=\"single\"/>";
  if (marks.has(Mark::superscript)) all += "<w:vertAlign w:val=\"superscript\"/>";
  else if (marks.has(Mark::subscript)) all += "<w:vertAlign w:val=\"subscript\"/>";
  if (right_to_left) all += "<w:rtl/>";
  const std::string tongue = xml_text(language.empty() ? look.language : language);
  if (!tongue.empty()) {
    all += "<w:lang w:val=\"" + tongue + "\"";
    if (right_to_left) all += " w:bidi=\"" + tongue + "\"";
    all += "/>";
  }
  return all.empty() ? all : "<w:rPr>" + all + "</w:rPr>";
}

/// The content of a run: text between breaks and tabs.
void append_content(std::string& out, std::string_view words) {
  std::size_t from = 0;
  for (std::size_t at = 0; at <= words.size(); ++at) {
    const char c = at < words.size() ? words[at] : '\n';
    if (c != '\n' && c != '\t') continue;
    if (at > from) {
      out += "<w:t xml:space=\"preserve\">";
      append_xml(out, words.substr(from, at - from));
      out += "</w:t>";
    }
    if (at < words.size()) out += c == '\n' ? "<w:br/>" : "<w:tab/>";
    from = at + 1;
  }
}

}  // namespace

void append_run(std::string& out, std::string_view words, Marks marks, std::string_view language, const RunLook& look) {
  while (!words.empty()) {
    const Piece piece = next_piece(words);
    out += "<w:r>" + properties(marks, language, look, piece.right_to_left);
    append_content(out, piece.words);
    out += "</w:r>";
    words.remove_prefix(piece.words.size());
  }
}

std::string field(std::string_view instruction, std::string_view result) {
  return "<w:fldSimple w:instr=\"" + xml_text(instruction) + "\"><w:r><w:t>" + xml_text(result) + "</w:t></w:r></w:fldSimple>";
}

}  // namespace casewright
