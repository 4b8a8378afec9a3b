#include "ingest/office/office_words.h"

#include <utility>

#include "base/text.h"
#include "ingest/blocks/runs.h"
#include "ingest/blocks/text_run.h"

namespace casewright {
namespace {

constexpr std::uint32_t wide = 3;  // blanks in a row that set words apart as a tab does

}  // namespace

void OfficeWords::put(std::string_view character, Origin from, const Setting& setting, OriginStep::Steps steps) {
  Inline& run = text_run(inlines_, last_, setting);
  const bool follows = !run.origins.empty() && run.origins.back().steps == steps &&
                       (steps == OriginStep::Steps::by_character ? from == next_ : from == run.origins.back().origin);
  if (!follows) run.origins.push_back({static_cast<std::uint32_t>(run.text.size()), from, steps});
  run.text += character;
  bytes_ += character.size();
  if (character != " ") blanks_ = 0;
  next_ = from;
  ++next_.at;
}

void OfficeWords::space(Origin from, const Setting& setting) {
  if (bytes_ > 0 && blanks_ < wide && ++blanks_ == wide) ++gaps_;
  if (space_waits_) return;
  space_waits_ = true;
  space_from_ = from;
  space_setting_ = setting;
}

void OfficeWords::add(std::string_view text, Origin from, const Setting& setting) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint each = code_point_at(text, at);
    const std::string_view character = text.substr(at, each.bytes);
    if (each.value == ' ' || each.value == '\t' || each.value == '\n' || each.value == '\r') {
      space(from, setting);
    } else if (each.value != 0xAD) {
      const bool opens = inlines_.empty() || inlines_.back().kind == InlineKind::line_break;
      if (space_waits_ && !opens) put(" ", space_from_, space_setting_, OriginStep::Steps::by_character);
      space_waits_ = false;
      put(character, from, setting, OriginStep::Steps::by_character);
    }
    at += each.bytes;
    ++from.at;
  }
}

void OfficeWords::add_shown(std::string_view text, Origin from, const Setting& setting) {
  if (text == "\t") {
    if (first_tab_ == std::string::npos) first_tab_ = bytes_;
    last_tab_ = bytes_;
    gaps_ += bytes_ > 0 && blanks_ < wide;
    blanks_ = wide;
    return space(from, setting);
  }
  if (text.empty()) return;
  if (space_waits_ && !inlines_.empty()) put(" ", space_from_, space_setting_, OriginStep::Steps::by_character);
  space_waits_ = false;
  put(text, from, setting, OriginStep::Steps::stays);
}

void OfficeWords::add_break(Origin from) {
  space_waits_ = false;
  inlines_.push_back(line_break(from));
}

void OfficeWords::add_note_reference(std::string mark, std::string target, Origin from) {
  inlines_.push_back(note_reference(std::move(mark), std::move(target), from));
}

std::vector<Inline> OfficeWords::take() {
  trim_breaks(inlines_);
  std::vector<Inline> taken = std::move(inlines_);
  *this = {};
  return taken;
}

}  // namespace casewright
