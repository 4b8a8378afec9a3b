#include "ingest/pdf/pdf_tree_walk.h"

#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {

using pdf::Element;

void PdfTreeWalk::note(const Element& element, std::size_t level, std::vector<Block>& out) {
  ++into_note_;
  Block note(BlockKind::note);
  std::string label;
  PdfStretches body;
  item_words(element, level, label, body, note.children);
  --into_note_;
  if (label.empty() && !body.empty() && is_small_number(trim(body[0].text))) {
    label = body[0].text;
    body.erase(body.begin());
  }
  set(note, body, true);
  note.number = std::string(trim(label));
  if (note.number.empty()) {
    const std::string text = note.text();
    const LeadingNumber lead = leading_number(text, false);
    note.number = std::string(lead.number);
    cut_front(note.inlines, lead.words_at);
  }
  while (note.number.ends_with('.') || note.number.ends_with(')') || note.number.ends_with(']')) note.number.pop_back();
  if (note.number.starts_with('[')) note.number.erase(0, 1);
  if (note.inlines.empty() && note.children.empty()) return;
  name(note);
  out.push_back(std::move(note));
}

void PdfTreeWalk::name(Block& note) {
  note.id = "note-" + note.number;
  for (int i = 2; !notes_.insert(note.id).second; ++i) note.id = "note-" + note.number + "-" + std::to_string(i);
}

void PdfTreeWalk::finish_references() {
  walk(read_.blocks, [this](Block& block, std::size_t) {
    for (Inline& run : block.inlines) {
      if (run.kind != InlineKind::note_reference || !run.target.empty()) continue;
      run.target = "note-" + run.text;
      const int met = ++cited_[run.text];
      if (met > 1 && notes_.count(run.target + "-" + std::to_string(met)) != 0) run.target += "-" + std::to_string(met);
      if (notes_.count(run.target) != 0) continue;
      run.target.clear();
      run.kind = InlineKind::text;
      run.marks = run.marks.with(Mark::superscript);
    }
  });
}

}  // namespace casewright
