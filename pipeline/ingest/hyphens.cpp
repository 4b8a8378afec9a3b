#include "ingest/hyphens.h"

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

bool Hyphens::goes(std::string_view first, std::string_view second) {
  const std::string head = bare(first), tail = bare(second);
  if (words_.count(head + tail) != 0) return true;
  if (words_.count(head + "-" + tail) != 0) return false;
  if (!loaded_) dictionary_ = spell::Dictionary::load("en_GB");
  loaded_ = true;
  return !dictionary_ || dictionary_->knows(head + tail) || !dictionary_->knows(head) || !dictionary_->knows(tail);
}

}  // namespace casewright
