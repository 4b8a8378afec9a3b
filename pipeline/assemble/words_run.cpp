#include "assemble/words_run.h"

#include "base/letters.h"

namespace casewright {
namespace {

}  // namespace

Inline& WordsRun::run(const Style& style) {
  if (into_->empty() || into_->back().kind != InlineKind::text || into_->back().marks != style.marks ||
      into_->back().target != style.target) {
    Inline& fresh = into_->emplace_back();
    fresh.marks = style.marks;
    fresh.target = style.target;
  }
  return into_->back();
}

/// The space between two runs belongs to the plain one of them, so that links, emphasis and doubts hold words only.
void WordsRun::add_space(const Style& style) {
  Inline& last = into_->back();
  const bool words = last.kind == InlineKind::text;
  const Style before{last.marks, last.target};
  if (words && (before == style || before == Style{})) last.text += ' ';
  else (style == Style{} ? run(style) : run({})).text += ' ';
}

void WordsRun::add(std::string_view words, const Style& style, Origin origin) {
  Inline* current = nullptr;
  for (std::size_t at = 0; at < words.size();) {
    if (is_space(words[at])) {
      space_ = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (space_ && !into_->empty() && into_->back().kind != InlineKind::line_break) add_space(style);
    space_ = false;
    if (current == nullptr) {
      current = &run(style);
      const bool same = !current->origins.empty() && current->origins.back().origin == origin;
      if (!same && (origin.known() || !current->origins.empty()))
        current->origins.push_back({static_cast<std::uint32_t>(current->text.size()), origin, OriginStep::Steps::stays});
    }
    current->text.append(words.substr(at, end - at));
    at = end;
  }
}

void WordsRun::line_break() {
  space_ = false;
  into_->emplace_back().kind = InlineKind::line_break;
}

void WordsRun::refer(std::string number, std::string id) {
  Inline& reference = into_->emplace_back();
  reference.kind = InlineKind::note_reference;
  reference.text = std::move(number);
  reference.target = std::move(id);
}

}  // namespace casewright
