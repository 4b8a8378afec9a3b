#include "assemble/template.h"

#include <algorithm>
#include <map>

#include "assemble/extend_template.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/xml/xml.h"
#include "language/review_regimes.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

constexpr std::pair<std::string_view, Element> element_names[] = {
    {"section", Element::section}, {"heading", Element::heading}, {"title", Element::title},
    {"subtitle", Element::subtitle}, {"p", Element::p}, {"ul", Element::ul}, {"ol", Element::ol}, {"li", Element::li},
    {"quote", Element::quote}, {"note", Element::note}, {"table", Element::table}, {"columns", Element::columns},
    {"column", Element::column}, {"row", Element::row}, {"cell", Element::cell}, {"figure", Element::figure},
    {"field", Element::field}, {"prose", Element::prose}, {"for-each", Element::for_each}, {"if", Element::if_},
    {"choose", Element::choose}, {"when", Element::when}, {"otherwise", Element::otherwise},
    {"contents", Element::contents}, {"glossary", Element::glossary}, {"term", Element::term},
    {"guidance", Element::guidance}, {"em", Element::em}, {"strong", Element::strong}, {"a", Element::a}, {"br", Element::br}};

constexpr std::pair<std::string_view, Format> format_names[] = {
    {"date", Format::date}, {"month-year", Format::month_year}, {"year", Format::year}, {"list", Format::list},
    {"count", Format::count}, {"lower", Format::lower}, {"capital", Format::capital}, {"ordinal", Format::ordinal}};

constexpr std::pair<std::string_view, Numbering> numbering_names[] = {
    {"none", Numbering::none}, {"headings", Numbering::headings}, {"paragraphs", Numbering::paragraphs}, {"both", Numbering::both}};

template <class Value, std::size_t Count>
std::optional<Value> value_of(std::string_view name, const std::pair<std::string_view, Value> (&table)[Count]) {
  for (const auto& [known, value] : table)
    if (known == name) return value;
  return std::nullopt;
}

/// Turns the elements of a template into parts, each distinct question compiled once.
class Compiler {
 public:
  Compiler(const std::vector<std::string>& files, Faults& faults) : files_(files), faults_(faults) {}

  std::vector<Part> parts(const Record& inside) {  // at most 256 levels
    std::vector<Part> made;
    for (const Record& child : inside.children) {
      if (child.is_text()) {
        if (trim(child.text).empty() && !between_inlines(inside)) continue;
        Part words;
        words.text = child.text;
        made.push_back(std::move(words));
      } else if (std::optional<Part> part = this->part(child)) {
        made.push_back(*std::move(part));
      }
    }
    return made;
  }

 private:
  /// White space alone is kept only where words may stand beside it.
  static bool between_inlines(const Record& inside) {
    static constexpr std::string_view blocks[] = {"template", "section", "ul", "ol", "table", "columns", "row", "choose", "glossary"};
    return std::find(std::begin(blocks), std::end(blocks), inside.name) == std::end(blocks);
  }

  std::optional<Part> part(const Record& from) {
    const auto element = value_of(from.name, element_names);
    if (!element) {
      fault(from, "a template has no element <" + from.name + ">", "templates/README.md lists the elements");
      return std::nullopt;
    }
    Part made;
    made.element = *element;
    made.file = from.origin.source;
    made.line = from.origin.part;
    made.attributes = from.attributes;
    compile(from, from.has_attribute("test") ? "test" : "select", made.select);
    compile(from, "sort", made.sort);
    compile(from, "when", made.when);
    compile(from, "title-select", made.title_select);
    if (const auto format = value_of(from.attribute("format"), format_names)) made.format = *format;
    if (made.element == Element::guidance || made.element == Element::prose) made.text = fold_space(from.content());
    else made.children = parts(from);
    return made;
  }

  void compile(const Record& from, std::string_view key, xpath::Expression& into) {
    if (!from.has_attribute(key)) return;
    const std::string question(from.attribute(key));
    if (const auto known = compiled_.find(question); known != compiled_.end()) {
      into = known->second;
      return;
    }
    Result<xpath::Expression> made = xpath::Expression::compile(question);
    if (made.ok()) {
      into = compiled_.emplace(question, *made).first->second;
    } else {
      fault(from, made.faults().front().what, made.faults().front().hint);
    }
  }

  void fault(const Record& at, std::string what, std::string hint) {
    faults_.push_back({files_[at.origin.source], at.origin.part, 0, std::move(what), std::move(hint)});
  }

  const std::vector<std::string>& files_;
  Faults& faults_;
  std::map<std::string, xpath::Expression, std::less<>> compiled_;
};

/// The file of the template `name`, other than `own`: a pack may bear the name of what it extends.
Path file_of(const World& world, std::string_view name, const Path& own, const std::vector<Path>& folders) {
  Path itself;
  for (const Path& folder : folders) {
    const Path file = join(join(folder, name), "template.xml");
    if (world.kind_of(file) != PathKind::file) continue;
    if (file != own) return file;
    itself = file;
  }
  return itself;
}

/// "a/template.xml:2 extends b, b/template.xml:2 extends a".
std::string describe_circle(const std::vector<std::string>& files, const std::vector<Record>& chain, const Path& again) {
  std::vector<std::string> steps;
  const auto start = static_cast<std::size_t>(std::find(files.begin(), files.end(), again) - files.begin());
  for (std::size_t at = start; at < chain.size(); ++at)
    steps.push_back(files[at] + ":" + std::to_string(chain[at].origin.part) + " extends " + std::string(chain[at].attribute("extends")));
  return join_text(steps, ", ");
}

/// The template's file and those it extends, the deepest last, each checked against the schema.
std::vector<Record> read_chain(const World& world, const Path& first, const std::vector<Path>& folders,
                               const xml::Schema& schema, std::vector<std::string>& files, Faults& faults) {
  std::vector<Record> chain;
  for (Path next = first; !next.empty();) {
    files.push_back(next);
    Result<std::string> bytes = world.read_file(next);
    if (!bytes.ok()) {
      bytes.move_faults_to(faults);
      return chain;
    }
    Result<Record> read = xml::read(*bytes, next, static_cast<std::uint32_t>(files.size() - 1), &schema);
    if (!read.ok()) {
      read.move_faults_to(faults);
      return chain;
    }
    chain.push_back(*std::move(read));
    const Record& last = chain.back();
    const std::string base(last.attribute("extends"));
    if (base.empty()) return chain;
    next = file_of(world, base, files.back(), folders);
    if (next.empty()) {
      faults.push_back({files.back(), last.origin.part, 0, "there is no template \"" + base + "\" to extend",
                        "looked in " + join_text(folders, ", ")});
    } else if (std::find(files.begin(), files.end(), next) != files.end()) {
      faults.push_back({files.back(), last.origin.part, 0, "the templates extend one another in a circle",
                        describe_circle(files, chain, next)});
      return chain;
    }
  }
  return chain;
}

void check_ids(const Record& inside, const std::vector<std::string>& files, std::map<std::string, const Record*>& seen,
               Faults& faults) {
  for (const Record& each : inside.children) {  // at most 256 levels
    if (const std::string id(each.attribute("id")); !id.empty()) {
      const auto [first, fresh] = seen.emplace(id, &each);
      if (!fresh)
        faults.push_back({files[each.origin.source], each.origin.part, 0, "the id \"" + id + "\" is used twice",
                          "it is also at " + files[first->second->origin.source] + ":" + std::to_string(first->second->origin.part)});
    }
    check_ids(each, files, seen, faults);
  }
}

/// A paper of the board's own must not come out as one of the documents that are published, nor wait for a regime that there is none of.
void check_paper(const Record& content, const Template& made, Faults& faults) {
  if (!content.has_attribute("paper")) return;
  const std::string& file = made.files[content.origin.source];
  if (made.role != DocumentRole::paper)
    faults.push_back({file, content.origin.part, 0, "this template is a paper of the board's own and has the role of a document that is published", "write role=\"paper\""});
  for (const std::string& word : words_between_spaces(content.attribute("regimes")))
    if (!names_regimes(word)) faults.push_back({file, content.origin.part, 0, "'" + word + "' names no regime", "rules/README.md says how they are named"});
}

}  // namespace

std::string_view Part::attribute(std::string_view key) const {
  for (const auto& [name, value] : attributes)
    if (name == key) return value;
  return {};
}

bool Part::has_attribute(std::string_view key) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& each) { return each.first == key; });
}

Result<xml::Schema> read_template_schema(const World& world, const std::vector<Path>& template_folders) {
  for (const Path& folder : template_folders) {
    const Path file = join(folder, "template.rng");
    if (world.kind_of(file) != PathKind::file) continue;
    const Result<std::string> bytes = world.read_file(file);
    return bytes.ok() ? xml::Schema::read(*bytes, file) : Result<xml::Schema>(bytes.faults());
  }
  return Fault{"template.rng", 0, 0, "the schema of templates is not found", "it stands in the program's folder templates"};
}

Result<Template> read_template(const World& world, const Path& folder, const std::vector<Path>& template_folders) {
  const Result<xml::Schema> schema = read_template_schema(world, template_folders);
  return schema.ok() ? read_template(world, folder, template_folders, *schema) : Result<Template>(schema.faults());
}

Result<Template> read_template(const World& world, const Path& folder, const std::vector<Path>& template_folders, const xml::Schema& schema) {
  Template made;
  Faults faults;
  std::vector<Record> chain = read_chain(world, join(folder, "template.xml"), template_folders, schema, made.files, faults);
  if (!faults.empty()) return faults;
  Record content = std::move(chain.back());
  order_sections(content);
  for (std::size_t at = chain.size() - 1; at-- > 0;) {
    extend_template(content, chain[at], made.files[at], faults);
    order_sections(content);
  }
  std::map<std::string, const Record*> ids;
  check_ids(content, made.files, ids, faults);
  made.name = file_name(folder);
  if (const auto role = document_role(content.attribute("role"))) made.role = *role;
  if (const auto numbering = value_of(content.attribute("numbering"), numbering_names)) made.numbering = *numbering;
  made.complete = content.attribute("complete") == "yes";
  check_paper(content, made, faults);
  made.parts = Compiler(made.files, faults).parts(content);
  if (!faults.empty()) return faults;
  return made;
}

}  // namespace casewright
