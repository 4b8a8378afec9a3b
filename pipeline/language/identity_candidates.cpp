#include "language/identity_candidates.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/among.h"
#include "language/name_words.h"

namespace casewright {
namespace {

template <class Keep>
void keep_if_any(std::vector<Candidate>& candidates, Keep keep) {
  if (candidates.size() < 2 || std::none_of(candidates.begin(), candidates.end(), keep)) return;
  std::erase_if(candidates, [&](const Candidate& each) { return !keep(each); });
}

bool is_title_here(const SeenToken& token, const NameForm& form) {
  if (!token.word->title) return false;
  if (token.word->folded.size() <= 4 && token.word->folded != "lady") return token.capital() || token.word->folded.size() <= 3;
  const bool with_family = form.shape == FormShape::whole || form.shape == FormShape::family || form.shape == FormShape::half;
  return token.capital() && with_family;
}

/// The three words before token `at`, folded, each with a space before it.
std::string words_before(const std::vector<SeenToken>& tokens, std::size_t at) {
  std::string words;
  for (std::size_t i = at < 3 ? 0 : at - 3; i < at; ++i) words += " " + tokens[i].word->folded;
  return words;
}

/// What the words before call whoever follows; null where they name no kin.
const KinWord* kin_before(std::string_view before) {
  while (before.ends_with(" ,") || before.ends_with(" (")) before.remove_suffix(2);
  std::string_view last = before.substr(before.find_last_of(' ') + 1);
  if (last.starts_with("half-")) last.remove_prefix(5);
  return find_kin(last);
}

bool kin_fits(const KinWord& kin, const IdentityFacts& fact, FormShape shape) {
  const bool by_family = shape == FormShape::family || shape == FormShape::half;
  if (!kin.of_public_name.empty()) return fact.public_name.find(kin.of_public_name) != std::string::npos;
  if (among({"mother", "mum", "mummy", "mo"}, kin.word)) return fact.role == "mother";
  if (among({"father", "dad", "daddy", "fa", "fob"}, kin.word)) return fact.role == "father";
  return fact.child && !by_family;
}

/// True where the words before say who this is; "her son Dafydd" is nobody's family name.
bool role_fits(std::string_view before, const IdentityFacts& fact, FormShape shape) {
  if (const KinWord* kin = kin_before(before)) return kin_fits(*kin, fact, shape);
  if (before.ends_with(" (")) {  // "HV (Jackie)"
    before.remove_suffix(2);
    const std::string_view last = before.substr(before.find_last_of(' ') + 1);
    if (is_title(last)) return title_fits(last, fact.public_name);
  }
  std::string_view role = fact.public_name;
  const auto number = role.find_last_of(' ');
  if (number != std::string_view::npos && role.size() - number <= 3) role = role.substr(0, number);
  return role.size() > 3 && before.size() > role.size() && before.ends_with(role) && before[before.size() - role.size() - 1] == ' ';
}

/// The last word of what stands in brackets or between commas right behind a name, where it is kin or a title: "Kyle,
/// Mother's partner," and "Kyle (PC)". Empty where nothing of the kind does.
std::string_view said_behind(const std::vector<SeenToken>& tokens, std::size_t at) {
  if (at >= tokens.size()) return {};
  const std::string& mark = tokens[at].word->folded;
  if (mark != "," && mark != "(") return {};
  const std::size_t end = std::min(tokens.size(), at + 7);
  std::size_t close = at + 1;
  while (close < end && (tokens[close].is_word() || tokens[close].word->folded == "'s")) ++close;
  if (close == end || close == at + 1) return {};
  const std::string& stop = tokens[close].word->folded;
  const std::string_view last = tokens[close - 1].word->folded;
  if (mark == "(") return stop == ")" && (find_kin(last) != nullptr || is_title(last)) ? last : std::string_view();
  return (stop == "," || stop == "." || stop == ";") && close > at + 2 && find_kin(last) != nullptr ? last : std::string_view();
}

/// "Warsame", and "A Warsame", which says little more.
bool says_family_alone(const Candidate& candidate) {
  const NameForm& form = *candidate.form;
  if (form.shape == FormShape::family || form.shape == FormShape::half) return true;
  return form.shape == FormShape::whole && std::any_of(form.atoms.begin(), form.atoms.end(), [](const std::string& each) { return each.size() == 1; });
}

bool was_mentioned(const Candidate& candidate, const std::vector<Mention>& mentioned) {
  return std::any_of(mentioned.begin(), mentioned.end(), [&](const Mention& each) { return each.identity == candidate.identity; });
}

/// A family name by itself means a grown-up who was named with it before, where no other of the family was named at all.
void narrow_family_name(const SearchedText& searched, std::vector<Candidate>& candidates, const std::vector<Mention>& mentioned) {
  const auto named = static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), [&](const Candidate& each) { return was_mentioned(each, mentioned); }));
  if (named != 1) return;
  keep_if_any(candidates, [&](const Candidate& each) {
    const bool with_it = std::any_of(mentioned.begin(), mentioned.end(), [&](const Mention& other) { return other.identity == each.identity && other.with_family_name; });
    return with_it && !searched.index.facts[each.identity].child;
  });
}

}  // namespace

std::vector<Candidate> candidates_of(const SearchedText& searched, const Match& match) {
  std::vector<Candidate> candidates;
  for (const NameForm* form = searched.index.begin(match.phrase); form != searched.index.end(match.phrase); ++form) {
    if (match.way == Way::plain && !written_as(form->need, match, searched)) continue;
    const auto same = std::find_if(candidates.begin(), candidates.end(),
                                   [&](const Candidate& each) { return each.identity == form->identity; });
    if (same == candidates.end()) candidates.push_back({form->identity, form});
    else if (form->shape < same->form->shape) same->form = form;
  }
  keep_if_any(candidates, [](const Candidate& each) { return each.form->shape != FormShape::place_core; });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.form->shape < b.form->shape; });
  return candidates;
}

std::optional<std::size_t> title_before(const SearchedText& searched, const Match& match, const NameForm& form) {
  std::optional<std::size_t> title;
  if (!searched.index.facts[form.identity].person || match.way == Way::inside) return title;
  std::size_t at = match.first;
  for (int titles = 0; titles < 2; ++titles) {
    std::size_t before = at;
    if (before > 0 && searched.tokens[before - 1].word->folded == ".") --before;
    if (before == 0 || !is_title_here(searched.tokens[before - 1], form)) break;
    if (searched.tokens[at].span.begin - searched.tokens[before - 1].span.end > 3) break;
    at = before - 1;
    title = at;
  }
  return title;
}

void narrow(const SearchedText& searched, std::vector<Candidate>& candidates, const Match& match, std::optional<std::size_t> title,
            const std::vector<Mention>& mentioned) {
  const auto fact = [&searched](const Candidate& each) -> const IdentityFacts& { return searched.index.facts[each.identity]; };
  if (title) {
    const std::string& word = searched.tokens[*title].word->folded;
    const char sex = sex_of_title(word);
    keep_if_any(candidates, [&](const Candidate& each) { return title_fits(word, fact(each).public_name); });
    keep_if_any(candidates, [&](const Candidate& each) { return sex == ' ' || fact(each).sex == sex; });
    if (word != "miss" && word != "master") keep_if_any(candidates, [&](const Candidate& each) { return !fact(each).child; });
  }
  keep_if_any(candidates, [&](const Candidate& each) { return !fact(each).may_be_named; });
  keep_if_any(candidates, [](const Candidate& each) { return each.form->shape != FormShape::place_core; });
  if (candidates.size() < 2) return;
  const std::string before = words_before(searched.tokens, title.value_or(match.first));
  const auto fits = [&](const Candidate& each) { return role_fits(before, fact(each), each.form->shape); };
  if (kin_before(before) != nullptr && std::none_of(candidates.begin(), candidates.end(), fits)) return;  // "his aunt Mark", whoever Mark was before
  keep_if_any(candidates, fits);
  const std::string_view behind = said_behind(searched.tokens, match.last + 1);
  const KinWord* kin = find_kin(behind);
  const auto fits_behind = [&](const Candidate& each) { return kin != nullptr ? kin_fits(*kin, fact(each), each.form->shape) : title_fits(behind, fact(each).public_name); };
  if (kin != nullptr && std::none_of(candidates.begin(), candidates.end(), fits_behind)) return;
  if (!behind.empty()) keep_if_any(candidates, fits_behind);
  const bool by_family = std::all_of(candidates.begin(), candidates.end(), says_family_alone);
  if (by_family && !title) narrow_family_name(searched, candidates, mentioned);
  else keep_if_any(candidates, [&](const Candidate& each) { return was_mentioned(each, mentioned) && (title || !says_family_alone(each)) && each.form->shape != FormShape::middle; });
}

bool belied_by_title(const SearchedText& searched, const Candidate& candidate, std::size_t title) {
  const IdentityFacts& fact = searched.index.facts[candidate.identity];
  const std::string& word = searched.tokens[title].word->folded;
  const char sex = sex_of_title(word);
  if (sex != ' ' && fact.sex != ' ' && sex != fact.sex) return true;
  if (fact.child && word != "miss" && word != "master" && sex_of_title(word) != ' ') return true;
  return title_belies(word, fact.public_name);
}

bool one_public_name(const SearchedText& searched, const std::vector<Candidate>& candidates) {
  return std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& each) {
    return searched.index.facts[each.identity].public_name == searched.index.facts[candidates.front().identity].public_name;
  });
}

std::vector<std::uint32_t> identities_of(const std::vector<Candidate>& candidates) {
  std::vector<std::uint32_t> identities;
  for (const Candidate& each : candidates) identities.push_back(each.identity);
  std::sort(identities.begin(), identities.end());
  return identities;
}

bool one_family(const SearchedText& searched, const std::vector<Candidate>& candidates) {
  const auto fact = [&](const Candidate& each) -> const IdentityFacts& { return searched.index.facts[each.identity]; };
  return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& each) { return fact(each).family; }) &&
         std::all_of(candidates.begin(), candidates.end(), [&](const Candidate& each) { return fact(each).family || fact(each).role == "other"; });
}

}  // namespace casewright
