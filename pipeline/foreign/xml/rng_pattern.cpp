#include "foreign/xml/rng_pattern.h"

#include <functional>

#include "base/text.h"
#include "base/world.h"

namespace casewright::xml {

const PatternPointer& empty_pattern() {
  static const PatternPointer pattern = std::make_shared<Pattern>();
  return pattern;
}

const PatternPointer& no_pattern() {
  static const PatternPointer pattern = [] {
    Pattern none;
    none.kind = PatternKind::not_allowed;
    return std::make_shared<const Pattern>(std::move(none));
  }();
  return pattern;
}

namespace {

PatternPointer make(PatternKind kind, PatternPointer left, PatternPointer right = nullptr) {
  Pattern pattern;
  pattern.kind = kind;
  pattern.left = std::move(left);
  pattern.right = std::move(right);
  return std::make_shared<const Pattern>(std::move(pattern));
}

bool none(const PatternPointer& pattern) { return pattern->kind == PatternKind::not_allowed; }
bool empty(const PatternPointer& pattern) { return pattern->kind == PatternKind::empty; }

/// True where both ask for the same, whatever their documentation says.
bool same(const PatternPointer& a, const PatternPointer& b) {
  if (a == b) return true;
  if (a == nullptr || b == nullptr || a->kind != b->kind) return false;
  return a->names == b->names && a->word == b->word && a->parameters == b->parameters && same(a->left, b->left) && same(a->right, b->right);
}

bool offers(const PatternPointer& choice, const PatternPointer& one) {
  if (choice->kind == PatternKind::choice) return offers(choice->right, one) || offers(choice->left, one);
  return same(choice, one);
}

}  // namespace

PatternPointer choice_of(PatternPointer left, PatternPointer right) {
  if (none(left)) return right;
  if (none(right)) return left;
  // What is offered twice would double with each derivative.
  if (right->kind == PatternKind::choice) return choice_of(choice_of(std::move(left), right->left), right->right);
  if (offers(left, right)) return left;
  return make(PatternKind::choice, std::move(left), std::move(right));
}

PatternPointer group_of(PatternPointer left, PatternPointer right) {
  if (none(left) || empty(right)) return left;
  if (none(right) || empty(left)) return right;
  return make(PatternKind::group, std::move(left), std::move(right));
}

PatternPointer interleave_of(PatternPointer left, PatternPointer right) {
  if (none(left) || empty(right)) return left;
  if (none(right) || empty(left)) return right;
  return make(PatternKind::interleave, std::move(left), std::move(right));
}

PatternPointer one_or_more_of(PatternPointer inner) {
  if (none(inner) || empty(inner)) return inner;
  return make(PatternKind::one_or_more, std::move(inner));
}

const PatternPointer& Grammar::resolve(const PatternPointer& pattern) const {
  const PatternPointer* seen = &pattern;
  for (int hops = 0; (*seen)->kind == PatternKind::reference; ++hops) {
    const auto found = definitions.find((*seen)->word);
    if (found == definitions.end() || hops > 50) return no_pattern();
    seen = &found->second;
  }
  return *seen;
}

std::string Grammar::explain(const Pattern& pattern) const {
  if (!pattern.documentation.empty()) return pattern.documentation;
  const Pattern* inner = pattern.left.get();
  if (inner == nullptr || inner->kind != PatternKind::reference) return "";
  const auto found = documentation.find(inner->word);
  return found == documentation.end() ? "" : found->second;
}

namespace {

/// Builds patterns from the elements of a schema; a schema is ours or a board's own, so its depth is small,
/// and the reader of XML has bounded it at 256 levels.
class GrammarReader {
 public:
  explicit GrammarReader(const std::map<std::string, Record>& neighbours) : neighbours_(neighbours) {}

  Grammar read(const Record& schema) {
    if (schema.name == "grammar") {
      read_parts(schema, 0);
    } else {
      grammar_.start = pattern(schema);
    }
    if (!understood_) grammar_.start = nullptr;
    return std::move(grammar_);
  }

 private:
  void read_parts(const Record& grammar, int depth) {
    for (const Record& part : grammar.children) {
      if (part.is_text() || part.name == "documentation") continue;
      if (part.name == "start") grammar_.start = combine(part, grammar_.start);
      else if (part.name == "define") define(part);
      else if (part.name == "div") read_parts(part, depth);
      else if (part.name == "include") include(part, depth);
      else understood_ = false;
    }
  }

  void include(const Record& part, int depth) {
    const auto found = neighbours_.find(std::string(file_name(part.attribute("href"))));
    if (found == neighbours_.end() || depth > 20) {
      understood_ = false;
      return;
    }
    read_parts(found->second, depth + 1);
    for (const Record* each : part.all("define")) grammar_.definitions.erase(std::string(each->attribute("name")));
    read_parts(part, depth + 1);
  }

  PatternPointer combine(const Record& part, const PatternPointer& before) {
    PatternPointer inner = group_in(part);
    if (before == nullptr) return inner;
    return part.attribute("combine") == "interleave" ? interleave_of(before, inner) : choice_of(before, inner);
  }

  void define(const Record& part) {
    const std::string name(part.attribute("name"));
    PatternPointer& definition = grammar_.definitions[name];
    definition = combine(part, definition);
    const std::string words = part.content_of("documentation");
    if (!words.empty()) grammar_.documentation[name] = words;
  }

  using Join = PatternPointer (*)(PatternPointer, PatternPointer);

  PatternPointer joined(const Record& part, Join join) {
    PatternPointer all;
    for (const Record& each : part.children) {
      if (each.is_text() || each.name == "documentation" || each.name == "name" || each.name == "anyName" ||
          each.name == "nsName" || each.name == "param")
        continue;
      if (&each == names_held_by_) continue;
      PatternPointer next = pattern(each);
      all = all == nullptr ? next : join(all, next);
    }
    return all == nullptr ? empty_pattern() : all;
  }

  PatternPointer group_in(const Record& part) { return joined(part, group_of); }

  /// Reads the names of an element or attribute, `<choice><name/>...</choice>` among them.
  std::vector<std::string> names_of(const Record& part) {
    if (part.has_attribute("name")) return {std::string(part.attribute("name"))};
    std::vector<std::string> names;
    for (const Record& each : part.children) {
      if (each.is_text() || each.name == "documentation") continue;
      if (each.name == "name") names.push_back(fold_space(each.content()));
      if (each.name == "choice")
        for (const Record* name : each.all("name")) names.push_back(fold_space(name->content()));
      break;
    }
    return names;
  }

  PatternPointer named(const Record& part, PatternKind kind) {
    Pattern made;
    made.kind = kind;
    made.names = names_of(part);
    made.documentation = part.content_of("documentation");
    const Record* names = nullptr;
    if (!part.has_attribute("name"))
      for (const Record& each : part.children)
        if (!each.is_text() && each.name != "documentation") {
          if (each.name == "choice") names = &each;
          break;
        }
    const Record* outer = std::exchange(names_held_by_, names);
    bool holds = false;
    for (const Record& each : part.children)
      holds = holds || (!each.is_text() && each.name != "documentation" && each.name != "name" &&
                        each.name != "anyName" && each.name != "nsName" && &each != names);
    if (holds) {
      made.left = group_in(part);
    } else if (kind == PatternKind::attribute) {
      made.left = make(PatternKind::text, nullptr);
    } else {
      made.left = empty_pattern();
    }
    names_held_by_ = outer;
    return std::make_shared<const Pattern>(std::move(made));
  }

  PatternPointer worded(PatternKind kind, std::string word, const Record& part) {
    Pattern made;
    made.kind = kind;
    made.word = std::move(word);
    for (const Record* each : part.all("param")) made.parameters.emplace_back(each->attribute("name"), each->content());
    if (kind == PatternKind::value && part.has_attribute("type")) made.parameters.emplace_back("type", part.attribute("type"));
    return std::make_shared<const Pattern>(std::move(made));
  }

  PatternPointer pattern(const Record& part) {
    using K = PatternKind;
    const std::string_view name = part.name;
    if (name == "element") return named(part, K::element);
    if (name == "attribute") return named(part, K::attribute);
    if (name == "group") return group_in(part);
    if (name == "choice") return joined(part, choice_of);
    if (name == "interleave") return joined(part, interleave_of);
    if (name == "optional") return choice_of(group_in(part), empty_pattern());
    if (name == "oneOrMore") return one_or_more_of(group_in(part));
    if (name == "zeroOrMore") return choice_of(one_or_more_of(group_in(part)), empty_pattern());
    if (name == "mixed") return interleave_of(make(K::text, nullptr), group_in(part));
    if (name == "list") return make(K::list, group_in(part));
    if (name == "text") return make(K::text, nullptr);
    if (name == "empty") return empty_pattern();
    if (name == "notAllowed") return no_pattern();
    if (name == "ref") return worded(K::reference, std::string(part.attribute("name")), part);
    if (name == "data") return worded(K::data, std::string(part.attribute("type")), part);
    if (name == "value") return worded(K::value, part.content(), part);
    understood_ = false;
    return no_pattern();
  }

  const std::map<std::string, Record>& neighbours_;
  const Record* names_held_by_ = nullptr;
  Grammar grammar_;
  bool understood_ = true;
};

}  // namespace

Grammar read_grammar(const Record& schema, const std::map<std::string, Record>& neighbours) {
  return GrammarReader(neighbours).read(schema);
}

}  // namespace casewright::xml
