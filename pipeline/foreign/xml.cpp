#include "foreign/xml.h"

#include <algorithm>
#include <climits>
#include <vector>

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

#include "base/text.h"

namespace casewright::xml {
namespace {

template <auto Free>
struct Release {
  template <class T>
  void operator()(T* held) const {
    if (held != nullptr) Free(held);
  }
};
using Tree = std::unique_ptr<xmlDoc, Release<xmlFreeDoc>>;
using Parser = std::unique_ptr<xmlParserCtxt, Release<xmlFreeParserCtxt>>;

constexpr std::size_t most_levels = 256;

/// What libxml2 tells while it works, each message once.
struct Heard {
  std::string file;
  Faults faults;
};

void listen(void* heard_by, xmlError* error) {
  auto& heard = *static_cast<Heard*>(heard_by);
  if (error == nullptr || error->message == nullptr || error->level < XML_ERR_ERROR) return;
  Fault fault{heard.file, error->line < 0 ? 0u : static_cast<std::uint32_t>(error->line), 0, fold_space(error->message), ""};
  if (error->domain == XML_FROM_PARSER) {
    fault.column = error->int2 < 0 ? 0u : static_cast<std::uint32_t>(error->int2);
    fault.hint = "the file is not well-formed XML there; often a tag is not closed or & stands for &amp;";
  }
  if (heard.faults.size() < 100 && (heard.faults.empty() || !(heard.faults.back() == fault)))
    heard.faults.push_back(std::move(fault));
}

/// Keeps libxml2 from asking the disk or the network for anything that a file names.
xmlParserInput* refuse_entity(const char*, const char*, xmlParserCtxt*) { return nullptr; }

void start_library() {
  static const bool started = [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity);
    return true;
  }();
  (void)started;
}

Tree parse(std::string_view bytes, Heard& heard) {
  start_library();
  if (bytes.size() > INT_MAX) {
    heard.faults.push_back({heard.file, 0, 0, "this file is too large", "split it"});
    return nullptr;
  }
  const Parser parser(xmlNewParserCtxt());
  xmlSetStructuredErrorFunc(&heard, listen);
  Tree tree(xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), heard.file.c_str(), nullptr,
                              XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES));
  xmlSetStructuredErrorFunc(nullptr, nullptr);
  if (tree != nullptr && tree->intSubset != nullptr) {
    heard.faults.push_back({heard.file, 1, 0, "the file declares a document type, which is not allowed",
                            "remove the <!DOCTYPE ...> line"});
    return nullptr;
  }
  if (tree == nullptr && heard.faults.empty())
    heard.faults.push_back({heard.file, 0, 0, "the file is not XML", "save it again as XML"});
  return tree;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

Origin origin_of(const xmlNode* node, std::uint32_t source) {
  const long line = xmlGetLineNo(node);
  return {source, line < 0 ? 0u : static_cast<std::uint32_t>(line), 0};
}

Record element_record(const xmlNode* node, std::uint32_t source) {
  Record record;
  record.name = view(node->name);
  record.origin = origin_of(node, source);
  for (const xmlAttr* each = node->properties; each != nullptr; each = each->next) {
    std::string name(view(each->name));
    if (each->ns != nullptr && each->ns->prefix != nullptr) name = std::string(view(each->ns->prefix)) + ":" + name;
    record.attributes.emplace_back(std::move(name), each->children == nullptr ? "" : std::string(view(each->children->content)));
  }
  return record;
}

/// Copies the tree below `root` without recursion; false where it is too deep.
bool copy_tree(const xmlNode* root, std::uint32_t source, Record& into) {
  struct Open {
    const xmlNode* next;
    Record* into;
  };
  into = element_record(root, source);
  std::vector<Open> open{{root->children, &into}};
  while (!open.empty()) {
    const xmlNode* node = open.back().next;
    if (node == nullptr) {
      open.pop_back();
      continue;
    }
    open.back().next = node->next;
    Record& parent = *open.back().into;
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      parent.children.push_back(text_record(std::string(view(node->content)), origin_of(node, source)));
    } else if (node->type == XML_ELEMENT_NODE) {
      if (open.size() >= most_levels) return false;
      // Room is made first: pointers to siblings that are still open must stay good.
      if (parent.children.capacity() == parent.children.size()) {
        std::size_t siblings = parent.children.size() + 1;
        for (const xmlNode* rest = node->next; rest != nullptr; rest = rest->next) ++siblings;
        parent.children.reserve(siblings);
      }
      parent.children.push_back(element_record(node, source));
      open.push_back({node->children, &parent.children.back()});
    }
  }
  return true;
}

/// libxml2's messages about schemas, in words for a person who fills in a case.
void explain(Fault& fault) {
  struct Wording {
    std::string_view begins, hint;
  };
  static constexpr Wording wordings[] = {
      {"Did not expect element", "this element does not belong here: check its name and its place"},
      {"Expecting element", "another element must stand here first"},
      {"Invalid attribute", "this attribute is not known here: check its name"},
      {"Element", "a part of this element is missing or wrong; `casewright new case` shows a complete one"},
      {"Type", "the value is not of the kind asked for; dates are written 2015-03-02"},
  };
  for (const Wording& each : wordings)
    if (fault.what.starts_with(each.begins)) {
      fault.hint = each.hint;
      return;
    }
}

}  // namespace

struct Schema::State {
  std::unique_ptr<xmlRelaxNG, Release<xmlRelaxNGFree>> schema;
};

Result<Schema> Schema::read(std::string_view bytes, const std::string& file) {
  Heard heard{file, {}};
  const Tree tree = parse(bytes, heard);
  if (tree == nullptr) return heard.faults;
  using Reader = std::unique_ptr<xmlRelaxNGParserCtxt, Release<xmlRelaxNGFreeParserCtxt>>;
  const Reader reader(xmlRelaxNGNewDocParserCtxt(tree.get()));
  xmlRelaxNGSetParserStructuredErrors(reader.get(), listen, &heard);
  auto state = std::make_shared<State>();
  state->schema.reset(xmlRelaxNGParse(reader.get()));
  if (state->schema == nullptr) {
    if (heard.faults.empty()) heard.faults.push_back({file, 0, 0, "this is not a RELAX NG schema", ""});
    return heard.faults;
  }
  Schema schema;
  schema.state_ = std::move(state);
  return schema;
}

namespace {

void validate(xmlDoc* tree, const Schema& schema, Heard& heard) {
  using Validator = std::unique_ptr<xmlRelaxNGValidCtxt, Release<xmlRelaxNGFreeValidCtxt>>;
  const Validator validator(xmlRelaxNGNewValidCtxt(schema.state().schema.get()));
  xmlRelaxNGSetValidStructuredErrors(validator.get(), listen, &heard);
  if (xmlRelaxNGValidateDoc(validator.get(), tree) == 0) return;
  if (heard.faults.empty()) heard.faults.push_back({heard.file, 0, 0, "the file does not follow its schema", ""});
  std::for_each(heard.faults.begin(), heard.faults.end(), explain);
}

}  // namespace

Result<Record> read(std::string_view bytes, const std::string& file, std::uint32_t source, const Schema* schema) {
  Heard heard{file, {}};
  const Tree tree = parse(bytes, heard);
  if (tree == nullptr) return heard.faults;
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  Record record;
  if (root == nullptr || !copy_tree(root, source, record))
    return Fault{file, 0, 0, "the elements of this file are nested too deep", "no case file needs 256 levels"};
  if (schema != nullptr) validate(tree.get(), *schema, heard);
  if (!heard.faults.empty()) return heard.faults;
  return record;
}

namespace {

bool holds_words(const Record& record) {
  return std::any_of(record.children.begin(), record.children.end(),
                     [](const Record& each) { return each.is_text() && !trim(each.text).empty(); });
}

void write_element(const Record& record, std::size_t depth, bool in_words, std::string& out) {
  if (record.is_text()) {
    if (in_words) out += escape_markup(record.text);
    return;
  }
  if (!in_words) out += "\n" + std::string(2 * depth, ' ');
  out += "<" + record.name;
  for (const auto& [name, value] : record.attributes) out += " " + name + "=\"" + escape_markup(value) + "\"";
  if (record.children.empty()) {
    out += "/>";
    return;
  }
  out += ">";
  const bool words = in_words || holds_words(record);
  for (const Record& each : record.children) write_element(each, depth + 1, words, out);  // at most 256 levels
  if (!words) out += "\n" + std::string(2 * depth, ' ');
  out += "</" + record.name + ">";
}

}  // namespace

std::string write(const Record& record) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  write_element(record, 0, false, out);
  out += "\n";
  return out;
}

}  // namespace casewright::xml
