#include "ingest/blocks/hyphens.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {
namespace {

bool is_mark(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return !letter && static_cast<unsigned char>(c) < 128;
}

/// The word without the marks around it, in small letters.
std::string bare(std::string_view word) {
  while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
  while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
  return ascii_lower(word);
}

}  // namespace

void Hyphens::learn(std::string_view word) { words_.insert(bare(word)); }

void Hyphens::load() {
  if (!loaded_) dictionary_ = spell::Dictionary::load("en_GB");
  loaded_ = true;
}

bool Hyphens::is_broken(std::string_view first, std::string_view second) {
  const auto are_digits = [](std::string_view text) { return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); };
  if (are_digits(first) && are_digits(second)) return first.size() + second.size() == 4;
  const std::string head = bare(first), tail = bare(second);
  if (head.empty() || tail.empty() || is_mark(first.back()) || second[0] < 'a' || second[0] > 'z') return false;
  load();
  if (!dictionary_ || (dictionary_->knows(head) && dictionary_->knows(tail))) return false;
  return words_.count(head + tail) != 0 || dictionary_->knows(head + tail);
}

bool Hyphens::goes(std::string_view first, std::string_view second) {
  const std::string head = bare(first), tail = bare(second);
  if (words_.count(head + tail) != 0) return true;
  if (words_.count(head + "-" + tail) != 0) return false;
  load();
  return !dictionary_ || dictionary_->knows(head + tail) || !dictionary_->knows(head) || !dictionary_->knows(tail);
}

}  // namespace casewright
