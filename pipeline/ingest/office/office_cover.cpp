#include "ingest/office/office_cover.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace casewright {
namespace {

std::string words_between(const OfficeLaid& paragraph, const OfficeCover& cover, float left, float top, float bottom) {
  const std::size_t a_line = std::max<std::size_t>(8, static_cast<std::size_t>(paragraph.width / paragraph.letter));
  const auto line_at = [&](float y) { return static_cast<std::size_t>(std::max(0.0F, (y - paragraph.top) / paragraph.line)); };
  const std::size_t first_line = line_at(top + paragraph.line * 0.4F);
  const std::size_t last_line = std::max(first_line, line_at(std::max(top, bottom - paragraph.line * 0.4F)));
  const auto letter_at = [&](float x) { return static_cast<std::size_t>(std::clamp((x - paragraph.left) / paragraph.letter, 0.0F, static_cast<float>(a_line))); };
  const bool one_line = first_line == last_line;
  std::size_t begin = first_line * a_line + (one_line ? letter_at(left) : 0), end = last_line * a_line + (one_line ? letter_at(left + cover.width) : a_line);
  constexpr std::size_t slack = 12;  // letters: a proportional fount is only known on the average
  begin = begin > slack ? begin - slack : 0;
  end += slack;
  const std::string& words = paragraph.words;
  if (begin >= words.size()) return {};
  begin = begin == 0 ? 0 : words.rfind(' ', begin) == std::string::npos ? 0 : words.rfind(' ', begin) + 1;
  end = end >= words.size() ? words.size() : words.find(' ', end) == std::string::npos ? words.size() : words.find(' ', end);
  return fold_space(std::string_view(words).substr(begin, end - begin));
}

}  // namespace

void OfficeLayout::page_break() {
  down_ = 0;
  ++on_sheet_;
}

void OfficeLayout::lay(const OfficeParagraph& paragraph, const OfficeSpacing& spacing) {
  OfficeLaid laid;
  for (const Inline& each : paragraph.block.inlines) laid.words += each.kind == InlineKind::text ? each.text : " ";
  const float size = paragraph.size > 0 ? paragraph.size : 11;
  laid.line = size * 1.22F * std::clamp(spacing.line, 0.5F, 4.0F);
  laid.letter = size * 0.49F;
  laid.left = sheet_.left + static_cast<float>(paragraph.left) / 20;
  laid.width = std::max(36.0F, sheet_.column() - static_cast<float>(paragraph.left + paragraph.right) / 20);
  const float lines = std::max(1.0F, std::ceil(static_cast<float>(count_characters(laid.words)) * laid.letter / laid.width));
  laid.height = lines * laid.line;
  if (sheet_.top + down_ + spacing.before + laid.line > sheet_.height - sheet_.bottom) page_break();
  laid.top = sheet_.top + down_ + spacing.before;
  laid.sheet = on_sheet_;
  laid.page = paragraph.block.page;
  if (!paragraph.block.inlines.empty()) laid.origin = paragraph.block.inlines.front().origin_at(0);
  down_ += spacing.before + laid.height + spacing.after;
  laid_.push_back(std::move(laid));
}

void OfficeLayout::cover(OfficeCover cover) {
  cover.paragraph = laid_.size();
  covers_.push_back(cover);
}

std::vector<Carried> OfficeLayout::words_under() const {
  std::vector<Carried> found;
  for (const OfficeCover& cover : covers_) {
    if (cover.paragraph >= laid_.size()) continue;
    const OfficeLaid& anchor = laid_[cover.paragraph];
    const float top = cover.top + (cover.from_paragraph ? anchor.top : 0), bottom = top + cover.height;
    const float left = cover.left + (cover.from_column ? sheet_.left : 0);
    constexpr std::size_t furthest = 200;  // laid_ of one page
    const std::size_t first = cover.paragraph > furthest ? cover.paragraph - furthest : 0;
    for (std::size_t i = first; i < laid_.size() && i < cover.paragraph + furthest; ++i) {
      const OfficeLaid& each = laid_[i];
      if (each.sheet != anchor.sheet || trim(each.words).empty()) continue;
      const float shared = std::min(bottom, each.top + each.height) - std::max(top, each.top);
      const float reach = each.words.size() * each.letter < each.width ? each.words.size() * each.letter : each.width;
      const float across = std::min(left + cover.width, each.left + reach) - std::max(left, each.left);
      if (shared < std::min(cover.height, each.line) * 0.4F || across < each.letter) continue;
      std::string words = words_between(each, cover, left, top, bottom);
      if (words.empty()) continue;
      Carried item{CarriedKind::hidden_text, "words under a shape", std::move(words), "", each.origin, each.page, {}};
      item.risk = "text-under-shape";
      item.how = cover.picture ? "under a picture" : "under a filled shape";
      item.deliberate = true;
      found.push_back(std::move(item));
    }
  }
  return found;
}

}  // namespace casewright
