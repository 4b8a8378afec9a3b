#include "language/name_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/among.h"
#include "base/sorted_lines.h"
#include "base/text.h"

namespace casewright {
namespace data {
extern const std::string_view common_words;
extern const std::string_view words_that_are_names;
}  // namespace data
namespace {

using Words = std::unordered_map<std::string_view, bool>;  // a word, and whether it tells a time

const Words& everyday_words() {
  static const Words words = [] {
    Words read;
    for (const std::string_view line : split(data::words_that_are_names, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      const auto tab = line.find('\t');
      read.emplace(line.substr(0, tab), tab != std::string_view::npos);
    }
    return read;
  }();
  return words;
}

struct Title {
  std::string_view word;
  char sex;
  std::string_view roles;  ///< words of a public name that it fits, separated by spaces; empty fits nobody more
};

constexpr std::string_view police = "police officer detective constable sergeant inspector superintendent";
constexpr std::string_view army = "soldier officer army regiment";
constexpr std::string_view medical =
    "gp doctor paediatrician consultant registrar psychiatrist psychologist surgeon physician dr";

constexpr std::array<Title, 62> titles{{
    {"mr", 'm', ""},          {"mrs", 'f', ""},          {"ms", 'f', ""},           {"miss", 'f', ""},
    {"mx", ' ', ""},          {"master", 'm', ""},       {"mister", 'm', ""},       {"madam", 'f', ""},
    {"dr", ' ', medical},     {"doctor", ' ', medical},  {"prof", ' ', medical},    {"professor", ' ', medical},
    {"pc", ' ', police},      {"wpc", 'f', police},      {"dc", ' ', police},       {"ds", ' ', police},
    {"di", ' ', police},      {"dci", ' ', police},      {"dsu", ' ', police},      {"ps", ' ', police},
    {"sgt", ' ', police},     {"sergeant", ' ', police}, {"insp", ' ', police},     {"inspector", ' ', police},
    {"constable", ' ', police}, {"detective", ' ', police}, {"pcso", ' ', police},  {"supt", ' ', police},
    {"sw", ' ', "social worker"}, {"ssw", ' ', "social worker"}, {"aysw", ' ', "social worker"},
    {"hv", ' ', "health visitor"}, {"sn", ' ', "nurse"}, {"tm", ' ', "manager"},    {"dsl", ' ', "safeguarding lead"},
    {"nurse", ' ', "nurse"},  {"sister", 'f', "nurse"},  {"matron", 'f', "nurse"},  {"midwife", ' ', "midwife"},
    {"teacher", ' ', "teacher"}, {"headteacher", ' ', "head teacher"}, {"coroner", ' ', "coroner"},
    {"judge", ' ', "judge"},  {"cllr", ' ', "councillor"}, {"councillor", ' ', "councillor"},
    {"rev", ' ', "priest vicar minister"}, {"revd", ' ', "priest vicar minister"}, {"imam", 'm', "imam"},
    {"pte", ' ', army},       {"cpl", ' ', army},        {"lcpl", ' ', army},      {"ssgt", ' ', army},
    {"wo1", ' ', army},       {"wo2", ' ', army},        {"lt", ' ', army},        {"capt", ' ', army},
    {"maj", ' ', army},       {"pastor", ' ', "priest vicar minister pastor"},
    {"sir", 'm', ""},         {"lady", 'f', ""},         {"dame", 'f', ""},         {"lord", 'm', ""},
}};

const Title* title_of(std::string_view folded) {
  const auto found = std::find_if(titles.begin(), titles.end(), [&](const Title& each) { return each.word == folded; });
  return found == titles.end() ? nullptr : &*found;
}

constexpr std::array<KinWord, 47> kin_words{{
    {"son", "", KinKind::child, 'm'}, {"daughter", "", KinKind::child, 'f'},
    {"brother", "", KinKind::sibling, 'm'}, {"sister", "", KinKind::sibling, 'f'},
    {"sibling", "", KinKind::sibling, ' '}, {"twin", "", KinKind::sibling, ' '},
    {"granddaughter", "", KinKind::grandchild, 'f'}, {"grandson", "", KinKind::grandchild, 'm'},
    {"grandchild", "", KinKind::grandchild, ' '}, {"stepson", "", KinKind::child, 'm'},
    {"stepdaughter", "", KinKind::child, 'f'}, {"mother", "", KinKind::parent, 'f'},
    {"mum", "", KinKind::parent, 'f'}, {"mummy", "", KinKind::parent, 'f'},
    {"mo", "", KinKind::parent, 'f'}, {"father", "", KinKind::parent, 'm'},
    {"dad", "", KinKind::parent, 'm'}, {"daddy", "", KinKind::parent, 'm'},
    {"fa", "", KinKind::parent, 'm'}, {"fob", "", KinKind::parent, 'm'},
    {"grandmother", "grandmother", KinKind::grandparent, 'f'}, {"grandma", "grandmother", KinKind::grandparent, 'f'},
    {"granny", "grandmother", KinKind::grandparent, 'f'}, {"gran", "grandmother", KinKind::grandparent, 'f'},
    {"nan", "grandmother", KinKind::grandparent, 'f'}, {"nana", "grandmother", KinKind::grandparent, 'f'},
    {"mgm", "grandmother", KinKind::grandparent, 'f'}, {"pgm", "grandmother", KinKind::grandparent, 'f'},
    {"grandfather", "grandfather", KinKind::grandparent, 'm'}, {"grandad", "grandfather", KinKind::grandparent, 'm'},
    {"granddad", "grandfather", KinKind::grandparent, 'm'}, {"grandpa", "grandfather", KinKind::grandparent, 'm'},
    {"mgf", "grandfather", KinKind::grandparent, 'm'}, {"pgf", "grandfather", KinKind::grandparent, 'm'},
    {"aunt", "aunt", KinKind::uncle_or_aunt, 'f'}, {"auntie", "aunt", KinKind::uncle_or_aunt, 'f'},
    {"aunty", "aunt", KinKind::uncle_or_aunt, 'f'}, {"uncle", "uncle", KinKind::uncle_or_aunt, 'm'},
    {"cousin", "cousin", KinKind::cousin, ' '}, {"partner", "partner", KinKind::partner, ' '},
    {"boyfriend", "partner", KinKind::partner, 'm'}, {"girlfriend", "partner", KinKind::partner, 'f'},
    {"husband", "partner", KinKind::partner, 'm'}, {"wife", "partner", KinKind::partner, 'f'},
    {"stepfather", "stepfather", KinKind::step_parent, 'm'}, {"stepdad", "stepfather", KinKind::step_parent, 'm'},
    {"carer", "carer", KinKind::carer, ' '},
}};

constexpr std::array<std::string_view, 60> past_verbs{
    "was",  "is",    "had",   "has",   "were",  "did",   "does",  "said",  "told",   "went",  "came",  "took",
    "gave", "got",   "made",  "saw",   "felt",  "read",  "drew",  "chose", "spoke",  "wrote", "left",  "ran",
    "knew", "thought", "began", "became", "met", "sat",  "stood", "kept",  "held",   "heard", "found", "lost",
    "brought", "bought", "slept", "ate",  "drank", "fell", "grew", "hid",  "hit",    "hurt",  "let",   "paid",
    "put",  "rang",  "sent",  "showed", "told", "wore",  "wept",  "woke",  "drove",  "threw", "lay",   "led"};

}  // namespace

bool is_everyday_word(std::string_view folded) { return everyday_words().contains(folded); }

bool is_common_word(std::string_view folded) {
  static const std::string_view words = data::common_words.substr(end_of_remarks(data::common_words));
  return !find_line(words, folded, [](std::string_view line) { return line.substr(0, line.find('+')); }).empty();
}

bool is_season(std::string_view folded) { return among({"spring", "summer", "autumn", "winter"}, folded); }

bool is_time_word(std::string_view folded) {
  const auto found = everyday_words().find(folded);
  return found != everyday_words().end() && found->second;
}

bool is_title(std::string_view folded) { return title_of(folded) != nullptr; }

char sex_of_title(std::string_view folded) {
  const Title* title = title_of(folded);
  return title == nullptr ? ' ' : title->sex;
}

bool title_fits(std::string_view folded_title, std::string_view folded_public_name) {
  const Title* title = title_of(folded_title);
  if (title == nullptr) return false;
  const auto in_public = [&](std::string_view role) { return folded_public_name.find(role) != std::string_view::npos; };
  if (title->word == "sw" || title->word == "ssw" || title->word == "hv" || title->word == "dsl") return in_public(title->roles);
  for (const std::string_view role : split(title->roles, ' '))
    if (!role.empty() && in_public(role)) return true;
  return false;
}

bool title_belies(std::string_view folded_title, std::string_view folded_public_name) {
  const Title* title = title_of(folded_title);
  // A doctor may be a parent, and "sister" is kin more often than a nurse.
  if (title == nullptr || title->roles.empty() || title->roles == medical || title->word == "sister" || title->word == "imam") return false;
  constexpr std::array<std::string_view, 8> any_of_them{"practitioner", "professional", "officer", "staff", "manager", "lead", "clinician", "worker"};
  const auto in_public = [&](std::string_view role) { return folded_public_name.find(role) != std::string_view::npos; };
  return !title_fits(folded_title, folded_public_name) && std::none_of(any_of_them.begin(), any_of_them.end(), in_public);
}

const KinWord* find_kin(std::string_view folded) {
  const auto found = std::find_if(kin_words.begin(), kin_words.end(), [&](const KinWord& each) { return each.word == folded; });
  return found == kin_words.end() ? nullptr : &*found;
}

bool is_past_verb(std::string_view folded) {
  if (std::find(past_verbs.begin(), past_verbs.end(), folded) != past_verbs.end()) return true;
  return folded.size() > 4 && folded.ends_with("ed");
}

}  // namespace casewright
