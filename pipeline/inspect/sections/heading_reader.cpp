#include "inspect/sections/heading_reader.h"

#include <algorithm>
#include <bit>

#include "inspect/sections/sections.h"

namespace casewright {
namespace {

constexpr double sure_enough = 0.62;
constexpr double each_other_word = 0.09;  ///< how much less sure a word makes that nothing explains
constexpr double across_parts = 0.05;     ///< how much less a reading is worth that takes words from both sides of an "and"
constexpr std::string_view by_wording = "a wording that reports use";
constexpr std::string_view by_signs = "the words of the heading";

/// A way to read a heading, or a part of it.
struct HeadingReading {
  SectionSet sections = 0;
  double confidence = 0;
  std::uint32_t words = 0;  ///< those that it explains, a bit each
  bool rest = false;        ///< explains whatever follows too
  std::string_view rests_on;
};

/// Reads one heading.
class HeadingReader {
 public:
  HeadingReader(const HeadingWords& heading, const SectionWordings& known) : words_(heading.words), known_(known) {}

  Recognised read() {
    if (words_.empty()) return {};
    std::vector<std::uint32_t> wordings;
    for (const HeadingWords::Word& word : words_) {
      const std::vector<std::uint32_t>& from = known_.wordings_from(word.text);
      wordings.insert(wordings.end(), from.begin(), from.end());
    }
    std::sort(wordings.begin(), wordings.end());
    wordings.erase(std::unique(wordings.begin(), wordings.end()), wordings.end());
    for (const std::uint32_t each : wordings) find(known_.wordings()[each]);
    for (const SectionSign& sign : known_.signs()) find(sign);
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [&](const HeadingReading& a, const HeadingReading& b) { return worth(a) > worth(b); });
    return chosen();
  }

 private:
  void find(const SectionWording& wording) {
    const std::size_t count = wording.words.size();
    if (count == 0) return;
    for (std::size_t at = 0; at + count <= words_.size(); ++at) {
      const bool here = std::equal(wording.words.begin(), wording.words.end(), words_.begin() + static_cast<std::ptrdiff_t>(at),
                                   [](const std::string& a, const HeadingWords::Word& b) { return a == b.text; });
      if (!here || !may_stand(wording.reach, at, at + count)) continue;
      std::uint32_t mask = 0;
      for (std::size_t each = at; each < at + count; ++each) mask |= 1u << each;
      candidates_.push_back({wording.sections, 0.97 - unexplained(mask), mask, false, by_wording});
    }
  }

  bool may_stand(SectionWording::Reach reach, std::size_t from, std::size_t end) const {
    if (reach == SectionWording::Reach::heading) return from == 0 && end == words_.size();
    return reach == SectionWording::Reach::anywhere || is_part(from, end);
  }

  bool is_part(std::size_t from, std::size_t end) const {
    return (from == 0 || words_[from - 1].part != words_[from].part) &&
           (end == words_.size() || words_[end].part != words_[end - 1].part);
  }

  void find(const SectionSign& sign) {
    std::uint32_t mask = 0;
    if (sign.opens && (sign.groups.empty() || !words_.front().groups.has(sign.groups.front()))) return;
    for (const std::uint32_t group : sign.groups) {
      std::size_t at = 0;
      while (at < words_.size() && ((mask >> at & 1u) != 0 || !words_[at].groups.has(group))) ++at;
      if (at == words_.size()) return;
      mask |= 1u << at;
    }
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].groups.has(sign.without)) return;
      for (const std::uint32_t group : sign.groups)
        if (words_[at].groups.has(group)) mask |= 1u << at;
    }
    candidates_.push_back({sign.sections, sign.sure - (sign.opens ? 0 : unexplained(mask)), mask, sign.opens, by_signs});
  }

  /// How much the words that stand in the same parts and say something else take away.
  double unexplained(std::uint32_t mask) const {
    int others = 0;
    for (std::size_t at = 0; at < words_.size(); ++at)
      if ((mask >> at & 1u) == 0 && !words_[at].empty && touches(mask, words_[at].part))
        others += at == head_of(words_[at].part) ? 3 : 1;  // what the part is about counts for more
    return each_other_word * others;
  }

  bool touches(std::uint32_t mask, std::uint8_t part) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if ((mask >> at & 1u) != 0 && words_[at].part == part) return true;
    return false;
  }

  /// The confidence, more where the candidate explains what its part is about: "analysis" in both "Analysis of
  /// agency involvement" and "Practice analysis".
  double worth(const HeadingReading& candidate) const {
    return candidate.confidence + (has_head(candidate.words) ? 0.15 : 0) +
           0.08 * static_cast<double>(std::popcount(candidate.words)) - (is_in_one_part(candidate.words) ? 0 : across_parts);
  }

  bool is_in_one_part(std::uint32_t mask) const {
    std::size_t first = words_.size();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if ((mask >> at & 1u) == 0) continue;
      if (first == words_.size()) first = at;
      if (words_[at].part != words_[first].part) return false;
    }
    return true;
  }

  bool has_head(std::uint32_t mask) const {
    for (std::size_t at = 0; at < words_.size(); ++at)
      if ((mask >> at & 1u) != 0 && at == head_of(words_[at].part)) return true;
    return false;
  }

  /// The last word of the part before what only describes it: "Methodology used to ...", "Analysis of ...".
  std::size_t head_of(std::uint8_t part) const {
    std::size_t head = words_.size();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].part != part) continue;
      const bool describes = words_[at].preposition || words_[at].text.ends_with("ed") || words_[at].text == "which";
      if (describes && head != words_.size()) break;
      if (!words_[at].preposition) head = at;
    }
    return head;
  }

  /// The best readings that share no part of the heading.
  Recognised chosen() const {
    Recognised best{0, 1, {}};
    std::vector<const HeadingReading*> taken;
    for (const HeadingReading& each : candidates_) {
      if (each.confidence < (taken.empty() ? sure_enough : 0.7)) continue;
      const bool apart = std::none_of(taken.begin(), taken.end(), [&](const HeadingReading* other) {
        return other->rest || share_a_part(each.words, other->words);
      });
      if (!apart || (!taken.empty() && only_goes_with(each, best.sections))) continue;
      if (taken.empty()) best.rests_on = each.rests_on;
      taken.push_back(&each);
      best.sections |= each.sections;
      best.confidence = std::min(best.confidence, each.confidence);
    }
    return taken.empty() ? Recognised{} : best;
  }

  /// True for a second reading that only says more of the first: whom it is for ("Recommendations for the Board and agencies"), how
  /// long ("Scope and timeframe"), or that it is short ("Appraisal of practice: a synopsis").
  bool only_goes_with(const HeadingReading& second, SectionSet first) const {
    static const SectionSet people = section_of("contributors").value_or(0) | section_of("family_composition").value_or(0) | section_of("panel").value_or(0);
    static const SectionSet scope = section_of("terms_of_reference").value_or(0), time = section_of("timescale").value_or(0);
    if ((second.sections & ~people) == 0 && stands_behind_a_preposition(second.words)) return true;
    if (second.sections == time && (first & scope) != 0) return true;
    return std::popcount(second.words) == 1 && words_[static_cast<std::size_t>(std::countr_zero(second.words))].text == "synopsis";
  }

  /// True where the part before that of these words has a preposition behind what it is about, which may reach on.
  bool stands_behind_a_preposition(std::uint32_t mask) const {
    const std::uint8_t part = words_[static_cast<std::size_t>(std::countr_zero(mask))].part;
    if (part == 0) return false;
    bool before = false, about = false, own = false;
    for (const HeadingWords::Word& word : words_) {
      if (word.part + 1 == part) before = before || (about && word.preposition), about = about || !word.preposition;
      if (word.part == part) own = own || word.preposition;
    }
    return before && !own;
  }

  bool share_a_part(std::uint32_t a, std::uint32_t b) const {
    for (const HeadingWords::Word& word : words_)
      if (touches(a, word.part) && touches(b, word.part)) return true;
    return false;
  }

  const std::vector<HeadingWords::Word>& words_;
  const SectionWordings& known_;
  std::vector<HeadingReading> candidates_;
};

}  // namespace

Recognised read_heading(const HeadingWords& heading, const SectionWordings& known) { return HeadingReader(heading, known).read(); }

}  // namespace casewright
