#include "inspect/regimes.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/find_text.h"

namespace casewright {
namespace {

/// Editions of Working Together to Safeguard Children, the statutory guidance for England.
struct Edition {
  std::string_view year, regime;
};
constexpr std::array<Edition, 6> editions{{{"2006", "ENG-WT2006"},
                                           {"2010", "ENG-WT2010"},
                                           {"2013", "ENG-WT2013"},
                                           {"2015", "ENG-WT2015"},
                                           {"2018", "ENG-WT2018"},
                                           {"2023", "ENG-WT2023"}}};

/// Names of reviews that one regime alone uses.
struct ReviewName {
  std::string_view words, regime;
};
constexpr std::array<ReviewName, 8> review_names{{{"single unified safeguarding review", "WAL-SUSR"},
                                                  {"child practice review", "WAL-CPR"},
                                                  {"significant case review", "SCO-SCR"},
                                                  {"case management review", "NI-CMR"},
                                                  {"child protection committee", "SCO-LR"},
                                                  {"child safeguarding practice review", "ENG-WT2018"},
                                                  {"domestic homicide review", "EW-DHR"},
                                                  {"safeguarding adults review", "ENG-SAR"}}};
constexpr std::uint32_t reach = 90;

/// Citations, and abbreviations such as "WT2015", in lowered text.
void cite(const std::string& lower, std::string_view words, std::uint32_t within,
          std::map<std::string, Cited>& cited) {
  for (std::size_t at = find_text(lower, words); at != std::string::npos;
       at = find_text(lower, words, at + words.size())) {
    const std::size_t line_end = std::min(lower.find('\n', at), lower.size());
    const std::string_view near(lower.data() + at, std::min<std::size_t>(within, line_end - at));
    const Edition* first = nullptr;
    std::size_t first_at = near.size();
    for (const Edition& edition : editions)
      if (const std::size_t year = near.find(edition.year); year < first_at) {
        first = &edition;
        first_at = year;
      }
    if (first == nullptr) continue;
    Cited& regime = cited[std::string(first->regime)];
    if (regime.times++ == 0) {
      regime.regime = first->regime;
      regime.first = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + first_at + 4)};
    }
  }
}

/// The letter of 10 June 2010 had overview reports published too; reviews begun from then on stand under it.
bool cites_letter_of_2010(const std::string& lower) {
  return find_text(lower, "10 june 2010") != std::string::npos || find_text(lower, "10th june 2010") != std::string::npos;
}

/// How often each of the reviews' names stands in a text; the last is the serious case review.
using NameCounts = std::array<int, review_names.size() + 1>;

/// All names end in one of two words, so one search for each finds them all.
NameCounts count_names(const std::string& lower) {
  NameCounts counts{};
  for (const std::string_view last : {"review", "committee"})
    for (std::size_t at = find_text(lower, last); at != std::string::npos; at = find_text(lower, last, at + last.size())) {
      const std::string_view before = std::string_view(lower).substr(0, at + last.size());
      for (std::size_t name = 0; name < review_names.size(); ++name) counts[name] += before.ends_with(review_names[name].words);
      counts.back() += before.ends_with("serious case review");
    }
  return counts;
}

std::string by_names(const Document& document, const NameCounts& counts) {
  const ReviewName* most = nullptr;
  int most_times = 0;
  for (std::size_t name = 0; name < review_names.size(); ++name)
    if (counts[name] > most_times) {
      most = &review_names[name];
      most_times = counts[name];
    }
  const int serious = counts.back();
  if (serious >= most_times && serious > 0) {
    if (document.date.year >= 2015) return "ENG-WT2015";
    if (document.date.year >= 2013) return "ENG-WT2013";
    if (document.date.year >= 2010) return "ENG-WT2010";
    return document.date.year >= 2006 ? "ENG-WT2006" : "";
  }
  if (most == nullptr) return {};
  if (most->regime == "ENG-WT2018" && document.date >= Date{2023, 12, 0}) return "ENG-WT2023";
  return std::string(most->regime);
}

}  // namespace

std::vector<Cited> cited_regimes(const std::string& lower) {
  std::map<std::string, Cited> cited;
  cite(lower, "working together", reach, cited);
  cite(lower, "wt 20", 8, cited);
  cite(lower, "wt20", 7, cited);
  std::vector<Cited> all;
  for (auto& [regime, citation] : cited) all.push_back(std::move(citation));
  return all;
}

std::string recognise_regime(const Document& document, const std::string& lower) {
  if (!document.regime.empty()) return document.regime;
  const NameCounts counts = count_names(lower);
  for (std::size_t name = 0; name < review_names.size(); ++name)
    if (counts[name] > 2 && review_names[name].regime.starts_with("WAL-")) return by_names(document, counts);
  const std::vector<Cited> cited = cited_regimes(lower);
  if (cited.empty()) return by_names(document, counts);
  // The most cited; of two cited as often, the later one, which is ordered last.
  const Cited* most = &cited.front();
  for (const Cited& each : cited)
    if (each.times >= most->times) most = &each;
  if (most->regime == "ENG-WT2010" && cites_letter_of_2010(lower)) return "ENG-WT2010L";
  return most->regime;
}

}  // namespace casewright
