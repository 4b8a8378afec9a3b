// The command line: what may be asked, and how the answer ends the program. Each command has its own file.

#include <sys/ioctl.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <climits>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>

#include "app/commands.h"
#include "app/help_pages.h"
#include "base/disk.h"
#include "base/text.h"
#include "cleaning/clean.h"
#include "emit/findings/findings.h"
#include "foreign/command_line.h"
#include "foreign/part.h"

namespace casewright {
namespace {

Path executable_path() {
  char buffer[PATH_MAX];
  const ssize_t length = ::readlink("/proc/self/exe", buffer, sizeof buffer);
  return length > 0 ? Path(buffer, static_cast<std::size_t>(length)) : Path();
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Memory that was given back within a run is kept for what comes next: asking the system for the same pages again and again costs a
/// tenth of the check of a long report.
void keep_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

/// The console as it is: how wide a terminal reads it, and whether it shows colour (no-color.org).
Console console_here() {
  Console console{std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1};
  if (::isatty(STDOUT_FILENO) == 0) return console;
  winsize size{};
  console.width = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
  console.colour = variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  return console;
}

/// Everything that can be asked on the command line.
struct Asked {
  Path board;
  std::vector<Path> rules;
  DraftOptions draft;
  CheckOptions check;
  CleanOptions clean;
  ConvertOptions convert;
  MergeOptions merge;
  PublishOptions publish;
  CalendarOptions calendar;
  PaperOptions paper;
  AnnualOptions annual;
  NewOptions create;
  WaiveOptions waive;
  CompareOptions compare;
  ServeChoice serve;
  Path reference;
  std::string shell;
  std::string rule;
  Path template_folder;
  std::function<Exit(const Desk&)> run;
};

void add_draft(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("draft", "Make drafts to read and edit from a case folder");
  command->add_option("CASE", asked.draft.case_folder, "the case folder")->required();
  command->add_option("-o,--out", asked.draft.out, "where the drafts go (CASE/drafts)");
  command->add_option("--to", asked.draft.formats, "formats (docx,html,pdf)")->delimiter(',')->allow_extra_args(false);
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return draft(desk, asked.draft); }; });
}

/// What every command over many files may be told.
void add_batch(CLI::App& command, BatchChoice& choice) {
  command.add_option("--jobs", choice.jobs, "how many files at once (one for each processor)")->check(CLI::Range(1u, 1024u));
  command.add_option("--shard", choice.shard, "only this part of the files, such as 2/8, on one of several machines");
  command.add_flag("--resume", choice.resume, "go on with what an earlier run in the same folder has left");
  command.add_option("--seconds", choice.seconds, "the longest that one file may take (300)")->check(CLI::Range(1u, 86400u));
  command.add_option("--megabytes", choice.megabytes, "the most memory that one file may need (2048)")->check(CLI::Range(64u, 1u << 20));
  command.add_flag("--open-workers", choice.open_workers, "no walls around the workers, where those of the system stand in the way");
}

void add_check(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("check", "Say whether a report is fit to publish, and why not");
  CheckOptions& options = asked.check;
  command->add_option("FILE", options.files, "reports, folders or zip archives of reports, or - for a list of them")->required();
  command->add_option("--case", options.case_folder, "the case folder, for its register of names")->excludes(command->add_option("--names", options.names, "a list of the real names that must not stand in it, where you have no case folder: a table, a text with a name on each line, or people.xml"));
  command->add_option("--only", options.only, "rule families, such as anonymisation,tone")->delimiter(',')->allow_extra_args(false);
  command->add_option("--regime", options.regime, "the guidance in force, such as ENG-WT2018 (auto)");
  command->add_flag("--together", options.together, "the files are one review's: hold report, summary and response against each other");
  command->add_option("--tier", options.tier, "how thorough the rules of language are: 1, 2 or 3 (1)")->check(CLI::Range(1, 3));
  command->add_option("--profile", options.profile, "the kind of document, such as letter or executive-summary (auto)");
  command->add_option("--styles", options.styles, "a folder of Vale styles to check by as well")->expected(1)->take_all();
  command->add_option("--with", options.with, "rules that run only where asked for, such as tone/victim")->delimiter(',')->allow_extra_args(false);
  std::vector<std::string> formats;
  for (const FindingsFormat& each : findings_formats()) formats.emplace_back(each.name);
  command->add_option("--format", options.format, "how the findings are written; html is a page (text; for a folder html)")->check(CLI::IsMember(formats));
  command->add_flag("--show-text", options.show_text, "show the words found, names included");
  command->add_flag("--markup", options.markup, "let -o be a copy of the report with the findings beside the words, as comments in Word and notes in PDF; or a folder of such copies");
  command->add_option("-o,--out", options.out, "write the findings to this file; of a folder of reports into this folder, with a summary");
  add_batch(*command, options.batch);
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return check(desk, asked.check); }; });
}

void add_convert(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("convert", "Turn legacy reports into the formats a board publishes");
  ConvertOptions& options = asked.convert;
  command->add_option("FILE", options.files, "reports, folders or zip archives of reports, or - for a list of them")->required();
  command->add_option("-o,--out", options.out, "where they go, in folders as they stand")->required();
  command->add_option("--to", options.formats, "formats, such as html,blocks (all)")->delimiter(',')->allow_extra_args(false);
  command->add_flag("--ocr", options.ocr, "also read by their picture the pages whose fonts do not say what their letters are; scans are read so anyway");
  add_batch(*command, options.batch);
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return convert(desk, asked.convert); }; });
}

void add_clean(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("clean", "Write a copy of a report without what nobody should read, and say what was taken out");
  command->add_option("FILE", asked.clean.file, "the report; its name ends in " + list_in_words(endings_that_can_be_cleaned()))->required();
  command->add_option("-o,--out", asked.clean.out, "the copy")->required();
  command->add_option("--format", asked.clean.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return clean(desk, asked.clean); }; });
}

void add_merge(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("merge", "Make one of the parts of a batch that several machines shared");
  command->add_option("FOLDER", asked.merge.folders, "the folders that the parts were written to")->required();
  command->add_option("-o,--out", asked.merge.out, "the folder of the whole, which may be one of them")->required();
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return merge(desk, asked.merge); }; });
}

void add_waive(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("waive", "Accept a finding, with a reason; an edit of its words brings it back");
  WaiveOptions& options = asked.waive;
  command->add_option("REPORT", options.file, "the report")->required();
  command->add_option("--rule", options.rule, "the rule of the finding, family/rule")->required();
  command->add_option("--words", options.words, "the exact words that may stay");
  command->add_option("--paragraph", options.paragraph, "the paragraph of the finding, as the check names it");
  command->add_option("--reason", options.reason, "why it is right to publish them")->required();
  command->add_option("--name", options.person, "who decided")->required();
  command->add_option("--role", options.role, "in what role")->required();
  command->add_option("--until", options.until, "the last day on which it holds, such as 2026-12-31");
  command->add_option("--case", options.case_folder, "the case folder: the waiver is kept there")->excludes(command->add_option("--names", options.names, "the list of the real names that the report was checked with"));
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return waive(desk, asked.waive); }; });
}

void add_compare(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("compare", "Say which findings are new, gone and unchanged between two drafts");
  CompareOptions& options = asked.compare;
  command->add_option("OLD", options.old_file, "the earlier draft")->required();
  command->add_option("NEW", options.new_file, "the later draft")->required();
  command->add_option("--case", options.case_folder, "the case folder, for its register of names")->excludes(command->add_option("--names", options.names, "a list of the real names that must not stand in it, where you have no case folder: a table, a text with a name on each line, or people.xml"));
  command->add_option("--format", options.format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--show-text", options.show_text, "show the words found, names included");
  command->add_option("-o,--out", options.out, "write the comparison to this file");
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return compare(desk, asked.compare); }; });
}

void add_serve(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("serve", "Open a page on this machine: drop a report, read its findings, accept one");
  command->add_option("--port", asked.serve.port, "the port (any free one)")->check(CLI::Range(0, 65535));
  command->add_flag("!--no-browser", asked.serve.open, "open no browser, only print the address");
  command->add_option("--upload-limit", asked.serve.upload_megabytes, "the largest report it takes, in megabytes (100)")->check(CLI::Range(1, 2000));
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return serve(desk, asked.serve); }; });
}

/// The manual page and what shells complete from, both made from this very tree.
void add_help(CLI::App& app, Asked& asked) {
  CLI::App* help = app.add_subcommand("help", "Write the manual page, or completions for a shell")->require_subcommand(1);
  help->add_subcommand("man", "The manual page, for `man -l`")->callback([&app, &asked] {
    asked.run = [&app](const Desk& desk) {
      desk.console.out << man_page(app);
      return Exit::ready;
    };
  });
  CLI::App* shells = help->add_subcommand("completion", "Completions for a shell");
  shells->add_option("SHELL", asked.shell, "bash, zsh or fish")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  shells->callback([&app, &asked] {
    asked.run = [&app, &asked](const Desk& desk) {
      desk.console.out << completion(app, asked.shell);
      return Exit::ready;
    };
  });
}

void add_publish(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("publish", "Write the website files of a review that is ready");
  PublishOptions& options = asked.publish;
  command->add_option("CASE", options.input, "the case folder, or a finished report")->required();
  command->add_option("--case", options.case_folder, "the case folder of a finished report");
  command->add_option("-o,--out", options.site, "the website folder")->required();
  command->add_option("--formats", options.formats, "other formats for readers, such as docx,pdf-large,braille")->delimiter(',')->allow_extra_args(false);
  command->add_flag("--show-text", options.show_text, "show the words found, names included");
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return publish(desk, asked.publish); }; });
}

void add_paper(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("paper", "Make a paper of the board's own from a case folder; none of them is for publication");
  command->add_option("KIND", asked.paper.kind, "which paper, such as decision, rapid-review, imr or action-plan; a board's templates may make others")->required();
  command->add_option("CASE", asked.paper.case_folder, "the case folder")->required();
  command->add_option("-o,--out", asked.paper.out, "where it goes (CASE/papers)");
  command->add_option("--to", asked.paper.formats, "formats (docx,html,pdf)")->delimiter(',')->allow_extra_args(false);
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return paper(desk, asked.paper); }; });
}

void add_calendar(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("calendar", "Say what the law wants by which day, and what is late");
  command->add_option("CASE", asked.calendar.case_folder, "the case folder")->required();
  command->add_option("--ics", asked.calendar.ics, "write the days to this calendar file");
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return calendar(desk, asked.calendar); }; });
}

void add_annual(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("annual", "Sum up a board's reviews for its annual report and for scrutiny");
  AnnualOptions& options = asked.annual;
  command->add_option("FOLDER", options.folder, "the folder of the board's case folders and published reports")->required();
  command->add_option("-o,--out", options.out, "where the figures go")->required();
  command->add_option("--to", options.formats, "formats, such as html,docx (both)")->delimiter(',')->allow_extra_args(false);
  command->add_option("--least", options.least, "the smallest number of unpublished reviews that is shown (5)")->check(CLI::Range(1u, 100u));
  command->callback([&asked] { asked.run = [&asked](const Desk& desk) { return annual(desk, asked.annual); }; });
}

void add_rules(CLI::App& app, Asked& asked) {
  CLI::App* rules = app.add_subcommand("rules", "List or explain the rules")->require_subcommand(1);
  rules->add_subcommand("list", "Every rule, a line each")->callback([&asked] { asked.run = list_rules; });
  rules->add_subcommand("profiles", "The kinds of document, and what each asks of its language")->callback([&asked] { asked.run = list_profiles; });
  CLI::App* explain = rules->add_subcommand("explain", "What a rule looks for, and why");
  explain->add_option("RULE", asked.rule, "family/rule")->required();
  CLI::App* reference = rules->add_subcommand("reference", "Write a page that explains every rule");
  reference->add_option("-o,--out", asked.reference, "write the page to this file");
  reference->callback([&asked] { asked.run = [&asked](const Desk& desk) { return write_reference(desk, asked.reference); }; });
  explain->callback([&asked] { asked.run = [&asked](const Desk& desk) { return explain_rule(desk, asked.rule); }; });
}

void add_template(CLI::App& app, Asked& asked) {
  CLI::App* templates = app.add_subcommand("template", "Check a board's templates")->require_subcommand(1);
  CLI::App* command = templates->add_subcommand("check", "Say what is wrong in a template folder");
  command->add_option("DIR", asked.template_folder, "a template, or a folder of templates")->required();
  command->callback(
      [&asked] { asked.run = [&asked](const Desk& desk) { return check_templates(desk, asked.template_folder); }; });
}

void add_new(CLI::App& app, Asked& asked) {
  CLI::App* command = app.add_subcommand("new", "Start a case folder or a board folder")->require_subcommand(1);
  for (const char* what : {"case", "board"}) {
    CLI::App* kind = command->add_subcommand(what, std::string("Start a ") + what + " folder");
    kind->add_option("NAME", asked.create.name, "the folder to make")->required();
    if (what == std::string("case"))
      kind->add_option("--regime", asked.create.regime, "the guidance in force, such as ENG-WT2018 (Working Together as it stands today)");
    kind->callback([&asked, what] {
      asked.create.what = what;
      asked.run = [&asked](const Desk& desk) { return create(desk, asked.create); };
    });
  }
}

/// What somebody reads who names no command.
constexpr std::string_view first_words =
    "Say what to do. Most people begin with one of these:\n"
    "  casewright serve               a page on this machine: drop a report there and read what stops its publication\n"
    "  casewright check REPORT        the same here\n"
    "  casewright new case NAME       a folder for a new review\n"
    "  casewright convert FOLDER -o OUT   a folder of old reports in formats of today\n"
    "`casewright --help` lists every command, and `casewright check --help` what one of them can be told.\n";

int run(int count, char** words) {
  CLI::App app("Casewright: from the papers of a child-safeguarding review to a report that is fit to publish");
  app.set_version_flag("--version", CASEWRIGHT_VERSION);
  app.name("casewright");
  app.require_subcommand(0, 1);
  app.fallthrough();  // handed down to the commands that are added below, so that --board may stand behind them, too
  Asked asked;
  app.add_option("--board", asked.board, "a board's own folder of rules, templates and theme (~/.config/casewright)");
  app.add_option("--rules", asked.rules, "a further folder of rules; one of the same name takes the place of ours")->expected(1)->take_all();
  for (const auto add : {add_draft, add_check, add_waive, add_compare, add_clean, add_convert, add_merge, add_publish, add_paper, add_calendar, add_annual, add_serve, add_rules, add_template, add_new, add_help}) add(app, asked);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(Exit::fault);
  }
  if (!asked.run) {
    std::cerr << first_words;
    return static_cast<int>(Exit::fault);
  }
  Disk disk;
  const Console console = console_here();
  if (asked.board.empty()) asked.board = own_folder(disk, variable("XDG_CONFIG_HOME"), variable("HOME"));
  const auto house = find_house(disk, executable_path(), variable("CASEWRIGHT_HOME"), asked.board, asked.rules);
  if (!house) {
    console.tell(house.faults());
    return static_cast<int>(Exit::fault);
  }
  return static_cast<int>(asked.run({disk, *house, console}));
}

}  // namespace
}  // namespace casewright

int main(int count, char** words) {
  casewright::keep_memory();
  try {
    return casewright::run(count, words);
  } catch (const casewright::MissingPart& missing) {
    std::cerr << "casewright stopped: " << missing.what() << "\n  hint: install Casewright again; nothing was published\n";
    return static_cast<int>(casewright::Exit::fault);
  } catch (const std::exception& error) {
    std::cerr << "casewright stopped: " << error.what() << "\n  hint: this is a fault in Casewright; nothing was published\n";
    return static_cast<int>(casewright::Exit::fault);
  }
}
