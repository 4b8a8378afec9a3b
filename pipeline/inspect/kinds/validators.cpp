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
  return check != 10 && check == digits[9] - '0';
}

/// A national insurance number's prefix never has D, F, I, Q, U or V, nor O second, nor one of seven pairs.
bool national_insurance(std::string_view words) {
  if (words.size() < 2) return false;
  const std::string_view prefix = words.substr(0, 2);
  if (prefix.find_first_of("DFIQUV") != std::string_view::npos || prefix[1] == 'O') return false;
  static constexpr std::array<std::string_view, 7> never{"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  return std::find(never.begin(), never.end(), prefix) == never.end();
}

/// Nine to eleven digits after a leading 0 or +44: what a telephone in the United Kingdom has.
bool telephone(std::string_view words) {
  const std::string digits = digits_of(words);
  if (digits.starts_with("44")) return digits.size() >= 11 && digits.size() <= 13;
  return digits.starts_with('0') && digits.size() >= 10 && digits.size() <= 11;
}

struct Row {
  std::string_view name;
  Validator validator;
};
constexpr std::array<Row, 3> rows{{{"national-insurance", national_insurance},
                                   {"nhs-check-digit", nhs_check_digit},
                                   {"telephone", telephone}}};

}  // namespace

Validator validator_named(std::string_view name) {
  for (const Row& row : rows)
    if (row.name == name) return row.validator;
  return nullptr;
}

std::string validator_names() {
  std::vector<std::string> names;
  for (const Row& row : rows) names.emplace_back(row.name);
  return list_in_words(names);
}

}  // namespace casewright
