#include "inspect/vale_style.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "base/text.h"
#include "foreign/yaml.h"

namespace casewright {
namespace {

constexpr std::uint64_t most_style_bytes = 1 << 20;

Record element(std::string name, const Record& from, std::string text = {}) {
  Record record;
  record.name = std::move(name);
  record.origin = from.origin;
  if (!text.empty()) record.children.push_back(text_record(std::move(text), from.origin));
  return record;
}

/// The items of a list, or the one scalar that stands in its place.
std::vector<std::string> items(const Record& yaml, std::string_view key) {
  std::vector<std::string> all;
  const Record* list = yaml.child(key);
  if (list == nullptr) return all;
  for (const Record* item : list->all("item")) all.push_back(item->content());
  if (all.empty() && !trim(list->content()).empty()) all.push_back(list->content());
  return all;
}

std::string value(const Record& yaml, std::string_view key, std::string otherwise = {}) {
  const Record* child = yaml.child(key);
  return child == nullptr ? otherwise : std::string(trim(child->content()));
}

bool yes(const Record& yaml, std::string_view key, bool otherwise) {
  const std::string text = ascii_lower(value(yaml, key));
  return text.empty() ? otherwise : text == "true" || text == "yes";
}

/// A pattern whose groups take nothing, because our finding would point at the first; one that refers back
/// keeps its groups.
std::string without_groups(std::string_view pattern) {
  std::string plain;
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    plain += c;
    if (c == '\\' && at + 1 < pattern.size()) {
      if (pattern[at + 1] >= '1' && pattern[at + 1] <= '9') return std::string(pattern);
      plain += pattern[++at];
    } else if (c == '[') {
      in_class = true;
    } else if (c == ']') {
      in_class = false;
    } else if (c == '(' && !in_class && (at + 1 >= pattern.size() || pattern[at + 1] != '?')) {
      plain += "?:";
    }
  }
  return plain;
}

std::string whole_words(const std::string& pattern, bool words) {
  return words ? "\\b(?:" + pattern + ")\\b" : pattern;
}

/// Vale's scopes and ours.
struct ScopeName {
  std::string_view vale, ours;
};
constexpr std::array<ScopeName, 17> scope_names{{{"text", "words"}, {"raw", "words"}, {"heading", "heading"}, {"paragraph", "paragraph quotation"},
                                                 {"sentence", "paragraph quotation list"}, {"list", "list"}, {"table", "cell"},
                                                 {"table.cell", "cell"}, {"table.header", "cell"}, {"table.caption", "caption"},
                                                 {"figure.caption", "caption"}, {"blockquote", "quotation"}, {"alt", "alternative-text"},
                                                 {"summary", "summary"}, {"link", "link"}, {"document", "words"}, {"footnote", "note"}}};

std::string_view scope_of(std::string_view vale) {
  if (vale.starts_with("heading.")) return "heading";
  const auto found = std::find_if(scope_names.begin(), scope_names.end(), [&](const ScopeName& each) { return each.vale == vale; });
  return found == scope_names.end() ? std::string_view() : found->ours;
}

/// "~heading" leaves headings out of what is read.
std::string scopes_of_vale(const std::vector<std::string>& given) {
  std::string ours, without;
  for (const std::string& each : given)
    for (const std::string_view part : split(each, '&')) {
      const std::string_view name = trim(part);
      if (name.starts_with('~')) without += " " + std::string(scope_of(name.substr(1)));
      else ours += " " + std::string(scope_of(name));
    }
  if (!trim(ours).empty()) return std::string(trim(ours));
  if (trim(without).empty()) return "words";
  for (const std::string_view each : {"title", "heading", "paragraph", "list", "cell", "caption", "quotation", "note"})
    if (without.find(each) == std::string::npos) ours += " " + std::string(each);
  return std::string(trim(ours));
}

/// "%s" in a message stands for what we know; the second one of a substitution for what was found.
std::string message_of(std::string text, bool substitution, std::string_view known) {
  text = replace_every(text, "%[1]s", "%s");
  text = replace_every(text, "%[2]s", "%s");
  std::size_t at = text.find("%s");
  if (at != std::string::npos) text.replace(at, 2, substitution ? "{use}" : known);
  while ((at = text.find("%s")) != std::string::npos) text.replace(at, 2, "{found}");
  while ((at = text.find("%d")) != std::string::npos) text.replace(at, 2, known);
  return fold_space(text);
}

/// Translates one rule; each kind has its own function.
class Translation {
 public:
  Translation(const Record& yaml, const std::string& style, const std::string& file, Faults& faults)
      : yaml_(yaml), style_(style), file_(file), faults_(faults), kind_(ascii_lower(value(yaml, "extends"))) {}

  std::optional<Record> run() {
    static constexpr std::array<std::pair<std::string_view, Record (Translation::*)()>, 11> kinds{
        {{"existence", &Translation::existence},
         {"substitution", &Translation::substitution},
         {"occurrence", &Translation::occurrence},
         {"repetition", &Translation::repetition},
         {"consistency", &Translation::consistency},
         {"conditional", &Translation::conditional},
         {"capitalization", &Translation::capitalisation},
         {"metric", &Translation::metric},
         {"readability", &Translation::readability},
         {"spelling", &Translation::spelling},
         {"sequence", &Translation::sequence}}};
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& each) { return each.first == kind_; });
    if (kind == kinds.end()) {
      fault("the extension '" + kind_ + "' is not run here", "existence, substitution, occurrence, repetition, consistency, conditional, "
                                                             "capitalization, metric, readability, spelling and sequence are");
      return std::nullopt;
    }
    Record body = (this->*kind->second)();
    if (failed_) return std::nullopt;
    return frame(std::move(body));
  }

 private:
  void fault(std::string what, std::string hint) {
    faults_.push_back({file_, std::max<std::uint32_t>(yaml_.origin.part, 1), 0, std::move(what), std::move(hint)});
    failed_ = true;
  }

  Record frame(Record body) {
    Record rule = element("rule", yaml_);
    const std::string level = ascii_lower(value(yaml_, "level", "warning"));
    rule.set_attribute("level", level == "error" ? "fix" : "advise");
    const bool substitution = kind_ == "substitution";
    const std::string_view known = kind_ == "metric" || kind_ == "readability" ? "{value}" : kind_ == "occurrence" ? "{count}" : "{found}";
    std::string message = message_of(value(yaml_, "message", "A point of the style " + style_), substitution, known);
    const std::string why = value(yaml_, "description", message);
    rule.children.push_back(element("message", yaml_, message));
    Record reason = element("why", yaml_, why);
    reason.set_attribute("source", value(yaml_, "link", "Vale style " + style_));
    rule.children.push_back(std::move(reason));
    rule.children.push_back(element("scopes", yaml_, scopes_of_vale(items(yaml_, "scope"))));
    rule.children.push_back(std::move(body));
    return rule;
  }

  void add_case(Record& body, bool ignored_otherwise) {
    body.set_attribute("case", yes(yaml_, "ignorecase", ignored_otherwise) ? "ignored" : "kept");
  }
  void add_exceptions(Record& body, std::string_view name) {
    for (const std::string& each : items(yaml_, "exceptions"))
      body.children.push_back(element(std::string(name), yaml_, "^(?:" + without_groups(each) + ")$"));
  }

  Record existence() {
    Record body = element("pattern", yaml_);
    add_case(body, false);
    const bool words = !yes(yaml_, "nonword", false);
    std::string pattern;
    for (const std::string& token : items(yaml_, "tokens"))
      if (!token.empty()) pattern += (pattern.empty() ? "" : "|") + without_groups(token);
    if (!pattern.empty()) pattern = whole_words(pattern, words);
    std::string raw;
    for (const std::string& each : items(yaml_, "raw")) raw += without_groups(each);
    if (!raw.empty()) pattern = pattern.empty() ? raw : raw + pattern;
    if (pattern.empty()) fault("the rule has neither tokens nor raw", "give it a list of tokens");
    body.children.push_back(element("match", yaml_, pattern));
    add_exceptions(body, "except");
    return body;
  }

  Record substitution() {
    Record body = element("substitution", yaml_);
    add_case(body, true);
    const bool words = !yes(yaml_, "nonword", false);
    const Record* swap = yaml_.child("swap");
    if (swap != nullptr)
      for (const Record& each : swap->children) {
        if (each.is_text()) continue;
        Record one = element("swap-match", each, whole_words(without_groups(each.name), words));
        std::string use = each.content();
        if (each.attribute("is") == "list") use = join_text(items(*swap, each.name), "' or '");
        one.set_attribute("use", replace_every(use, "|", "' or '"));
        body.children.push_back(std::move(one));
      }
    if (body.children.empty()) fault("the rule has no swap", "give it pairs of words");
    add_exceptions(body, "except-match");
    return body;
  }

  Record occurrence() {
    Record body = element("occurrence", yaml_);
    const std::vector<std::string> scopes = items(yaml_, "scope");
    const bool sentence = std::find(scopes.begin(), scopes.end(), "sentence") != scopes.end();
    body.set_attribute("per", sentence ? "sentence" : "paragraph");
    add_case(body, false);
    if (yaml_.child("max") != nullptr && value(yaml_, "max") != "0") body.set_attribute("most", value(yaml_, "max"));
    if (yaml_.child("min") != nullptr && value(yaml_, "min") != "0") body.set_attribute("least", value(yaml_, "min"));
    body.children.push_back(element("match", yaml_, without_groups(value(yaml_, "token"))));
    if (value(yaml_, "token").empty()) fault("the rule has no token", "give it what to count");
    return body;
  }

  Record repetition() { return element("repetition", yaml_); }

  Record consistency() {
    Record body = element("consistency", yaml_);
    const bool words = !yes(yaml_, "nonword", false);
    const Record* either = yaml_.child("either");
    if (either != nullptr)
      for (const Record& each : either->children) {
        if (each.is_text()) continue;
        Record pair = element("pair", each);
        pair.set_attribute("case", yes(yaml_, "ignorecase", true) ? "ignored" : "kept");
        pair.children.push_back(element("one-match", each, whole_words(without_groups(each.name), words)));
        pair.children.push_back(element("other-match", each, whole_words(without_groups(each.content()), words)));
        body.children.push_back(std::move(pair));
      }
    if (body.children.empty()) fault("the rule has no either", "give it pairs of words");
    return body;
  }

  Record conditional() {
    Record body = element("conditional", yaml_);
    add_case(body, false);
    body.set_attribute("same", "yes");
    body.children.push_back(element("first", yaml_, value(yaml_, "first")));
    body.children.push_back(element("second", yaml_, value(yaml_, "second")));
    if (value(yaml_, "first").empty() || value(yaml_, "second").empty()) fault("the rule lacks first or second", "give it both");
    add_exceptions(body, "except-match");
    return body;
  }

  Record capitalisation() {
    Record body = element("capitalisation", yaml_);
    const std::string match = value(yaml_, "match");
    const bool named = match.starts_with('$');
    const std::string style = named ? match.substr(1) : "pattern";
    const bool known = style == "title" || style == "sentence" || style == "lower" || style == "upper" || style == "pattern";
    if (!known) fault("the style '" + match + "' is not known", "$title, $sentence, $lower, $upper or a pattern");
    body.set_attribute("style", style);
    if (!named) body.children.push_back(element("match", yaml_, match));
    if (yaml_.child("threshold") != nullptr) body.set_attribute("threshold", value(yaml_, "threshold"));
    for (const std::string& each : items(yaml_, "exceptions"))
      if (each.find_first_of("()[]|~^$\\*+?") == std::string::npos && !trim(each).empty())
        body.children.push_back(element("except", yaml_, each));
    return body;
  }

  Record metric() {
    Record body = element("metric", yaml_);
    body.set_attribute("formula", replace_every(value(yaml_, "formula"), "\n", " "));
    add_condition(body, value(yaml_, "condition"));
    return body;
  }

  void add_condition(Record& body, const std::string& condition) {
    const std::size_t digit = condition.find_first_of("0123456789.-");
    const std::string sign(trim(std::string_view(condition).substr(0, digit)));
    if (digit == std::string::npos || (sign != ">" && sign != ">=" && sign != "<" && sign != "<=")) {
      fault("the condition '" + condition + "' cannot be read", "write it as \"> 10\"");
      return;
    }
    body.set_attribute(sign[0] == '>' ? "over" : "under", std::string(trim(std::string_view(condition).substr(digit))));
  }

  Record readability() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{{{"Flesch-Kincaid", "flesch_kincaid_grade"},
                                                                                         {"Gunning Fog", "gunning_fog"},
                                                                                         {"Coleman-Liau", "coleman_liau"},
                                                                                         {"SMOG", "smog"},
                                                                                         {"Automated Readability", "ari"},
                                                                                         {"LIX", "lix"}}};
    std::string sum;
    int count = 0;
    for (const std::string& metric : items(yaml_, "metrics"))
      for (const auto& [vale, ours] : names)
        if (metric == vale) {
          sum += (count++ == 0 ? "" : " + ") + std::string(ours);
        }
    Record body = element("metric", yaml_);
    if (count == 0) fault("the rule names no formula of readability that is known", "such as Flesch-Kincaid");
    body.set_attribute("formula", "(" + sum + ") / " + std::to_string(std::max(count, 1)));
    body.set_attribute("over", value(yaml_, "grade", "8"));
    return body;
  }

  Record spelling() {
    Record body = element("spelling", yaml_);
    body.set_attribute("dictionary", "en_GB");
    return body;
  }

  /// The classes of our own that a tag of the Penn treebank means; none where only a tagger could tell.
  static std::string classes_of_tag(const std::string& tag) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> tags{
        {{"MD", "auxiliary"}, {"VBN", "participle"}, {"RB", "adverb"}, {"IN", "preposition"}, {"DT", "determiner"}, {"PRP", "pronoun"},
         {"PRP$", "pronoun"}, {"WRB", "question"}}};
    std::string classes;
    for (const std::string_view part : split(tag, '|')) {
      const auto found = std::find_if(tags.begin(), tags.end(), [&](const auto& each) { return each.first == trim(part); });
      if (found == tags.end()) return {};
      classes += (classes.empty() ? "" : " ") + std::string(found->second);
    }
    return classes;
  }

  Record sequence() {
    Record body = element("sequence", yaml_);
    add_case(body, false);
    const Record* tokens = yaml_.child("tokens");
    if (tokens == nullptr) fault("the rule has no tokens", "give it a list of them");
    if (tokens == nullptr) return body;
    for (const Record* item : tokens->all("item")) {
      Record token = element("token", *item, value(*item, "pattern"));
      const std::string tag = value(*item, "tag");
      const std::string classes = classes_of_tag(tag);
      if (!tag.empty() && classes.empty()) fault("the tag '" + tag + "' needs a model that we do not have", "write the token as a pattern");
      if (!classes.empty()) token.set_attribute("class", classes);
      if (yes(*item, "negate", false)) token.set_attribute("negated", "yes");
      if (item->child("skip") != nullptr) token.set_attribute("skip", value(*item, "skip"));
      body.children.push_back(std::move(token));
    }
    return body;
  }

  const Record& yaml_;
  const std::string& style_;
  const std::string& file_;
  Faults& faults_;
  std::string kind_;
  bool failed_ = false;
};

void read_style(const World& world, const Path& folder, const std::string& style, Styles& styles) {
  auto entries = world.list_folder(folder);
  entries.move_faults_to(styles.left_out);
  if (!entries) return;
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != PathKind::file || extension(entry.name) != ".yml") continue;
    const Path path = join(folder, entry.name);
    auto bytes = world.read_file(path, most_style_bytes);
    bytes.move_faults_to(styles.left_out);
    if (!bytes) continue;
    auto yaml = yaml::read(*bytes, path);
    yaml.move_faults_to(styles.left_out);
    if (!yaml) continue;
    if (auto rule = rule_of_vale(*yaml, style, path, styles.left_out))
      styles.rules.push_back({style + "/" + entry.name.substr(0, entry.name.size() - 4), path, std::move(*rule)});
  }
}

}  // namespace

std::optional<Record> rule_of_vale(const Record& yaml, const std::string& style, const std::string& file, Faults& faults) {
  return Translation(yaml, style, file, faults).run();
}

Styles read_styles(const World& world, const Path& folder) {
  Styles styles;
  auto entries = world.list_folder(folder);
  entries.move_faults_to(styles.left_out);
  if (!entries) return styles;
  for (const FolderEntry& entry : *entries)
    if (entry.kind == PathKind::folder && !entry.name.starts_with('.') && entry.name != "config" && entry.name != "Vocab")
      read_style(world, join(folder, entry.name), entry.name, styles);
  read_style(world, folder, std::string(file_name(folder)), styles);
  if (styles.rules.empty() && styles.left_out.empty())
    styles.left_out.push_back({folder, 0, 0, "there are no Vale rules here", "a style is a folder of .yml files"});
  return styles;
}

}  // namespace casewright
