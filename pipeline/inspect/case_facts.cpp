#include "inspect/case_facts.h"

#include "base/text.h"

namespace casewright {

CaseDate case_date(const Case& of_case, std::string_view kind) {
  const Record* publication = of_case.root.child("publication");
  const std::string_view attribute = kind == "publication" ? "date" : kind;
  if (publication != nullptr && (kind == "publication" || kind == "available-until"))
    if (const auto date = date_from_iso(publication->attribute(attribute)))
      return {*date, publication->origin.part};
  if (kind == "period-from")
    if (const Record* period = of_case.root.child("review-period"))
      if (const auto date = date_from_iso(period->attribute("from"))) return {*date, period->origin.part};
  if (const Record* dates = of_case.root.child("dates"))
    for (const Record* date : dates->all("date"))
      if (date->attribute("kind") == kind)
        return {date_from_iso(date->attribute("on")).value_or(Date{}), date->origin.part};
  return {};
}

bool signed_off(const Case& of_case, std::string_view kind) {
  const Record* publication = of_case.root.child("publication");
  const Record* sign_offs = publication == nullptr ? nullptr : publication->child("sign-offs");
  if (sign_offs == nullptr) return false;
  for (const Record* each : sign_offs->all("sign-off"))
    if (each->attribute("kind") == kind && !each->content_of("name").empty() && !each->content_of("date").empty())
      return true;
  return false;
}

std::uint32_t line_of(const Case& of_case, std::initializer_list<std::string_view> elements) {
  const Record* here = &of_case.root;
  for (const std::string_view element : elements) {
    const Record* inner = here->child(element);
    if (inner == nullptr) break;
    here = inner;
  }
  return here->origin.part;
}

std::string spoken_fact(std::string_view kind) {
  struct Words {
    std::string_view kind, words;
  };
  static constexpr Words all[] = {{"panel-sent", "the Panel"},
                                  {"secretary-of-state-sent", "the Secretary of State"},
                                  {"ofsted-sent", "Ofsted"},
                                  {"quality-letter", "the Home Office's quality assurance letter"},
                                  {"decision-notified", "telling the Panel, Ofsted and the Department for Education"}};
  for (const Words& each : all)
    if (each.kind == kind) return std::string(each.words);
  return replace_every(kind, "-", " ");
}

std::string place_in_case(std::uint32_t line) {
  return line == 0 ? "case.xml" : "case.xml, line " + std::to_string(line);
}

}  // namespace casewright
