#include "ingest/reviews/key_lines.h"

#include <algorithm>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "ingest/values/labels.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_question = 200;   ///< bytes of a question that stands before its answer
constexpr std::size_t shortest_that_matters = 4;
constexpr std::size_t least_shared = 2;         ///< words that a heading and a line have in common

/// The words of a heading as they stand, without marks; "Q1" and "KLOE2" are two words each.
std::vector<std::string> words_as_written(std::string_view heading) {
  std::vector<std::string> words;
  std::string now;
  const auto end = [&] {
    if (!now.empty()) words.push_back(std::move(now));
    now.clear();
  };
  for (const char c : heading) {
    if (!is_word(c)) {
      end();
      continue;
    }
    if (!now.empty() && is_digit(c) && !is_digit(now.back())) end();
    now += c;
  }
  end();
  return words;
}

std::string lower_singular(std::string_view word) {
  std::string lower = ascii_lower(word);
  if (lower.size() > 2 && lower.back() == 's') lower.pop_back();
  return lower;
}

/// How many words from `at` on are a name of key lines: 3 for "line of enquiry", 1 for "Q"; 0 for none.
std::size_t name_at(const std::vector<std::string>& words, std::size_t at) {
  std::size_t most = 0;
  for (const Label& each : LabelGuide::of("key-lines").labels()) {
    const std::vector<std::string> name = words_of_label(each.words);
    const bool here = at + name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                                                     [](const std::string& a, const std::string& b) { return lower_singular(a) == lower_singular(b); });
    if (here) most = std::max(most, name.size());
  }
  return most;
}

/// The words of a title or a question that matter.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  const LabelGuide& common = LabelGuide::of("common-in-questions");
  for (const std::string& each : words_of_label(text))
    if (const std::string word = lower_singular(each); each.size() >= shortest_that_matters && common.understand(each).field == Field::none && !among(words, word)) words.push_back(word);
  return words;
}

/// The share of the words of both that the fewer-worded has in common with the other, in hundredths; 0 for too few.
std::size_t likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto shared = static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& word) { return among(b, word); }));
  return shared < least_shared ? 0 : 200 * shared / (a.size() + b.size());
}

}  // namespace

std::vector<std::string> key_lines_of(const Case& known) {
  std::vector<std::string> ids;
  if (const Record* lines = known.root.child("key-lines-of-enquiry"))
    for (const Record* each : lines->all("line")) ids.push_back(fold_space(each->attribute("id")));
  return ids;
}

std::string key_lines_in(std::string_view heading, const Case& known) {
  const std::vector<std::string> ids = key_lines_of(known), words = words_as_written(heading), labels = words_of_label(heading);
  std::vector<std::string> found;
  const auto take = [&](const std::string& id) {
    if (!among(found, id)) found.push_back(id);
  };
  for (const std::string& word : labels)
    for (const std::string& id : ids)
      if (ascii_lower(id) == word) take(id);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t name = name_at(words, at);
    if (name == 0) continue;
    for (std::size_t number = at + name; number < words.size(); ++number) {
      const std::string& word = words[number];
      const std::size_t which = word.size() == 1 && word[0] >= 'a' && word[0] <= 'h' && number + 1 == words.size() ? static_cast<std::size_t>(word[0] - 'a') + 1 : number_said_by(word);
      if (which == 0 && word != "and") break;
      if (which >= 1 && which <= ids.size()) take(ids[which - 1]);
    }
  }
  return join_text(found, " ");
}

std::string key_line_told_by(std::string_view heading, const Case& known) {
  constexpr std::size_t enough = 60;  // hundredths of the words of both
  const Record* lines = known.root.child("key-lines-of-enquiry");
  const std::vector<std::string> words = telling_words(heading);
  if (lines == nullptr || words.size() < 2) return "";
  std::string best;
  std::size_t most = enough - 1;
  for (const Record* each : lines->all("line")) {
    const std::size_t like = std::max(likeness(words, telling_words(each->attribute("title"))), likeness(words, telling_words(each->content_of("question"))));
    if (like == most) best.clear();
    if (like > most) best = fold_space(each->attribute("id")), most = like;
  }
  return best;
}

bool speaks_of_key_lines(std::string_view words) {
  const std::vector<std::string> all = words_as_written(words);
  for (std::size_t at = 0; at < all.size(); ++at)
    if (const std::size_t name = name_at(all, at); name > 0 && (name > 1 || all[at].size() > 1) && all[at + name - 1].size() > 1) return true;
  return false;
}

bool begins_with_key_line(std::string_view text) {
  const std::vector<std::string> words = words_as_written(text.substr(0, most_of_question));
  const std::size_t name = name_at(words, 0);
  return name > 0 && name < words.size() && number_said_by(words[name]) > 0;
}

std::size_t key_line_led(std::string_view paragraph) {
  const std::size_t question = paragraph.find('?'), line = paragraph.find('\n');
  const std::size_t end = question < line ? question + 1 : line;
  if (question == std::string_view::npos || end > most_of_question || end >= paragraph.size()) return 0;
  const std::string_view answer = trim(paragraph.substr(end));
  return begins_with_key_line(paragraph) && !answer.empty() && !begins_with_key_line(answer) ? end : 0;
}

std::string without_key_lines(const std::string& heading, const Case& known) {
  const std::size_t open = heading.rfind('(');
  if (open == std::string::npos || open == 0 || !heading.ends_with(')') || key_lines_in(std::string_view(heading).substr(open), known).empty()) return heading;
  return std::string(trim(std::string_view(heading).substr(0, open)));
}

}  // namespace casewright
