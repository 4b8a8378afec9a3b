#include "inspect/kinds/validators.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace casewright {
namespace {

std::string digits_of(std::string_view words) {
  std::string digits;
  for (const char each : words)
    if (each >= '0' && each <= '9') digits += each;
  return digits;
}

/// NHS numbers end in a modulus 11 check digit (NHS Data Dictionary, NHS Number).
bool nhs_check_digit(std::string_view words) {
  const std::string digits = digits_of(words);
  if (digits.size() != 10) return false;
  int sum = 0;
  for (int at = 0; at < 9; ++at) sum += (digits[static_cast<std::size_t>(at)] - '0') * (10 - at);
  const int check = (11 - sum % 11) % 11;
  const bool all_one = digits.find_first_not_of(digits[0]) == std::string::npos;
  return !all_one && check != 10 && check == digits[9] - '0';
}

/// A national insurance number's prefix never has D, F, I, Q, U or V, nor O second, nor one of seven pairs.
bool national_insurance(std::string_view words) {
  if (words.size() < 2) return false;
  const std::string_view prefix = words.substr(0, 2);
  if (prefix.find_first_of("DFIQUV") != std::string_view::npos || prefix[1] == 'O') return false;
  static constexpr std::array<std::string_view, 7> never{"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  return std::find(never.begin(), never.end(), prefix) == never.end();
}

/// Nine to eleven digits after a leading 0, +44 or 0044: what a telephone in the United Kingdom has.
bool telephone(std::string_view words) {
  std::string digits = digits_of(words);
  if (digits.starts_with("0044")) digits.erase(0, 2);
  if (digits.starts_with("44")) return digits.size() >= 11 && digits.size() <= 13;
  return digits.starts_with('0') && digits.size() >= 10 && digits.size() <= 11;
}

/// The sum of digits, each times its weight; the weights go up from `first`.
int weighted(std::string_view digits, int first) {
  int sum = 0;
  for (const char each : digits) sum += (each - '0') * first++;
  return sum;
}

/// A unique pupil number's first letter is the sum of the rest, weighted 2 to 13, modulo 23 (DfE, UPN guidance, 2019).
bool pupil_number(std::string_view words) {
  static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
  if (words.size() != 13) return false;
  int sum = weighted(words.substr(1, 11), 2);
  const char last = words[12];
  sum += 13 * (last >= '0' && last <= '9' ? last - '0' : static_cast<int>(letters.find(last)));
  return letters[static_cast<std::size_t>(sum % 23)] == words[0];
}

/// The year and the number of a police number, modulo 23, give its last letter.
bool police_letter(std::string_view year, std::string_view number, std::size_t width, char letter) {
  static constexpr std::string_view letters = "ZABCDEFGHJKLMNPQRTUVWXY";
  if (year.size() < 2 || number.size() > width) return false;
  std::uint64_t value = 0;
  const std::string digits = std::string(year.substr(year.size() - 2)) + std::string(width - number.size(), '0') + std::string(number);
  for (const char each : digits) {
    if (each < '0' || each > '9') return false;
    value = value * 10 + static_cast<std::uint64_t>(each - '0');
  }
  return letters[value % 23] == letter;
}

/// PNC numbers are year/number, CRO numbers number/year or SFyear/number.
bool police_number(std::string_view words) {
  if (words.size() < 5) return false;
  const char letter = words.back();
  std::string_view body = words.substr(0, words.size() - 1);
  const bool file = body.starts_with("SF");
  if (file) body.remove_prefix(2);
  const std::size_t slash = body.find('/');
  if (slash == std::string_view::npos) return false;
  const std::string_view before = body.substr(0, slash), after = body.substr(slash + 1);
  if (file) return police_letter(before, after, 6, letter);
  const bool pnc = (before.size() == 2 || before.size() == 4) && police_letter(before, after, 7, letter);
  return pnc || (after.size() == 2 && police_letter(after, before, 6, letter));
}

struct ValidatorName {
  std::string_view name;
  Validator validator;
};
constexpr std::array<ValidatorName, 5> known_validators{{{"national-insurance", national_insurance},
                                   {"nhs-check-digit", nhs_check_digit},
                                   {"police-number", police_number},
                                   {"pupil-number", pupil_number},
                                   {"telephone", telephone}}};

}  // namespace

Validator validator_named(std::string_view name) {
  for (const ValidatorName& row : known_validators)
    if (row.name == name) return row.validator;
  return nullptr;
}

std::string validator_names() {
  std::vector<std::string> names;
  for (const ValidatorName& row : known_validators) names.emplace_back(row.name);
  return list_in_words(names);
}

}  // namespace casewright
