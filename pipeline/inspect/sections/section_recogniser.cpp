#include "inspect/sections/section_recogniser.h"

#include <algorithm>
#include <bit>
#include <optional>

#include "base/text.h"
#include "inspect/sections/heading_features.h"

namespace casewright {
namespace {

constexpr double sure_recognition = 0.62;
constexpr float likely_alone = 0.5F;    ///< from which chance on weighed words tell a section that nothing else tells
constexpr float likely_second = 0.85F;  ///< the same for a second section of a heading that speaks of two things
constexpr float unlikely = 0.01F;       ///< below which chance a reading that is not certain is not believed
constexpr float overruling = 0.85F;     ///< from which chance on another section takes the place of such a reading
constexpr float overruled = 0.15F;      ///< where that reading has less chance than this
constexpr double certain = 0.93;         ///< a reading from here on is believed in any case: whole wordings, not signs
constexpr float likely_by_opening = 0.6F;  ///< from which chance on the first words under a heading tell a section that it does not
constexpr float opening_agrees = 0.35F;    ///< the same where the heading makes that section likely in some measure
constexpr float heading_agrees = 0.2F;     ///< which is from here on
constexpr float likely_inside_another = 0.85F;  ///< the same for a heading inside a section that another one names
constexpr SectionSet lists_of_their_own = SectionSet{1} << 20 | SectionSet{1} << 21 | SectionSet{1} << 23 | SectionSet{1} << 24;  ///< recommendations, references, glossary
constexpr std::size_t most_of_opening = 420;  ///< bytes under a heading that are looked at
constexpr float likely_inside = 0.05F;  ///< from which chance on a heading under one of an account of events goes on with it
constexpr float likely_behind = 0.15F;   ///< the same for one that stands behind such a heading
constexpr SectionSet narrative = SectionSet{1} << 13;
constexpr int times_around = 2;               ///< how often headings are judged by what stands around them
constexpr std::string_view by_opening = "the first words under the heading";
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

/// A heading that says nothing stands for what the words under it say. Inside a section that the heading above it names they must
/// be surer, and those of its lists ("For the police") are its own.
Recognised by_words_under(const Recognised& told, const SectionChances& of_heading, SectionSet above, std::string_view opening, const SectionWordings& known,
                          HeadingScales& scales) {
  if (told.sections != 0 || opening.empty() || (above & lists_of_their_own) != 0) return told;
  const SectionChances chances = scales.chances(opening_features(opening, known));
  const auto best = std::max_element(chances.begin(), chances.end());
  const auto at = static_cast<std::size_t>(best - chances.begin());
  if (*best < (above != 0 ? likely_inside_another : of_heading[at] >= heading_agrees ? opening_agrees : likely_by_opening)) return told;
  return {SectionSet{1} << at, std::max<double>(*best, sure_recognition), by_opening};
}

/// The words under a heading, as far as its first paragraphs, items or cells go.
std::string opening_under(const Prose& prose, std::uint32_t heading) {
  std::string words;
  for (std::uint32_t at = heading + 1; at < prose.stretches.size() && words.size() < most_of_opening; ++at) {
    const Stretch& stretch = prose.stretches[at];
    if (stretch.scope == Scope::heading) break;
    if (stretch.scope != Scope::paragraph && stretch.scope != Scope::list && stretch.scope != Scope::cell) continue;
    words.append(prose.view(stretch.span).substr(0, most_of_opening)).append(". ");
  }
  return words;
}

bool joins_two(const HeadingWords& heading) { return !heading.words.empty() && heading.words.back().part > 0; }

/// One heading on its way: what its words say, and what the weights say of them.
struct Weighed {
  Recognised told;
  std::vector<std::string> words;  ///< the features of its words
  SectionChances said_by_words{};  ///< for each section, by the words of the heading alone
  Recognised now;
  bool joined = false;  ///< speaks of two things: "Analysis and learning"
};

/// All headings of a report, judged by their words and then by what stands around them.
class HeadingsOfReport {
 public:
  HeadingsOfReport(const std::vector<HeadingIn>& headings, const SectionWordings& known) : headings_(headings), known_(known), scales_(*known.weights()) {
    for (const HeadingIn& each : headings) {
      levels_.push_back(each.level);
      weighed_.push_back(by_its_words(each.words));
      now_.push_back(weighed_.back().now.sections);
    }
  }

  /// Judges each heading again by what now stands around it, and so once more: the first of several headings that only their
  /// place tells makes the next one likely.
  void look_around() {
    for (int time = 0; time < times_around; ++time)
      for (std::size_t at = 0; at < headings_.size(); ++at) {
        judge(at, time + 1 == times_around);
        now_[at] = weighed_[at].now.sections;
      }
  }

  std::vector<Recognised> all() const {
    std::vector<Recognised> all;
    for (const Weighed& each : weighed_) all.push_back(each.now);
    return all;
  }

 private:
  Weighed by_its_words(std::string_view heading) {
    Weighed one;
    const HeadingWords words = known_.words_of(heading);
    one.now = one.told = read_heading(words, known_);
    one.words = heading_features(heading, words, known_);
    if (one.words.empty()) return one;
    one.said_by_words = scales_.said_by(one.words);
    one.now = together(one.told, chances_of(one.said_by_words), one.joined = joins_two(words));
    return one;
  }

  void judge(std::size_t at, bool last) {
    Weighed& one = weighed_[at];
    const HeadingPlace place = place_among(levels_, now_, at);
    SectionChances chances{};
    if (!one.words.empty()) {
      chances = scales_.said_by(place_features(place, one.words));
      for (std::size_t section = 0; section < chances.size(); ++section) chances[section] += one.said_by_words[section];
      one.now = together(one.told, chances = chances_of(chances), one.joined);
    }
    if (tells_on(one, place, chances)) one.now = {narrative, sure_recognition, by_weights};
    if (last) one.now = by_words_under(one.now, chances, place.above, headings_[at].opening, known_, scales_);
  }

  /// True for a heading that says nothing where an account of events goes on: under a heading of such an account, or behind one.
  static bool tells_on(const Weighed& heading, const HeadingPlace& place, const SectionChances& chances) {
    if (heading.now.sections != 0 || heading.words.empty()) return false;
    const float chance = chance_of(chances, narrative);
    return (place.above == narrative && chance >= likely_inside) || (place.before == narrative && chance >= likely_behind);
  }

  const std::vector<HeadingIn>& headings_;
  const SectionWordings& known_;
  HeadingScales scales_;
  std::vector<Weighed> weighed_;
  std::vector<std::uint8_t> levels_;
  std::vector<SectionSet> now_;  ///< what each heading is held to stand for
};

}  // namespace

Recognised recognise_heading(std::string_view heading, const Corpus& corpus) {
  const SectionWordings& known = corpus.sections;
  const HeadingWords words = known.words_of(heading);
  const Recognised told = read_heading(words, known);
  if (known.weights() == nullptr) return told;
  const std::vector<std::string> features = heading_features(heading, words, known);
  return features.empty() ? told : together(told, HeadingScales(*known.weights()).chances(features), joins_two(words));
}

std::vector<Recognised> recognise_headings(const std::vector<HeadingIn>& headings, const Corpus& corpus) {
  const SectionWordings& known = corpus.sections;
  if (known.weights() != nullptr) {
    HeadingsOfReport report(headings, known);
    report.look_around();
    return report.all();
  }
  std::vector<Recognised> all;
  for (const HeadingIn& each : headings) all.push_back(read_heading(known.words_of(each.words), known));
  return all;
}

HeadingJudge judge_of_headings(const World& world, const Path& corpus) {
  return [&world, corpus](const std::vector<HeadingIn>& headings) {
    std::vector<std::vector<std::string>> all;
    const Result<Corpus> known = read_headings_of_corpus(world, corpus);
    for (const Recognised& each : recognise_headings(headings, *known))
      all.push_back(each.confidence >= sure_recognition ? names_of(each.sections) : std::vector<std::string>{});
    return all;
  };
}

std::vector<SectionSeen> recognise_sections(const Prose& prose, const Corpus& corpus) {
  std::vector<SectionSeen> all;
  std::vector<HeadingIn> headings;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    if (stretch.scope != Scope::heading) continue;
    all.push_back({fold_space(prose.view(stretch.span)), stretch.level, stretch.page, {}, 0, {}, index});
    headings.push_back({all.back().heading, stretch.level, opening_under(prose, index)});
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
