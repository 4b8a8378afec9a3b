#include "ingest/pdf/pdf_contents.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"

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

  /// What each line says, alone and with the line below it: the headings are among them.
  void learn_lines() const {
    if (std::exchange(learnt_, true)) return;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (lines_[at] == nullptr || text(at).size() > 200) continue;
      said_[title_key(text(at))] = at;
      if (at + 1 < lines_.size() && lines_[at + 1] != nullptr && text(at + 1).size() <= 200) said_[title_key(text(at) + text(at + 1))] = at;
    }
  }

  /// True where a line behind `at` says the words: the entry of a heading.
  bool is_said_later(std::string_view words, std::size_t at) const {
    learn_lines();
    const auto found = said_.find(title_key(words));
    return found != said_.end() && found->first.size() >= 4 && found->second > at + 1;
  }

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
    return (page_lead(text(at)).dots && leads_among(at, 5, true) >= 3) || names_headings(at);
  }

  /// Lines that end in a page and name what comes later: contents without dots, whatever stands over them.
  bool names_headings(std::size_t at) const {
    constexpr std::size_t looked_at = 12, least = 4;
    std::size_t named = 0, leading = 0, lines = 0, without = 0;
    unsigned last = 0;
    for (std::size_t next = at; next < std::min(lines_.size(), at + looked_at) && lines_[next] != nullptr; ++next) {
      const PageLead lead = page_lead(text(next));
      if (lead.page == 0) {
        if (next == at || text(next).size() > 160) return false;
        if (++without > 2) break;
        continue;
      }
      lines += 1 + std::exchange(without, 0);
      if (leading > 0 && lead.page < last && last < 1000) break;
      last = lead.page;
      ++leading;
      named += is_said_later(std::string_view(text(next)).substr(0, lead.words_end), next);
      if (next == at && named == 0) return false;
    }
    return named >= least && 10 * named >= 6 * leading && 2 * leading >= lines;
  }

  /// A short line over contents that have no title of the usual kind.
  bool may_be_title(std::size_t at) const {
    constexpr std::size_t longest_title = 45;
    const LaidLine& line = lines_[at]->line;
    return line.text.size() <= longest_title && page_lead(line.text).page == 0 && !ends_sentence(line.text) && lines_[at]->kind == FlowKind::line && !is_said_later(line.text, at) &&
           (line.strong || line.capitals || line.size > 1.08f * lines_[at + 1]->line.size) && lines_[at + 1]->line.page == line.page && line.page > 1;
  }

  /// Marks the contents that begin there; where they end.
  std::size_t take(std::size_t at) {
    if (opens_contents(text(at))) mark_title(at++);
    else if (at > 0 && lines_[at - 1] != nullptr && may_be_title(at - 1)) mark_title(at - 1);
    unsigned last = 0;
    std::string waiting;
    std::size_t taken_from = at;
    while (at < lines_.size() && lines_[at] != nullptr) {
      const LaidLine& line = lines_[at]->line;
      const PageLead lead = page_lead(line.text);
      if (lead.page != 0 && (lead.dots || goes_on(line, lead, last))) {
        std::string words = waiting + (waiting.empty() ? "" : " ") + line.text.substr(0, lead.words_end);
        lefts_.push_back(waiting.empty() ? line.box.left - line.column_left : left_);
        waiting.clear();
        last = lead.page;
        mark(taken_from, at + 1);
        taken_from = ++at;
        if (ends_below(at, words)) {
          words += " " + text(at);
          lines_[at]->kind = FlowKind::contents;
          lines_[at]->goes_on = true;
          taken_from = ++at;
        }
        entries_.push_back({words, 0});
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

  /// The rest of an entry whose page stands behind its first line.
  bool ends_below(std::size_t at, const std::string& words) const {
    if (at >= lines_.size() || lines_[at] == nullptr || page_lead(text(at)).page != 0) return false;
    const LaidLine &line = lines_[at]->line, &above = lines_[at - 1]->line;
    if (line.page != above.page || line.baseline - above.baseline > 1.6f * line.size || std::fabs(line.size - above.size) > 0.6f) return false;
    return is_said_later(words + " " + line.text, at) || (begins_small(line.text) && line.box.left - line.column_left >= above.box.left - above.column_left - 2 && leads_among(at + 1, 2, false) > 0);
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

  /// One entry, or a title that comes again over more of them.
  void mark(std::size_t from, std::size_t to) {
    bool first = true;
    for (std::size_t at = from; at < to; ++at) {
      if (lines_[at] == nullptr) continue;
      if (at + 1 < to && opens_contents(text(at))) {
        mark_title(at);
        continue;
      }
      lines_[at]->kind = FlowKind::contents;
      lines_[at]->goes_on = !first;
      first = false;
    }
  }

  void mark_title(std::size_t at) {
    lines_[at]->kind = FlowKind::contents;
    lines_[at]->titles_contents = true;
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
  mutable std::unordered_map<std::string, std::size_t> said_;  ///< the last line that says it; learnt when a line ends in a page
  mutable bool learnt_ = false;
  std::vector<ContentsEntry> entries_;
  std::vector<float> lefts_;
  float left_ = 0;
};

}  // namespace

std::vector<ContentsEntry> mark_contents(std::vector<LaidPage>& pages) { return ContentsFinder(pages).run(); }

}  // namespace casewright
