#include "inspect/section_recogniser.h"

#include <algorithm>
#include <bit>

#include "base/text.h"
#include "inspect/heading_features.h"

namespace casewright {
namespace {

constexpr double sure_recognition = 0.62;
constexpr float likely_alone = 0.5F;    ///< from which chance on weighed words tell a section that nothing else tells
constexpr float likely_second = 0.85F;  ///< the same for a second section of a heading that speaks of two things
constexpr float unlikely = 0.01F;       ///< below which chance a reading that is not certain is not believed
constexpr float overruling = 0.85F;     ///< from which chance on another section takes the place of such a reading
constexpr float overruled = 0.15F;      ///< where that reading has less chance than this
constexpr double certain = 0.9;         ///< a reading from here on is believed in any case
constexpr std::string_view by_document = "what the document says of itself";
constexpr std::string_view by_weights = "the words of the heading and its place in the report";

float chance_of(const SectionChances& chances, SectionSet section) { return chances[static_cast<std::size_t>(std::countr_zero(section))]; }

/// The sections of a set, one by one.
template <class Take>
void each_of(SectionSet sections, Take take) {
  for (; sections != 0; sections &= sections - 1) take(sections & (~sections + 1));
}

/// What wordings and signs say and what the weights say, put together.
Recognised together(const Recognised& told, const SectionChances& chances, bool joined) {
  Recognised all = told;
  const bool another = *std::max_element(chances.begin(), chances.end()) >= overruling;
  if (told.confidence < certain)
    each_of(told.sections, [&](SectionSet each) {
      if (chance_of(chances, each) < (another ? overruled : unlikely)) all.sections &= ~each;
    });
  const bool none = all.sections == 0;
  for (std::size_t at = 0; at < chances.size(); ++at)
    if (chances[at] >= (none ? likely_alone : likely_second) && (none || joined)) {
      const SectionSet section = SectionSet{1} << at;
      if (all.sections == 0) all = {0, 1, by_weights};
      if ((all.sections & section) != 0) continue;
      all.sections |= section;
      all.confidence = std::min<double>(all.confidence, std::max<double>(chances[at], sure_recognition));
    }
  return all.sections == 0 ? Recognised{} : all;
}

bool joins_two(std::string_view heading, const SectionWordings& known) {
  const HeadingWords words = known.words_of(heading);
  return !words.words.empty() && words.words.back().part > 0;
}

/// One heading on its way: what its words say, and what the weights say of them.
struct Weighed {
  Recognised told;
  std::vector<std::string> features;
  Recognised now;
  bool joined = false;  ///< speaks of two things: "Analysis and learning"
};

HeadingPlace place_of(const std::vector<HeadingIn>& headings, const std::vector<Weighed>& weighed, std::size_t at) {
  HeadingPlace place{headings.size() < 2 ? 0 : static_cast<double>(at) / static_cast<double>(headings.size() - 1), headings[at].level, 0, 0, 0};
  if (at > 0) place.before = weighed[at - 1].now.sections;
  if (at + 1 < headings.size()) place.after = weighed[at + 1].now.sections;
  for (std::size_t above = at; above-- > 0;)
    if (headings[above].level < headings[at].level && headings[above].level != 0) {
      place.above = weighed[above].now.sections;
      break;
    }
  return place;
}

}  // namespace

Recognised recognise_heading(std::string_view heading, const Corpus& corpus) {
  const SectionWordings& known = corpus.sections;
  const Recognised told = read_heading(heading, known);
  const std::vector<std::string> features = heading_features(heading, known);
  return known.weights() == nullptr || features.empty() ? told : together(told, known.weights()->chances(features), joins_two(heading, known));
}

std::vector<Recognised> recognise_headings(const std::vector<HeadingIn>& headings, const Corpus& corpus) {
  const SectionWordings& known = corpus.sections;
  std::vector<Weighed> weighed;
  for (const HeadingIn& each : headings) {
    Weighed& one = weighed.emplace_back();
    one.now = one.told = read_heading(each.words, known);
    if (known.weights() == nullptr) continue;
    one.features = heading_features(each.words, known);
    if (one.features.empty()) continue;
    one.now = together(one.told, known.weights()->chances(one.features), one.joined = joins_two(each.words, known));
  }
  std::vector<Recognised> all;
  for (std::size_t at = 0; at < headings.size(); ++at) {
    if (known.weights() == nullptr || weighed[at].features.empty()) {
      all.push_back(weighed[at].now);
      continue;
    }
    std::vector<std::string> features = weighed[at].features;
    for (std::string& each : place_features(place_of(headings, weighed, at))) features.push_back(std::move(each));
    all.push_back(together(weighed[at].told, known.weights()->chances(features), weighed[at].joined));
  }
  return all;
}

std::vector<SectionSeen> recognise_sections(const Prose& prose, const Corpus& corpus) {
  std::vector<SectionSeen> all;
  std::vector<HeadingIn> headings;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    if (stretch.scope != Scope::heading) continue;
    all.push_back({fold_space(prose.view(stretch.span)), stretch.level, stretch.page, {}, 0, {}, index});
    headings.push_back({all.back().heading, stretch.level});
  }
  const std::vector<Recognised> found = recognise_headings(headings, corpus);
  for (std::size_t at = 0; at < all.size(); ++at) {
    SectionSeen& seen = all[at];
    const Stretch& stretch = prose.stretches[seen.stretch];
    const bool under_another = seen.stretch > 0 && prose.stretches[seen.stretch - 1].section == stretch.section && stretch.level > 1;
    if (!stretch.section.empty() && !under_another) {
      for (const std::string_view name : split(stretch.section, ' ')) seen.canonical.emplace_back(name);
      seen.confidence = 1;
      seen.rests_on = by_document;
    } else if (found[at].confidence >= sure_recognition) {
      seen.canonical = names_of(found[at].sections);
      seen.confidence = found[at].confidence;
      seen.rests_on = found[at].rests_on;
    }
  }
  return all;
}

std::vector<SectionSet> sections_by_stretch(const Prose& prose, const std::vector<SectionSeen>& seen) {
  struct Open {
    std::uint8_t level;
    SectionSet sections;
  };
  std::vector<Open> open;
  std::vector<SectionSet> all(prose.stretches.size());
  std::size_t next = 0;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    if (next < seen.size() && seen[next].stretch == index) {
      while (!open.empty() && open.back().level >= seen[next].level) open.pop_back();
      SectionSet sections = open.empty() ? 0 : open.back().sections;
      for (const std::string& name : seen[next].canonical) sections |= section_of(name).value_or(0);
      open.push_back({seen[next].level, sections});
      ++next;
    }
    all[index] = open.empty() ? 0 : open.back().sections;
  }
  return all;
}

}  // namespace casewright
