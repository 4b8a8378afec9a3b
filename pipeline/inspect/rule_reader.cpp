#include "inspect/rule_reader.h"

#include <cstdlib>

#include "base/text.h"
#include "base/words.h"
#include "inspect/kinds.h"
#include "language/review_regimes.h"

namespace casewright {
namespace {

/// What stands in the way of one rule; each complaint names file and line.
class Complaints {
 public:
  Complaints(const std::string& file, Faults& faults) : file_(file), faults_(faults) {}
  void add(const Record& where, std::string what, std::string hint) {
    faults_.push_back({file_, where.origin.part, 0, std::move(what), std::move(hint)});
    ++count_;
  }
  bool any() const { return count_ > 0; }

 private:
  const std::string& file_;
  Faults& faults_;
  int count_ = 0;
};

std::string kind_names() {
  std::vector<std::string> names;
  for (const Kind& kind : kinds()) names.emplace_back(kind.name);
  return list_in_words(names);
}

void read_level(const Record& xml, Rule& rule, Complaints& complaints) {
  const auto level = level_of(xml.attribute("level"));
  if (level)
    rule.level = *level;
  else
    complaints.add(xml, "the level '" + std::string(xml.attribute("level")) + "' is not known",
                   "write level=\"block\", \"fix\" or \"advise\"");
}

std::string needed(const Record& xml, std::string_view element, Complaints& complaints) {
  std::string text = xml.content_of(element);
  if (text.empty())
    complaints.add(xml, "the rule has no " + std::string(element),
                   "write <" + std::string(element) + "> with a few words");
  return text;
}

void read_scopes(const Record& xml, Rule& rule, Complaints& complaints) {
  rule.scopes = word_scopes();
  const Record* element = xml.child("scopes");
  if (element == nullptr) return;
  for (const char level : element->attribute("headings"))
    if (level >= '1' && level <= '6') rule.heading_levels = static_cast<std::uint8_t>(rule.heading_levels | 1u << (level - '0'));
  rule.header_cells = element->attribute("cells") == "header";
  std::string unknown;
  if (const auto scopes = scopes_of(element->content(), unknown))
    rule.scopes = *scopes;
  else
    complaints.add(*element, "'" + unknown + "' is no scope", "rules/README.md lists the scopes");
}

SectionSet read_sections(const Record& element, std::string_view attribute, Complaints& complaints) {
  SectionSet all = 0;
  for (const std::string& name : words_between_spaces(element.attribute(attribute))) {
    if (const auto section = section_of(name))
      all |= *section;
    else
      complaints.add(element, "'" + name + "' is no section",
                     "DESIGN.md section 6 lists the canonical names");
  }
  return all;
}

void read_body(const Record& xml, Rule& rule, Complaints& complaints) {
  static constexpr std::string_view common[] = {"message", "why",      "suggestion", "regimes", "documents",
                                                "scopes",  "sections", "instead-of", "example"};
  for (const Record& child : xml.children) {
    if (child.is_text()) continue;
    bool known = false;
    for (const std::string_view name : common) known = known || name == child.name;
    if (known) continue;
    if (kind_named(child.name) == nullptr) {
      complaints.add(child, "'" + child.name + "' is neither a field nor a kind of rule",
                     "the kinds are " + kind_names());
    } else if (!rule.kind.empty()) {
      complaints.add(child, "the rule has two kinds", "make two rules of it");
    } else {
      rule.kind = child.name;
      rule.body = child;
    }
  }
  if (rule.kind.empty() && !complaints.any())
    complaints.add(xml, "the rule has no kind",
                   "close it with an element named for its kind: " + kind_names());
}

}  // namespace

Scopes word_scopes() {
  return Scopes{}
      .with(Scope::title)
      .with(Scope::heading)
      .with(Scope::paragraph)
      .with(Scope::list)
      .with(Scope::cell)
      .with(Scope::caption)
      .with(Scope::quotation)
      .with(Scope::note);
}

std::optional<Scopes> scopes_of(std::string_view names, std::string& unknown) {
  Scopes all;
  for (const std::string& name : words_between_spaces(names)) {
    Scopes more;
    if (name == "words") more = word_scopes();
    if (name == "summary") more = prose_scopes;
    if (name == "prose") more = prose_scopes.with(Scope::list).with(Scope::note);
    if (name == "visible") more = visible_scopes;
    if (name == "all") more = all_scopes;
    for (int each = 0; each <= static_cast<int>(Scope::file_name); ++each)
      if (name == name_of(static_cast<Scope>(each))) more = more.with(static_cast<Scope>(each));
    if (more.bits == 0) {
      unknown = name;
      return std::nullopt;
    }
    all.bits |= more.bits;
  }
  return all;
}

std::optional<Rule> read_rule(const Record& xml, const std::string& id, const std::string& file,
                              Faults& faults) {
  Complaints complaints(file, faults);
  if (xml.name != "rule") {
    complaints.add(xml, "the file holds <" + xml.name + "> where a <rule> is expected",
                   "rules/README.md shows a rule");
    return std::nullopt;
  }
  Rule rule;
  rule.id = id;
  rule.file = file;
  rule.line = xml.origin.part;
  read_level(xml, rule, complaints);
  rule.message = needed(xml, "message", complaints);
  rule.why = needed(xml, "why", complaints);
  if (const Record* why = xml.child("why")) rule.source = why->attribute("source");
  rule.suggestion = xml.content_of("suggestion");
  rule.regimes = words_between_spaces(xml.content_of("regimes"));
  for (const std::string& word : rule.regimes)
    if (!names_regimes(word)) complaints.add(*xml.child("regimes"), "'" + word + "' names no regime", "rules/README.md says how they are named");
  rule.documents = words_between_spaces(xml.content_of("documents"));
  rule.instead_of = words_between_spaces(xml.content_of("instead-of"));
  if (xml.has_attribute("most")) rule.most = static_cast<int>(std::strtol(std::string(xml.attribute("most")).c_str(), nullptr, 10));
  rule.tier = xml.has_attribute("tier") ? xml.attribute("tier")[0] - '0' : 1;
  rule.only_asked = xml.attribute("runs") == "asked";
  const std::string_view quoted = xml.attribute("quoted");
  rule.quoted = quoted == "skip" ? Quoted::skip : quoted == "tell" ? Quoted::tell : Quoted::read;
  rule.secret =
      xml.has_attribute("secret") ? xml.attribute("secret") == "yes" : id.starts_with("anonymisation/");
  read_scopes(xml, rule, complaints);
  if (const Record* sections = xml.child("sections")) {
    rule.within = read_sections(*sections, "within", complaints);
    rule.outside = read_sections(*sections, "outside", complaints);
  }
  if (const Record* example = xml.child("example")) {
    rule.bad = example->content_of("bad");
    rule.good = example->content_of("good");
  }
  read_body(xml, rule, complaints);
  if (complaints.any()) return std::nullopt;
  return rule;
}

}  // namespace casewright
