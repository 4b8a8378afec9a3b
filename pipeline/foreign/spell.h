#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::spell {

/// A Hunspell dictionary in memory. One thread at a time may use it; making and destroying one is safe
/// anywhere. Its words are read without Hunspell, which is opened when a word asks for more.
class Dictionary {
 public:
  /// Loads the dictionary of that language ("en_GB") from where the system keeps them; nothing where there
  /// is none.
  static std::optional<Dictionary> load(const std::string& language);

  /// True where the system keeps a dictionary of that language.
  static bool exists(const std::string& language);

  Dictionary(Dictionary&&) noexcept;
  Dictionary& operator=(Dictionary&&) noexcept;
  ~Dictionary();

  /// True where the word is spelt as the dictionary has it.
  bool knows(const std::string& word) const;
  /// Up to `most` words that may have been meant, best first. Slow: about 30 ms a word.
  std::vector<std::string> suggest(const std::string& word, std::size_t most) const;

 private:
  struct State;
  explicit Dictionary(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace casewright::spell
