#include "inspect/public_people.h"

#include <algorithm>

#include "base/among.h"
#include "inspect/name_tokens.h"
#include "language/name_words.h"

namespace casewright {
namespace {

constexpr float sure_of_office = 0.5f, sure_of_somebody = 0.5f;
constexpr std::uint32_t reach_of_office = 9;  ///< tokens: "The chair of the Safeguarding Children Board is ..."
constexpr std::uint32_t reach_of_role = 6;    ///< tokens: "Mrs Hale, the child's first form teacher"

bool is_office(std::string_view word) {
  return among({"reviewer", "reviewers", "author", "authors", "chair", "chaired", "chairperson", "scrutineer", "commissioner"}, word);
}

bool goes_with_office(std::string_view word) {
  return among({",", ":", "(", ")", "-", "\xE2\x80\x93", "a", "an", "the", "this", "our", "its", "of", "for", "by", "is", "was", "were", "are", "independent", "lead", "overview",
                "report", "review", "serious", "case", "practice", "learning", "panel", "board", "partnership", "safeguarding", "children", "adults", "child", "local", "committee", "scr",
                "lscb", "lscp", "joint", "appointed", "mr", "mrs", "ms", "miss", "dr", "professor", "prof", "sir", "dame", "qc", "kc", "'s", "s", "\xE2\x80\x99s"}, word);
}

/// What only the holder of such an office does in a report.
bool is_act_of_office(std::string_view word) {
  return among({"chaired", "chairs", "led", "leads", "reviewed", "concluded", "concludes", "recommended", "recommends", "thanks", "commends"}, word);
}

/// Kin, neighbours and those who work with a family.
bool is_role_in_case(std::string_view word) {
  return among({"father", "mother", "mum", "mam", "dad", "parent", "parents", "stepfather", "stepmother", "stepdad", "stepmum", "brother", "sister", "sibling", "aunt", "auntie", "aunty",
                "uncle", "cousin", "grandmother", "grandfather", "grandparent", "grandma", "grandad", "grandpa", "gran", "granny", "nan", "nana", "partner", "ex-partner", "husband", "wife", "son", "daughter",
                "nephew", "niece", "mother-in-law", "father-in-law", "neighbour", "lodger", "landlord", "landlady", "friend", "boyfriend", "girlfriend", "carer", "childminder", "tenant",
                "teacher", "head", "headteacher", "tutor", "gp", "doctor", "midwife", "nurse", "visitor", "worker", "sw", "hv", "constable", "paediatrician", "surgeon",
                "psychiatrist", "psychologist", "therapist", "solicitor", "coach", "patient", "defendant", "suspect", "victim", "witness", "perpetrator", "offender", "tenant", "caller"}, word);
}

bool is_civil(std::string_view title) { return among({"mr", "mrs", "ms", "miss", "mx", "mister", "madam"}, title); }

std::string_view plain_title(std::string_view title) {
  return title == "professor" ? "prof" : title == "doctor" ? "dr" : title == "mister" ? "mr" : title;
}

/// "Ms" and "Mrs" may be one woman; "Mr" is not "Dr", and not "Mrs".
bool may_be_same(std::string_view one, std::string_view other) {
  if (plain_title(one) == plain_title(other)) return true;
  const char sex = sex_of_title(one), also = sex_of_title(other);
  return is_civil(one) && is_civil(other) && (sex == also || sex == ' ' || also == ' ');
}

std::string last_word(const std::string& words) { return words.substr(words.rfind(' ') + 1); }

}  // namespace

std::string_view PublicPeople::folded(std::uint32_t at) const { return folded_word(prose_, at); }

std::string PublicPeople::words_between(std::uint32_t from, std::uint32_t to) const {
  std::string words;
  for (std::uint32_t at = from; at < to; ++at)
    if (!is_mark(prose_, at) && !is_title(folded(at))) words += (words.empty() ? "" : " ") + std::string(folded(at));
  return words;
}

// Who is public.

/// Takes in the name, and the title that stands in it or before it.
void PublicPeople::introduce(std::uint32_t from, std::uint32_t to) {
  take_titles(from, to, known_[words_between(from, to)]);
}

/// The titles among tokens [from, to) and right before them.
void PublicPeople::take_titles(std::uint32_t from, std::uint32_t to, std::set<std::string, std::less<>>& titles) const {
  const std::uint32_t first = prose_.stretch_at(prose_.tokens[from].begin).first_token;
  std::uint32_t at = from;
  while (at > first && from - at < 2 && (is_title(folded(at - 1)) || prose_.view(prose_.tokens[at - 1].span()) == ".")) --at;
  for (; at < to; ++at)
    if (is_title(folded(at))) titles.emplace(plain_title(folded(at)));
}

void PublicPeople::learn_from_tagger(const NameChances& chances) {
  for (const Stretch& stretch : prose_.stretches)
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      std::uint32_t end = at;
      while (end < stretch.end_token && chances[end][static_cast<std::size_t>(NameLabel::public_person)] >= sure_of_office) ++end;
      if (end - at >= 2 && !belongs_to_case(at, end)) introduce(at, end);
      at = std::max(end, at + 1) - 1;
    }
}

/// Names beside a word for an office, whatever the model thinks of them.
void PublicPeople::learn_officers() {
  for (const Stretch& stretch : prose_.stretches)
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token;) {
      std::uint32_t end = at;
      while (end < stretch.end_token && (prose_.tokens[end].casing == Casing::capitalised || closes_initial(prose_, end))) ++end;
      if (end - at >= 2 && end - at <= 5 && holds_office(at, end)) introduce(at, end);
      at = std::max(end, at + 1);
    }
}

/// True for a whole name beside a word for an office that reports name: "Author: ...", "chaired by ...", "..., independent
/// reviewer". Whoever the holder of an office met or wrote of is nobody public: only words of the office may stand between.
bool PublicPeople::holds_office(std::uint32_t from, std::uint32_t to) const {
  return words_between(from, to).find(' ') != std::string::npos && stands_beside_office(from, to);
}

bool PublicPeople::stands_beside_office(std::uint32_t from, std::uint32_t to) const {
  const Stretch& stretch = prose_.stretch_at(prose_.tokens[from].begin);
  return office_before(stretch.first_token, from) || office_behind(to, stretch.end_token);
}

bool PublicPeople::office_before(std::uint32_t first, std::uint32_t from) const {
  for (std::uint32_t at = from; at > first && from - at < reach_of_office; --at) {
    const std::string_view word = folded(at - 1);
    if (is_office(word)) return true;
    if (!goes_with_office(word) || word == ")") return false;  // "Sunita Rao (chair), Bill Marsh"
  }
  return false;
}

bool PublicPeople::office_behind(std::uint32_t to, std::uint32_t end) const {
  if (to == end || (folded(to) != "," && folded(to) != "(" && folded(to) != "-" && folded(to) != "\xE2\x80\x93")) return false;
  bool independent = false;
  for (std::uint32_t at = to + 1; at < end && at - to < reach_of_office; ++at) {
    const std::string_view word = folded(at);
    if (is_office(word)) return independent || at + 1 == end || folded(at + 1) != "of" || of_this_review(at + 2, end);
    if (!goes_with_office(word)) return false;
    independent = independent || word == "independent" || word == "panel" || word == "board";
  }
  return false;
}

/// "chair of the Board" and "author of the overview report", and not "chair of governors" or "author of the letter".
bool PublicPeople::of_this_review(std::uint32_t at, std::uint32_t end) const {
  if (at < end && (folded(at) == "the" || folded(at) == "this")) ++at;
  for (const std::uint32_t last = std::min(end, at + 4); at < last; ++at)
    if (among({"board", "panel", "partnership", "review", "report", "overview", "committee", "lscb", "lscp", "scp", "sab"}, folded(at))) return true;
  return false;
}

// Who is not.

/// Whole names that are nobody public, and titled names beside a role in the case: "Mr Okafor, her father".
void PublicPeople::learn_others(const NameChances& chances) {
  const auto is_somebody = [&](std::uint32_t at) {
    return prose_.tokens[at].casing != Casing::lower && chances[at][static_cast<std::size_t>(NameLabel::person)] >= sure_of_somebody;
  };
  for (const Stretch& stretch : prose_.stretches)
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token;) {
      std::uint32_t end = at;
      while (end < stretch.end_token && is_somebody(end) && !is_mark(prose_, end)) ++end;
      const std::string words = words_between(at, end);
      if (words.find(' ') != std::string::npos && !known_.contains(words)) take_titles(at, end, rivals_[last_word(words)]);
      if (end > at + 1 && is_title(folded(at)) && belongs_to_case(at, end)) relatives_.insert(std::string(plain_title(folded(at))) + " " + last_word(words));
      at = std::max(end, at + 1);
    }
}

/// True where a role in the case stands right beside the name: "her father, Mr Okafor", "Mrs Hale, the child's teacher".
bool PublicPeople::belongs_to_case(std::uint32_t from, std::uint32_t to) const {
  const Stretch& stretch = prose_.stretch_at(prose_.tokens[from].begin);
  std::uint32_t before = from;
  if (before > stretch.first_token && among({",", ":", "(", "is", "was"}, folded(before - 1))) --before;
  if (before > stretch.first_token && is_role_in_case(folded(before - 1)) && !office_before(stretch.first_token, from)) return true;
  if (to + 1 >= stretch.end_token || !among({",", "("}, folded(to))) return false;
  if (!among({"her", "his", "their", "the", "my", "our"}, folded(to + 1)) && !is_role_in_case(folded(to + 1))) return false;
  for (std::uint32_t at = to + 1; at < stretch.end_token && at - to <= reach_of_role; ++at) {
    if (is_office(folded(at)) || folded(at) == "," || folded(at) == ")") return false;
    if (is_role_in_case(folded(at))) return true;
  }
  return false;
}

PublicPeople::PublicPeople(const Prose& prose, const NameChances& chances) : prose_(prose) {
  learn_from_tagger(chances);
  learn_officers();
  learn_others(chances);
}

/// Whether a public person bears `family` and may have that title, or is known by just that one ("Dr").
PublicPeople::Fit PublicPeople::fit_of(std::string_view title, const std::string& family) const {
  Fit best = Fit::no;
  for (const auto& [name, titles] : known_) {
    const bool bears = name.size() > family.size() && name.ends_with(family) && name[name.size() - family.size() - 1] == ' ';
    if (!bears) continue;
    if (!is_civil(title) && titles.contains(plain_title(title))) return Fit::by_title;
    const bool may_be = std::any_of(titles.begin(), titles.end(), [&](const std::string& known) { return may_be_same(known, title); });
    if (titles.empty() || may_be) best = Fit::may_be;
  }
  return best;
}

bool PublicPeople::names(std::uint32_t from, std::uint32_t to) const {
  const std::string words = words_between(from, to);
  if (known_.contains(words) || holds_office(from, to)) return words.find(' ') != std::string::npos;
  if (!is_title(folded(from))) return false;
  const Fit fit = fit_of(folded(from), words);
  const std::string title(plain_title(folded(from)));
  if (fit == Fit::no || relatives_.contains(title + " " + last_word(words))) return false;
  const auto rival = rivals_.find(last_word(words));
  if (rival == rivals_.end() || (fit == Fit::by_title && !rival->second.contains(title))) return true;
  return stands_beside_office(from, to) || (to < prose_.tokens.size() && is_act_of_office(folded(to)));
}

}  // namespace casewright
