#include "foreign/spell.h"

#include <array>
#include <mutex>

#include <unistd.h>

#include <hunspell/hunspell.hxx>

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

}  // namespace

struct Dictionary::State {
  std::unique_ptr<Hunspell> handle;

  State(const std::string& rules, const std::string& words) {
    const std::lock_guard lock(making());
    handle = std::make_unique<Hunspell>(rules.c_str(), words.c_str());
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    const std::lock_guard lock(making());
    handle.reset();
  }
};

Dictionary::Dictionary(std::unique_ptr<State> state) : state_(std::move(state)) {}
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;
Dictionary::~Dictionary() = default;

std::optional<Dictionary> Dictionary::load(const std::string& language) {
  const std::string stem = stem_of(language);
  if (stem.empty()) return std::nullopt;
  return Dictionary(std::make_unique<State>(stem + ".aff", stem + ".dic"));
}

bool Dictionary::exists(const std::string& language) {
  return !stem_of(language).empty();
}

bool Dictionary::knows(const std::string& word) const {
  return state_->handle->spell(word);
}

std::vector<std::string> Dictionary::suggest(const std::string& word, std::size_t most) const {
  std::vector<std::string> words = state_->handle->suggest(word);
  if (words.size() > most) words.resize(most);
  return words;
}

void Dictionary::add(const std::string& word) {
  state_->handle->add(word);
}

}  // namespace casewright::spell
