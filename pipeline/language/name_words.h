#pragma once

#include <string_view>

namespace casewright {

/// True for a folded word that is both a name and an everyday word ("will", "grace", "may").
bool is_everyday_word(std::string_view folded);
/// True for a folded common word of British English ("clay", "reading"), name or not.
bool is_common_word(std::string_view folded);
/// True for "spring", "summer", "autumn" and "winter", which English writes small.
bool is_season(std::string_view folded);
/// True for a folded word that names a month, a season or a day of the week.
bool is_time_word(std::string_view folded);
/// True for a folded title or rank before a name ("mrs", "dr", "pc").
bool is_title(std::string_view folded);
/// 'f' or 'm' where a title tells the sex of its bearer, else ' '.
char sex_of_title(std::string_view folded);
/// True for a rank or an occupation before a name ("dc", "nurse", "judge") where the public name tells of another one.
bool title_belies(std::string_view folded_title, std::string_view folded_public_name);
/// True where a public name in small letters fits a title: "dr" and "gp 1", "pc" and "police officer 2".
bool title_fits(std::string_view folded_title, std::string_view folded_public_name);
/// True for a folded word that follows a subject: "was", "said", "attended".
bool is_past_verb(std::string_view folded);

/// How a kin word says that somebody stands to the one of whom it is said.
enum class KinKind { parent, child, sibling, grandparent, grandchild, uncle_or_aunt, cousin, partner, step_parent, carer };

/// What agencies call one of the family, and the word of a public name that means the same; empty where the role itself says so.
struct KinWord {
  std::string_view word, of_public_name;
  KinKind kind;
  char sex;  ///< 'f' or 'm' where the word tells it, else ' '
};
/// The entry of a word, in small letters; null where it names no kin.
const KinWord* find_kin(std::string_view folded);
/// True for what agencies call one of the family: "mum", "mgm".
inline bool is_kin(std::string_view folded) { return find_kin(folded) != nullptr; }

}  // namespace casewright
