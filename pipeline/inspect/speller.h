#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "foreign/spell.h"
#include "inspect/corpus.h"

namespace casewright {

/// The common words of the language, by length, to find those that look like a misspelt one.
class CommonWords {
 public:
  struct Word {
    std::string_view word;      ///< of the corpus's text, which must outlive it
    std::uint32_t letters = 0;  ///< a bit for each letter it has
  };
  /// Reads the list once.
  void read(std::string_view list);
  /// 2 among the most common, 1 among the common, else 0.
  int commonness(std::string_view word) const;
  const std::vector<Word>& of_length(std::size_t length) const;

 private:
  std::vector<std::vector<Word>> by_length_;
  std::unordered_map<std::string_view, int> known_;
};

/// A dictionary with the field's own words, loaded when the first word is looked up and then kept: it takes
/// longer to load than a report takes to check. Safe on several threads.
class Speller {
 public:
  explicit Speller(std::string language) : language_(std::move(language)) {}

  /// True where the word or all parts of it are known, and where there is no dictionary.
  bool knows(const std::string& word, const Corpus& corpus) const;
  /// The words that may have been meant, best first, at most three. Worked out once per word: up to a
  /// millisecond, and 30 where nothing near is found.
  std::vector<std::string> suggestions(const std::string& word, const Corpus& corpus) const;

  /// "school nurse" for "schoolnurse": the two very common words that run together; empty where there are none.
  std::string two_words(const std::string& word, const Corpus& corpus) const;

 private:
  void load(const Corpus& corpus) const;
  void load_common(const Corpus& corpus) const;
  bool known(std::string_view word) const;
  bool plainly_known(const std::string& word) const;
  std::vector<std::string> work_out(const std::string& word) const;

  std::string language_;
  mutable std::mutex mutex_;
  mutable bool tried_ = false;
  mutable std::optional<spell::Dictionary> dictionary_;
  mutable std::unordered_set<std::string> own_;
  mutable std::unordered_map<std::string, bool> asked_;  ///< words looked up so far, and whether they are known
  mutable CommonWords common_;
  mutable bool common_read_ = false;
  mutable std::unordered_map<std::string, std::vector<std::string>> suggested_;
};

/// The spellers of a rule book, by language.
using Spellers = std::map<std::string, std::shared_ptr<const Speller>>;

}  // namespace casewright
