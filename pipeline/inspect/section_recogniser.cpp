#include "inspect/section_recogniser.h"

#include <algorithm>

#include "base/text.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

constexpr double sure_enough = 0.6;

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char each) { return std::isalpha(static_cast<unsigned char>(each)) != 0; });
}

bool joins(std::string_view word) {
  return word == "and" || word == "&" || word == "," || word == "/" || word == ":" || word == ";";
}

/// The words of a heading without numbers and what only counts ("section", "part 2"); marks that join kept.
std::vector<std::string> words_of_heading(std::string_view heading) {
  std::vector<std::string> words = words_of_phrase(heading);
  std::erase_if(words, [](const std::string& word) { return !has_letter(word) && !joins(word); });
  while (!words.empty() && (joins(words.front()) || words.front() == "part" || words.front() == "section" ||
                            words.front() == "chapter" ||
                            (words.front().size() == 1 && words.front() != "a" && words.size() > 1)))
    words.erase(words.begin());
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return words;
}

bool stands_within(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

/// The words without marks, as the corpus has them.
std::vector<std::string> without_marks(std::vector<std::string> words) {
  std::erase_if(words, [](const std::string& word) { return joins(word) && word != "and" && word != "&"; });
  for (std::string& word : words)
    if (word == "&") word = "and";
  return words;
}

Recognised best_of(const std::vector<std::string>& words, const Corpus& corpus) {
  Recognised best;
  for (const SectionWording& wording : corpus.headings) {
    double confidence = 0;
    if (wording.words == words)
      confidence = 0.95;
    else if (!wording.whole && stands_within(words, wording.words))
      confidence = 0.6 + 0.3 * static_cast<double>(wording.words.size()) / static_cast<double>(words.size());
    if (confidence > best.confidence) best = {wording.sections, confidence};
  }
  return best;
}

std::vector<std::vector<std::string>> parts_of(const std::vector<std::string>& words) {
  std::vector<std::vector<std::string>> parts(1);
  for (const std::string& word : words) {
    if (!joins(word))
      parts.back().push_back(word);
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  return parts;
}

}  // namespace

Recognised recognise_heading(std::string_view heading, const Corpus& corpus) {
  const std::vector<std::string> words = words_of_heading(heading);
  if (words.empty()) return {};
  Recognised whole = best_of(without_marks(words), corpus);
  const auto parts = parts_of(words);
  if (whole.confidence >= 0.95 || parts.size() < 2) return whole;
  Recognised joined{0, 1};
  for (const auto& part : parts) {
    const Recognised each = best_of(part, corpus);
    if (part.empty() || each.confidence < 0.75) continue;
    joined.sections |= each.sections;
    joined.confidence = std::min(joined.confidence, each.confidence - 0.05);
  }
  const bool more = names_of(joined.sections).size() > names_of(whole.sections).size();
  return joined.sections != 0 && (more || joined.confidence > whole.confidence) ? joined : whole;
}

std::vector<SectionSeen> recognise_sections(const Prose& prose, const Corpus& corpus) {
  std::vector<SectionSeen> all;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    if (stretch.scope != Scope::heading) continue;
    SectionSeen seen{fold_space(prose.view(stretch.span)), stretch.level, stretch.page, {}, 0, index};
    const bool under_another =
        index > 0 && prose.stretches[index - 1].section == stretch.section && stretch.level > 1;
    if (!stretch.section.empty() && !under_another) {
      for (const std::string_view name : split(stretch.section, ' ')) seen.canonical.emplace_back(name);
      seen.confidence = 1;
    } else if (const Recognised found = recognise_heading(seen.heading, corpus);
               found.confidence >= sure_enough) {
      seen.canonical = names_of(found.sections);
      seen.confidence = found.confidence;
    }
    all.push_back(std::move(seen));
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
