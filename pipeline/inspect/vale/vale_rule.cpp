#include "inspect/vale/vale_rule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/text.h"
#include "inspect/vale/vale_fields.h"
#include "inspect/vale/vale_message.h"
#include "inspect/vale/vale_pattern.h"
#include "inspect/vale/vale_scope.h"
#include "inspect/vale/vale_yaml.h"

namespace casewright {
namespace {

/// What the tokens of a rule of repetition are in every style published so far: whatever stands between blanks.
bool any_word(std::string_view token) {
  static constexpr std::string_view all[] = {"[^\\s]+", "[^\\s.!?]+", "[^s.!?]+", "\\w+", "\\b\\w+\\b", "(\\w+)", "\\S+"};
  return std::find(std::begin(all), std::end(all), token) != std::end(all);
}

/// What Vale's `action` asks for, as advice; nothing where it only names what is done anyway.
std::string advice_of(const Record& action) {
  const std::string name = value_of(action, "name");
  std::vector<std::string> given = items_of(action, "params");
  if (name == "remove") return "Leave it out.";
  if (name == "replace" && !given.empty()) return "Write \"" + join_text(given, "\" or \"") + "\".";
  if (name == "edit" && given.size() == 2 && (given[0] == "remove" || given[0].starts_with("trim")))
    return "Take out the marks " + given[1];
  if (name == "edit" && given.size() == 2 && given[0] == "truncate") return "Leave out what stands from \"" + given[1] + "\" on.";
  return {};
}

bool advice_known(const Record& action) {
  const std::string name = value_of(action, "name");
  if (name.empty() || name == "remove" || name == "replace" || !advice_of(action).empty()) return true;
  const std::vector<std::string> given = items_of(action, "params");
  return name == "suggest" && !given.empty() && given.front() == "spellings";
}

/// Translates one rule; each kind has its own function.
class Translation {
 public:
  Translation(const Record& yaml, const std::string& style, const std::string& file, const StyleWords& words, Faults& faults)
      : yaml_(yaml), style_(style), file_(file), words_(words), faults_(faults), kind_(ascii_lower(value_of(yaml, "extends"))),
        scope_(scope_of_vale(yaml.child("scope"))) {}

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
      fault(yaml_, "the extension '" + kind_ + "' is not run here", "existence, substitution, occurrence, repetition, consistency, conditional, "
                                                                    "capitalization, metric, readability, spelling and sequence are");
      return std::nullopt;
    }
    tell_unread_fields(yaml_, kind_, file_, faults_);
    tell_scopes();
    Record body = (this->*kind->second)();
    if (failed_) return std::nullopt;
    return frame(std::move(body));
  }

 private:
  void fault(const Record& where, std::string what, std::string hint) {
    note(where, std::move(what), std::move(hint));
    failed_ = true;
  }
  /// Something that is left out of a rule which runs all the same.
  void note(const Record& where, std::string what, std::string hint) {
    faults_.push_back({file_, std::max<std::uint32_t>(where.origin.part, 1), 0, std::move(what), std::move(hint)});
  }

  void tell_scopes() {
    for (const Record* item : scope_.unknown) {
      const std::string what = "the scope '" + std::string(trim(item->content())) + "' is not told apart here";
      const char* const known = "text, heading, heading.h1 to heading.h6, paragraph, sentence, list, table, table.cell, table.header, "
                                "blockquote, caption, alt, link, footnote, summary and ~ before any of them are";
      if (scope_.names.empty()) fault(*item, what, known);
      else note(*item, what, "the rule runs on its other scopes");
    }
    if (scope_.raw) note(*yaml_.child("scope"), "the scope 'raw' means the marks of a text file, which a report does not have", "the rule reads the words");
  }

  Record frame(Record body) {
    Record rule = element_from("rule", yaml_);
    const std::string level = ascii_lower(value_of(yaml_, "level", "warning"));
    rule.set_attribute("level", level == "error" ? "fix" : "advise");
    const int limit = std::atoi(value_of(yaml_, "limit").c_str());
    if (limit > 0) rule.set_attribute("most", std::to_string(limit));
    const bool numbers = kind_ == "metric" || kind_ == "readability";
    const std::string_view known = numbers ? "{value}" : kind_ == "occurrence" ? "{count}" : kind_ == "substitution" ? "{use}" : "{found}";
    const std::string message = message_of_vale(value_of(yaml_, "message", "A point of the style " + style_), known, "{found}");
    rule.children.push_back(element_from("message", yaml_, message));
    Record reason = element_from("why", yaml_, message_of_vale(value_of(yaml_, "description", message), "it", "it"));
    reason.set_attribute("source", value_of(yaml_, "link", "Vale style " + style_));
    rule.children.push_back(std::move(reason));
    add_advice(rule);
    Record scopes = element_from("scopes", yaml_, scope_.names);
    if (!scope_.headings.empty()) scopes.set_attribute("headings", scope_.headings);
    if (scope_.header_cells) scopes.set_attribute("cells", "header");
    rule.children.push_back(std::move(scopes));
    rule.children.push_back(std::move(body));
    return rule;
  }

  void add_advice(Record& rule) {
    const Record* action = yaml_.child("action");
    if (action == nullptr) return;
    if (const std::string advice = advice_of(*action); !advice.empty()) rule.children.push_back(element_from("suggestion", *action, advice));
    if (!advice_known(*action))
      note(*action, "the action '" + value_of(*action, "name") + "' is not run here", "findings of the rule come without its suggestion");
  }

  void add_case(Record& body) { body.set_attribute("case", says_yes(yaml_, "ignorecase") ? "ignored" : "kept"); }

  /// The rule's exceptions and the words that vocabularies accept, of which one inside what was found clears it; those of
  /// several words also clear what stands inside them.
  void add_exceptions(Record& body, std::string_view name) {
    std::string any;
    const auto add = [&](const std::string& each) {
      if (trim(each).empty()) return;
      const std::string pattern = pattern_of_vale(each);
      any += (any.empty() ? "" : "|") + pattern;
      if (each.find(' ') != std::string::npos) body.children.push_back(element_from("except-around", yaml_, "(?-i:" + between_boundaries(pattern, true) + ")"));
    };
    for (const std::string& each : items_of(yaml_, "exceptions")) add(each);
    if (says_yes(yaml_, "vocab", true) && !says_yes(yaml_, "nonword"))
      for (const std::string& each : words_.accepted) add(each);
    if (!any.empty()) body.children.push_back(element_from(std::string(name), yaml_, "(?-i:" + between_boundaries(any, true) + ")"));
  }

  Record existence() {
    Record body = element_from("pattern", yaml_);
    add_case(body);
    body.set_attribute("whole", "yes");
    if (scope_.sentences) body.set_attribute("per", "sentence");
    std::string pattern, raw;
    for (const std::string& token : items_of(yaml_, "tokens"))
      if (!trim(token).empty()) pattern += (pattern.empty() ? "" : "|") + pattern_of_vale(token);
    if (!pattern.empty()) pattern = between_boundaries(pattern, !says_yes(yaml_, "nonword"));
    for (const std::string& each : items_of(yaml_, "raw")) raw += pattern_of_vale(each);
    pattern = says_yes(yaml_, "append") ? pattern + raw : raw + pattern;
    if (pattern.empty()) fault(yaml_, "the rule has neither tokens nor raw", "give it a list of tokens");
    body.children.push_back(element_from("match", yaml_, pattern));
    add_exceptions(body, "except");
    return body;
  }

  Record substitution() {
    Record body = element_from("substitution", yaml_);
    add_case(body);
    if (says_yes(yaml_, "capitalize")) body.set_attribute("fit", "yes");
    const Record* swap = yaml_.child("swap");
    if (swap != nullptr)
      for (const Record& each : swap->children)
        if (!each.is_text()) body.children.push_back(swap_of(each, *swap));
    if (body.children.empty()) fault(yaml_, "the rule has no swap", "give it pairs of words");
    add_exceptions(body, "except-match");
    return body;
  }

  Record swap_of(const Record& each, const Record& swap) {
    const bool expands = each.content().find("$1") != std::string::npos;
    // Where the words to write repeat a part of those found, the groups must stay.
    const std::string pattern = expands ? each.name : pattern_of_vale(each.name);
    Record one = element_from("swap-match", each, between_boundaries(pattern, !says_yes(yaml_, "nonword")));
    std::vector<std::string> uses;
    for (const std::string& use : each.attribute("is") == "list" ? items_of(swap, each.name) : std::vector<std::string>{each.content()})
      for (const std::string_view part : split(use, '|')) uses.emplace_back(trim(part));
    one.set_attribute("use", one_of(uses, value_of(yaml_, "message")));
    const Record* action = yaml_.child("action");
    if (action != nullptr && value_of(*action, "name") == "replace") one.set_attribute("suggestion", "\"" + join_text(uses, "\" or \"") + "\"");
    if (each.content().find("$2") != std::string::npos) note(each, "only the first group of a pattern can be written again, as $1", "the words come with $2 in them");
    return one;
  }

  Record occurrence() {
    Record body = element_from("occurrence", yaml_);
    body.set_attribute("per", scope_.sentences ? "sentence" : scope_.report ? "report" : "paragraph");
    add_case(body);
    for (const auto& [vale, ours] : {std::pair("max", "most"), std::pair("min", "least")})
      if (!value_of(yaml_, vale, "0").empty() && value_of(yaml_, vale, "0") != "0") body.set_attribute(ours, value_of(yaml_, vale));
    if (!body.has_attribute("most") && !body.has_attribute("least")) fault(yaml_, "the rule has neither max nor min", "say how often it may stand there");
    const std::string token = value_of(yaml_, "token");
    if (token.empty()) fault(yaml_, "the rule has no token", "give it what to count");
    body.children.push_back(element_from("match", yaml_, pattern_of_vale(token)));
    return body;
  }

  Record repetition() {
    Record body = element_from("repetition", yaml_);
    add_case(body);
    std::string pattern;
    bool plain = true;
    for (const std::string& token : items_of(yaml_, "tokens")) {
      plain = plain && any_word(trim(token));
      pattern += (pattern.empty() ? "" : "|") + pattern_of_vale(token);
    }
    if (std::atoi(value_of(yaml_, "max").c_str()) > 0) body.set_attribute("most", value_of(yaml_, "max"));
    if (says_yes(yaml_, "alpha")) body.set_attribute("letters", "yes");
    if (!plain || body.has_attribute("most")) body.children.push_back(element_from("match", yaml_, pattern));
    add_exceptions(body, "except-match");
    return body;
  }

  Record consistency() {
    Record body = element_from("consistency", yaml_);
    const bool words = !says_yes(yaml_, "nonword");
    const Record* either = yaml_.child("either");
    if (either != nullptr)
      for (const Record& each : either->children) {
        if (each.is_text()) continue;
        Record pair = element_from("pair", each);
        add_case(pair);
        pair.children.push_back(element_from("one-match", each, between_boundaries(pattern_of_vale(each.name), words)));
        pair.children.push_back(element_from("other-match", each, between_boundaries(pattern_of_vale(each.content()), words)));
        body.children.push_back(std::move(pair));
      }
    if (body.children.empty()) fault(yaml_, "the rule has no either", "give it pairs of words");
    return body;
  }

  Record conditional() {
    Record body = element_from("conditional", yaml_);
    add_case(body);
    const std::string first = value_of(yaml_, "first"), second = value_of(yaml_, "second");
    // A second half without a group only has to stand there; one with a group must hold the same words.
    body.set_attribute("same", pattern_of_vale(second) == second ? "no" : "yes");
    body.children.push_back(element_from("first", yaml_, first));
    body.children.push_back(element_from("second", yaml_, second));
    if (first.empty() || second.empty()) fault(yaml_, "the rule lacks first or second", "give it both");
    add_exceptions(body, "except-match");
    return body;
  }

  Record capitalisation() {
    Record body = element_from("capitalisation", yaml_);
    const std::string match = value_of(yaml_, "match");
    const bool named = match.starts_with('$');
    const std::string style = named ? match.substr(1) : "pattern";
    const bool known = style == "title" || style == "sentence" || style == "lower" || style == "upper" || style == "pattern";
    if (!known) fault(yaml_, "the style '" + match + "' is not known", "$title, $sentence, $lower, $upper or a pattern");
    body.set_attribute("style", style);
    if (style == "sentence") body.set_attribute("names", "unfamiliar");
    if (style == "title") body.set_attribute("titles", ascii_lower(value_of(yaml_, "style")) == "chicago" ? "chicago" : "ap");
    if (!named) body.children.push_back(element_from("match", yaml_, match));
    const std::string share = value_of(yaml_, "threshold", style == "title" ? "0.8" : "");
    // Vale asks for more than the share, we for as much.
    if (!share.empty() && share != "0") body.set_attribute("threshold", std::to_string(std::atof(share.c_str()) + .0001));
    for (const std::string& each : items_of(yaml_, "indicators")) body.children.push_back(element_from("opens", yaml_, each));
    if (!value_of(yaml_, "prefix").empty()) body.children.push_back(element_from("except-match", yaml_, "^(?:" + pattern_of_vale(value_of(yaml_, "prefix")) + ")"));
    const auto add = [&](const std::string& each) {
      if (!trim(each).empty()) body.children.push_back(element_from("except-match", yaml_, between_boundaries(pattern_of_vale(each), true)));
    };
    for (const std::string& each : items_of(yaml_, "exceptions")) add(each);
    if (says_yes(yaml_, "vocab", true))
      for (const std::string& each : words_.accepted) add(each);
    return body;
  }

  Record metric() {
    Record body = element_from("metric", yaml_);
    body.set_attribute("formula", replace_every(value_of(yaml_, "formula"), "\n", " "));
    const Record* condition = yaml_.child("condition");
    add_condition(body, condition == nullptr ? yaml_ : *condition, value_of(yaml_, "condition"));
    return body;
  }

  void add_condition(Record& body, const Record& where, const std::string& condition) {
    const std::size_t digit = std::min(condition.find_first_of("0123456789.-"), condition.size());
    const std::string sign(trim(std::string_view(condition).substr(0, digit)));
    const std::string number(trim(std::string_view(condition).substr(digit)));
    char* end = nullptr;
    const double limit = std::strtod(number.c_str(), &end);
    static constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {">", "over"}, {">=", "over"}, {"<", "under"}, {"<=", "under"}, {"==", "equals"}, {"!=", "differs"}};
    const auto known = std::find_if(std::begin(signs), std::end(signs), [&](const auto& each) { return each.first == sign; });
    if (number.empty() || *end != 0 || known == std::end(signs))
      return fault(where, "the condition '" + condition + "' cannot be read", "write it as \"> 10\"");
    const double just = sign == ">=" ? std::nextafter(limit, -1e300) : sign == "<=" ? std::nextafter(limit, 1e300) : limit;
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", just);
    body.set_attribute(known->second, text);
  }

  Record readability() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{{{"flesch-kincaid", "flesch_kincaid_grade"},
                                                                                         {"gunning fog", "gunning_fog"},
                                                                                         {"coleman-liau", "coleman_liau"},
                                                                                         {"smog", "smog"},
                                                                                         {"automated readability", "ari"},
                                                                                         {"lix", "lix"}}};
    std::string sum;
    int count = 0;
    for (const std::string& metric : items_of(yaml_, "metrics")) {
      const auto known = std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == ascii_lower(trim(metric)); });
      if (known == names.end()) note(*yaml_.child("metrics"), "the formula '" + metric + "' is not known", "the rule takes the mean of the others");
      else sum += (count++ == 0 ? "" : " + ") + std::string(known->second);
    }
    Record body = element_from("metric", yaml_);
    if (count == 0) fault(yaml_, "the rule names no formula of readability that is known", "such as Flesch-Kincaid");
    body.set_attribute("formula", "(" + sum + ") / " + std::to_string(std::max(count, 1)));
    body.set_attribute("over", value_of(yaml_, "grade", "8"));
    return body;
  }

  Record spelling() {
    Record body = element_from("spelling", yaml_);
    const std::vector<std::string> dictionaries = items_of(yaml_, "dictionaries");
    const std::string dictionary = dictionaries.empty() ? "en_GB" : replace_every(dictionaries.front(), "-", "_");
    body.set_attribute("dictionary", dictionary);
    if (dictionaries.size() > 1) note(*yaml_.child("dictionaries"), "only the first dictionary is read", "make a rule for each language");
    for (const std::string& each : items_of(yaml_, "filters"))
      if (!trim(each).empty()) body.children.push_back(element_from("except-match", yaml_, pattern_of_vale(each)));
    for (const std::string& each : items_of(yaml_, "exceptions"))
      if (!trim(each).empty()) body.children.push_back(element_from("except-match", yaml_, "(?i)" + between_boundaries(pattern_of_vale(each), true)));
    if (says_yes(yaml_, "vocab", true))
      for (const std::string& each : words_.accepted)
        body.children.push_back(element_from("except-match", yaml_, "(?i)" + between_boundaries(pattern_of_vale(each), true)));
    for (const std::string& name : items_of(yaml_, "ignore")) add_word_list(body, name);
    return body;
  }

  void add_word_list(Record& body, const std::string& name) {
    const auto text = words_.list ? words_.list(std::string(trim(name))) : std::nullopt;
    if (!text) return note(*yaml_.child("ignore"), "the list of words '" + name + "' is not there", "lists stand in the folder of the styles, a word a line");
    for (const std::string_view line : split(*text, '\n'))
      if (!trim(line).empty()) body.children.push_back(element_from("except", yaml_, std::string(trim(line))));
  }

  /// The classes of our own that a tag of the Penn treebank means; none where only a tagger could tell.
  static std::string classes_of_tag(const std::string& tag) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> tags{
        {{"MD", "auxiliary"}, {"VBN", "participle"}, {"RB", "adverb"}, {"IN", "preposition"}, {"DT", "determiner"}, {"PRP", "pronoun"},
         {"PRP$", "pronoun"}, {"WRB", "question"}, {"WP", "question"}}};
    std::string classes;
    for (const std::string_view part : split(tag, '|')) {
      const auto found = std::find_if(tags.begin(), tags.end(), [&](const auto& each) { return each.first == trim(part); });
      if (found == tags.end()) return {};
      classes += (classes.empty() ? "" : " ") + std::string(found->second);
    }
    return classes;
  }

  Record sequence() {
    Record body = element_from("sequence", yaml_);
    add_case(body);
    const Record* tokens = yaml_.child("tokens");
    if (tokens == nullptr) fault(yaml_, "the rule has no tokens", "give it a list of them");
    if (tokens == nullptr) return body;
    for (const Record* item : tokens->all("item")) {
      Record token = element_from("token", *item, value_of(*item, "pattern"));
      const std::string tag = value_of(*item, "tag");
      const std::string classes = classes_of_tag(tag);
      if (!tag.empty() && classes.empty()) fault(*item, "the tag '" + tag + "' needs a model that we do not have", "write the token as a pattern");
      if (!classes.empty()) token.set_attribute("class", classes);
      if (says_yes(*item, "negate")) token.set_attribute("negated", "yes");
      if (item->child("skip") != nullptr) token.set_attribute("skip", value_of(*item, "skip"));
      body.children.push_back(std::move(token));
    }
    return body;
  }

  const Record& yaml_;
  const std::string& style_;
  const std::string& file_;
  const StyleWords& words_;
  Faults& faults_;
  std::string kind_;
  ScopeOfVale scope_;
  bool failed_ = false;
};

}  // namespace

std::optional<Record> rule_of_vale(const Record& yaml, const std::string& style, const std::string& file, const StyleWords& words,
                                   Faults& faults) {
  return Translation(yaml, style, file, words, faults).run();
}

}  // namespace casewright
