#include "foreign/spell.h"

#include <array>
#include <fstream>
#include <mutex>

#include <unistd.h>

#include <hunspell/hunspell.hxx>

#include "foreign/word_list.h"

namespace casewright::spell {
namespace {

/// Hunspell up to 1.7.1 keeps a global table that handles race for when they are made and destroyed.
std::mutex& making() {
  static std::mutex mutex;
  return mutex;
}

constexpr std::array<const char*, 3> folders{"/usr/share/hunspell/", "/usr/share/myspell/dicts/",
                                             "/usr/share/myspell/"};

/// Where the dictionary of that language lies, without its ending; empty where there is none.
std::string stem_of(const std::string& language) {
  for (const char* folder : folders) {
    const std::string stem = folder + language;
    if (access((stem + ".aff").c_str(), R_OK) == 0 && access((stem + ".dic").c_str(), R_OK) == 0) return stem;
  }
  return {};
}

/// The bytes of a file; none where it cannot be read.
std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (size <= 0) return {};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  file.read(bytes.data(), size);
  return file ? bytes : std::string();
}

}  // namespace

struct Dictionary::State {
  explicit State(std::string where) : stem(std::move(where)), words(WordList::read(bytes_of(stem + ".aff"), bytes_of(stem + ".dic"))) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    const std::lock_guard lock(making());
    handle.reset();
  }

  Hunspell& hunspell() {
    const std::lock_guard lock(making());
    if (!handle) handle = std::make_unique<Hunspell>((stem + ".aff").c_str(), (stem + ".dic").c_str());
    return *handle;
  }

  std::string stem;
  std::optional<WordList> words;
  std::unique_ptr<Hunspell> handle;  ///< opened when it is asked
};

Dictionary::Dictionary(std::unique_ptr<State> state) : state_(std::move(state)) {}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

std::optional<Dictionary> Dictionary::load(const std::string& language) {
  const std::string stem = stem_of(language);
  if (stem.empty()) return std::nullopt;
  return Dictionary(std::make_unique<State>(stem));
}

bool Dictionary::exists(const std::string& language) {
  return !stem_of(language).empty();
}

bool Dictionary::knows(const std::string& word) const {
  const std::optional<bool> known = state_->words ? state_->words->knows(word) : std::nullopt;
  return known ? *known : state_->hunspell().spell(word);
}

std::vector<std::string> Dictionary::suggest(const std::string& word, std::size_t most) const {
  std::vector<std::string> words = state_->hunspell().suggest(word);
  if (words.size() > most) words.resize(most);
  return words;
}

}  // namespace casewright::spell
