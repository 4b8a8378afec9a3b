#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "app/draft_seals.h"
#include "app/papers.h"
#include "app/publication.h"
#include "app/waiving.h"
#include "base/text.h"
#include "certify/certify.h"
#include "emit/findings/findings.h"
#include "emit/site/site.h"
#include "emit/writers.h"
#include "ingest/case/theme_reader.h"
#include "ingest/case/waiver_reader.h"
#include "ingest/readers.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// Everything a publication works with, all of it read and in order.
struct Opened {
  OpenCase of_case;
  OpenRules rules;
  Theme theme;
  std::vector<Waiver> waivers;
};

std::optional<Opened> open_all(const Desk& desk, const Path& case_folder) {
  auto of_case = open_case(desk, case_folder);
  auto rules = open_rules(desk);
  auto theme = read_theme(desk.world, desk.house.theme(desk.world));
  auto waivers = read_waivers(desk.world, waivers_of_case(case_folder), desk.house.schemas());
  desk.console.tell(theme);
  desk.console.tell(waivers);
  if (!of_case || !rules || !theme || !waivers) return std::nullopt;
  return Opened{std::move(*of_case), std::move(*rules), std::move(*theme), std::move(*waivers)};
}

/// Inspects readings of the case and applies what was waived.
Checked inspect_for_publication(const Opened& opened, std::vector<Reading> readings, const std::vector<Waiver>& waivers, const std::vector<std::string>& families) {
  Checked checked = opened.rules.inspect_all(std::move(readings), &opened.of_case, "auto", families);
  use_waivers(checked, waivers, opened.of_case.review.publication, opened.rules, families);
  return checked;
}

/// What the board's theme prints on every page, its name and the ways to reach it and those who help, is as public as
/// what the case itself publishes. Called once the papers are made, so that no paper tells it twice.
void make_public(const Theme& theme, Case& review) {
  Record* publication = review.root.child("publication");
  if (publication == nullptr) return;
  if (publication->child("support") == nullptr) {
    Record support;
    support.name = "support";
    publication->children.push_back(std::move(support));
  }
  Record& support = *publication->child("support");
  const auto add = [&support](const std::string& name, const std::string& how) {
    Record contact;
    contact.name = "contact";
    if (!name.empty()) contact.children.push_back(element_of("name", name, {}));
    if (!how.empty()) contact.children.push_back(element_of("phone", how, {}));
    support.children.push_back(std::move(contact));
  };
  add(theme.header, theme.contact);
  add(theme.logo.alternative, theme.website);
  add(theme.footer, theme.accessibility);
  for (const auto& [name, how] : theme.support) add(name, how);
}

void show(const Desk& desk, const Checked& checked, bool show_text) {
  FindingsView view;
  view.show_text = show_text;
  view.version = CASEWRIGHT_VERSION;
  desk.console.out << write_findings_text(checked, view);
}

/// Waivers of words wherever they stand: a page, a PDF and a list part sentences in ways of their own, and the report was judged by sentences before.
std::vector<Waiver> wherever_they_stand(std::vector<Waiver> waivers) {
  for (Waiver& each : waivers) each.places.clear();
  return waivers;
}

/// Reads back every file that was staged and inspects it once more: what stands against letting it out.
std::vector<std::string> objections_to_files(const Desk& desk, const Opened& opened, const StagedSite& staged, bool show_text) {
  std::vector<Reading> readings;
  std::vector<std::string> against;
  for (const std::string& name : staged.files) {
    auto reading = read_written(desk.world, join(staged.staging, name), name);
    if (reading) readings.push_back(std::move(*reading));
    else against.push_back(name + " cannot be read back");
  }
  Checked checked = inspect_for_publication(opened, std::move(readings), wherever_they_stand(opened.waivers), {"anonymisation", "redaction"});
  // The report itself was judged before; of the files that are written beside it only what stops them is news.
  std::erase_if(checked.findings, [](const Finding& finding) { return finding.level != Level::block || finding.waived; });
  if (checked.findings.empty()) return against;
  show(desk, checked, show_text);
  against.push_back("the written files hold " + std::to_string(checked.findings.size()) + (checked.findings.size() == 1 ? " thing" : " things") + " that must not be published");
  return against;
}

Exit refuse(const Desk& desk, const std::vector<std::string>& objections) {
  desk.console.say("Not published:");
  for (const std::string& each : objections) desk.console.say("  " + each);
  return Exit::not_ready;
}

Exit publish_certified(const Desk& desk, const PublishOptions& options, const Opened& opened, const Certificate& certificate,
                       const SiteFacts& facts) {
  const auto staged = stage_site(desk.world, certificate, facts, opened.theme, options.site);
  desk.console.tell(staged.faults());
  if (!staged) return Exit::fault;
  const auto against = objections_to_files(desk, opened, *staged, options.show_text);
  if (!against.empty()) {
    desk.console.tell(abandon_site(desk.world, *staged).faults());
    return refuse(desk, against);
  }
  const Outcome settled = settle_site(desk.world, *staged);
  desk.console.tell(settled.faults());
  if (!settled) return Exit::fault;
  for (const std::string& name : staged->files) desk.console.out << join(options.site, name) << '\n';
  desk.console.say("Published. For the board's own files: " + staged->private_folder);
  for (const std::string& code : codes_of_same_papers(desk.world, *staged, facts.inputs))
    desk.console.say(join(options.site, code) + " was published from some of the same papers and is still there. If this review takes its place, delete that "
                     "folder and " + join(staged->private_folder, code) + ", and publish again, so that the list of reviews forgets it.");
  return Exit::ready;
}

/// Says of drafts that somebody has changed that the case folder is published without those changes, and of a finished
/// report that nothing else of the case is published with it.
void tell_what_is_left_out(const Desk& desk, const PublishOptions& options, bool finished) {
  if (finished) return desk.console.say("This is the report alone, as you gave it; `casewright publish " + options.case_folder + "` makes the other documents of the case.");
  const Path drafts = join(options.input, "drafts");
  for (const std::string& name : DraftSeals(desk.world, drafts).edited())
    desk.console.say(join(drafts, name) + " has been changed since it was made. What is published comes from the case folder, without those changes; to publish "
                     "the changed report instead: casewright publish " + join(drafts, name) + " --case " + options.input + " -o " + options.site);
}

/// Says which pictures readers do not get, in the page or in a file beside it.
void tell_pictures_left_out(const Desk& desk, const Checked& checked, const std::vector<const Writer*>& formats) {
  for (const Reading& each : checked.readings) {
    if (each.document.role == DocumentRole::paper) continue;
    std::vector<std::string> all = pictures_left_out(each.document, *writer_named("html"));
    for (const Writer* format : formats)
      for (std::string& more : pictures_left_out(each.document, *format)) all.push_back(std::move(more));
    for (const std::string& what : all) desk.console.say(each.path + ": " + what);
  }
}

/// True for a review that was held for learning alone: case.xml says that it is not published.
bool is_for_learning_only(const Case& review) {
  const Record* publication = review.root.child("publication");
  return is_for_learning_alone(review.type) || (publication != nullptr && publication->attribute("form") == "not-published");
}

}  // namespace

Exit publish(const Desk& desk, const PublishOptions& options) {
  const bool finished = desk.world.kind_of(options.input) == PathKind::file;
  if (desk.world.kind_of(options.input) == PathKind::missing) {
    desk.console.tell({{options.input, 0, 0, "there is no file or folder of this name", "give a case folder, or a finished report with --case CASE"}});
    return Exit::fault;
  }
  const Path case_folder = finished ? options.case_folder : options.input;
  if (case_folder.empty()) {
    desk.console.tell({{options.input, 0, 0, "a finished report needs its case, for the register, the board and the date of publication",
                        "add --case CASE"}});
    return Exit::fault;
  }
  std::vector<std::string> names{"pdf"};  // every reader is promised one
  names.insert(names.end(), options.formats.begin(), options.formats.end());
  auto formats = writers_for(names);
  desk.console.tell(formats);
  if (!formats) return Exit::fault;
  auto opened = open_all(desk, case_folder);
  if (!opened) return Exit::fault;
  if (is_for_learning_only(opened->of_case.review))
    return refuse(desk, {"this review was held for learning and is not for publication, as case.xml says (its type, or the form of its publication)"});
  auto readings = finished ? read_finished(desk, options.input, opened->of_case)
                           : readings_to_publish(desk, opened->of_case);
  desk.console.tell(readings);
  if (!readings) return Exit::fault;
  tell_what_is_left_out(desk, options, finished);
  make_public(opened->theme, opened->of_case.review);
  const Checked checked = inspect_for_publication(*opened, std::move(*readings), opened->waivers, {});
  const auto certificate = certify(checked, opened->of_case.review.publication);
  if (!certificate) {
    show(desk, checked, options.show_text);
    return refuse(desk, objections(checked, opened->of_case.review.publication));
  }
  auto facts = site_facts(desk.world, opened->of_case.review, checked);
  desk.console.tell(facts);
  if (!facts) return Exit::fault;
  facts->formats = *std::move(formats);
  tell_pictures_left_out(desk, checked, facts->formats);
  return publish_certified(desk, options, *opened, *certificate, *facts);
}

}  // namespace casewright
