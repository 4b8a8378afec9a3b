#include "inspect/sections/section_wordings.h"

#include <algorithm>
#include <map>

#include "base/among.h"
#include "base/number_words.h"
#include "base/sorted_lines.h"
#include "base/text.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

constexpr std::size_t most_words = 30;

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char each) { return std::isalpha(static_cast<unsigned char>(each)) != 0; });
}

bool joins(std::string_view word) {
  return among({"and", "&", ",", "/", ":", ";", "-", "\xE2\x80\x93", "\xE2\x80\x94", "+"}, word);
}

bool is_preposition(std::string_view word) {
  return among({"of", "to", "for", "in", "from", "by", "on", "with", "about", "against", "at", "between",
                       "during", "since", "across", "within", "into", "through", "as", "under", "after", "before"}, word);
}

bool is_article(std::string_view word) {
  return among({"the", "a", "an", "this", "these", "that", "our", "its", "'s", "'", "any", "their", "his", "her"}, word);
}

/// "i" to "xx" as far as reports number with them, and single letters.
bool is_ordinal(std::string_view word) {
  if (word.size() == 1) return has_letter(word);
  return word.size() <= 5 && word.find_first_not_of("ivx") == std::string_view::npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
}

bool names_a_person(std::string_view word) {
  return among({"child", "baby", "adult", "family", "sibling", "infant", "mr", "ms", "mrs", "subject", "young-person"}, word);
}

/// Boards shorten their names by their place: NLSCB, DSCP, a safeguarding adults board's NSAB.
bool is_short_board(std::string_view word) {
  return word.size() >= 3 && word.size() <= 7 && (word.ends_with("scb") || word.ends_with("scp") || word.ends_with("sab"));
}

/// Takes numbers and words that only count off the front: "3.2", "Section 4 -", "Part Two:", "iv.", "C.".
void drop_numbering(std::vector<std::string>& words) {
  std::size_t from = 0;
  while (from < words.size()) {
    const std::string& word = words[from];
    const bool counts = among({"part", "section", "chapter"}, word) && from + 1 < words.size() &&
                        (is_number(words[from + 1]) || is_ordinal(words[from + 1]) ||
                         number_of_words(words[from + 1]));
    const bool letter = is_ordinal(word) && word != "a" && from + 1 < words.size();
    const bool listed = word == "a" && from + 1 < words.size() && !has_letter(words[from + 1]);
    if (counts)
      from += 2;
    else if (has_letter(word) && !letter && !listed && word != "and")
      break;
    else
      ++from;
  }
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(from));
}

SectionWording::Reach reach_of(std::string_view whole) {
  using Reach = SectionWording::Reach;
  return whole == "only" ? Reach::heading : whole == "yes" ? Reach::part : Reach::anywhere;
}

/// The alternatives of each group; "@kin" stands for all words of that class.
template <class Classes>
std::vector<SectionSign::Group> groups_of(std::string_view text, const Classes& classes) {
  std::vector<SectionSign::Group> groups;
  const std::string folded = fold_space(text);
  for (const std::string_view group : split(folded, ' ')) {
    SectionSign::Group& alternatives = groups.emplace_back();
    for (const std::string_view each : split(group, '|'))
      if (const auto known = classes.find(each.substr(each.starts_with('@'))); each.starts_with('@') && known != classes.end())
        alternatives.insert(alternatives.end(), known->second.words.begin(), known->second.words.end());
      else if (!each.empty())
        alternatives.emplace_back(each);
  }
  return groups;
}

}  // namespace

void SectionWordings::put_together(std::vector<std::string>& words) const {
  std::vector<std::string> kept;
  for (std::size_t at = 0; at < words.size();) {
    const Same* longest = nullptr;
    if (const auto found = same_.find(words[at]); found != same_.end())
      for (const Same& each : found->second)
        if (each.words.size() <= words.size() - at && (longest == nullptr || each.words.size() > longest->words.size()) &&
            std::equal(each.words.begin(), each.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
          longest = &each;
    kept.push_back(longest != nullptr ? longest->stands_for : is_short_board(words[at]) ? "board" : words[at]);
    at += longest != nullptr ? longest->words.size() : 1;
    // "Child A", "Mr B", "Baby 1": the letter is a name and no number.
    if (names_a_person(kept.back()) && at < words.size() && words[at].size() <= 2 && !joins(words[at]) &&
        (is_number(words[at]) || (is_ordinal(words[at]) && words[at].size() == 1)))
      ++at;
  }
  words = std::move(kept);
}

std::vector<std::string> SectionWordings::compared(std::string_view heading) const {
  std::vector<std::string> words = words_of_phrase(heading);
  drop_numbering(words);
  put_together(words);
  std::vector<std::string> kept;
  bool numbered = false;  // "Appendix A", "Finding 2": what follows the number is a part of its own
  for (std::size_t at = 0; at < words.size() && kept.size() < most_words; ++at) {
    const bool behind = !kept.empty() && among({"appendix", "annex", "annexe", "attachment", "schedule", "finding", "episode", "recommendation", "theme", "period", "lesson"}, kept.back());
    if (behind && (is_number(words[at]) || is_ordinal(words[at]))) {
      kept.emplace_back("#");
      numbered = kept[kept.size() - 2] != "episode";
    } else if (joins(words[at])) {
      if (!kept.empty() && !joins(kept.back())) kept.push_back(words[at]);
    } else if (has_letter(words[at]) && !is_article(words[at])) {
      if (numbered && !joins(kept.back())) kept.emplace_back(":");
      numbered = false;
      kept.push_back(words[at]);
    }
  }
  while (!kept.empty() && joins(kept.back())) kept.pop_back();
  return kept;
}

HeadingWords SectionWordings::words_of(std::string_view heading) const {
  HeadingWords result;
  std::uint8_t part = 0;
  for (std::string& word : compared(heading)) {
    if (joins(word)) {
      ++part;
      continue;
    }
    const bool preposition = is_preposition(word);
    const bool empty = preposition || word == "#" || fillers_.count(word) != 0;
    WordGroupSet groups = groups_.of(word);
    result.words.push_back({std::move(word), part, empty, preposition, std::move(groups)});
  }
  return result;
}

void SectionWordings::read_sign(const Record& element, SectionSet sections) {
  SectionSign sign;
  for (const SectionSign::Group& group : groups_of(element.content(), classes_)) sign.groups.push_back(groups_.add(group));
  SectionSign::Group without;
  for (const SectionSign::Group& group : groups_of(element.attribute("without"), classes_)) without.insert(without.end(), group.begin(), group.end());
  sign.without = groups_.add(without);
  sign.sections = sections;
  sign.sure = element.attribute("sure") == "less" ? 0.68 : 0.9;
  sign.opens = element.attribute("opens") == "yes";
  signs_.push_back(std::move(sign));
}

std::vector<std::string> SectionWordings::names_in(std::string_view heading) const {
  const auto is_upper = [](char each) { return each >= 'A' && each <= 'Z'; };
  std::vector<std::string> names;
  std::vector<std::string_view> words;
  for (const std::string_view each : split(heading, ' '))
    if (has_letter(each)) words.push_back(each.substr(each.find_first_not_of("(\"'")));
  const bool small = std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word.size() > 3 && !is_upper(word.front()) && !is_preposition(word); });
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::string_view word = words[at];
    if (word.size() < 2 || !is_upper(word[0]) || is_upper(word[1])) continue;
    const std::size_t apostrophe = std::min(word.find('\''), word.find("\xE2\x80\x99"));
    word = word.substr(0, std::min(apostrophe, word.find_last_not_of(".,:;?!)") + 1));
    const bool alone = small && (at == 0 ? apostrophe != std::string_view::npos : !is_upper(words[at - 1].front())) &&
                       (at + 1 == words.size() || !is_upper(words[at + 1].front()));
    const std::string low = ascii_lower(word);
    const bool unknown = fillers_.count(low) == 0 && of_wordings_.count(low) == 0 && same_.count(low) == 0 && classes_of(low).empty();
    if (unknown && (alone || !find_line(given_names_, word, [](std::string_view line) { return line; }).empty())) names.push_back(low);
  }
  return names;
}

const std::vector<std::uint32_t>& SectionWordings::wordings_from(const std::string& first) const {
  static const std::vector<std::uint32_t> none;
  const auto found = wordings_from_.find(first);
  return found == wordings_from_.end() ? none : found->second;
}

std::vector<std::string_view> SectionWordings::classes_of(const WordGroupSet& word) const {
  std::vector<std::string_view> names;
  for (const auto& [name, known] : classes_)
    if (word.has(known.group)) names.push_back(name);
  return names;
}

SectionWordings SectionWordings::read(const Record& root, const std::string& file, Faults& faults) {
  SectionWordings all;
  for (const Record* same : root.all("same")) {
    const std::string wordings = same->content();
    for (const std::string_view wording : split(wordings, ';'))
      if (auto words = words_of_phrase(fold_space(wording)); !words.empty()) {
        const std::string first = words.front();
        all.same_[first].push_back({std::move(words), std::string(same->attribute("as"))});
      }
  }
  for (const Record* fillers : root.all("fillers"))
    for (std::string& word : words_of_phrase(fold_space(fillers->content()))) all.fillers_.insert(std::move(word));
  for (const Record* each : root.all("class"))
    for (SectionSign::Group& words : groups_of(each->content(), all.classes_)) {
      const std::uint32_t group = all.groups_.add(words);
      all.classes_[std::string(each->attribute("name"))] = {std::move(words), group};
    }
  for (const Record* section : root.all("section")) {
    const auto canonical = section_of(section->attribute("name"));
    if (!canonical) {
      faults.push_back({file, section->origin.part, 0,
                        "'" + std::string(section->attribute("name")) + "' is no section",
                        "DESIGN.md section 6 lists the canonical names"});
      continue;
    }
    const auto with_another = [&](const Record& element) {
      return *canonical | section_of(element.attribute("also")).value_or(0);
    };
    const auto words_alone = [&](const Record& element) {
      std::vector<std::string> words = all.compared(fold_space(element.content()));
      std::erase_if(words, [](const std::string& word) { return joins(word); });
      return words;
    };
    for (const Record* heading : section->all("heading"))
      all.wordings_.push_back({words_alone(*heading), with_another(*heading), reach_of(heading->attribute("whole"))});
    for (const Record* sign : section->all("sign")) all.read_sign(*sign, with_another(*sign));
  }
  for (const SectionWording& wording : all.wordings_) all.of_wordings_.insert(wording.words.begin(), wording.words.end());
  for (std::uint32_t at = 0; at < all.wordings_.size(); ++at)
    if (!all.wordings_[at].words.empty()) all.wordings_from_[all.wordings_[at].words.front()].push_back(at);
  return all;
}

}  // namespace casewright
