#include "ingest/papers/agency_of_file.h"

#include <algorithm>

#include "base/text.h"
#include "base/world.h"
#include "ingest/values/labels.h"

namespace casewright {
namespace {

/// Words of a file's name that say nothing about whose it is.
bool is_noise(const std::string& word) {
  static constexpr std::string_view noise[] = {"chronology", "chron", "imr", "the", "of", "and", "for", "final", "draft", "copy", "version", "new"};
  if (std::find(std::begin(noise), std::end(noise), word) != std::end(noise)) return true;
  const std::size_t digits = word[0] == 'v' ? 1 : 0;
  return word.size() > digits && word.find_first_not_of("0123456789", digits) == std::string::npos;
}

bool all_in(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return !few.empty() && std::all_of(few.begin(), few.end(), [&](const std::string& word) { return std::find(many.begin(), many.end(), word) != many.end(); });
}

/// 5 by id, 4 the same words as one of its names, 3 its short name within the file's, 2 its public or real name
/// within the file's, 1 the file's within one of its names.
int likeness(const std::vector<std::string>& file, const std::vector<std::string>& telling, const Agency& agency) {
  if (std::find(file.begin(), file.end(), ascii_lower(agency.id)) != file.end()) return 5;
  int best = 0;
  for (const std::string* name : {&agency.short_name, &agency.public_name, &agency.name}) {
    std::vector<std::string> words = words_of_label(*name);
    words.erase(std::remove_if(words.begin(), words.end(), is_noise), words.end());
    if (words == telling && !words.empty()) return 4;
    if (all_in(words, telling)) best = std::max(best, name == &agency.short_name ? 3 : 2);
    else if (all_in(telling, words)) best = std::max(best, 1);
  }
  return best;
}

}  // namespace

std::vector<const Agency*> agencies_of_file(std::string_view file, const std::vector<Agency>& agencies) {
  std::string_view stem = file_name(file);
  stem = stem.substr(0, stem.rfind('.'));
  const std::vector<std::string> words = words_of_label(stem);
  std::vector<std::string> telling = words;
  telling.erase(std::remove_if(telling.begin(), telling.end(), is_noise), telling.end());
  std::vector<const Agency*> best;
  int most = 1;
  for (const Agency& agency : agencies) {
    const int like = likeness(words, telling, agency);
    if (like < most) continue;
    if (like > most) best.clear();
    most = like;
    best.push_back(&agency);
  }
  return best;
}

}  // namespace casewright
