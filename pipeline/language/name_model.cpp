#include "language/name_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace casewright {
namespace {

constexpr std::string_view magic = "casewright names 3\n";
static_assert(name_labels == 12);
constexpr std::size_t most_slots = std::size_t{1} << 24;

std::uint32_t check_of(NameFeature feature) {
  const auto check = static_cast<std::uint32_t>(feature >> 32);
  return check == 0 ? 1 : check;
}

template <class Value>
void put(std::string& bytes, const Value& value) {
  char raw[sizeof(Value)];
  std::memcpy(raw, &value, sizeof(Value));
  bytes.append(raw, sizeof(Value));
}

template <class Value>
bool take(std::string_view& bytes, Value& value) {
  if (bytes.size() < sizeof(Value)) return false;
  std::memcpy(&value, bytes.data(), sizeof(Value));
  bytes.remove_prefix(sizeof(Value));
  return true;
}

}  // namespace

NameModel::NameModel(const std::vector<Row>& rows, const std::array<LabelScores, name_labels>& follows,
                     WordFilter ordinary, NameLists lists)
    : ordinary_(std::move(ordinary)), lists_(std::move(lists)), follows_(follows) {
  float most = 0.01f;
  for (const Row& row : rows)
    for (const float each : row.weights) most = std::max(most, std::abs(each));
  step_ = most / 127;
  std::vector<Slot> slots(std::bit_ceil(std::max<std::size_t>(rows.size() * 8 / 7, 16)));
  for (const Row& row : rows) {
    std::size_t at = row.feature & (slots.size() - 1);
    while (slots[at].check != 0) at = (at + 1) & (slots.size() - 1);
    slots[at].check = check_of(row.feature);
    for (std::size_t label = 0; label < name_labels; ++label)
      slots[at].weights[label] = static_cast<std::int8_t>(std::lround(row.weights[label] / step_));
  }
  set_table(StillBytes::of({reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(Slot)}));
}

void NameModel::set_table(StillBytes table) {
  constexpr std::size_t bits_for_a_slot = 16;  // one in twenty that are not there looks as if it were
  table_ = std::move(table);
  last_ = table_.view.size() / sizeof(Slot) - 1;
  held_.assign(std::max<std::size_t>((last_ + 1) * bits_for_a_slot / 64, 1), 0);
  for (std::size_t at = 0; at <= last_; ++at) {
    const std::uint32_t check = check_at(at);
    const std::size_t bit = check & (held_.size() * 64 - 1);
    if (check != 0) held_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  held_[0] |= (held_[0] & 2) / 2;  // a check of nought is kept as one
}

std::optional<NameModel> NameModel::from_bytes(const StillBytes& stored) {
  std::string_view bytes = stored.view;
  if (!bytes.starts_with(magic)) return std::nullopt;
  bytes.remove_prefix(magic.size());
  NameModel model;
  std::uint32_t slots = 0;
  std::array<std::uint32_t, 4> blocks{};
  if (!take(bytes, slots) || !take(bytes, blocks) || !take(bytes, model.step_) || !take(bytes, model.follows_)) return std::nullopt;
  if (!std::has_single_bit(slots) || slots > most_slots) return std::nullopt;
  std::size_t all_blocks = 0;
  for (const std::uint32_t each : blocks) {
    if (each > most_slots || (each & (each - 1)) != 0) return std::nullopt;
    all_blocks += each;
  }
  if (bytes.size() != slots * sizeof(Slot) + all_blocks * sizeof(std::uint64_t)) return std::nullopt;
  model.set_table({bytes.substr(0, slots * sizeof(Slot)), stored.holder});
  bytes.remove_prefix(slots * sizeof(Slot));
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    std::vector<std::uint64_t> bits(blocks[at]);
    if (blocks[at] > 0) std::memcpy(bits.data(), bytes.data(), blocks[at] * sizeof(std::uint64_t));
    bytes.remove_prefix(blocks[at] * sizeof(std::uint64_t));
    *model.filters()[at] = WordFilter(std::move(bits));
  }
  // A table without an empty slot would be searched for ever.
  for (std::size_t at = 0; at <= model.last_; ++at)
    if (model.check_at(at) == 0) return model;
  return std::nullopt;
}

std::string NameModel::to_bytes() const {
  std::string bytes(magic);
  put(bytes, static_cast<std::uint32_t>(last_ + 1));
  const std::array<const WordFilter*, 4> filters{&ordinary_, &lists_.given, &lists_.family, &lists_.places};
  for (const WordFilter* each : filters) put(bytes, static_cast<std::uint32_t>(each->bits().size()));
  put(bytes, step_);
  put(bytes, follows_);
  bytes += table_.view;
  for (const WordFilter* filter : filters)
    for (const std::uint64_t each : filter->bits()) put(bytes, each);
  return bytes;
}

std::uint32_t NameModel::check_at(std::size_t slot) const {
  std::uint32_t check = 0;
  std::memcpy(&check, table_.view.data() + slot * sizeof(Slot), sizeof check);
  return check;
}

const char* NameModel::slot_of(NameFeature feature) const {
  const std::uint32_t check = check_of(feature);
  std::size_t at = feature & last_;
  for (std::uint32_t found; (found = check_at(at)) != 0; at = (at + 1) & last_)
    if (found == check) return table_.view.data() + at * sizeof(Slot);
  return nullptr;
}

void NameModel::add(NameFeature feature, LabelScores& scores) const {
  const char* slot = slot_of(feature);
  if (slot == nullptr) return;
  // A byte goes to the top of four and is shifted down with its sign, four labels at a time: compilers do not find that themselves.
  using Bytes = std::int8_t __attribute__((vector_size(16)));
  using Pairs = std::int16_t __attribute__((vector_size(16)));
  using Fours = std::int32_t __attribute__((vector_size(16)));
  using Floats = float __attribute__((vector_size(16)));
  Bytes bytes;
  std::memcpy(&bytes, slot, sizeof bytes);  // the check, then twelve weights
  const Bytes none{};
  const Pairs nothing{};
  const auto low = reinterpret_cast<Pairs>(__builtin_shufflevector(none, bytes, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  const auto high = reinterpret_cast<Pairs>(__builtin_shufflevector(none, bytes, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
  const auto put = [&](std::size_t label, Pairs pairs) {
    Floats sums;
    std::memcpy(&sums, scores.data() + label, sizeof sums);
    sums += step_ * __builtin_convertvector(reinterpret_cast<Fours>(pairs) >> 24, Floats);
    std::memcpy(scores.data() + label, &sums, sizeof sums);
  };
  put(0, __builtin_shufflevector(nothing, low, 4, 12, 5, 13, 6, 14, 7, 15));
  put(4, __builtin_shufflevector(nothing, high, 0, 8, 1, 9, 2, 10, 3, 11));
  put(8, __builtin_shufflevector(nothing, high, 4, 12, 5, 13, 6, 14, 7, 15));
}

}  // namespace casewright
