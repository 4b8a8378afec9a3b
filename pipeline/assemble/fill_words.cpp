// Words of a template: fields, links, notes, the glossary.
#include <algorithm>

#include "assemble/filler.h"
#include "assemble/format_value.h"
#include "base/text.h"

namespace casewright {
namespace {

/// What a value had to be for a format that not every value has.
std::string_view told_format(Format format) {
  switch (format) {
    case Format::month_year: return "a month and a year";
    case Format::year: return "a year";
    case Format::ordinal: return "a place in a row, such as first or second";
    case Format::date: return "a date";
    case Format::plain:
    case Format::list:
    case Format::count:
    case Format::lower:
    case Format::capital: break;
  }
  return "the template asks";
}

}  // namespace

void Filler::inlines(const std::vector<Part>& parts, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
  for (const Part& part : parts) inline_part(part, at, run, style, missing);
}

/// False where the part is no inline.
bool Filler::inline_part(const Part& part, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
  WordsRun::Style inner = style;
  if (!take(sizeof(Inline) + part.text.size(), part)) return true;
  switch (part.element) {
    case Element::words: run.add(part.text, style); return true;
    case Element::br: run.line_break(); return true;
    case Element::field: field(part, at, run, style, missing); return true;
    case Element::note: footnote(part, at, run); return true;
    case Element::em: inner.marks = inner.marks.with(Mark::emphasis); break;
    case Element::strong: inner.marks = inner.marks.with(Mark::strong); break;
    case Element::a:
      inner.target = part.select ? fold_space(ask(part.select, at.node, part).text) : std::string(part.attribute("href"));
      if (inner.target.find('@') != std::string::npos && inner.target.find(':') == std::string::npos) inner.target = "mailto:" + inner.target;
      break;
    default:
      return control(part, at, [&](const std::vector<Part>& children, const FillPlace& inside) {
        inlines(children, inside, run, style, missing);
      });
  }
  inlines(part.children, at, run, inner, missing);
  return true;
}

void Filler::field(const Part& part, const FillPlace& at, WordsRun& run, const WordsRun::Style& style, Missing& missing) {
  const xpath::Answer answer = ask(part.select, at.node, part);
  const bool counts = part.format == Format::count;
  if (answer.of_nodes)
    for (const xpath::Node node : answer.nodes) mark_used(node, true);
  if (!counts && (!answer.error.empty() || trim(answer.text).empty())) {
    if (part.has_attribute("default")) {
      run.add(part.attribute("default"), style);
      return;
    }
    missing.push_back(note_missing(part, at, answer));
    run.add("\xE2\x80\xA6", style);
    return;
  }
  const Origin origin = answer.nodes.empty() ? Origin{} : answer.nodes.front().origin();
  const Format format = part.format == Format::plain && answer.nodes.size() > 1 ? Format::list : part.format;
  if (format == Format::plain && !answer.nodes.empty()) {
    copier_.words(answer.nodes.front(), run, style);
    return;
  }
  if (const std::optional<std::string> words = format_value(format, answer)) {
    run.add(*words, style, origin);
    return;
  }
  Fault unfit = answer.nodes.empty() ? Fault() : fault_at(answer.nodes.front(), {});
  unfit.what = "this cannot be written as " + std::string(told_format(format));
  unfit.hint = part.format == Format::ordinal ? "write a whole number" : "write the date as 2015-03-02, 2015-03 or 2015";
  fault_in_case(part, std::move(unfit));
  missing.push_back(what_is_missing(part, at));
  run.add(fold_space(answer.text), {style.marks.with(Mark::uncertain), style.target}, origin);
}

void Filler::footnote(const Part& part, const FillPlace& at, WordsRun& run) {
  const Manuscript::NoteId id = manuscript_.next_note();
  run.refer(id.number, id.id);
  Block note(BlockKind::note);
  note.id = id.id;
  note.number = id.number;
  mixed(part, at, note);
  manuscript_.note(std::move(note));
}

void Filler::glossary(const Part& part, const FillPlace& at) {
  std::vector<Manuscript::Term> terms;
  const auto from_case = ask(part.select, at.node, part);
  for (const xpath::Node node : from_case.nodes) {
    Manuscript::Term term{std::string(node.attribute("short")), {}, true};
    WordsRun run(term.meaning);
    copier_.words(node, run, {});
    terms.push_back(std::move(term));
  }
  for (const Part& each : part.children) {
    if (each.element != Element::term) continue;
    Manuscript::Term term{std::string(each.attribute("short")), {}, false};
    const bool told = std::any_of(terms.begin(), terms.end(), [&](const auto& known) { return known.shown == term.shown; });
    if (told) continue;  // the case's own wording goes first
    Missing missing;
    WordsRun run(term.meaning);
    inlines(each.children, at, run, {}, missing);
    terms.push_back(std::move(term));
  }
  manuscript_.glossary(std::string(part.attribute("caption")), std::move(terms));
}

}  // namespace casewright
