#include "marking/places.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

void add(std::vector<FilePlace>& places, const FilePlace& place) {
  if (!places.empty() && places.back().part == place.part && places.back().end == place.begin) places.back().end = place.end;
  else places.push_back(place);
}

/// How far an origin moves along with a stretch of text.
std::uint32_t length_in_file(OriginStep::Steps steps, std::string_view text) {
  switch (steps) {
    case OriginStep::Steps::stays: return 0;
    case OriginStep::Steps::by_byte: return static_cast<std::uint32_t>(text.size());
    case OriginStep::Steps::by_character: return static_cast<std::uint32_t>(count_characters(text));
  }
  return 0;
}

std::size_t index_of_stretch(const Prose& prose, std::uint32_t at) {
  const auto after = std::upper_bound(prose.stretches.begin(), prose.stretches.end(), at, [](std::uint32_t byte, const Stretch& each) { return byte < each.span.begin; });
  return after == prose.stretches.begin() ? 0 : static_cast<std::size_t>(after - prose.stretches.begin()) - 1;
}

}  // namespace

std::vector<FilePlace> places_of(const Reading& reading, Span span) {
  const Prose& prose = reading.prose;
  std::vector<FilePlace> places;
  if (span.empty() || prose.stretches.empty()) return places;
  if (const std::uint32_t carried = prose.stretch_at(span.begin).carried; carried != 0) {
    const Carried& item = reading.container.items[carried - 1];
    if (item.origin.known()) places.push_back({item.origin.part, item.origin.at, item.origin.at + item.extent});
    return places;
  }
  auto step = std::upper_bound(prose.origins.begin(), prose.origins.end(), span.begin, [](std::uint32_t byte, const OriginStep& each) { return byte < each.at; });
  if (step != prose.origins.begin()) --step;
  for (; step != prose.origins.end() && step->at < span.end; ++step) {
    if (!step->origin.known()) continue;
    const auto next = std::next(step);
    const Span here{std::max(span.begin, step->at), std::min(span.end, next == prose.origins.end() ? span.end : next->at)};
    const Origin from = prose.origin_at(here.begin);
    add(places, {from.part, from.at, from.at + length_in_file(step->steps, prose.view(here))});
  }
  return places;
}

std::vector<FilePlace> nearest_places(const Reading& reading, Span span, std::uint32_t part) {
  const auto& stretches = reading.prose.stretches;
  const auto in_part = [&](const Stretch& stretch) {
    std::vector<FilePlace> found;
    if (stretch.carried != 0) return found;
    for (const FilePlace& each : places_of(reading, stretch.span))
      if (each.part == part && each.end > each.begin) found.push_back(each);
    return found;
  };
  if (stretches.empty() || span.empty()) return {};
  const std::size_t here = index_of_stretch(reading.prose, span.begin);
  if (stretches[here].carried != 0) return {};
  for (std::size_t i = here + 1; i-- > 0;)
    if (auto found = in_part(stretches[i]); !found.empty()) return found;
  for (std::size_t i = here + 1; i < stretches.size(); ++i)
    if (auto found = in_part(stretches[i]); !found.empty()) return found;
  return {};
}

bool shown_there(const Reading& reading, Span span) {
  const Stretch& stretch = reading.prose.stretch_at(span.begin);
  return stretch.carried == 0 || stretch.scope == Scope::hidden;
}

std::string where_they_are(const Reading& reading, Span span) {
  if (span.empty()) return "This is about the report as a whole";
  switch (reading.prose.stretch_at(span.begin).scope) {
    case Scope::note: return "In the note here";
    case Scope::contents: return "In the contents here";
    case Scope::furniture: return "At the head or foot of the page";
    case Scope::alternative_text: return "In the description of a picture near here";
    case Scope::link: return "In the address of a link here";
    case Scope::metadata: return "In what the file says about itself";
    case Scope::comment: return "In the comment here";
    case Scope::hidden: return "In words that are not shown";
    case Scope::file_name: return "In the name of the file";
    case Scope::title:
    case Scope::heading:
    case Scope::paragraph:
    case Scope::list:
    case Scope::cell:
    case Scope::caption:
    case Scope::quotation:
    case Scope::to_write: break;
  }
  return "In the words here";
}

std::vector<std::string> lines_of(const Reading& reading, const MarginNote& note, bool exact) {
  std::vector<std::string> lines = note.lines;
  if (!exact) lines.insert(lines.begin(), where_they_are(reading, note.span) + (note.words.empty() ? "" : ": \xE2\x80\x9C" + note.words + "\xE2\x80\x9D"));
  return lines;
}

}  // namespace casewright
