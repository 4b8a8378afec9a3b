#include "ingest/blocks/run_builder.h"

#include <algorithm>
#include <utility>

#include "base/dates.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/blocks/runs.h"
#include "ingest/blocks/text_run.h"

namespace casewright {
namespace {

/// The step that holds byte `at`, moved to it.
OriginStep step_at(const std::vector<OriginStep>& steps, std::uint32_t at) {
  OriginStep found;
  for (const OriginStep& each : steps) {
    if (each.at > at) break;
    found = each;
  }
  if (found.steps == OriginStep::Steps::by_byte) found.origin.at += at - found.at;
  found.at = at;
  return found;
}

bool is_single_space(std::string_view text, std::size_t at) {
  return text[at] == ' ' && at + 1 < text.size() && !is_space(text[at + 1]);
}

}  // namespace

Inline& RunBuilder::run_for(Setting setting) { return text_run(inlines_, last_, setting); }

void RunBuilder::add(std::string_view text, const std::vector<OriginStep>& steps, const Setting& setting) {
  std::size_t step = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (setting.keeps_space && text[at] == '\n') {
      add_break();
      ++at;
      continue;
    }
    if (!setting.keeps_space && is_space(text[at])) {
      if (!space_waits_) {
        space_from_ = step_at(steps, static_cast<std::uint32_t>(at));
        space_setting_ = setting;
      }
      space_waits_ = true;
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    // Single spaces between words stay as they are, so that all up to white space of another kind goes in at once.
    while (end < text.size() && (setting.keeps_space ? text[end] != '\n' : !is_space(text[end]) || is_single_space(text, end))) ++end;
    const bool opens = inlines_.empty() || inlines_.back().kind == InlineKind::line_break;
    if (space_waits_ && !opens) {
      Inline& before = run_for(space_setting_);
      OriginStep from = space_from_;
      from.at = static_cast<std::uint32_t>(before.text.size());
      before.origins.push_back(from);
      before.text += ' ';
    }
    space_waits_ = false;
    Inline& run = run_for(setting);
    while (step + 1 < steps.size() && steps[step + 1].at <= at) ++step;
    OriginStep from = step_at(steps, static_cast<std::uint32_t>(at));
    from.at = static_cast<std::uint32_t>(run.text.size());
    const auto origin_goes_on = [&](const OriginStep& last) {
      return last.steps == OriginStep::Steps::by_byte && from.steps == last.steps && last.origin.part == from.origin.part &&
             last.origin.at + (from.at - last.at) == from.origin.at;
    };
    if (run.origins.empty() || !origin_goes_on(run.origins.back())) run.origins.push_back(from);
    for (std::size_t next = step + 1; next < steps.size() && steps[next].at < end; ++next) {
      OriginStep inner = steps[next];
      if (inner.at <= at) continue;
      inner.at = static_cast<std::uint32_t>(run.text.size() + (inner.at - at));
      run.origins.push_back(inner);
    }
    run.text += text.substr(at, end - at);
    at = end;
  }
}

void RunBuilder::add_break() {
  space_waits_ = false;
  inlines_.push_back(line_break());
}

void RunBuilder::add_note_reference(std::string mark, std::string target, Origin origin) {
  space_waits_ = false;
  inlines_.push_back(note_reference(std::move(mark), std::move(target), origin));
}

std::vector<Inline> RunBuilder::take() {
  trim_breaks(inlines_);
  space_waits_ = false;
  return std::exchange(inlines_, {});
}

namespace {

/// "12.06.23" and "27.11.18" at the head of a line are days; "3.2.14" and "10.4.12" may well number a paragraph.
bool is_day(std::string_view number) {
  const auto parts = split(number, '.');
  const auto value = [&](std::size_t part) { return std::stoi(std::string(parts[part])); };
  if (parts.size() != 3 || parts[2].size() != 2 || value(0) < 1 || value(0) > 31 || value(1) < 1 || value(1) > 12) return false;
  return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part[0] == '0'; }) || (value(0) > 12 && parts[1].size() == 2);
}

/// "12 June 2014" over an account of that day: a day of the month, and the month behind it.
bool is_day_before(std::string_view number, std::string_view words) {
  if (number.size() > 2 || std::stoi(std::string(number)) < 1 || std::stoi(std::string(number)) > 31) return false;
  const std::string_view word = words.substr(0, words.find_first_of(" ,.:\t"));
  return month_of_name(word) != 0;
}

}  // namespace

LeadingNumber leading_number(std::string_view text, bool many) {
  std::size_t at = 0, parts = 0;
  while (at < text.size()) {
    std::size_t digits = at;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == at || digits - at > 3) break;
    ++parts;
    at = digits;
    if (at < text.size() && text[at] == '.' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9') ++at;
    else break;
  }
  if (parts == 0 || (many && parts < 2)) return {};
  const std::size_t number_end = at;
  if (at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ':')) ++at;
  const std::size_t mark_end = at;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  while (text.substr(at, 2) == "\xC2\xA0") at += 2;
  if (at == mark_end || at >= text.size()) return {};
  // "12.5 per cent" and "1.5 miles" are no numbers of paragraphs: words after a number begin with a capital.
  const char first = text[at];
  if ((first >= 'a' && first <= 'z') || is_day(text.substr(0, number_end))) return {};
  if (number_end == mark_end && is_day_before(text.substr(0, number_end), text.substr(at))) return {};
  return {text.substr(0, number_end), at};
}

}  // namespace casewright
