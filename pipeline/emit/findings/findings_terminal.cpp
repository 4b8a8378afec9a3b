#include "emit/findings/findings_terminal.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t narrowest = 40, widest = 100;  // columns that read well

/// The few ways in which a terminal shows that something matters.
struct Ink {
  bool colour = false;
  std::string with(std::string_view code, std::string_view words) const {
    return colour ? "\x1b[" + std::string(code) + "m" + std::string(words) + "\x1b[0m" : std::string(words);
  }
  std::string strong(std::string_view words) const { return with("1", words); }
  std::string quiet(std::string_view words) const { return with("2", words); }
  std::string level(Level level, std::string_view words) const {
    switch (level) {
      case Level::block: return with("1;31", words);
      case Level::fix: return with("1;33", words);
      case Level::advise: return with("1;36", words);
    }
    return std::string(words);
  }
};

/// A line of an excerpt and, under each of its characters, whether the finding points at it.
struct MarkedLine {
  std::string text, carets;
};

/// Breaks text, with a mark for each character, at blanks so that no line is wider than `width` columns.
std::vector<MarkedLine> broken(const std::string& text, const std::string& marks, std::size_t width) {
  std::vector<MarkedLine> lines(1);
  std::size_t at = 0, column = 0, mark = 0;
  while (at < text.size()) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    const std::size_t wide = count_characters(std::string_view(text).substr(at, end - at));
    if (column > 0 && column + 1 + wide > width) {
      lines.emplace_back();
      column = 0;
    } else if (column > 0) {
      lines.back().text += ' ';
      lines.back().carets += marks[mark - 1];
      ++column;
    }
    lines.back().text.append(text, at, end - at);
    lines.back().carets += marks.substr(mark, wide);
    column += wide;
    mark += wide + 1;
    at = end + 1;
  }
  return lines;
}

void add_wrapped(std::string& out, const std::string& words, std::size_t indent, std::size_t width) {
  for (const MarkedLine& line : broken(words, std::string(words.size() + 1, ' '), width - indent))
    out += std::string(indent, ' ') + line.text + "\n";
}

void add_excerpt(std::string& out, const Finding& finding, const FindingsWords& shown, std::size_t width, const Ink& ink) {
  std::string text, marks;
  for (const ShownPart& part : shown.excerpt(finding)) {
    const std::string words = harmless(part.behind.empty() ? part.text : part.behind);
    text += words;
    marks += std::string(count_characters(words), part.marked ? '^' : ' ');
  }
  if (text.empty()) return;
  for (const MarkedLine& line : broken(text, marks + " ", width - 4)) {
    out += "  " + ink.quiet("|") + " " + line.text + "\n";
    const std::size_t last = line.carets.find_last_of('^');
    if (last != std::string::npos) out += "  " + ink.quiet("|") + " " + ink.level(finding.level, line.carets.substr(0, last + 1)) + "\n";
  }
}

void add_finding(std::string& out, const Finding& finding, const FindingsWords& shown, std::size_t width, const Ink& ink) {
  std::string label(finding.waived ? "Accepted" : spoken_level(finding.level));
  for (char& c : label) c = to_capital(c);
  out += (finding.waived ? ink.quiet(label) : ink.level(finding.level, label)) + "  " + ink.strong(shown.place(finding)) + "  " +
         ink.quiet(finding.rule) + "\n";
  add_wrapped(out, harmless(shown.message(finding)), 2, width);
  add_excerpt(out, finding, shown, width, ink);
  if (!finding.suggestion.empty()) add_wrapped(out, "To mend: " + harmless(finding.suggestion), 2, width);
  if (finding.waived)
    add_wrapped(out, harmless("Accepted by " + finding.waived->person + ", " + finding.waived->role + ", on " +
                              long_form(finding.waived->date) + ": " + shown.safe(finding.document, finding.waived->reason)),
                2, width);
  out += "\n";
}

std::string verdict_words(const Verdict& verdict) {
  std::string words = verdict.ready ? "ready to publish" : "NOT ready to publish";
  words += ": " + std::to_string(verdict.block) + " to mend first, " + std::to_string(verdict.fix) + " to mend or justify, " +
           std::to_string(verdict.advise) + (verdict.advise == 1 ? " piece of advice" : " pieces of advice");
  if (verdict.waived > 0) words += ", " + std::to_string(verdict.waived) + " accepted";
  return words;
}

}  // namespace

std::string write_findings_terminal(const Checked& checked, const FindingsView& view) {
  const FindingsWords shown(checked, view.show_text);
  const std::size_t width = std::clamp(view.width, narrowest, widest);
  const Ink ink{view.colour};
  std::string out;
  for (std::size_t document = 0; document < checked.readings.size(); ++document) {
    const std::string path = harmless(checked.readings[document].path);
    if (checked.readings.size() > 1) out += ink.strong(path) + "\n\n";
    for (const Finding& finding : checked.findings)
      if (finding.document == document) add_finding(out, finding, shown, width, ink);
  }
  for (std::size_t document = 0; document < checked.readings.size(); ++document) {
    const Verdict verdict = verdict_of(checked, document);
    std::string words;
    add_wrapped(words, harmless(checked.readings[document].path) + " is " + verdict_words(verdict), 0, width);
    words.pop_back();
    out += ink.with(verdict.ready ? "1;32" : "1;31", words) + "\n";
  }
  if (!view.only.empty()) {
    std::string words;
    add_wrapped(words, "Only the rules of " + list_in_words(view.only) + " were asked, so this is no verdict on the whole.", 0, width);
    out += words;
  }
  for (const std::string& path : view.unreadable) out += ink.with("1;31", harmless(path) + " could not be checked") + "\n";
  return out;
}

}  // namespace casewright
