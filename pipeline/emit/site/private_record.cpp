#include "emit/site/private_record.h"

#include <algorithm>

#include "foreign/hash.h"
#include "foreign/json.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

using json::Value;

std::string_view role_name(const Certificate& certificate, std::uint32_t document) {
  if (document >= certificate.documents().size()) return "";
  return filed_as(certificate.documents()[document].role);
}

Value finding_value(const Certificate& certificate, const Finding& finding) {
  Value value = {{"document", role_name(certificate, finding.document)},
                 {"rule", finding.rule},
                 {"level", name_of(finding.level)},
                 {"message", finding.message},
                 {"paragraph", finding.place.paragraph},
                 {"waived", nullptr}};
  if (finding.waived) {
    const Waiver& waiver = *finding.waived;
    value["waived"] = {{"reason", waiver.reason}, {"person", waiver.person}, {"role", waiver.role}, {"date", iso(waiver.date)}};
    if (waiver.until.known()) value["waived"]["until"] = iso(waiver.until);
  }
  return value;
}

Value input_value(const SiteInput& input) {
  return {{"name", input.name}, {"sha256", input.sha256}};
}

/// What two cases never have alike: people.xml, and what the agencies gave.
bool is_paper_of_the_case(std::string_view name) {
  return name.starts_with("people.") || name.starts_with("imr/") || name.starts_with("chronology/");
}

}  // namespace

std::string write_private_record(const Certificate& certificate, const Manifest& manifest,
                                 const std::vector<SiteInput>& inputs) {
  const Verdict& verdict = certificate.verdict();
  Value findings = Value::array(), made_from = Value::array();
  for (const Finding& finding : certificate.findings()) findings.push_back(finding_value(certificate, finding));
  for (const SiteInput& input : inputs) made_from.push_back(input_value(input));
  const Value value = {{"code", manifest.code},
                       {"title", manifest.title},
                       {"regime", manifest.regime},
                       {"published", iso(manifest.publication)},
                       {"rulebook", manifest.rule_book},
                       {"manifest_sha256", hash::sha256(write_manifest(manifest))},
                       {"counts", {{"block", verdict.block}, {"fix", verdict.fix}, {"advise", verdict.advise}, {"waived", verdict.waived}}},
                       {"findings", std::move(findings)},
                       {"inputs", std::move(made_from)}};
  return value.dump(1, ' ', false, Value::error_handler_t::replace) + "\n";
}

bool shares_a_paper(std::string_view private_record, const std::vector<SiteInput>& inputs) {
  const Value record = Value::parse(private_record, nullptr, false);
  if (!record.is_object() || !record.contains("inputs") || !record["inputs"].is_array()) return false;
  const Value& made_from = record["inputs"];
  return std::any_of(inputs.begin(), inputs.end(), [&made_from](const SiteInput& input) {
    return is_paper_of_the_case(input.name) && std::find(made_from.begin(), made_from.end(), input_value(input)) != made_from.end();
  });
}

}  // namespace casewright
