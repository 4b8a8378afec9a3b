#include "language/name_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace casewright {
namespace {

constexpr std::string_view magic = "casewright names 2\n";
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
                     WordFilter ordinary)
    : slots_(std::bit_ceil(std::max<std::size_t>(rows.size() * 8 / 7, 16))), ordinary_(std::move(ordinary)), follows_(follows) {
  float most = 0.01f;
  for (const Row& row : rows)
    for (const float each : row.weights) most = std::max(most, std::abs(each));
  step_ = most / 127;
  for (const Row& row : rows) {
    std::size_t at = row.feature & (slots_.size() - 1);
    while (slots_[at].check != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at].check = check_of(row.feature);
    for (std::size_t label = 0; label < name_labels; ++label)
      slots_[at].weights[label] = static_cast<std::int8_t>(std::lround(row.weights[label] / step_));
  }
}

std::optional<NameModel> NameModel::from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(magic)) return std::nullopt;
  bytes.remove_prefix(magic.size());
  NameModel model;
  std::uint32_t slots = 0, blocks = 0;
  if (!take(bytes, slots) || !take(bytes, blocks) || !take(bytes, model.step_) || !take(bytes, model.follows_)) return std::nullopt;
  if (!std::has_single_bit(slots) || slots > most_slots || blocks > most_slots || (blocks & (blocks - 1)) != 0)
    return std::nullopt;
  if (bytes.size() != slots * sizeof(Slot) + blocks * sizeof(std::uint64_t)) return std::nullopt;
  model.slots_.resize(slots);
  std::memcpy(model.slots_.data(), bytes.data(), slots * sizeof(Slot));
  std::vector<std::uint64_t> bits(blocks);
  if (blocks > 0) std::memcpy(bits.data(), bytes.data() + slots * sizeof(Slot), blocks * sizeof(std::uint64_t));
  model.ordinary_ = WordFilter(std::move(bits));
  // A table without an empty slot would be searched for ever.
  if (std::none_of(model.slots_.begin(), model.slots_.end(), [](const Slot& each) { return each.check == 0; }))
    return std::nullopt;
  return model;
}

std::string NameModel::to_bytes() const {
  std::string bytes(magic);
  put(bytes, static_cast<std::uint32_t>(slots_.size()));
  put(bytes, static_cast<std::uint32_t>(ordinary_.bits().size()));
  put(bytes, step_);
  put(bytes, follows_);
  for (const Slot& each : slots_) put(bytes, each);
  for (const std::uint64_t each : ordinary_.bits()) put(bytes, each);
  return bytes;
}

const NameModel::Slot* NameModel::slot_of(NameFeature feature) const {
  const std::uint32_t check = check_of(feature);
  for (std::size_t at = feature & (slots_.size() - 1); slots_[at].check != 0; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].check == check) return &slots_[at];
  return nullptr;
}

void NameModel::add(NameFeature feature, LabelScores& scores) const {
  const Slot* slot = slot_of(feature);
  if (slot == nullptr) return;
  for (std::size_t label = 0; label < name_labels; ++label)
    scores[label] += step_ * static_cast<float>(slot->weights[label]);
}

}  // namespace casewright
