#include "foreign/xml/xml_value.h"

#include <charconv>
#include <cstdlib>
#include <memory>

#include <libxml/xmlregexp.h>

#include "base/dates.h"
#include "base/text.h"

namespace casewright::xml {
namespace {

bool matches(const std::string& value, const std::string& pattern) {
  struct Free {
    void operator()(xmlRegexp* held) const { xmlRegFreeRegexp(held); }
  };
  const std::unique_ptr<xmlRegexp, Free> compiled(xmlRegexpCompile(reinterpret_cast<const xmlChar*>(pattern.c_str())));
  return compiled == nullptr || xmlRegexpExec(compiled.get(), reinterpret_cast<const xmlChar*>(value.c_str())) == 1;
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_integer(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  return all_digits(text);
}

bool is_decimal(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return all_digits(text);
  const std::string_view whole = text.substr(0, point), part = text.substr(point + 1);
  return (whole.empty() || all_digits(whole)) && (part.empty() || all_digits(part)) && text.size() > 1;
}

bool is_date(const std::string& text, bool month, bool day) {
  const auto date = date_from_iso(text);
  return date && (date->month != 0) == month && (date->day != 0) == day;
}

bool has_type(const std::string& value, std::string_view type) {
  if (type == "date") return is_date(value, true, true);
  if (type == "gYearMonth") return is_date(value, true, false);
  if (type == "gYear") return is_date(value, false, false);
  if (type == "decimal" || type == "double" || type == "float") return is_decimal(value);
  if (type == "integer" || type == "int" || type == "long") return is_integer(value);
  if (type == "nonNegativeInteger" || type == "unsignedInt") return is_integer(value) && value[0] != '-';
  if (type == "positiveInteger")
    return is_integer(value) && value[0] != '-' && value.find_first_of("123456789") != std::string::npos;
  if (type == "boolean") return value == "true" || value == "false" || value == "1" || value == "0";
  return true;
}

bool fits(const std::string& value, const std::string& name, const std::string& bound) {
  if (name == "pattern") return matches(value, bound);
  const double number = std::strtod(value.c_str(), nullptr), limit = std::strtod(bound.c_str(), nullptr);
  const double length = static_cast<double>(count_characters(value));
  if (name == "minLength") return length >= limit;
  if (name == "maxLength") return length <= limit;
  if (name == "length") return length == limit;
  if (name == "minInclusive") return number >= limit;
  if (name == "maxInclusive") return number <= limit;
  if (name == "minExclusive") return number > limit;
  if (name == "maxExclusive") return number < limit;
  return true;
}

}  // namespace

bool is_of_type(std::string_view value, std::string_view type,
                const std::vector<std::pair<std::string, std::string>>& parameters) {
  const std::string seen = type == "string" ? std::string(value) : fold_space(value);
  if (!has_type(seen, type)) return false;
  for (const auto& [name, bound] : parameters)
    if (!fits(seen, name, bound)) return false;
  return true;
}

}  // namespace casewright::xml
