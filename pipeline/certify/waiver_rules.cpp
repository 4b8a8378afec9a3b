#include "certify/waiver_rules.h"

#include <algorithm>

#include "certify/waivers.h"

namespace casewright {
namespace {

RuleCard card(std::string id, Level level, std::string message, std::string why, std::string suggestion, std::string bad, std::string good) {
  RuleCard made;
  made.id = std::move(id);
  made.kind = "waiver";
  made.does = "looks at the waivers beside a report";
  made.level = level;
  made.message = std::move(message);
  made.why = std::move(why);
  made.source = "Casewright: a waiver stands for a rule and the exact words, so that an edit revives the finding";
  made.suggestion = std::move(suggestion);
  made.bad = std::move(bad);
  made.good = std::move(good);
  return made;
}

enum Trouble : std::size_t { expired, unknown_rule, unused };

/// Whose waiver it is; its words and reason stay out, for they may hold a name.
std::string which(const Waiver& waiver) {
  return "The waiver of " + waiver.rule + " that " + waiver.person + " (" + waiver.role + ") gave on " + long_form(waiver.date);
}

Finding finding_about(Trouble trouble, const Waiver& waiver, bool nearly = false) {
  static constexpr std::string_view says[] = {" ran out on ", " is for a rule that no longer exists.", " stands for nothing here: its words or their sentence were edited or mended, or stand in another document."};
  const RuleCard& rule = waiver_rules()[trouble];
  Finding finding;
  finding.rule = rule.id;
  finding.level = rule.level;
  finding.message = which(waiver) + std::string(says[trouble]);
  if (trouble == expired) finding.message += long_form(waiver.until) + ".";
  finding.suggestion = rule.suggestion;
  if (nearly) {
    finding.message = which(waiver) + " stands for nothing here: a finding has these words with other capitals or without quotation marks.";
    finding.suggestion = "Write the words into the waiver exactly as the report has them, without quotation marks around them.";
  }
  finding.source = rule.source;
  return finding;
}

bool stands(const Waiver& waiver, const Checked& checked, const Date& on) {
  for (const Finding& finding : checked.findings)
    if (stands_for(waiver, finding, checked.readings, on)) return true;
  return false;
}

bool nearly_stands(const Waiver& waiver, const Checked& checked) {
  return std::any_of(checked.findings.begin(), checked.findings.end(), [&](const Finding& each) { return nearly_stands_for(waiver, each, checked.readings); });
}

}  // namespace

const std::vector<RuleCard>& waiver_rules() {
  static const std::vector<RuleCard> rules{
      card("waivers/expired", Level::fix, "A waiver has run out.", "The person who gave the waiver set a last day. After it the finding counts again, until somebody decides anew.",
           "Mend the words, or decide again with `casewright waive`.", "A waiver until 1 May, and a publication on 2 June.", "A waiver without an end, or until a day after publication."),
      card("waivers/unknown-rule", Level::fix, "A waiver is for a rule that no longer exists.", "The rule was renamed, or the board has switched it off, so the waiver protects nothing.",
           "Take the waiver out, or write the rule's new name; `casewright rules list` shows all.", "A waiver of tone/no-such-rule.", "A waiver of a rule that `casewright rules list` shows."),
      card("waivers/unused", Level::advise, "A waiver stands for nothing any more.", "The words were edited or mended. A waiver that nobody needs makes the record look worse than it is.",
           "Take the waiver out, or look at the edited words and decide again.", "A waiver of words that the report no longer has.", "Waivers of words that stand in the report."),
  };
  return rules;
}

std::vector<Finding> check_waivers(const std::vector<Waiver>& waivers, const Checked& checked, const Date& on,
                                   const std::function<bool(std::string_view)>& known,
                                   const std::function<bool(std::string_view)>& judged) {
  std::vector<Finding> findings;
  for (const Waiver& waiver : waivers) {
    if (!known(waiver.rule)) findings.push_back(finding_about(unknown_rule, waiver));
    else if (waiver.until.known() && (!on.known() || waiver.until < on)) findings.push_back(finding_about(expired, waiver));
    else if (judged(waiver.rule) && !stands(waiver, checked, on)) findings.push_back(finding_about(unused, waiver, nearly_stands(waiver, checked)));
  }
  return findings;
}

}  // namespace casewright
