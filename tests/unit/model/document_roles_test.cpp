#include "model/document_roles.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"

using namespace casewright;

namespace {

/// The roles that a schema lists where it lists those of documents.
std::vector<std::string> roles_in_schema(const Path& file) {
  const std::string text = Disk().read_file(PROJECT_FOLDER "/" + file, World::default_limit).value();
  std::size_t at = text.find("<value>report</value>");
  REQUIRE(at != std::string::npos);
  std::vector<std::string> names;
  constexpr std::string_view opening = "<value>", closing = "</value>";
  for (; text.compare(at, opening.size(), opening) == 0; at = text.find('<', text.find(closing, at) + closing.size()))
    names.push_back(text.substr(at + opening.size(), text.find(closing, at) - at - opening.size()));
  return names;
}

bool lists(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

}  // namespace

TEST_CASE("each role has one row, and the schemas of templates, rules and profiles know the names that they may use") {
  const auto templates = roles_in_schema("templates/template.rng"), rules = roles_in_schema("rules/rule.rng"), profiles = roles_in_schema("rules/profile.rng");
  for (const RoleRow& each : document_roles()) {
    INFO(each.name);
    CHECK(&row_of_role(each.role) == &each);
    CHECK(document_role(each.name) == each.role);
    CHECK(lists(rules, each.name));
    const bool made = each.role != DocumentRole::register_ && each.role != DocumentRole::legacy;  // no template fills those
    CHECK(lists(templates, each.name) == made);
    CHECK((!each.published || each.role == DocumentRole::legacy || lists(profiles, each.name)));
    CHECK((!each.published || !each.title.empty()));
  }
  CHECK(rules.size() == document_roles().size());
}

TEST_CASE("what a finished file is, its name or its title says") {
  CHECK(role_by_signs("child-k-executive-SUMMARY.docx") == DocumentRole::summary);
  CHECK(role_by_signs("The Board's response") == DocumentRole::response);
  CHECK(role_by_signs("Action plan") == DocumentRole::response);
  CHECK(role_by_signs("Seven-minute briefing") == DocumentRole::brief);
  CHECK(role_by_signs("Child K") == DocumentRole::legacy);
}
