#include "foreign/xml/rng_explain.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "foreign/xml/rng_match.h"

namespace casewright::xml {
namespace {

using K = PatternKind;
constexpr std::size_t most_faults = 100;

std::string tag(std::string_view name) { return "<" + std::string(name) + ">"; }

/// "an IMR" or "a date": by the letter, which suits the names that schemas use.
std::string article(std::string_view name) {
  const bool vowel = !name.empty() && std::string_view("aeioAEIO").find(name[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(name);
}

/// How many letters must change for one name to become the other, up to 3.
int distance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = std::exchange(row[0], static_cast<int>(i));
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int changed = diagonal + (ascii_lower(a.substr(i - 1, 1)) != ascii_lower(b.substr(j - 1, 1)));
      diagonal = std::exchange(row[j], std::min({changed, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return std::min(row[b.size()], 3);
}

std::vector<std::string> names_of(const std::vector<const Pattern*>& patterns) {
  std::vector<std::string> names;
  for (const Pattern* each : patterns)
    for (const std::string& name : each->names)
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  return names;
}

std::string in_words(std::vector<std::string> names, std::string_view last_join) {
  if (names.size() > 14) names.resize(14);
  const std::string joined = list_in_words(names);
  const std::size_t at = joined.rfind(" and ");
  if (last_join == "and" || at == std::string::npos) return joined;
  return joined.substr(0, at) + " " + std::string(last_join) + joined.substr(at + 4);
}

/// What web pages and other programs call elements that have another name here.
constexpr std::pair<std::string_view, std::string_view> other_names[] = {
    {"b", "strong"}, {"bold", "strong"}, {"i", "em"}, {"italic", "em"}, {"emphasis", "em"}, {"para", "p"}, {"paragraph", "p"},
    {"blockquote", "quote"}, {"link", "a"}, {"footnote", "note"}, {"item", "li"}, {"list", "ul"}, {"heading", "h"},
    {"h1", "h"}, {"h2", "h"}, {"h3", "h"}, {"h4", "h"}, {"h5", "h"}, {"h6", "h"}};

const std::string* called_here(std::string_view name, const std::vector<std::string>& known) {
  for (const auto& [other, here] : other_names)
    if (ascii_lower(name) == other)
      if (const auto found = std::find(known.begin(), known.end(), here); found != known.end()) return &*found;
  return nullptr;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& known, bool as_tags) {
  const std::string* nearest = as_tags ? called_here(name, known) : nullptr;
  int least = nearest != nullptr ? 0 : std::min(3, static_cast<int>(name.size()));  // with every letter changed it is another word
  for (const std::string& each : known)
    if (const int apart = distance(name, each); apart < least) least = apart, nearest = &each;
  if (nearest != nullptr) return "did you mean " + (as_tags ? tag(*nearest) : *nearest) + "?";
  if (known.empty()) return as_tags ? "nothing may stand there" : "it has no attributes";
  std::vector<std::string> shown = known;
  if (as_tags)
    for (std::string& each : shown) each = tag(each);
  return "known here: " + in_words(std::move(shown), "and");
}

class Explainer {
 public:
  Explainer(const Grammar& grammar, const std::string& file) : grammar_(grammar), match_(grammar), file_(file) {}

  Faults run(const Record& root) {
    const auto roots = match_.mentioned(grammar_.start, K::element);
    const bool known = std::any_of(roots.begin(), roots.end(), [&](const Pattern* each) { return bears(*each, root.name); });
    if (!known) {
      std::vector<std::string> names = names_of(roots);
      for (std::string& name : names) name = tag(name);
      tell(root, "the file begins with " + tag(root.name) + ", where " + in_words(names, "or") + " belongs",
           "check that the file lies in the right folder");
      return std::move(faults_);
    }
    // Depth-first with an explicit stack, in the order of the file.
    std::vector<Open> open{{&root, match_.content_of(grammar_.start, root.name)}};
    while (!open.empty() && faults_.size() < most_faults) {
      const Open next = open.back();
      open.pop_back();
      std::vector<Open> inside = judge(next);
      open.insert(open.end(), inside.rbegin(), inside.rend());
    }
    std::stable_sort(faults_.begin(), faults_.end(), [](const Fault& a, const Fault& b) { return a.line < b.line; });
    return std::move(faults_);
  }

 private:
  struct Open {
    const Record* record;
    PatternPointer content;
  };

  void tell(const Record& at, std::string what, std::string hint) {
    faults_.push_back({file_, at.origin.part, 0, std::move(what), std::move(hint)});
  }

  std::vector<Open> judge(const Open& open) {
    const PatternPointer rest = judge_attributes(*open.record, open.content);
    return judge_content(*open.record, open.content, rest);
  }

  PatternPointer judge_attributes(const Record& record, const PatternPointer& content) {
    PatternPointer rest = content;
    const auto allowed = match_.mentioned(content, K::attribute);
    for (const auto& [name, value] : record.attributes) {
      PatternPointer next = match_.after_attribute(rest, name, value);
      if (next->kind != K::not_allowed) {
        rest = next;
        continue;
      }
      const auto bearer = std::find_if(allowed.begin(), allowed.end(), [&, &n = name](const Pattern* each) { return bears(*each, n); });
      if (bearer == allowed.end()) {
        tell(record, tag(record.name) + " knows no attribute " + name, did_you_mean(name, names_of(allowed), false));
        continue;
      }
      bool taken = false;
      for (const Pattern* each : allowed) taken = taken || (bears(*each, name) && match_.takes(each->left, value));
      if (taken) {
        tell(record, "the attribute " + name + " of " + tag(record.name) + " cannot stand beside its other attributes",
             "keep one of them");
        continue;
      }
      tell_wrong_value(record, "the " + name + " attribute of " + tag(record.name), **bearer, value);
      rest = drop_attribute(rest, name);
    }
    std::vector<std::string> missing;
    for (const auto& either : match_.required(rest, K::attribute)) tell_missing_attribute(record, either, missing);
    return match_.without_attributes(rest);
  }

  /// The pattern with the attribute taken for given, whatever its value.
  PatternPointer drop_attribute(const PatternPointer& given, std::string_view name) const {
    const PatternPointer& pattern = grammar_.resolve(given);
    if (pattern->kind == K::attribute) return bears(*pattern, name) ? empty_pattern() : pattern;
    if (pattern->kind == K::group) return group_of(drop_attribute(pattern->left, name), drop_attribute(pattern->right, name));
    if (pattern->kind == K::choice) return choice_of(drop_attribute(pattern->left, name), drop_attribute(pattern->right, name));
    return pattern;
  }

  void tell_missing_attribute(const Record& record, const std::vector<const Pattern*>& either, std::vector<std::string>& told) {
    std::vector<std::string> names = names_of(either);
    if (names.empty() || std::find(told.begin(), told.end(), names[0]) != told.end()) return;
    told.push_back(names[0]);
    if (names.size() > 1) {
      tell(record, tag(record.name) + " needs one of the attributes " + in_words(names, "or"), "");
      return;
    }
    const std::string example = example_of(either[0]->left);
    tell(record, tag(record.name) + " needs " + article(names[0]) + " attribute" +
                     (example.empty() ? "" : ", such as " + names[0] + "=\"" + example + "\""),
         grammar_.explain(*either[0]));
  }

  /// A value that would do, or nothing.
  std::string example_of(const PatternPointer& content) const {
    for (const Pattern* value : match_.mentioned(content, K::value)) return value->word;
    for (const Pattern* data : match_.mentioned(content, K::data)) {
      if (data->word == "date") return "2015-03-02";
      if (data->word == "gYearMonth") return "2015-03";
      if (data->word == "integer" || data->word == "positiveInteger" || data->word == "nonNegativeInteger") return "1";
    }
    return "";
  }

  /// Tells what kind of value is asked for, without the value that stands there.
  void tell_wrong_value(const Record& record, const std::string& subject, const Pattern& holder, std::string_view value) {
    std::string hint = grammar_.explain(holder);
    const auto values = match_.mentioned(holder.left, K::value);
    const auto types = match_.mentioned(holder.left, K::data);
    if (trim(value).empty()) {
      tell(record, subject + " is empty", hint);
    } else if (!values.empty()) {
      std::vector<std::string> words;
      for (const Pattern* each : values) words.push_back(each->word);
      const bool short_list = words.size() <= 6;
      tell(record, subject + " is not one of the words it may be" + (short_list ? ": " + in_words(words, "or") : ""),
           short_list ? hint : "it may be " + in_words(words, "or") + (words.size() > 14 ? " and others" : ""));
    } else if (!types.empty()) {
      const bool partial = std::any_of(types.begin(), types.end(), [](const Pattern* each) { return each->word.starts_with("gYear"); });
      const std::string_view type = types[0]->word;
      if (type == "date" || partial)
        tell(record, subject + " is not a date", partial ? "write a day, a month or a year that exists: 2015-03-02, 2015-03 or 2015" : "write a day that exists, as 2015-03-02");
      else if (type == "decimal" || type == "double" || type.ends_with("nteger"))
        tell(record, subject + " is not a number that fits here", hint);
      else
        tell(record, subject + " is not written as it must be", hint);
    } else {
      tell(record, subject + " is not written as it must be", hint);
    }
  }

  std::vector<Open> judge_content(const Record& record, const PatternPointer& content, const PatternPointer& from) {
    const bool has_elements = std::any_of(record.children.begin(), record.children.end(), [](const Record& each) { return !each.is_text(); });
    if (!has_elements) {
      judge_words(record, from);
      return {};
    }
    std::vector<Open> inside;
    PatternPointer rest = from;
    std::string_view before;
    bool told_words = false;
    for (std::size_t at = 0; at < record.children.size(); ++at) {
      const Record& child = record.children[at];
      if (child.is_text()) {
        if (trim(child.text).empty()) continue;
        const PatternPointer next = match_.after_text(rest);
        if (next->kind != K::not_allowed) rest = next;
        else if (!std::exchange(told_words, true)) tell_bare_words(record, child, rest);
        continue;
      }
      const PatternPointer child_content = match_.content_of(content, child.name);
      if (child_content->kind == K::not_allowed) {
        tell(child, tag(child.name) + " is not known inside " + tag(record.name),
             did_you_mean(child.name, names_of(match_.mentioned(content, K::element)), true));
        continue;
      }
      inside.push_back({&child, child_content});
      PatternPointer next = match_.after_element(rest, child.name);
      if (next->kind == K::not_allowed) {
        next = match_.skipping_to(rest, child.name);
        if (next->kind == K::not_allowed) {
          tell_misplaced(record, child, before);
          continue;
        }
        tell_missing_before(record, at, rest, next);
      }
      rest = next;
      before = child.name;
    }
    if (!match_.nullable(rest)) {
      std::vector<std::string> told;
      for (const auto& either : match_.required(rest, K::element)) tell_missing_element(record, record, either, "", told);
    }
    return inside;
  }

  void judge_words(const Record& record, const PatternPointer& content) {
    const std::string words = record.content();
    if (match_.takes(content, words)) return;
    if (match_.required(content, K::element).empty() || !trim(words).empty()) {
      if (match_.mentioned(content, K::data).empty() && match_.mentioned(content, K::value).empty() &&
          match_.mentioned(content, K::list).empty()) {
        tell_bare_words(record, record, content);
        return;
      }
      Pattern holder;
      holder.left = content;
      const std::string own = documentation_of(record.name);
      holder.documentation = own;
      tell_wrong_value(record, trim(words).empty() ? tag(record.name) : "what stands in " + tag(record.name), holder, words);
      return;
    }
    std::vector<std::string> told;
    for (const auto& either : match_.required(content, K::element)) tell_missing_element(record, record, either, "", told);
  }

  /// The schema's sentence on the first element of that name.
  std::string documentation_of(std::string_view name) const {
    for (const auto& [key, pattern] : grammar_.definitions)
      for (const Pattern* each : match_.mentioned(pattern, K::element))
        if (bears(*each, name) && !each->names.empty()) return grammar_.explain(*each);
    return "";
  }

  void tell_bare_words(const Record& record, const Record& at, const PatternPointer& rest) {
    std::vector<std::string> names = names_of(match_.mentioned(rest, K::element));
    for (std::string& name : names) name = tag(name);
    if (names.empty()) tell(at, tag(record.name) + " holds words, but must be empty", "");
    else tell(at, tag(record.name) + " holds words that stand outside any element", "put them inside " + in_words(names, "or"));
  }

  void tell_misplaced(const Record& parent, const Record& child, std::string_view before) {
    std::size_t same = 0;
    for (const Record& each : parent.children) {
      if (&each == &child) break;
      same += each.name == child.name;
    }
    if (same != 0) {
      tell(child, tag(child.name) + " stands in " + tag(parent.name) + " once too often", "one is enough: join them or remove one");
      return;
    }
    tell(child, tag(child.name) + " stands in the wrong place in " + tag(parent.name),
         before.empty() ? "" : "it belongs before " + tag(before));
  }

  /// Names of the elements that were asked for in `rest` and are gone in `next`, unless they come later.
  void tell_missing_before(const Record& parent, std::size_t at, const PatternPointer& rest, const PatternPointer& next) {
    const Record& child = parent.children[at];
    const auto still = match_.required(next, K::element);
    std::vector<std::string> told;
    for (const auto& either : match_.required(rest, K::element)) {
      const bool remains = std::find(still.begin(), still.end(), either) != still.end();
      const bool is_child = std::any_of(either.begin(), either.end(), [&](const Pattern* each) { return bears(*each, child.name); });
      bool later = false;
      for (std::size_t after = at + 1; after < parent.children.size(); ++after)
        for (const Pattern* each : either)
          later = later || (!parent.children[after].is_text() && bears(*each, parent.children[after].name));
      if (!remains && !is_child && !later) tell_missing_element(parent, child, either, child.name, told);
    }
  }

  void tell_missing_element(const Record& parent, const Record& at, const std::vector<const Pattern*>& either, std::string_view before,
                            std::vector<std::string>& told) {
    std::vector<std::string> names = names_of(either);
    if (names.empty() || std::find(told.begin(), told.end(), names[0]) != told.end()) return;
    told.push_back(names[0]);
    for (std::string& name : names) name = tag(name);
    tell(at, tag(parent.name) + " needs " + in_words(names, "or") + (before.empty() ? "" : " before " + tag(before)),
         names.size() == 1 ? grammar_.explain(*either[0]) : "");
  }

  const Grammar& grammar_;
  Matcher match_;
  std::string file_;
  Faults faults_;
};

}  // namespace

Faults explain_breaches(const Grammar& grammar, const Record& root, const std::string& file) {
  if (grammar.start == nullptr) return {};
  return Explainer(grammar, file).run(root);
}

}  // namespace casewright::xml
