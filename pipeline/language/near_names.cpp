#include "language/near_names.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/fnv.h"
#include "language/sound_key.h"

namespace casewright {
namespace {

constexpr std::size_t shortest = 4, shortest_slip = 3, short_of_sure = 6, two_errors_from = 8, head = 8, longest = 40;
/// A key of few sounds is shared by names that have little else in common.
constexpr std::size_t few_sounds = 2, enough_sounds = 3;

int errors_allowed(std::size_t length) { return length >= two_errors_from ? 2 : 1; }

/// The first letters of `word` in one number, a byte each.
std::uint64_t head_of(std::string_view word) {
  std::uint64_t letters = 0;
  for (std::size_t at = 0; at < std::min(word.size(), head); ++at)
    letters |= static_cast<std::uint64_t>(static_cast<unsigned char>(word[at])) << (8 * at);
  return letters;
}

std::uint64_t without_letter(std::uint64_t letters, std::size_t at) {
  const std::uint64_t before = letters & ((std::uint64_t{1} << (8 * at)) - 1);
  return before | (at + 1 < head ? letters >> (8 * (at + 1)) << (8 * at) : 0);
}

/// What is left of a word's first letters when some are deleted.
struct Rests {
  std::array<std::uint64_t, 1 + head + head * (head - 1) / 2> all{};
  std::size_t count = 0;

  const std::uint64_t* begin() const { return all.data(); }
  const std::uint64_t* end() const { return all.data() + count; }
};

/// What is left of the first letters of `word` when up to `errors` (one or two) of them are deleted, each once.
Rests left_after_deleting(std::string_view word, int errors) {
  Rests rests;
  const std::uint64_t letters = head_of(word);
  const std::size_t length = std::min(word.size(), head);
  rests.all[rests.count++] = letters;
  for (std::size_t at = 0; at < length; ++at) {
    const std::uint64_t one_less = without_letter(letters, at);
    rests.all[rests.count++] = one_less;
    for (std::size_t next = at; errors > 1 && next + 1 < length; ++next) rests.all[rests.count++] = without_letter(one_less, next);
  }
  std::sort(rests.all.begin(), rests.all.begin() + rests.count);
  rests.count = static_cast<std::size_t>(std::unique(rests.all.begin(), rests.all.begin() + rests.count) - rests.all.begin());
  return rests;
}

/// Insertions, deletions, substitutions and swaps of neighbours that part two words (Damerau and Levenshtein).
int errors_between(std::string_view a, std::string_view b) {
  std::array<std::array<int, longest + 2>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

/// Consonants alone make "Klein" of "Callan"; the fewer there are, the more of the letters must agree too.
bool sounds_alike(std::string_view name, std::string_view word, std::size_t sounds) {
  if (sounds > enough_sounds) return true;
  if (sounds <= few_sounds) return name[0] == word[0] && errors_between(name, word) <= 2;
  return errors_between(name, word) <= 1 + static_cast<int>(std::max(name.size(), word.size()) / 3);
}

}  // namespace

std::size_t NearNames::Table::bucket_of(std::uint64_t key) const {
  return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15ull >> shift_);
}

void NearNames::Table::build() {
  const std::size_t buckets = std::bit_ceil(std::max<std::size_t>(rows_.size(), 2));
  shift_ = 64 - std::countr_zero(buckets);
  starts_.assign(buckets + 1, 0);
  for (const Row& row : rows_) ++starts_[bucket_of(row.key) + 1];
  for (std::size_t at = 0; at < buckets; ++at) starts_[at + 1] += starts_[at];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  std::vector<Row> placed(rows_.size());
  for (const Row& row : rows_) placed[next[bucket_of(row.key)]++] = row;
  rows_ = std::move(placed);
}

template <class Visit>
void NearNames::Table::each(std::uint64_t key, Visit visit) const {
  const std::size_t bucket = bucket_of(key);
  for (std::uint32_t at = starts_[bucket]; at < starts_[bucket + 1]; ++at)
    if (rows_[at].key == key) visit(rows_[at].index);
}

void NearNames::add(const std::string& name, std::uint32_t number, bool everyday) {
  if (name.size() < shortest || name.size() > longest) return;
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back({name, sound_key(name), scan_key(name), number, everyday});
  for (const std::uint64_t each : left_after_deleting(name, errors_allowed(name.size()))) deletions_.add(each, index);
  if (!names_.back().sound.empty()) sounds_.add(fnv_hash(names_.back().sound), index);
  scans_.add(fnv_hash(names_.back().scan), index);
}

void NearNames::build() {
  deletions_.build();
  sounds_.build();
  scans_.build();
}

void NearNames::gather(std::string_view word, std::vector<NearName>& into) const {
  std::vector<std::uint32_t> met;
  for (const std::uint64_t each : left_after_deleting(word, errors_allowed(std::max(word.size(), two_errors_from))))
    deletions_.each(each, [&](std::uint32_t index) { met.push_back(index); });
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  for (const std::uint32_t index : met) {
    const Kept& kept = names_[index];
    if (kept.name.size() > word.size() + 2 || word.size() > kept.name.size() + 2) continue;
    const int errors = errors_between(kept.name, word);
    // A name's first letter is seldom wrong; two errors that reach it make another name.
    const bool same_start = kept.name[0] == word[0] || (kept.name.size() > 1 && word.size() > 1 && kept.name[1] == word[1]);
    if (errors == 1 && (kept.name.size() >= short_of_sure || same_start)) into.push_back({kept.number, Slip::one_letter});
    if (errors == 2 && errors_allowed(kept.name.size()) == 2 && same_start) into.push_back({kept.number, Slip::two_letters});
  }
}

std::vector<NearName> NearNames::near(std::string_view word) const {
  std::vector<NearName> found;
  if (word.size() + 1 < short_of_sure || word.size() > longest || names_.empty()) return found;
  for (const std::uint64_t each : left_after_deleting(word, 1))
    deletions_.each(each, [&](std::uint32_t index) {
      const Kept& kept = names_[index];
      if (!kept.everyday && kept.name.size() >= short_of_sure && errors_between(kept.name, word) == 1)
        found.push_back({kept.number, Slip::one_letter});
    });
  std::sort(found.begin(), found.end(), [](const NearName& a, const NearName& b) { return a.number < b.number; });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<NearName> NearNames::all(std::string_view word) const {
  std::vector<NearName> found;
  if (word.size() < shortest_slip || word.size() > longest || names_.empty()) return found;
  gather(word, found);
  const auto look_up = [&](const auto& table, const std::string& key, auto member, Slip slip) {
    if (key.empty()) return;
    table.each(fnv_hash(key), [&](std::uint32_t index) {
      const Kept& kept = names_[index];
      const std::size_t gap = kept.name.size() > word.size() ? kept.name.size() - word.size() : word.size() - kept.name.size();
      if (kept.*member != key || kept.name == word || gap > 3) return;
      if (slip == Slip::sound && !sounds_alike(kept.name, word, key.size())) return;
      found.push_back({kept.number, slip});
    });
  };
  look_up(scans_, scan_key(word), &Kept::scan, Slip::scan);
  look_up(sounds_, sound_key(word), &Kept::sound, Slip::sound);
  std::stable_sort(found.begin(), found.end(), [](const NearName& a, const NearName& b) {
    return std::make_pair(a.slip, a.number) < std::make_pair(b.slip, b.number);
  });
  found.erase(std::unique(found.begin(), found.end(), [](const NearName& a, const NearName& b) { return a.number == b.number; }), found.end());
  return found;
}

}  // namespace casewright
