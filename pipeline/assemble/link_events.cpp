#include "assemble/link_events.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

#include "base/among.h"
#include "base/text.h"

namespace casewright {
namespace {

/// When words count as strongly alike. The share is that of the shorter telling's weight found in the other.
struct Likeness {
  int near_days = 7;             ///< how far apart two exact dates may lie
  int vague_days = 31;           ///< likewise where one of them is uncertain or only a month
  unsigned least_shared = 3;     ///< informative words in common
  float same_day = 0.50f;        ///< share needed on the same day
  float per_day = 0.08f;         ///< more for each day between, up to
  float far = 0.90f;
  float least_balance = 0.22f;   ///< share of both tellings' weight together, so that a word or two in a long text do not do
  float agency_named = 0.15f;    ///< what it adds that one telling names the other agency
  float same_time = 0.10f;       ///< within an hour
  float other_time = -0.20f;     ///< more than three hours apart
};
constexpr Likeness likeness;

/// Words that say nothing about which event is told.
constexpr std::array<std::string_view, 92> empty_words{
    "a", "about", "after", "again", "all", "also", "an", "and", "any", "are", "as", "at", "back", "be", "because",
    "been", "before", "but", "by", "could", "did", "do", "due", "for", "from", "further", "given", "had", "has", "have",
    "he", "her", "him", "his", "if", "in", "into", "is", "it", "its", "made", "more", "mr", "mrs", "ms", "new", "no",
    "not", "now", "of", "off", "on", "one", "or", "other", "out", "over", "own", "same", "she", "so", "some", "still",
    "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "two", "under", "until", "up", "very",
    "was", "were", "what", "when", "where", "which", "who", "will", "with", "would", "yes", "you", "your", "during"};

/// Words of nearly every chronology row: in common they make two rows look alike that are not.
constexpr std::array<std::string_view, 63> everyday_words{
    "agency", "agreed", "appointment", "asked", "attended", "baby", "call", "called", "child", "children", "clinic",
    "concern", "concerns", "contact", "contacted", "discussed", "family", "father", "follow", "gp", "health", "home",
    "hospital", "informed", "letter", "meeting", "mother", "mum", "noted", "nurse", "officer", "parent", "parents",
    "phone", "plan", "planned", "police", "present", "record", "recorded", "referral", "referred", "reported", "review",
    "reviewed", "said", "school", "seen", "sent", "service", "services", "social", "spoke", "spoken", "stated",
    "support", "telephone", "told", "unit", "visit", "visited", "visitor", "worker"};

using WordHash = std::uint64_t;

WordHash hash_of(std::string_view lowered) {
  WordHash hash = 14695981039346656037ull;
  for (const unsigned char c : lowered) hash = (hash ^ c) * 1099511628211ull;
  return hash;
}

/// Calls `visit` with each word of `text`, lowered; apostrophe and what follows it left off ("Ewan's").
template <class Visit>
void each_word(std::string_view text, Visit visit) {
  std::string word;
  bool tail = false;
  const auto close = [&] {
    if (word.size() > 1) visit(std::string_view(word));
    word.clear();
    tail = false;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == '\'' || text.substr(at, 3) == "\xE2\x80\x99") {
      tail = !word.empty();
      if (c != '\'') at += 2;
    } else if (c >= 0x80 || std::isalnum(c) != 0) {
      if (!tail) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    } else {
      close();
    }
  }
  close();
}

/// What linking needs to know of one event.
struct Telling {
  std::int64_t day = 0;
  bool dated = false;
  bool vague = false;
  std::uint32_t agency = 0;
  float weight = 0;
  std::vector<std::uint32_t> words;         ///< informative words, sorted
  std::vector<std::uint32_t> named;         ///< agencies whose names stand in its words
  std::array<std::uint64_t, 4> signature{};  ///< one bit per informative word
};

/// Two tellings that may be of one event.
struct Pair {
  float score;
  std::uint32_t first, second;
};

class Linker {
 public:
  Linker(const std::vector<IntegratedEvent>& events, const Case& whole) : events_(events), whole_(whole) {
    for (std::uint32_t at = 0; at < whole.agencies.size(); ++at) places_.emplace(whole.agencies[at].id, at);
    read_words();
    weigh_words();
  }

  std::vector<Pair> alike() const {
    std::vector<Pair> found;
    // The words of the first telling are marked in a table, so that each other costs one look-up a word.
    std::vector<Shared> marks(weight_.size());
    for (std::uint32_t first = 0; first < tellings_.size() && tellings_[first].dated; ++first) {
      for (const std::uint32_t word : tellings_[first].words) marks[word] = {weight_[word], word >= everyday_ ? 1u : 0u};
      for (std::uint32_t second = first + 1; second < tellings_.size() && tellings_[second].dated; ++second) {
        const std::int64_t apart = tellings_[second].day - tellings_[first].day;
        if (apart > likeness.vague_days) break;
        const bool vague = tellings_[first].vague || tellings_[second].vague;
        if (apart > likeness.near_days && !vague) {
          if (!reach_[first]) break;
          continue;
        }
        if (const float score = score_of(first, second, apart, marks); score > 0) found.push_back({score, first, second});
      }
      for (const std::uint32_t word : tellings_[first].words) marks[word] = {};
    }
    return found;
  }

 private:
  /// What two tellings have in common, or what one word adds to it.
  struct Shared {
    float weight = 0;
    std::uint32_t informative = 0;
  };

  /// Numbers the words and counts in how many events each stands.
  void read_words() {
    std::unordered_map<WordHash, std::uint32_t> numbers;
    std::vector<std::uint8_t> idle;
    for (const std::string_view word : empty_words) idle_number(numbers, word);
    const std::size_t empty = numbers.size();
    for (const std::string_view word : everyday_words) idle_number(numbers, word);
    everyday_ = static_cast<std::uint32_t>(numbers.size());
    const std::vector<std::vector<std::uint32_t>> names = agency_names(numbers);
    tellings_.resize(events_.size());
    for (std::size_t at = 0; at < events_.size(); ++at) {
      const Event& event = events_[at].event;
      Telling& telling = tellings_[at];
      const auto take = [&](std::string_view word) {
        const auto number = static_cast<std::uint32_t>(numbers.size());
        const std::uint32_t mine = numbers.try_emplace(hash_of(word), number).first->second;
        if (mine >= empty) telling.words.push_back(mine);
      };
      each_word(event.what, take);
      each_word(event.outcome, take);
      std::sort(telling.words.begin(), telling.words.end());
      telling.words.erase(std::unique(telling.words.begin(), telling.words.end()), telling.words.end());
      for (std::uint32_t agency = 0; agency < names.size(); ++agency)
        if (!names[agency].empty() && std::binary_search(telling.words.begin(), telling.words.end(), names[agency].back()) &&
            std::includes(telling.words.begin(), telling.words.end(), names[agency].begin(), names[agency].end()))
          telling.named.push_back(agency);
      place(event, telling);
    }
    count_.assign(numbers.size(), 0);
    for (const Telling& telling : tellings_)
      for (const std::uint32_t word : telling.words) ++count_[word];
    reach_.assign(events_.size(), false);
    for (std::size_t at = events_.size(), vague_day = 0; at-- > 0;) {
      if (tellings_[at].vague) vague_day = static_cast<std::size_t>(tellings_[at].day + 1'000'000);
      reach_[at] = tellings_[at].vague ||
                   (vague_day != 0 && static_cast<std::int64_t>(vague_day) - 1'000'000 - tellings_[at].day <= likeness.vague_days);
    }
  }

  static void idle_number(std::unordered_map<WordHash, std::uint32_t>& numbers, std::string_view word) {
    numbers.try_emplace(hash_of(word), static_cast<std::uint32_t>(numbers.size()));
  }

  /// Each agency's short name as sorted word numbers; short names are what other agencies write.
  std::vector<std::vector<std::uint32_t>> agency_names(std::unordered_map<WordHash, std::uint32_t>& numbers) const {
    std::vector<std::vector<std::uint32_t>> names(whole_.agencies.size());
    for (std::size_t at = 0; at < names.size(); ++at) {
      each_word(whole_.agencies[at].short_name, [&](std::string_view word) {
        if (!among(empty_words, word))
          names[at].push_back(numbers.try_emplace(hash_of(word), static_cast<std::uint32_t>(numbers.size())).first->second);
      });
      std::sort(names[at].begin(), names[at].end());
    }
    return names;
  }

  void place(const Event& event, Telling& telling) const {
    telling.dated = event.when.from.known();
    telling.day = telling.dated ? day_number(event.when.from) : 0;
    telling.vague = event.when.uncertain || !event.when.from.exact();
    const auto agency = places_.find(event.agency);
    telling.agency = agency == places_.end() ? static_cast<std::uint32_t>(places_.size()) : agency->second;
  }

  /// The rarer a word, the more it says; everyday words say a little.
  void weigh_words() {
    const auto events = static_cast<float>(events_.size() + 8);
    weight_.resize(count_.size());
    for (std::uint32_t word = 0; word < count_.size(); ++word)
      weight_[word] = std::log(1 + events / static_cast<float>(count_[word] + 1)) * (word < everyday_ ? 0.25f : 1.0f);
    for (Telling& telling : tellings_)
      for (const std::uint32_t word : telling.words) {
        telling.weight += weight_[word];
        if (word >= everyday_) telling.signature[word / 64 % 4] |= 1ull << word % 64;
      }
  }

  bool worth_comparing(const Telling& a, const Telling& b) const {
    if (a.agency == b.agency) return false;
    int bits = 0;
    for (std::size_t at = 0; at < a.signature.size(); ++at) bits += std::popcount(a.signature[at] & b.signature[at]);
    return bits >= 2;
  }

  static bool names(const Telling& a, const Telling& b) {
    return std::find(a.named.begin(), a.named.end(), b.agency) != a.named.end();
  }

  float time_bonus(std::uint32_t first, std::uint32_t second) const {
    const int a = events_[first].event.when.minute, b = events_[second].event.when.minute;
    if (a < 0 || b < 0) return 0;
    const int apart = std::abs(a - b);
    return apart <= 60 ? likeness.same_time : apart > 180 ? likeness.other_time : 0;
  }

  /// How far the two tellings lie above what is asked for their distance in time; 0 where below.
  float score_of(std::uint32_t first, std::uint32_t second, std::int64_t apart, const std::vector<Shared>& marks) const {
    const Telling& a = tellings_[first];
    const Telling& b = tellings_[second];
    if (!worth_comparing(a, b)) return 0;
    Shared shared;
    for (const std::uint32_t word : b.words) {
      shared.weight += marks[word].weight;
      shared.informative += marks[word].informative;
    }
    if (shared.informative < likeness.least_shared ||
        shared.weight < likeness.least_balance * (a.weight + b.weight - shared.weight))
      return 0;
    float share = shared.weight / std::min(a.weight, b.weight);
    if (names(a, b) || names(b, a)) share += likeness.agency_named;
    if (apart == 0) share += time_bonus(first, second);
    const float needed = std::min(likeness.far, likeness.same_day + likeness.per_day * static_cast<float>(apart));
    return share >= needed ? share - needed + 0.001f : 0;
  }

  const std::vector<IntegratedEvent>& events_;
  const Case& whole_;
  std::unordered_map<std::string_view, std::uint32_t> places_;  ///< of the agencies in the case
  std::vector<Telling> tellings_;
  std::vector<std::uint32_t> count_;
  std::vector<float> weight_;
  std::vector<bool> reach_;        ///< a vague date lies within reach
  std::uint32_t everyday_ = 0;     ///< words from this number on are informative
};

/// Events that belong together, joined pair by pair.
class Clusters {
 public:
  explicit Clusters(std::size_t events) : parent_(events) { std::iota(parent_.begin(), parent_.end(), 0u); }

  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }
  std::unordered_map<std::uint32_t, LinkedEvents> linked() {
    std::unordered_map<std::uint32_t, LinkedEvents> groups;
    for (std::uint32_t at = 0; at < parent_.size(); ++at)
      if (parent_[at] != at) groups[root(at)].push_back(at);
    for (auto& [root, group] : groups) group.insert(group.begin(), root);
    return groups;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// Every way in which another agency may point at an event: "A2-17", "A2:17" for it.
std::unordered_map<std::string, std::uint32_t> ids_of(const std::vector<IntegratedEvent>& events) {
  std::unordered_map<std::string, std::uint32_t> ids;
  for (std::uint32_t at = 0; at < events.size(); ++at) {
    const Event& event = events[at].event;
    ids.emplace(event.id, at);
    const std::string own = event.agency + "-";
    ids.emplace(event.agency + ":" + (event.id.starts_with(own) ? event.id.substr(own.size()) : event.id), at);
    for (const auto& [heading, cell] : event.other)
      if (heading == "id") ids.emplace(event.agency + ":" + cell, at);
  }
  return ids;
}

void join_named(const std::vector<IntegratedEvent>& events, const Case& whole, Clusters& clusters, Faults& faults) {
  const bool any = std::any_of(events.begin(), events.end(), [](const IntegratedEvent& each) { return !each.event.same_as.empty(); });
  if (!any) return;
  const auto ids = ids_of(events);
  for (std::uint32_t at = 0; at < events.size(); ++at) {
    const Event& event = events[at].event;
    for (const std::string_view id : split(event.same_as, ' ')) {
      if (id.empty()) continue;
      if (const auto found = ids.find(std::string(id)); found != ids.end()) {
        clusters.join(at, found->second);
      } else {
        faults.push_back({whole.sources[event.origin.source], event.origin.part, 0,
                          "this event is said to be the same as " + std::string(id) + ", which no chronology has",
                          "same-as holds an agency and an event id, such as A2:e14"});
      }
    }
  }
}

/// Joins alike pairs, best first, as long as no agency tells one event twice.
void join_alike(const std::vector<IntegratedEvent>& events, std::vector<Pair> pairs, Clusters& clusters) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(b.score, a.first, a.second) < std::tie(a.score, b.first, b.second);
  });
  auto linked = clusters.linked();
  const auto members = [&](std::uint32_t root) -> LinkedEvents& {
    LinkedEvents& group = linked[root];
    if (group.empty()) group.push_back(root);
    return group;
  };
  for (const Pair& pair : pairs) {
    const std::uint32_t a = clusters.root(pair.first), b = clusters.root(pair.second);
    if (a == b) continue;
    LinkedEvents joined = members(a);
    const LinkedEvents other = members(b);
    const bool twice = std::any_of(joined.begin(), joined.end(), [&](std::uint32_t one) {
      return std::any_of(other.begin(), other.end(), [&](std::uint32_t two) {
        return events[one].event.agency == events[two].event.agency;
      });
    });
    if (twice) continue;
    clusters.join(a, b);
    joined.insert(joined.end(), other.begin(), other.end());
    linked[clusters.root(a)] = std::move(joined);
  }
}

}  // namespace

std::vector<LinkedEvents> link_events(const std::vector<IntegratedEvent>& events, const Case& whole, Faults& faults) {
  Clusters clusters(events.size());
  join_named(events, whole, clusters, faults);
  join_alike(events, Linker(events, whole).alike(), clusters);
  std::vector<LinkedEvents> all;
  for (auto& entry : clusters.linked()) {
    std::sort(entry.second.begin(), entry.second.end());
    all.push_back(std::move(entry.second));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace casewright
