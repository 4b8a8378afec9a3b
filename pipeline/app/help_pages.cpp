#include "app/help_pages.h"

#include <set>

#include "base/text.h"

namespace casewright {
namespace {

using Options = std::vector<const CLI::Option*>;
using Apps = std::vector<const CLI::App*>;

Apps below(const CLI::App& app) { return app.get_subcommands([](const CLI::App*) { return true; }); }
Options options_of(const CLI::App& app) { return app.get_options([](const CLI::Option*) { return true; }); }

/// A command with the words that lead to it ("rules explain").
struct Command {
  std::string words;
  const CLI::App* app;
};

std::vector<Command> all_commands(const CLI::App& app, const std::string& words = "") {
  std::vector<Command> commands;
  for (const CLI::App* each : below(app)) {  // three levels at most
    const std::string path = words.empty() ? each->get_name() : words + " " + each->get_name();
    commands.push_back({path, each});
    for (Command& deeper : all_commands(*each, path)) commands.push_back(std::move(deeper));
  }
  return commands;
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& each : option.get_snames()) names.push_back("-" + each);
  for (const std::string& each : option.get_lnames()) names.push_back("--" + each);
  return names;
}

bool takes_value(const CLI::Option& option) { return option.get_expected_max() > 0 && option.get_type_size() > 0; }

/// The words that a fixed choice allows ("{text,json}" in its type name), or none.
std::vector<std::string> choices_of(const CLI::Option& option) {
  std::vector<std::string> choices;
  const std::string type = option.get_type_name();
  const std::size_t open = type.find('{'), close = type.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open) return choices;
  for (const std::string_view each : split(std::string_view(type).substr(open + 1, close - open - 1), ',')) choices.emplace_back(each);
  return choices;
}

std::string roff(std::string_view text) {
  std::string escaped = replace_every(replace_every(text, "\\", "\\e"), "-", "\\-");
  if (!escaped.empty() && (escaped[0] == '.' || escaped[0] == '\'')) escaped.insert(0, "\\&");
  return escaped;
}

void add_man_options(std::string& page, const CLI::App& app) {
  for (const CLI::Option* option : options_of(app)) {
    if (option->get_positional()) {
      page += ".TP\n.I " + roff(option->get_name(true)) + "\n" + roff(option->get_description()) + "\n";
      continue;
    }
    page += ".TP\n.B " + roff(join_text(names_of(*option), ", ")) + "\n" + roff(option->get_description()) + "\n";
    if (const std::vector<std::string> choices = choices_of(*option); !choices.empty()) page += roff("One of " + join_text(choices, ", ") + ".") + "\n";
  }
}

std::string synopsis(const Command& command) {
  std::string line = ".br\n.B casewright " + roff(command.words) + "\n";
  for (const CLI::Option* option : options_of(*command.app))
    if (option->get_positional()) line += ".I " + roff(option->get_name(true)) + "\n";
  if (below(*command.app).empty()) line += "[options]\n";
  return line;
}

std::string shell_word(std::string_view words) { return "'" + replace_every(words, "'", "'\\''") + "'"; }

std::string words_after(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* each : below(app)) words.push_back(each->get_name());
  for (const CLI::Option* option : options_of(app))
    for (const std::string& name : names_of(*option)) words.push_back(name);
  return join_text(words, " ");
}

/// The fixed choices of all options, as `option:choices`.
std::set<std::pair<std::string, std::string>> choice_lines(const std::vector<Command>& commands) {
  std::set<std::pair<std::string, std::string>> lines;
  for (const Command& command : commands)
    for (const CLI::Option* option : options_of(*command.app))
      if (const auto choices = choices_of(*option); !choices.empty())
        for (const std::string& name : names_of(*option)) lines.insert({command.words + " " + name, join_text(choices, " ")});
  return lines;
}

std::string bash_completion(const CLI::App& app, const std::vector<Command>& commands) {
  std::string script =
      "# Completion of casewright for bash: source this file, or put it into /etc/bash_completion.d/\n"
      "_casewright() {\n  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= each words=\n"
      "  for each in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n    case \"$command $each\" in\n";
  for (const Command& command : commands) script += "      " + shell_word((command.words.find(' ') == std::string::npos ? " " : "") + command.words) + ") command=" + shell_word(command.words) + " ;;\n";
  script += "    esac\n  done\n  case \"$command $before\" in\n";
  for (const auto& [option, choices] : choice_lines(commands)) script += "    " + shell_word(option) + ") COMPREPLY=($(compgen -W " + shell_word(choices) + " -- \"$word\")); return ;;\n";
  script += "  esac\n  case \"$command\" in\n    '') words=" + shell_word(words_after(app)) + " ;;\n";
  for (const Command& command : commands) script += "    " + shell_word(command.words) + ") words=" + shell_word(words_after(*command.app)) + " ;;\n";
  return script + "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n  [ -z \"$command\" ] || [ \"${word:0:1}\" = - ] || COMPREPLY+=($(compgen -f -- \"$word\"))\n"
                  "}\ncomplete -o filenames -F _casewright casewright\n";
}

std::string zsh_completion(const CLI::App& app, const std::vector<Command>& commands) {
  return "#compdef casewright\n# Completion of casewright for zsh: put this file as _casewright into a folder of $fpath\n"
         "autoload -U +X bashcompinit && bashcompinit\n" + bash_completion(app, commands);
}

std::string fish_completion(const CLI::App& app, const std::vector<Command>& commands) {
  std::string script = "# Completion of casewright for fish: put this file into ~/.config/fish/completions/\n";
  const auto add_options = [&script](const CLI::App& of, const std::string& condition) {
    for (const CLI::Option* option : options_of(of)) {
      if (option->get_positional()) continue;
      script += "complete -c casewright" + condition;
      for (const std::string& name : option->get_snames()) script += " -s " + name;
      for (const std::string& name : option->get_lnames()) script += " -l " + name;
      if (takes_value(*option)) script += " -r";
      if (const auto choices = choices_of(*option); !choices.empty()) script += " -f -a " + shell_word(join_text(choices, " "));
      script += " -d " + shell_word(option->get_description()) + "\n";
    }
  };
  add_options(app, "");
  for (const Command& command : commands) {
    const std::size_t blank = command.words.rfind(' ');
    const std::string parent = blank == std::string::npos ? "" : command.words.substr(0, blank);
    const std::string when = parent.empty() ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + parent;
    script += "complete -c casewright -f -n " + shell_word(when) + " -a " + shell_word(command.app->get_name()) + " -d " + shell_word(command.app->get_description()) + "\n";
    add_options(*command.app, " -n " + shell_word("__fish_seen_subcommand_from " + command.app->get_name()));
  }
  return script;
}

}  // namespace

std::string man_page(const CLI::App& app) {
  std::string page = ".\\\" Made by casewright help man.\n.TH CASEWRIGHT 1 \"\" \"Casewright " CASEWRIGHT_VERSION "\" \"User Commands\"\n"
                     ".SH NAME\ncasewright \\- " + roff(app.get_description()) + "\n.SH SYNOPSIS\n.B casewright\n.I command\n[options]\n";
  const std::vector<Command> commands = all_commands(app);
  for (const Command& command : commands)
    if (below(*command.app).empty()) page += synopsis(command);
  page += ".SH DESCRIPTION\nCasewright turns the working papers of a child\\-safeguarding review into a report that is fit to publish, and says of any report\n"
          "what in it would identify somebody, mislead a reader or fall short of the guidance in force. It works offline and sends nothing anywhere.\n"
          "Names that a check finds are masked unless a person asks for them.\n.SH OPTIONS\n";
  add_man_options(page, app);
  page += ".SH COMMANDS\n";
  for (const Command& command : commands) {
    page += ".SS casewright " + roff(command.words) + "\n" + roff(command.app->get_description()) + "\n";
    add_man_options(page, *command.app);
  }
  return page + ".SH EXIT STATUS\n.TP\n0\nready, or done\n.TP\n1\nnot ready\n.TP\n2\nsomething cannot be used, or wrong usage\n.TP\n3\nin a batch, some inputs could not be processed and the rest were; of drafts, some were kept because somebody had changed them\n.TP\n75\na batch was stopped before its end; the same command with \\-\\-resume goes on\n"
                ".SH ENVIRONMENT\n.TP\n.B CASEWRIGHT_HOME\nthe folder that holds rules, templates and corpus, where it is not found by itself\n.TP\n.B XDG_CONFIG_HOME\nwhere your own folder \\fIcasewright\\fR is looked for (\\fI~/.config\\fR)\n.TP\n.B NO_COLOR\nno colour on a terminal\n"
                ".SH FILES\n.TP\n.I REPORT.waivers.xml\nfindings that a person has accepted, beside a report; in a case folder \\fIwaivers.xml\\fR\n.TP\n.I ~/.config/casewright\nyour own rules, templates, theme and profile, where no \\fB\\-\\-board\\fR is named\n.TP\n.I BOARD/profile.xml\nwhat a board has decided about rules\n";
}

std::string completion(const CLI::App& app, std::string_view shell) {
  const std::vector<Command> commands = all_commands(app);
  if (shell == "fish") return fish_completion(app, commands);
  return shell == "zsh" ? zsh_completion(app, commands) : bash_completion(app, commands);
}

}  // namespace casewright
