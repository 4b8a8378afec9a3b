#pragma once

#include <string>
#include <vector>

#include "app/console.h"
#include "app/house.h"
#include "base/world.h"

namespace casewright {

/// What every command works with.
struct Desk {
  World& world;
  const House& house;
  const Console& console;
};

/// What a person may say of how a batch is run, the same for every command that takes many files.
struct BatchChoice {
  unsigned jobs = 0;        ///< workers; 0: one for each processor
  std::string shard;        ///< "K/N", or empty
  bool resume = false;
  unsigned seconds = 300;   ///< for one file
  unsigned megabytes = 2048;
  bool open_workers = false;  ///< workers without walls around them, for systems whose walls stand in the way
};

/// `casewright draft CASE -o DIR`: drafts to read and edit.
struct DraftOptions {
  Path case_folder;
  Path out;  ///< empty: CASE/drafts
  std::vector<std::string> formats{"docx", "html", "pdf"};
};
Exit draft(const Desk& desk, const DraftOptions& options);

/// `casewright check FILE...`: what would harm a child, mislead a reader or break the law.
struct CheckOptions {
  std::vector<Path> files;
  Path case_folder;
  Path names;             ///< a list of the real names, where there is no case
  bool together = false;  ///< the files belong to one review and are held against each other
  std::vector<std::string> only;  ///< rule families
  std::string regime = "auto";
  std::string profile = "auto";   ///< the kind of document
  int tier = 1;                   ///< how thorough the language rules are
  std::vector<Path> styles;       ///< folders of Vale styles
  std::vector<std::string> with;  ///< rules that run only where asked for
  std::string format;             ///< empty: text, or a page for each report where `out` is a folder
  bool show_text = false;
  bool markup = false;  ///< `out` is a copy of the report with the findings beside the words, or a folder of such copies
  Path out;  ///< empty: standard output; a folder: findings of each report in there, and a summary
  BatchChoice batch;
};
Exit check(const Desk& desk, const CheckOptions& options);

/// `casewright clean FILE -o OUT`: a copy without what nobody should read, and a list of what was taken out.
struct CleanOptions {
  Path file, out;
  std::string format = "text";
};
Exit clean(const Desk& desk, const CleanOptions& options);

/// `casewright convert FILE|DIR... -o OUT`: legacy reports in the formats a board publishes.
struct ConvertOptions {
  std::vector<Path> files;
  Path out;
  std::vector<std::string> formats;  ///< empty: all that can be written
  bool ocr = false;                  ///< also read by their pictures pages whose fonts do not say what their letters are
  BatchChoice batch;
};
Exit convert(const Desk& desk, const ConvertOptions& options);

/// `casewright merge FOLDER... -o OUT`: the parts of a batch that several machines shared, as one.
struct MergeOptions {
  std::vector<Path> folders;
  Path out;
};
Exit merge(const Desk& desk, const MergeOptions& options);

/// `casewright publish CASE|FILE -o SITE`: the website bundle, if the verdict is ready.
struct PublishOptions {
  Path input;
  Path case_folder;  ///< for a finished report file
  Path site;
  std::vector<std::string> formats;  ///< besides the web pages and PDF
  bool show_text = false;
};
Exit publish(const Desk& desk, const PublishOptions& options);

/// `casewright waive REPORT --rule RULE`: a person's decision to publish in spite of a finding.
struct WaiveOptions {
  Path file;
  Path names;  ///< a list of the real names, where there is no case
  Path case_folder;  ///< the waiver goes to the case's file; else beside the report
  std::string rule, words, paragraph, reason, person, role, until;
};
Exit waive(const Desk& desk, const WaiveOptions& options);

/// `casewright serve`: the page for people who never open a terminal.
struct ServeChoice {
  int port = 0;  ///< 0: any free one
  bool open = true;  ///< opens the browser
  std::size_t upload_megabytes = 100;
};
Exit serve(const Desk& desk, const ServeChoice& choice);

/// `casewright compare OLD NEW`: which findings are new, gone and unchanged between two drafts.
struct CompareOptions {
  Path old_file, new_file;
  Path case_folder, names;
  std::string format = "text";
  bool show_text = false;
  Path out;  ///< empty: standard output
};
Exit compare(const Desk& desk, const CompareOptions& options);

/// `casewright rules reference -o FILE`: a page that explains every rule.
Exit write_reference(const Desk& desk, const Path& out);

/// `casewright paper KIND CASE`: a paper of the board's own, such as the record of a decision.
struct PaperOptions {
  std::string kind;  ///< decision, rapid-review, imr, action-plan
  Path case_folder;
  Path out;          ///< empty: CASE/papers
  std::vector<std::string> formats{"docx", "html", "pdf"};
};
Exit paper(const Desk& desk, const PaperOptions& options);

/// `casewright calendar CASE [--ics FILE]`: what the law wants by which day, done or not.
struct CalendarOptions {
  Path case_folder;
  Path ics;  ///< a calendar file to write, or empty
};
Exit calendar(const Desk& desk, const CalendarOptions& options);

/// `casewright annual FOLDER -o OUT`: the figures of a board's annual report over all its reviews.
struct AnnualOptions {
  Path folder;
  Path out;
  std::vector<std::string> formats{"html", "docx"};
  unsigned least = 5;  ///< the smallest number of unpublished reviews that is shown
};
Exit annual(const Desk& desk, const AnnualOptions& options);

/// `casewright rules list` and `casewright rules explain RULE`.
Exit list_rules(const Desk& desk);
Exit list_profiles(const Desk& desk);
Exit explain_rule(const Desk& desk, const std::string& rule);

/// `casewright template check DIR`.
Exit check_templates(const Desk& desk, const Path& folder);

/// `casewright new case NAME` and `casewright new board NAME`: a folder to start from.
struct NewOptions {
  std::string what;    ///< "case" or "board"
  Path name;
  std::string regime;  ///< of a case
};
Exit create(const Desk& desk, const NewOptions& options);

}  // namespace casewright
