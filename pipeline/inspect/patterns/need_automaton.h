#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "inspect/patterns/need_alphabet.h"

namespace casewright {

/// Finds rows of signs in texts, all of them in one walk over the bytes (Aho and Corasick, 1975). Who walks carries a state from byte
/// to byte, 0 at first.
class NeedAutomaton {
 public:
  explicit NeedAutomaton(NeedAlphabet alphabet) : alphabet_(alphabet) {}

  /// Where the row ends, the need of that number is met.
  void add(const std::string& row, std::uint32_t need);
  /// Makes it ready; nothing is added after this.
  void settle();

  std::uint32_t after(std::uint32_t state, char byte) const { return next_[(state >> 1) + class_of_[static_cast<unsigned char>(byte)]]; }
  static bool meets(std::uint32_t state) { return (state & 1) != 0; }
  /// Which list of needs is met in a state that meets some; there are as many as `lists`.
  std::uint32_t list_of(std::uint32_t state) const { return next_[(state >> 1) + classes_]; }
  const std::vector<std::uint32_t>& needs_of(std::uint32_t list) const { return met_[list]; }
  std::size_t lists() const { return met_.size(); }

 private:
  NeedAlphabet alphabet_;
  std::vector<std::map<char, std::uint32_t>> edges_{{}};  ///< by state, as the rows give them
  std::string last_of_{'\0'};                             ///< by state: the sign that leads there
  std::vector<std::vector<std::uint32_t>> met_{{}};       ///< by state: the needs of the rows that end there; once settled without the states of none
  std::array<std::uint8_t, 256> class_of_{};              ///< by byte; 0: its sign is in no row
  std::uint32_t classes_ = 1;
  /// Once all is settled, by state and class: the next state's row, and 1 where needs are met there. Behind the classes of each row
  /// stands where these are among `met_`.
  std::vector<std::uint32_t> next_;
};

}  // namespace casewright
