#include "inspect/kinds/wholeness.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "inspect/sections/section_recogniser.h"

namespace casewright {
namespace {

constexpr std::size_t stretches_of_cover = 12;  ///< stretches of a cover

bool stands_for(const SectionSeen& heading, std::string_view section) {
  return std::find(heading.canonical.begin(), heading.canonical.end(), section) != heading.canonical.end();
}

/// Reports whose headings are all of one level have them in level 1 or 2.
std::uint8_t top_level(const std::vector<SectionSeen>& headings) {
  std::uint8_t top = 255;
  for (const SectionSeen& each : headings) top = std::min(top, each.level);
  return top;
}

/// The last heading of the top level that stands for that section, or null.
const SectionSeen* last_of(const std::vector<SectionSeen>& headings, std::string_view section, std::uint8_t level) {
  const SectionSeen* last = nullptr;
  for (const SectionSeen& each : headings)
    if (each.level == level && each.canonical.size() == 1 && stands_for(each, section)) last = &each;
  return last;
}

/// Where on that level a second report begins: with an introduction behind recommendations, and recommendations of its own; where
/// its title is a heading too, behind that title.
const SectionSeen* second_start(const std::vector<SectionSeen>& headings, std::uint8_t level, bool behind_title) {
  const SectionSeen* second = nullptr;
  bool started = false, ended = false, titled = !behind_title;
  for (const SectionSeen& each : headings) {
    if (each.level < level && ended) titled = true;
    if (each.level != level || stands_for(each, "appendix")) continue;
    const bool starts = stands_for(each, "introduction"), ends = stands_for(each, "recommendations");
    if (ends && second != nullptr) return second;
    if (starts && ended && titled && second == nullptr) second = &each;
    started = started || starts;
    ended = ended || (ends && started);
  }
  return nullptr;
}

}  // namespace

void empty_section(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const std::vector<SectionSeen>& headings = seen.inspected.sections;
  for (std::size_t at = 0; at + 1 < headings.size(); ++at) {
    const SectionSeen &here = headings[at], &next = headings[at + 1];
    if (next.level > here.level || here.canonical.empty()) continue;
    bool words = next.page != here.page && next.page > here.page + 1;  // something stands between that has no words
    for (std::uint32_t stretch = here.stretch + 1; stretch < next.stretch && !words; ++stretch) {
      const Scope scope = seen.prose.stretches[stretch].scope;
      words = scope != Scope::furniture && scope != Scope::heading;  // contents are what their own heading promises
    }
    if (!words) into.push_back(report(seen, rule, seen.prose.stretches[here.stretch].span));
  }
}

void cover_date_differs(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const Date& cover = seen.reading.document.date;
  if (!cover.known() || cover.month == 0) return;
  for (const Stretch& stretch : seen.prose.stretches) {
    if (stretch.scope != Scope::furniture) continue;
    for (const DateInText& found : find_dates(seen.prose.view(stretch.span))) {
      if (!found.date.known() || found.date.month == 0) continue;
      if (found.date.year == cover.year && found.date.month == cover.month) continue;
      const Span place{stretch.span.begin + found.span.begin, stretch.span.begin + found.span.end};
      return into.push_back(report(seen, rule, place, {{"cover", month_and_year(cover)}, {"header", month_and_year(found.date)}}));
    }
  }
}

void second_report(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const std::uint8_t top = top_level(seen.inspected.sections);
  for (const std::uint8_t level : {top, static_cast<std::uint8_t>(top + 1)})
    if (const SectionSeen* second = second_start(seen.inspected.sections, level, level != top); second != nullptr)
      return into.push_back(report(seen, rule, seen.prose.stretches[second->stretch].span));
}

void heading_picture(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (!block.picture || block.picture->decorative) return;
    const std::string words = fold_space(block.picture->alternative);
    if (words.empty() || std::count(words.begin(), words.end(), ' ') > 6 || words.find('.') + 1 == words.size()) return;
    const Recognised found = recognise_heading(words, seen.corpus);
    if (found.confidence < 0.9 || found.rests_on != "a wording that reports use") return;
    if (found.sections == section_of("family_composition").value_or(0) || (found.sections & section_of("narrative").value_or(0)) != 0) return;  // genograms and timelines are pictures
    Finding finding = report(seen, rule, {});
    finding.place.page = block.page;
    finding.place.box = block.box;
    into.push_back(std::move(finding));
  });
}

void summary_alone(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const bool beside = std::any_of(seen.set.begin(), seen.set.end(), [&](const Reading& each) {
    return &each != &seen.reading && (each.document.role == DocumentRole::report || each.document.role == DocumentRole::legacy);
  });
  if (!beside) into.push_back(report(seen, rule, {}));
}

void volume_alone(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const bool another = std::any_of(seen.set.begin(), seen.set.end(), [&](const Reading& each) { return &each != &seen.reading && is_volume(each); });
  if (is_volume(seen.reading) && !another) into.push_back(report(seen, rule, {}));
}

void section_order(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  static constexpr std::array<std::array<std::string_view, 2>, 5> order{
      {{"narrative", "recommendations"}, {"analysis", "recommendations"}, {"terms_of_reference", "analysis"}, {"narrative", "conclusion"}, {"introduction", "narrative"}}};
  const std::vector<SectionSeen>& headings = seen.inspected.sections;
  const std::uint8_t top = top_level(headings);
  for (const auto& [first, then] : order) {
    const SectionSeen *before = last_of(headings, first, top), *after = last_of(headings, then, top);
    if (before == nullptr || after == nullptr || before->stretch < after->stretch) continue;
    return into.push_back(report(seen, rule, seen.prose.stretches[before->stretch].span, {{"first", spoken(first)}, {"then", spoken(then)}}));
  }
}

bool no_section_headed(const Seen& seen) {
  return std::all_of(seen.inspected.sections.begin(), seen.inspected.sections.end(), [](const SectionSeen& each) { return each.canonical.empty(); });
}

bool follows_a_volume(const Seen& seen) {
  return is_volume(seen.reading) && std::any_of(seen.set.begin(), seen.set.begin() + seen.document, [](const Reading& each) { return is_volume(each); });
}

bool is_volume(const Reading& reading) {
  const auto tells = [](const std::string& text) {
    const std::string words = ascii_lower(text);
    const std::size_t at = words.find("volume ");
    if (at == std::string::npos) return false;
    const std::string_view number = std::string_view(words).substr(at + 7, 5);
    static constexpr std::array<std::string_view, 8> numbers{"1", "2", "3", "one", "two", "three", "ii", "i"};
    return std::any_of(numbers.begin(), numbers.end(), [&](std::string_view each) { return number.starts_with(each); });
  };
  if (tells(reading.document.title) || tells(replace_every(reading.path, "-", " "))) return true;
  for (std::size_t at = 0; at < std::min(stretches_of_cover, reading.prose.stretches.size()); ++at)
    if (const Stretch& stretch = reading.prose.stretches[at]; stretch.scope != Scope::contents && stretch.span.end - stretch.span.begin < 80 && tells(std::string(reading.prose.view(stretch.span)))) return true;
  return false;
}

}  // namespace casewright
