#include "app/checking.h"

#include <algorithm>
#include <set>

#include "app/batch_desk.h"
#include "app/papers.h"
#include "app/publication.h"
#include "app/waiving.h"
#include "base/text.h"
#include "batch/checked_parcel.h"
#include "ingest/case/waiver_reader.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

/// Appends one set's outcome to the whole; findings point into the longer list of readings.
void append(Checked& all, Checked part) {
  const auto before = static_cast<std::uint32_t>(all.readings.size());
  for (Finding& finding : part.findings) {
    finding.document += before;
    all.findings.push_back(std::move(finding));
  }
  std::move(part.readings.begin(), part.readings.end(), std::back_inserter(all.readings));
  std::move(part.inspected.begin(), part.inspected.end(), std::back_inserter(all.inspected));
  std::move(part.verdicts.begin(), part.verdicts.end(), std::back_inserter(all.verdicts));
  std::move(part.faults.begin(), part.faults.end(), std::back_inserter(all.faults));
  if (!part.rule_book.empty()) all.rule_book = part.rule_book;
}

/// The waivers of a file; nothing where they cannot be used, for a check without them would mislead.
std::optional<std::vector<Waiver>> waivers_in(const Desk& desk, const Path& file, Faults& faults) {
  auto waivers = read_waivers(desk.world, file, desk.house.schemas());
  waivers.move_faults_to(faults);
  if (!waivers) return std::nullopt;
  return std::move(*waivers);
}

/// The waivers that stand beside a report; those under a wrong name are told.
std::optional<std::vector<Waiver>> waivers_for(const Desk& desk, const Path& report, Faults& faults) {
  for (Fault& each : misnamed_waivers(desk.world, report)) faults.push_back(std::move(each));
  return waivers_in(desk, waivers_beside(report), faults);
}

/// What check_files works with.
struct Checking {
  const Desk& desk;
  const CheckOptions& options;
  const OpenRules& rules;
  const OpenCase* of_case;  ///< or null
};

/// What a finished file is in a set, as its name or its title says; a draft of a case is filed under its role.
DocumentRole role_in_set(const Path& file, const Document& document) {
  if (const DocumentRole filed = role_filed_as(file); filed != DocumentRole::legacy) return filed;
  const DocumentRole named = role_by_signs(file_name(file));
  return named != DocumentRole::legacy ? named : role_by_signs(document.title);
}

/// True where a file's title or name says that it is an executive summary and no report that holds one too.
bool is_lone_summary(const Path& file, const Document& document) {
  for (std::string words : {ascii_lower(fold_space(document.title)), ascii_lower(file_name(file))}) {
    std::replace_if(words.begin(), words.end(), [](char each) { return each == '-' || each == '_'; }, ' ');
    if (words.find("executive summary") == std::string::npos && words.find("exec summary") == std::string::npos) continue;
    const bool holds_more = words.find("overview report") != std::string::npos || words.find("and exec") != std::string::npos ||
                            words.find("full report") != std::string::npos || words.find("with exec") != std::string::npos;
    return !holds_more;
  }
  return false;
}

/// By which codes the beginning of a report calls a child or a family ("Child K").
std::set<std::string> codes_of(std::string_view text) {
  constexpr std::size_t beginning = 6000, longest_code = 3;
  text = text.substr(0, beginning);
  const auto in_code = [](char each) { return (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9'); };
  std::set<std::string> codes;
  for (const std::string_view who : {"Child ", "Baby ", "Family ", "Young Person ", "Adult "})
    for (std::size_t at = text.find(who); at != std::string_view::npos; at = text.find(who, at + 1)) {
      const std::size_t begin = at + who.size();
      std::size_t end = begin;
      while (end < text.size() && in_code(text[end])) ++end;
      const bool whole = end == text.size() || !((text[end] >= 'a' && text[end] <= 'z') || text[end] == '-');
      if (end > begin && end - begin <= longest_code && whole) codes.emplace(text.substr(at, end - at));
    }
  return codes;
}

bool share_one(const std::set<std::string>& some, const std::set<std::string>& others) {
  return std::any_of(some.begin(), some.end(), [&](const std::string& each) { return others.contains(each); });
}

/// Says of each document that does not say it itself what it is. The one that is nothing else is the report.
void give_roles(std::vector<Reading>& readings) {
  Reading* rest = nullptr;
  std::size_t left = 0;
  bool report = false;
  for (Reading& reading : readings) {
    DocumentRole& role = reading.document.role;
    if (role == DocumentRole::legacy) role = role_in_set(reading.path, reading.document);
    report = report || role == DocumentRole::report;
    if (role != DocumentRole::legacy) continue;
    rest = &reading;
    ++left;
  }
  if (readings.size() > 1 && left == 1 && !report) rest->document.role = DocumentRole::report;
}

/// Reports that belong together, held against each other and against the case and its register where it is at hand.
void check_together(const Checking& checking, std::vector<Reading> readings, std::vector<Waiver> waivers, Checked& all) {
  const Case* review = checking.of_case == nullptr ? nullptr : &checking.of_case->review;
  if (review != nullptr)
    if (auto more = waivers_in(checking.desk, waivers_of_case(review->folder), all.faults))
      waivers.insert(waivers.begin(), more->begin(), more->end());
  give_roles(readings);
  Checked checked = checking.rules.inspect_all(std::move(readings), checking.of_case, checking.options.regime, checking.options.only);
  const Date on = review != nullptr && review->publication.exact() ? review->publication : checking.desk.world.today();
  use_waivers(checked, waivers, on, checking.rules, checking.options.only);
  append(all, std::move(checked));
}

/// One review's reports are read one by one and then held against each other.
CheckedFiles check_set(const Checking& checking, const std::vector<BatchInput>& inputs) {
  CheckedFiles files;
  Checked& all = files.checked;
  std::vector<Reading> together;
  std::vector<Waiver> beside;
  for (const BatchInput& input : inputs) {
    const Path file = spoken_path(input);
    auto reading = read_with_prose(checking.desk.world, input, only_redaction(checking.options.only));
    reading.move_faults_to(all.faults);
    auto waivers = waivers_for(checking.desk, file, all.faults);
    if (!reading || !waivers) {
      files.unreadable.push_back(file);
      continue;
    }
    together.push_back(std::move(*reading));
    beside.insert(beside.end(), waivers->begin(), waivers->end());
  }
  if (!together.empty()) check_together(checking, std::move(together), std::move(beside), all);
  return files;
}

/// Files that have nothing to do with each other: one here, several in workers, so that a bad one costs no other.
CheckedFiles check_apart(const Checking& checking, const std::vector<BatchInput>& inputs) {
  const auto one = [&](const BatchInput& input) {
    Result<std::string> bytes = read_input(checking.desk.world, input);
    if (bytes) return check_alone(checking.desk, checking.options, checking.rules, input, *bytes);
    Checked none;
    none.faults = bytes.faults();
    return none;
  };
  std::vector<std::optional<Checked>> parts;
  if (inputs.size() == 1) {
    parts.push_back(one(inputs.front()));
  } else {
    const auto parcels = answers_at_desk(checking.desk, inputs, checking.options.batch, [&](const BatchInput& input) { return pack_checked(one(input)); });
    if (!parcels) return {{}, {}, true};
    for (const std::optional<std::string>& parcel : *parcels) parts.push_back(parcel ? unpack_checked(*parcel) : std::nullopt);
  }
  CheckedFiles files;
  for (std::size_t at = 0; at < inputs.size(); ++at) {
    if (!parts[at] || parts[at]->readings.empty()) files.unreadable.push_back(spoken_path(inputs[at]));
    if (parts[at]) append(files.checked, std::move(*parts[at]));
  }
  return files;
}

}  // namespace

Checked check_alone(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const BatchInput& input,
                    const std::string& bytes) {
  const Path file = spoken_path(input);
  Checked checked;
  Faults faults;
  auto reading = read_for_check(desk.world, bytes, file, only_redaction(options.only));
  reading.move_faults_to(faults);
  const auto waivers = waivers_for(desk, file, faults);
  if (reading && waivers) {
    if (reading->document.role == DocumentRole::legacy && is_lone_summary(file, reading->document)) reading->document.role = DocumentRole::summary;
    std::vector<Reading> alone;
    alone.push_back(std::move(*reading));
    checked = rules.inspect_all(std::move(alone), nullptr, options.regime, options.only);
    use_waivers(checked, *waivers, desk.world.today(), rules, options.only);
  }
  checked.faults = std::move(faults);
  return checked;
}

CheckedFiles check_files(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase* of_case) {
  const Checking checking{desk, options, rules, of_case};
  const BatchInputs inputs = inputs_for(desk, options.files, {});
  if (inputs.files.empty()) return {};
  return of_case != nullptr || options.together ? check_set(checking, inputs.files) : check_apart(checking, inputs.files);
}

std::vector<std::string> parts_of_one_review(const std::vector<Reading>& readings) {
  constexpr std::size_t most_compared = 12;  // more are a folder of reports, not a review
  if (readings.size() > most_compared) return {};
  std::vector<DocumentRole> roles;
  std::vector<std::set<std::string>> codes;
  for (const Reading& each : readings) {
    roles.push_back(each.document.role == DocumentRole::legacy ? role_in_set(each.path, each.document) : each.document.role);
    codes.push_back(codes_of(each.prose.text));
  }
  for (std::size_t i = 0; i < readings.size(); ++i)
    for (std::size_t j = i + 1; j < readings.size(); ++j)
      if (roles[i] != roles[j] && share_one(codes[i], codes[j])) return {readings[i].path, readings[j].path};
  return {};
}

bool is_case_folder(const World& world, const Path& path) {
  return world.kind_of(path) == PathKind::folder && world.kind_of(join(path, "case.xml")) == PathKind::file;
}

CheckedFiles check_case_papers(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase& of_case) {
  CheckedFiles files;
  auto readings = readings_to_publish(desk, of_case);
  readings.move_faults_to(files.checked.faults);
  if (readings)
    check_together({desk, options, rules, &of_case}, std::move(*readings), {}, files.checked);
  else
    files.unreadable.push_back(of_case.review.folder);
  return files;
}

}  // namespace casewright
