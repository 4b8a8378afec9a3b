#include "ingest/pdf_contents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "ingest/pdf_marks.h"
#include "ingest/run_builder.h"

namespace casewright {
namespace {

class ContentsFinder {
 public:
  explicit ContentsFinder(std::vector<LaidPage>& pages) {
    for (LaidPage& page : pages)
      for (FlowItem& item : page.flow)
        if (item.kind == FlowKind::line) lines_.push_back(&item);
        else if (item.kind != FlowKind::note) lines_.push_back(nullptr);  // nothing goes on over a table
  }

  std::vector<ContentsEntry> run() {
    for (std::size_t at = 0; at < lines_.size();) at = lines_[at] != nullptr && begins(at) ? take(at) : at + 1;
    set_levels();
    return std::move(entries_);
  }

 private:
  const std::string& text(std::size_t at) const { return lines_[at]->line.text; }

  std::size_t leads_among(std::size_t from, std::size_t count, bool dots) const {
    std::size_t leads = 0;
    for (std::size_t at = from; at < std::min(lines_.size(), from + count); ++at) {
      if (lines_[at] == nullptr) break;
      const PageLead lead = page_lead(text(at));
      leads += lead.page != 0 && (lead.dots || !dots);
    }
    return leads;
  }

  bool begins(std::size_t at) const {
    if (opens_contents(text(at))) return leads_among(at + 1, 4, false) >= 2;
    return page_lead(text(at)).dots && leads_among(at, 5, true) >= 3;
  }

  /// Marks the contents that begin there; where they end.
  std::size_t take(std::size_t at) {
    if (opens_contents(text(at))) lines_[at++]->kind = FlowKind::contents;
    unsigned last = 0;
    std::string waiting;
    std::size_t taken_from = at;
    while (at < lines_.size() && lines_[at] != nullptr) {
      const LaidLine& line = lines_[at]->line;
      const PageLead lead = page_lead(line.text);
      if (lead.page != 0 && (lead.dots || goes_on(line, lead, last))) {
        const std::string words = waiting + (waiting.empty() ? "" : " ") + line.text.substr(0, lead.words_end);
        entries_.push_back({words, 0});
        lefts_.push_back(waiting.empty() ? line.box.left - line.column_left : left_);
        waiting.clear();
        last = lead.page;
        mark(taken_from, at + 1);
        taken_from = ++at;
        continue;
      }
      if (opens_contents(line.text) && leads_among(at + 1, 4, false) >= 2) {
        taken_from = at++;
        last = 0;
        continue;
      }
      if (!wraps(at, last)) break;
      if (waiting.empty()) left_ = line.box.left - line.column_left;
      waiting += (waiting.empty() ? "" : " ") + line.text;
      ++at;
    }
    return std::max(taken_from, std::size_t{1});
  }

  /// Without dots a number is a page where it stands far right or goes on from the entry before.
  static bool goes_on(const LaidLine& line, const PageLead& lead, unsigned last) {
    if (line.words.size() < 2 || line.text.size() > 160) return false;
    const LaidWord &number = line.words.back(), &before = line.words[line.words.size() - 2];
    if (number.box.left - before.box.right > 1.2f * line.size) return true;
    return lead.page >= last && lead.page <= last + 60 && !ends_sentence(line.text);
  }

  /// A line that has no number because its entry goes on below.
  bool wraps(std::size_t at, unsigned last) const {
    if (at + 1 >= lines_.size() || lines_[at + 1] == nullptr) return false;
    const LaidLine &line = lines_[at]->line, &next = lines_[at + 1]->line;
    const PageLead lead = page_lead(next.text);
    if (line.page != next.page || next.baseline < line.baseline || next.baseline - line.baseline > 1.5f * line.size) return false;
    if (std::fabs(line.size - next.size) > 0.6f || line.strong != next.strong) return false;
    return lead.page != 0 && (lead.dots || goes_on(next, lead, last)) && line.text.size() > 25;
  }

  void mark(std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at)
      if (lines_[at] != nullptr) lines_[at]->kind = FlowKind::contents;
  }

  void set_levels() {
    std::vector<float> steps = lefts_;
    std::sort(steps.begin(), steps.end());
    std::vector<float> kept;
    for (const float each : steps)
      if (kept.empty() || each - kept.back() > 5) kept.push_back(each);
    const bool by_indent = kept.size() >= 2 && !numbers_tell_more(kept);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (by_indent) {
        std::size_t level = 0;
        while (level < kept.size() && lefts_[i] > kept[level] - 5) ++level;
        while (level > 1 && lefts_[i] < kept[level - 1] - 0.1f) --level;
        entries_[i].level = static_cast<std::uint8_t>(std::clamp<std::size_t>(level, 1, 6));
        continue;
      }
      const LeadingNumber number = leading_number(entries_[i].text, false);
      if (!number.number.empty()) entries_[i].level = static_cast<std::uint8_t>(1 + std::count(number.number.begin(), number.number.end(), '.'));
    }
  }

  /// Numbers of several depths stand at one indent, so that the indent does not tell the level.
  bool numbers_tell_more(const std::vector<float>& kept) const {
    std::map<std::size_t, std::set<long>> depths;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const LeadingNumber number = leading_number(entries_[i].text, false);
      if (number.number.empty()) continue;
      const auto place = static_cast<std::size_t>(std::count_if(kept.begin(), kept.end(), [&](float left) { return lefts_[i] > left - 5; }));
      depths[place].insert(std::count(number.number.begin(), number.number.end(), '.'));
    }
    return std::any_of(depths.begin(), depths.end(), [](const auto& each) { return each.second.size() >= 2; });
  }

  std::vector<FlowItem*> lines_;
  std::vector<ContentsEntry> entries_;
  std::vector<float> lefts_;
  float left_ = 0;
};

}  // namespace

std::vector<ContentsEntry> mark_contents(std::vector<LaidPage>& pages) { return ContentsFinder(pages).run(); }

}  // namespace casewright
